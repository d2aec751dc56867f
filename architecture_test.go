// Package pilot90 holds only the tests that keep the layout of the tree and the form of its files.
package pilot90

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// order lists the packages from the top down; a package may import only packages below it.
var order = []string{
	"bench",
	"bench/hostile",
	"bench/ledgers",
	"cmd/release",
	"cmd/pilot90",
	"cmd/pilot90/web",
	"cmd/pilot90/web/week",
	"cmd/pilot90/web/towns",
	"cmd/pilot90/web/gauge",
	"cmd/pilot90/web/shelf",
	"cmd/pilot90/web/ownwords",
	"cmd/pilot90/web/settings",
	"cmd/pilot90/web/sheetview",
	"cmd/pilot90/succession",
	"cmd/pilot90/copies",
	"cmd/pilot90/terminal",
	"cmd/pilot90/disk",
	"cmd/pilot90/voice",
	"report/publish",
	"report/rollup",
	"report/edition",
	"report/draft",
	"report/bridge",
	"cmd/pilot90/fingerprint",
	"report",
	"report/block",
	"report/plan",
	"report/pdf",
	"report/html",
	"report/xlsx",
	"report/term",
	"report/pptx",
	"report/csv",
	"report/png",
	"report/deck",
	"report/chart",
	"report/linebreak",
	"report/picture",
	"report/typeface",
	"report/content/contenttest",
	"report/content",
	"report/step",
	"kpi/disclose",
	"kpi/result",
	"kpi/merge",
	"kpi/catalog",
	"kpi/forecast",
	"kpi/bound",
	"kpi/grant",
	"kpi/state",
	"kpi/facts",
	"kpi",
	"kpi/survival",
	"cohort/cohorttest",
	"cohort/yearstest",
	"cohort/blank",
	"cohort",
	"cohort/rule",
	"cohort/record",
	"cohort/layout/shape",
	"cohort/layout",
	"cohort/setting",
	"cohort/tomledit",
	"cohort/tomlplace",
	"cohort/schema",
	"cohort/sheet/sheettest",
	"cohort/sheet/biff/bifftest",
	"cohort/sheet",
	"cohort/sheet/biff",
	"cohort/sheet/ods",
	"cohort/sheet/delimited",
	"cohort/sheet/xlsx",
	"cohort/sheet/pack",
	"cohort/sheet/xml",
	"cohort/sheet/grid",
	"cohort/cell",
	"cohort/finding",
	"cohort/lang",
	"cohort/pattern",
	"samples/make",
	"templates",
}

// outside lists which packages may import an outside module (tests may import any).
var outside = map[string][]string{
	"github.com/xuri/excelize/v2": {"cohort/sheet", "cohort/finding", "cohort/blank", "report/xlsx", "report/pptx",
		"samples/make", "bench"},
	"github.com/go-echarts/go-echarts/v2":  {"report/chart"},
	"golang.org/x/image":                   {"report/png"},
	"github.com/jung-kurt/gofpdf":          {"report/pdf"},
	"github.com/BurntSushi/toml":           {"cohort/setting", "cohort/blank", "cohort/tomlplace", "report/plan"},
	"github.com/agnivade/levenshtein":      {"cohort/lang"},
	"github.com/spf13/cobra":               {"cmd/pilot90", "cmd/pilot90/voice"},
	"github.com/spf13/pflag":               {"cmd/pilot90/voice"},
	"github.com/tc-hib/winres":             {"cmd/release"},
	"github.com/inconshreveable/mousetrap": {"cmd/pilot90"},
	"github.com/klauspost/compress":        {"cohort/sheet/pack", "bench"},
	"github.com/richardlehane/mscfb":       {"cohort/sheet"},
	"github.com/jackc/pgx/v5":              {"report/publish"},
	"github.com/jackc/pgx/v5/stdlib":       {"report/publish"},
	"github.com/pressly/goose/v3":          {"report/publish"},
	"github.com/pressly/goose/v3/lock":     {"report/publish"},
	"modernc.org/sqlite":                   {"report/publish", "bench/hostile"},
	"golang.org/x/text": {"cohort/layout", "cohort/layout/shape", "cohort/cell", "cohort/lang", "cohort/setting",
		"cohort/sheet/delimited", "cohort/sheet/xml",
		"cohort/sheet/grid", "cohort/sheet/sheettest", "cohort/finding", "report/term", "samples/make"},
}

