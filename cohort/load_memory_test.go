package cohort

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
)

// TestLoadMemory: a ledger in memory is the same cohort as the same files on the disk.
func TestLoadMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every sample twice")
	}
	for _, dir := range []string{"midorino", "midorino-untidy", "midorino-office", "tateshina", "kado-series"} {
		t.Run(dir, func(t *testing.T) {
			dir := filepath.Join("..", "samples", dir)
			opt := LoadOptions{Today: cell.NewDay(2026, 3, 31)}
			want, wantClock, err := Load(t.Context(), dir, opt)
			if err != nil {
				t.Fatal(err)
			}
			got, gotClock, err := LoadMemory(t.Context(), inMemory(t, dir), opt)
			if err != nil {
				t.Fatal(err)
			}
			if gotClock != wantClock || !reflect.DeepEqual(got.Findings, want.Findings) ||
				!reflect.DeepEqual(got.Inputs, want.Inputs) {
				t.Errorf("clock %v, want %v; findings %v, want %v; inputs %v, want %v", gotClock, wantClock, got.Findings,
					want.Findings, got.Inputs, want.Inputs)
			}
			if len(got.Tasks.Rows) != len(want.Tasks.Rows) || len(got.Participants.Rows) != len(want.Participants.Rows) {
				t.Errorf("%d tasks, want %d", len(got.Tasks.Rows), len(want.Tasks.Rows))
			}
		})
	}
}

// inMemory reads every file of a folder, with a lock file as Excel leaves it beside them.
func inMemory(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{"~$台帳.xlsx": []byte("lock")}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestLoadMemoryOne: one spreadsheet by itself is read whatever its name, and nothing is said of
// a missing pilot.toml; with a second file it is.
func TestLoadMemoryOne(t *testing.T) {
	log := []byte("作業日,参加者ID,案件ID,時間,報酬\n2025-07-01,P1,K1,1,1000\n")
	for _, c := range []struct {
		files    map[string][]byte
		inputs   int
		defaults bool
	}{
		{map[string][]byte{"作業 [1]*.csv": log}, 1, false},
		{map[string][]byte{"a.csv": log, "b.csv": log}, 2, true},
		{map[string][]byte{"a.csv": log, "報告/b.csv": log}, 1, true}, // the default reads the top folder only
		{map[string][]byte{}, 0, true},
	} {
		got, _, err := LoadMemory(context.Background(), c.files, LoadOptions{Today: cell.NewDay(2025, 9, 30)})
		if err != nil {
			t.Fatal(err)
		}
		defaults := false
		for _, f := range got.Findings {
			defaults = defaults || f.Code == setting.CodeDefaults
		}
		if len(got.Inputs) != c.inputs || defaults != c.defaults {
			t.Errorf("%d files: %d read, want %d; defaults %v, want %v", len(c.files), len(got.Inputs), c.inputs, defaults,
				c.defaults)
		}
	}
}
