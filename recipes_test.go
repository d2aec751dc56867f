package pilot90

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A recipe says for one kind of change where to go: files and folders, and names that one of them declares (a list, a
// table, a field, a function).
type recipe struct {
	title  string // as its paragraph in CONTRIBUTING.md begins
	places []string
	names  map[string][]string // by the file or folder in which they are declared
}

// recipes are those for each kind of change that the program is made for.
var recipes = []recipe{
	{"A heading, or another name of a sheet", []string{"cohort/schema"},
		map[string][]string{"cohort/schema": {"Synonyms", "Weak", "Last"}}},
	{"A column", []string{"cohort/schema", "cohort/record/record.go", "kpi/catalog/testdata/rich/ledger.txt"},
		map[string][]string{"cohort/schema": {"Aside"}}},
	{"A unit", []string{"cohort/layout/unit.go", "cohort/cell"},
		map[string][]string{"cohort/layout/unit.go": {"yenScales", "hourScales"}}},
	{"A sheet shape", []string{"cohort/layout", "cohort/layout/shape", "cohort/setting/learned.go",
		"cmd/pilot90/read_set.go", "cmd/pilot90/web/sheetview/chosen.go"},
		map[string][]string{"cohort/layout/shape/shape.go": {"turner", "forms", "Turn", "inColumns"},
			"cohort/setting/learned.go": {"Shapes"}, "cmd/pilot90/read_set.go": {"shapeWords"}}},
	{"A rule", []string{"cohort/rule/testdata/rules"},
		map[string][]string{"cohort/rule/catalogue.go": {"catalogue"}}},
	{"A figure", []string{"kpi/catalog/catalog.go", "templates/plans", "templates/rollup.toml"},
		map[string][]string{"kpi/figure.go": {"Measure", "Counts", "Theme", "Class", "About", "Table", "Behind", "Short",
			"Plain", "Spoken", "Reading", "Topic", "Reach", "Per", "Limits"}}},
	{"A privacy rule", []string{"kpi/disclose", "cohort/setting/privacy.go"}, nil},
	{"A forecast", []string{"kpi/forecast", "kpi/bound"},
		map[string][]string{"kpi": {"Outlook", "Bearing"}, "kpi/outlook.go": {"Foresee"}}},
	{"A block", []string{"report/block/kinds.go"}, map[string][]string{"report/block/kinds.go": {"everyKind"}}},
	{"A chart kind", []string{"report/content/chart.go", "report/chart/chart.go", "report/xlsx/charts.go"},
		map[string][]string{"report/chart/chart.go": {"painters"}}},
	{"A format that is written", []string{"report/write.go", "cmd/pilot90/web/make.go"},
		map[string][]string{"report/write.go": {"formats"}}},
	{"A command", []string{"cmd/pilot90", "cmd/pilot90/root.go", "cmd/pilot90/voice/english.go",
		"cmd/pilot90/testdata/script"}, map[string][]string{"cmd/pilot90/voice/english.go": {"example"}}},
	{"A word of a choice, a mark for no value", []string{"cohort/schema/words.go", "cohort/schema/novalue.go"},
		map[string][]string{"cohort/schema": {"Words"}}},
	{"A message", nil, map[string][]string{"cohort/lang": {"Say", "Text"}}},
}

// TestRecipes: for each kind of change the recipe is there, sends its reader to places that are there, and speaks of
// lists and fields that are declared where it says.
func TestRecipes(t *testing.T) {
	_, page, _ := strings.Cut(contributing(t), "\n## Recipes\n")
	page, _, _ = strings.Cut(page, "\n## ")
	for _, r := range recipes {
		_, text, ok := strings.Cut(page, "\n**"+r.title+".** ")
		if !ok {
			t.Errorf("there is no recipe for %q", r.title)
			continue
		}
		text, _, _ = strings.Cut(text, "\n\n**")
		for _, place := range r.places {
			if !strings.Contains(text, "`"+place+"`") {
				t.Errorf("%s: the recipe does not name %s", r.title, place)
			}
			if _, err := os.Stat(filepath.FromSlash(place)); err != nil {
				t.Errorf("%s: %v", r.title, err)
			}
		}
		for place, names := range r.names {
			there := declaredBelow(t, place)
			for _, name := range names {
				if !strings.Contains(text, "`"+name+"`") && !strings.Contains(text, "."+name+"`") {
					t.Errorf("%s: the recipe does not speak of %s", r.title, name)
				}
				if !there[name] {
					t.Errorf("%s: %s declares no %s", r.title, place, name)
				}
			}
		}
	}
}

// declaredBelow are the names that a file, or the files of a folder, declare, with the methods of interfaces.
func declaredBelow(t *testing.T, place string) map[string]bool {
	t.Helper()
	paths := []string{filepath.FromSlash(place)}
	if !strings.HasSuffix(place, ".go") {
		var err error
		if paths, err = filepath.Glob(filepath.Join(paths[0], "*.go")); err != nil {
			t.Fatal(err)
		}
	}
	there := map[string]bool{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range declaredIn(file) {
			there[name] = true
		}
		ast.Inspect(file, func(n ast.Node) bool { // methods of interfaces
			if of, ok := n.(*ast.InterfaceType); ok {
				for _, m := range of.Methods.List {
					for _, name := range m.Names {
						there[name.Name] = true
					}
				}
			}
			return true
		})
	}
	return there
}