// TestImports holds every source file against the two lists.
func TestImports(t *testing.T) {
	for _, path := range sources(t) {
		checkImports(t, path)
	}
}

// sources are the paths of all Go files of the tree.
func sources(t *testing.T) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") &&
			d.Name() != "."):
			return filepath.SkipDir
		case !d.IsDir() && strings.HasSuffix(path, ".go"):
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) < 50 {
		t.Fatalf("found %d source files only; is the test run from the repository root?", len(paths))
	}
	return paths
}

func checkImports(t *testing.T, path string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	from := filepath.ToSlash(filepath.Dir(path))
	rank := slices.Index(order, from)
	if rank < 0 && from != "." {
		t.Errorf("%s: package %s is not in the order; add it to architecture_test.go and CONTRIBUTING.md", path, from)
		return
	}
	test := strings.HasSuffix(path, "_test.go")
	for _, spec := range file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if own, ok := strings.CutPrefix(name, "pilot90/"); ok {
			if to := slices.Index(order, own); to <= rank && !test {
				t.Errorf("%s imports %s, which is not below it", path, own)
			}
		} else if !test && strings.Contains(name, ".") && !allowed(name, from) {
			t.Errorf("%s imports %s, which is not listed for %s", path, name, from)
		}
	}
}

func allowed(name, from string) bool {
	for module, packages := range outside {
		if name == module || strings.HasPrefix(name, module+"/") {
			return slices.Contains(packages, from)
		}
	}
	return false
}

// longest is the most characters that a line of Go may have; a tab is one.
const longest = 120

// TestLineLength holds every line of every source file to its length. make lint runs it.
func TestLineLength(t *testing.T) {
	for _, path := range sources(t) {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(source)) {
			n++
			if long := utf8.RuneCountInString(strings.TrimRight(line, "\r\n")); long > longest {
				t.Errorf("%s:%d: %d characters, at most %d are allowed", path, n, long, longest)
			}
		}
	}
}

// mostFiles is how many source files a folder may have beside its tests: more are rooms that want doors.
const mostFiles = 40

// catalogues are the folders with one entry a file, which may grow with their entries, and the file of each that lists
// them.
var catalogues = map[string]string{"cohort/rule": "catalogue.go", "kpi/catalog": "catalog.go",
	"report/block": "kinds.go"}

// TestRooms holds the size of every folder, and that each says what it is in one package comment.
func TestRooms(t *testing.T) {
	files, comments := map[string]int{}, map[string]int{}
	for _, path := range sources(t) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		room := filepath.ToSlash(filepath.Dir(path))
		files[room]++
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if file.Doc != nil {
			comments[room]++
		}
	}
	for _, room := range order {
		if files[room] > mostFiles && catalogues[room] == "" {
			t.Errorf("%s has %d files, at most %d are a room", room, files[room], mostFiles)
		}
		if comments[room] != 1 {
			t.Errorf("%s has %d package comments, want one", room, comments[room])
		}
	}
}

// TestCatalogues: a file of a catalogue has one entry of those that its list names, or none; without an entry there are
// no more files than in any other folder.
func TestCatalogues(t *testing.T) {
	for room, list := range catalogues {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(room, list), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		listed := map[string]bool{}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if entries, ok := n.(*ast.CompositeLit); ok {
				for _, e := range entries.Elts {
					if name, ok := e.(*ast.Ident); ok {
						listed[name.Name] = true
					}
				}
			}
			return true
		})
		paths, err := filepath.Glob(filepath.Join(room, "*.go"))
		if err != nil || len(listed) < 40 {
			t.Fatalf("%s: %d entries, %v", room, len(listed), err)
		}
		shared := 0
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			entries := slices.DeleteFunc(declaredIn(file), func(name string) bool { return !listed[name] })
			if len(entries) > 1 {
				t.Errorf("%s has %d entries, %v, and may have one", path, len(entries), entries)
			}
			if len(entries) == 0 {
				shared++
			}
		}
		if shared > mostFiles {
			t.Errorf("%s has %d files without an entry, at most %d are a room", room, shared, mostFiles)
		}
	}
}
