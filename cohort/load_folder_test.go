package cohort_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// TestFoldersWithin: spreadsheets one folder down are told with their number, unless pilot.toml names
// files; those of hidden folders and of editions are not.
func TestFoldersWithin(t *testing.T) {
	const people = "参加者ID,開始日\nP01,2025-04-01\n"
	files := map[string]string{
		"参加者.csv": people, "ログ/5月.csv": "a\n", "ログ/6月.CSV": "a\n", "ログ/~$6月.xlsx": "", "ログ/覚え書き.txt": "",
		".git/x.csv": "a\n", "editions/2025-06/figures.csv": "a\n", "editions/x.csv": "a\n", "旧/古い/4月.csv": "a\n",
	}
	for name, toml := range map[string]string{
		"no pilot.toml":  "",
		"no files in it": "[program]\nname = \"緑野町\"\n",
		"files in it":    "[ledger]\nfiles = [\"*.csv\"]\n",
	} {
		want := ""
		if name != "files in it" {
			want = "ログ 「ログ」フォルダーの表計算ファイル2個は読んでいません。"
		}
		dir := t.TempDir()
		memory := map[string][]byte{}
		for file, data := range files {
			memory[file] = []byte(data)
		}
		if toml != "" {
			memory[cohort.PilotFile] = []byte(toml)
		}
		for file, data := range memory {
			full := filepath.Join(dir, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(full, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		opt := cohort.LoadOptions{Today: cell.NewDay(2026, 3, 31)}
		disk, _, err := cohort.Load(context.Background(), dir, opt)
		if err != nil {
			t.Fatal(err)
		}
		inMemory, _, err := cohort.LoadMemory(context.Background(), memory, opt)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []*cohort.Cohort{disk, inMemory} {
			said := ""
			for _, f := range c.Findings {
				if f.Code == "C332" {
					said += f.File + " " + f.Message.JA
				}
			}
			if said != want {
				t.Errorf("%s: %q, want %q", name, said, want)
			}
			i := slices.IndexFunc(c.Findings, func(f finding.Finding) bool { return f.Code == "C332" })
			if i >= 0 && !strings.Contains(c.Findings[i].Fix.JA, `files = ["*.xlsx", "ログ/*.csv"]`) {
				t.Errorf("%s: the fix is %q", name, c.Findings[i].Fix.JA)
			}
		}
	}
}
