package ownwords

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/setting"
	"pilot90/report"
)

// TestEveryPassageHasAPlace: what pilot.toml may word has a place beside the ledger too, to which it is moved.
func TestEveryPassageHasAPlace(t *testing.T) {
	for edition, passages := range setting.WordKeys {
		p, err := report.BuiltinPlan(edition)
		if err != nil {
			t.Fatal(err)
		}
		places := Keys(p)
		for _, passage := range passages {
			found := false
			for _, s := range p.WithWords(map[string]string{passage: "x"}).Sections {
				for _, b := range s.Blocks {
					if b.Text.JA == "x" {
						found = true
						if !slices.Contains(places, s.ID+"."+b.Kind) {
							t.Errorf("%s.%s has no place among %q", edition, passage, places)
						}
					}
				}
			}
			if !found {
				t.Errorf("no block of %s says %s", edition, passage)
			}
		}
	}
}

// TestKept: nothing is made of blanks; the sentences of the folder stand in the text, the first ones before all blocks.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	p, err := report.BuiltinPlan("council")
	if err != nil {
		t.Fatal(err)
	}
	source := func() ([]byte, error) { return report.CopyPlan("council") }
	if text, err := Kept(dir, "council", p, source); err != nil || text != nil {
		t.Fatalf("%v %q", err, text)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Join(dir, "文章"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "文章", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("council.page.conclusion.txt", " \r\n")
	if text, err := Kept(dir, "council", p, source); err != nil || text != nil {
		t.Fatalf("%v %q", err, text)
	}
	write("council.page.conclusion.txt", "\ufeff町の\"結論\"です。\r\n")
	write("council.txt", "はじめに\r\nひとこと")
	text, err := Kept(dir, "council", p, source)
	if err != nil {
		t.Fatal(err)
	}
	own, err := report.ParsePlan("council.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	if first := own.Sections[0].Blocks[0]; first.Kind != "text" || first.Text.JA != "はじめに\nひとこと" {
		t.Errorf("%+v", first)
	}
	if got := own.Worded("conclusion").JA; strings.TrimSpace(got) != `町の"結論"です。` {
		t.Errorf("%q", got)
	}
	if err := os.Mkdir(filepath.Join(dir, "文章", "council.page.failures.txt"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Kept(dir, "council", p, source); err == nil {
		t.Error("a file that cannot be read is taken for none")
	}
}
