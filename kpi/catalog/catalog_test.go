package catalog

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pilot90/kpi"
)

var update = flag.Bool("update", false, "write CATALOG.md anew")

// declaredID finds the id that a file declares; what several figures share declares none.
var declaredID = regexp.MustCompile(`(?m)^\s*ID:\s+"([^"]+)"`)

// TestEveryFigureIsAFile holds the list, the files and the goldens against each other. A file
// whose name ends like a platform would vanish from the build without a word.
func TestEveryFigureIsAFile(t *testing.T) {
	listed := map[string]bool{}
	for _, d := range All() {
		if listed[d.ID] {
			t.Errorf("%s is listed twice", d.ID)
		}
		listed[d.ID] = true
	}
	for id := range listed {
		if _, err := os.Stat(id + ".go"); err != nil {
			t.Errorf("%s is listed and has no file of its own", id)
		}
	}
	for _, name := range names(t, "*.go") {
		source, err := os.ReadFile(name + ".go")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range declaredID.FindAllStringSubmatch(string(source), -1) {
			if id := m[1]; id != name || !listed[id] {
				t.Errorf("%s.go declares %s; want it in a file of that name, and in the list", name, id)
			}
		}
	}
	for _, id := range names(t, "testdata/*.txt") {
		if !listed[id] {
			t.Errorf("testdata/%s.txt belongs to no figure", id)
		}
	}
}

func names(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %v, %v", pattern, paths, err)
	}
	for i, p := range paths {
		paths[i] = strings.TrimSuffix(filepath.Base(p), filepath.Ext(p))
	}
	return paths
}

func TestDefinitionsAreWhole(t *testing.T) {
	for _, d := range All() {
		for name, text := range map[string][2]string{
			"title": {d.Title.JA, d.Title.EN}, "formula": {d.Formula.JA, d.Formula.EN}, "origin": {d.Origin.JA, d.Origin.EN},
		} {
			if text[0] == "" || text[1] == "" {
				t.Errorf("%s: %s is missing in one language", d.ID, name)
			}
		}
		if d.Unit == "" || (d.Compute == nil) == (d.Expand == nil) {
			t.Errorf("%s: want a unit and one of Compute and Expand", d.ID)
		}
		if d.Measure == 0 {
			t.Errorf("%s does not say whether its years add up", d.ID)
		}
		if classes[d.Class] == "" || d.About == "" {
			t.Errorf("%s does not say its class (%q) or what it is about (%q): it is shown to the hub only", d.ID, d.Class,
				d.About)
		}
		if byPerson := d.Table != nil || d.Behind != nil; byPerson && d.Class == kpi.Accountability &&
			d.ID != "rule_hours" {
			t.Errorf("%s: a figure of class A is shown as it is; it needs neither table nor contributors", d.ID)
		}
	}
}

func TestCatalogPage(t *testing.T) {
	var page bytes.Buffer
	if err := writePage(&page); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("CATALOG.md", page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile("CATALOG.md")
	if err != nil || !bytes.Equal(kept, page.Bytes()) {
		t.Errorf("CATALOG.md is not what the definitions say (%v): run go test ./kpi/catalog -update", err)
	}
}
