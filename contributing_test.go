package pilot90

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// contributing is the page for whoever changes the program.
func contributing(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// packageRow is a row of the table of packages; those of the walk of a cell have a third column.
var packageRow = regexp.MustCompile("(?m)^\\| `([a-z0-9/]+)` \\| [^|\n]+ \\|$")

// TestContributingNamesEveryPackage: the table of packages is the order of this test, one row each.
func TestContributingNamesEveryPackage(t *testing.T) {
	_, layout, _ := strings.Cut(contributing(t), "## How the code is laid out")
	layout, _, _ = strings.Cut(layout, "\n### ")
	var named []string
	for _, m := range packageRow.FindAllStringSubmatch(layout, -1) {
		named = append(named, m[1])
	}
	for i, room := range order {
		if i >= len(named) || named[i] != room {
			t.Fatalf("row %d of CONTRIBUTING.md is not %s; the rows are\n%s", i+1, room, strings.Join(named, "\n"))
		}
	}
	if len(named) > len(order) {
		t.Errorf("CONTRIBUTING.md has rows for packages that are not: %q", named[len(order):])
	}
}

// named is a path in backticks; one with a <part> to be filled in is none.
var named = regexp.MustCompile("`([A-Za-z0-9_.]+/[A-Za-z0-9_./]*)`")

// TestContributingNamesPathsThatExist: a file or folder that the page sends its reader to is there.
func TestContributingNamesPathsThatExist(t *testing.T) {
	roots := []string{"bench", "cmd", "cohort", "kpi", "report", "samples", "templates"}
	seen := 0
	for _, m := range named.FindAllStringSubmatch(contributing(t), -1) {
		if root, _, _ := strings.Cut(m[1], "/"); !slices.Contains(roots, root) {
			continue
		}
		seen++
		if _, err := os.Stat(filepath.FromSlash(m[1])); err != nil {
			t.Errorf("CONTRIBUTING.md names %s, which there is not", m[1])
		}
	}
	if seen < 60 {
		t.Errorf("%d paths only", seen)
	}
}

// TestWalkOfOneCell: the walk in CONTRIBUTING.md goes through rooms that lie on the way from a file to paper, none left
// out of it unseen, and hands on types that are there.
func TestWalkOfOneCell(t *testing.T) {
	_, walk, _ := strings.Cut(contributing(t), "### The walk of one cell")
	walk, _, _ = strings.Cut(walk, "\n## ")
	rows := walkRow.FindAllStringSubmatch(walk, -1)
	types := exportedTypes(t)
	var rooms []string
	for _, row := range rows {
		for _, m := range inTicks.FindAllStringSubmatch(row[1], -1) {
			rooms = append(rooms, m[1])
		}
		for _, m := range typeOf.FindAllStringSubmatch(row[0], -1) {
			if !declared(types, m[1], m[2]) {
				t.Errorf("no package %s declares %s, which the walk hands on", m[1], m[2])
			}
		}
	}
	for _, room := range []string{"cohort/sheet", "cohort/layout", "cohort/cell", "cohort/record", "cohort/rule", "cohort",
		"kpi", "kpi/facts", "kpi/catalog", "kpi/bound", "kpi/forecast", "kpi/result", "kpi/disclose", "report/block",
		"report", "report/pdf", "cmd/pilot90/disk"} {
		if !slices.Contains(rooms, room) {
			t.Errorf("the walk leaves out %s", room)
		}
	}
}

var (
	walkRow = regexp.MustCompile("(?m)^\\| (`[a-z0-9/`, ]+(?: and its like)?) \\| [^|\n]+ \\| [^|\n]+ \\|$")
	inTicks = regexp.MustCompile("`([a-z0-9/]+)`")
	typeOf  = regexp.MustCompile(`\b([a-z]+)\.([A-Z][A-Za-z]+)`)
)

// declared reports whether a package of that name declares the type.
func declared(types []string, pack, name string) bool {
	return slices.ContainsFunc(types, func(at string) bool {
		is, room, _ := strings.Cut(at, " ")
		return is == name && (room == pack || strings.HasSuffix(room, "/"+pack))
	})
}
