package copies

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/cohort/lang"
)

// TestCopiesAreBounded: of many files with faults so many are copied as are allowed, and it is said how many are left.
func TestCopiesAreBounded(t *testing.T) {
	dir := t.TempDir()
	for n := range 5 {
		log := "作業日,参加者ID,案件ID,時間,報酬\n2025-13-01,P0001,A0001,2,100\n"
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("作業ログ_%d.csv", n)), []byte(log), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, _, err := cohort.Load(t.Context(), dir, cohort.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	term := terminal.New(nil, &said, &said)
	term.Lang = lang.EN
	m := New(&term, dir, "out", "", "")
	m.most = 3
	if err := m.Add(t.Context(), c, ""); err != nil {
		t.Fatal(err)
	}
	if len(m.Files()) != 3 || !strings.Contains(said.String(), "3 copies were made, 2 more") {
		t.Errorf("%d copies: %s", len(m.Files()), said.String())
	}
}
