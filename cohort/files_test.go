package cohort_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pilot90/cohort"
)

// TestFilesOfOddFolders: a pattern finds its files whatever the ledger's folder and the folders
// in it are named, brackets and spaces too.
func TestFilesOfOddFolders(t *testing.T) {
	made := folder(t, map[string]string{
		"pilot.toml":       "[ledger]\nfiles = ['*.csv', '記録*\\*.csv']\n", // as typed on Windows
		"参加者.csv":          "参加者ID,開始日\n",
		"記録[1期]/7月 作業.csv": "作業日\n",
		"記録 (2)/8月.csv":    "作業日\n",
		"記録.csv":           "作業日\n",
		"控え/9月.csv":        "作業日\n",
	})
	for _, name := range []string{"台帳", "台帳[2025]", "台 帳　その2", "*", "台帳 (1)"} {
		dir := filepath.Join(t.TempDir(), name)
		if err := os.CopyFS(dir, os.DirFS(made)); err != nil {
			t.Fatal(err)
		}
		got, files, err := cohort.Files(dir)
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"pilot.toml", "参加者.csv", "記録 (2)/8月.csv", "記録.csv", "記録[1期]/7月 作業.csv"}
		if got != dir || !slices.Equal(files, want) {
			t.Errorf("%s: %q %q, want %q", name, got, files, want)
		}
	}
}
