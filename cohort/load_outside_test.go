package cohort_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// link makes a link, or skips the test where there are none.
func link(t *testing.T, target, at string) {
	t.Helper()
	if err := os.Symlink(target, at); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
}

// outside are the errors of a ledger, as "code file".
func outside(c *cohort.Ledger) (all []string) {
	for _, f := range c.Findings {
		if f.Severity == finding.Error && strings.Contains(f.Message.EN, "leads out of the ledger's folder") {
			all = append(all, f.Code+" "+f.File)
		}
	}
	return all
}

// TestLinksOut: what a link out of the folder leads to is not read: neither a file, nor a folder, nor through a link
// within, nor pilot.toml. Each is named, and counts for none of the files. The rest of the ledger is read.
func TestLinksOut(t *testing.T) {
	dir, other := folder(t, csvLedger), t.TempDir()
	secret := "作業日,参加者ID,案件ID,時間,報酬\n2025-06-09,P01,K1,9,90000\n"
	for _, name := range []string{"secret.csv", "pilot.toml"} {
		if err := os.WriteFile(filepath.Join(other, name), []byte(secret), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	rel, err := filepath.Rel(filepath.Join(dir, "ログ"), filepath.Join(other, "secret.csv"))
	if err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join(other, "secret.csv"), filepath.Join(dir, "ログ", "2025-07.csv"))
	link(t, rel, filepath.Join(dir, "ログ", "2025-08.csv"))
	link(t, "2025-08.csv", filepath.Join(dir, "ログ", "2025-09.csv")) // a link to a link
	link(t, filepath.Join(other, "none.toml"), filepath.Join(dir, "reading.toml"))
	_, before, err := cohort.Files(dir)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := load(t, dir)
	if got, want := cohorttest.Tasks(c), "2 2025-05-01 P01 K1 2 2000\n2 2025-06-02 P01 K1 3 3000\n"; got != want {
		t.Errorf("tasks\n%swant\n%s", got, want)
	}
	want := []string{"C301 ログ/2025-07.csv", "C301 ログ/2025-08.csv", "C301 ログ/2025-09.csv"}
	if got := outside(c); !slices.Equal(got, want) {
		t.Errorf("errors %v, want %v", got, want)
	}
	for _, name := range before {
		if strings.HasSuffix(name, "07.csv") || strings.HasSuffix(name, "08.csv") || strings.HasSuffix(name, "09.csv") {
			t.Errorf("Files names %s", name)
		}
	}

	if err := os.Remove(filepath.Join(dir, "pilot.toml")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	link(t, filepath.Join(other, "pilot.toml"), filepath.Join(dir, "pilot.toml"))
	c, _ = load(t, dir)
	if got := outside(c); !slices.Contains(got, "C301 pilot.toml") {
		t.Errorf("errors %v, want one of pilot.toml", got)
	}
}

// TestLinkedFolderOut: of a folder behind a link nothing is listed.
func TestLinkedFolderOut(t *testing.T) {
	dir, other := folder(t, csvLedger), t.TempDir()
	if err := os.Rename(filepath.Join(dir, "ログ"), filepath.Join(other, "ログ")); err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join(other, "ログ"), filepath.Join(dir, "ログ"))
	c, _ := load(t, dir)
	if got := outside(c); !slices.Equal(got, []string{"C301 ログ"}) || cohorttest.Tasks(c) != "" {
		t.Errorf("errors %v, tasks %s", got, cohorttest.Tasks(c))
	}
}

// TestLinksWithin: links to what lies in the folder are followed, and the folder itself, or the one file of a ledger,
// may be reached by a link.
func TestLinksWithin(t *testing.T) {
	dir, door := folder(t, csvLedger), filepath.Join(t.TempDir(), "台帳")
	link(t, dir, door)
	want := "2 2025-05-01 P01 K1 2 2000\n2 2025-06-02 P01 K1 3 3000\n"
	if c, _ := load(t, door); cohorttest.Tasks(c) != want || len(outside(c)) > 0 {
		t.Errorf("by a link: %v, tasks\n%s", outside(c), cohorttest.Tasks(c))
	}
	if err := os.Rename(filepath.Join(dir, "ログ"), filepath.Join(dir, "記録")); err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join(dir, "記録"), filepath.Join(dir, "ログ"))
	for _, at := range []string{dir, door} {
		if c, _ := load(t, at); cohorttest.Tasks(c) != want || len(outside(c)) > 0 {
			t.Errorf("%s: %v, tasks\n%s", at, outside(c), cohorttest.Tasks(c))
		}
	}
	one := filepath.Join(t.TempDir(), "one.csv")
	link(t, filepath.Join(dir, "記録", "2025-05.csv"), one)
	c, _, err := cohort.Load(context.Background(), one, cohort.LoadOptions{})
	if _, names, _ := cohort.Files(one); err != nil || len(outside(c)) > 0 || len(names) != 1 {
		t.Errorf("one file: %v %v, files %v", err, outside(c), names)
	}
}
