package cohort

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestFoldersThatBranch: links to the folder above them give 40³ names of one file. Each folder is searched once, and
// the file is found under the first of its names.
func TestFoldersThatBranch(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "台帳.csv"), []byte("a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if err := os.Symlink(".", filepath.Join(dir, fmt.Sprintf("l%02d", i))); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	l := newListing(dir)
	got, err := l.glob("*/*/*/*.csv")
	if err != nil || !slices.Equal(got, []string{"l00/l00/l00/台帳.csv"}) {
		t.Errorf("%q, %v", got, err)
	}
	if len(l.read) > 4 { // the ledger, l00, l00/l00 and l00/l00/l00
		t.Errorf("%d folders were listed", len(l.read))
	}
}

// TestFoldersBySegments: a part without a wildcard is a name, one with one is matched, and each folder counts once.
func TestFoldersBySegments(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"年度/4月/a.csv", "年度/5月/b.csv", "年度/c.csv", "他/4月/d.csv", "年[7]/4月/e.csv"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("a\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for pattern, want := range map[string][]string{
		"年度/*月/*.csv": {"年度/4月/a.csv", "年度/5月/b.csv"}, "*/4月/*.csv": {"他/4月/d.csv", "年[7]/4月/e.csv", "年度/4月/a.csv"},
		`年\[7\]/*/*.csv`: {"年[7]/4月/e.csv"}, "無/*/*.csv": nil,
	} {
		if got, err := newListing(dir).glob(pattern); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v, want %q", pattern, got, err, want)
		}
	}
}
