package layout

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// dropCopies reports tables that are copies of another: in a sheet marked as a copy, or in the
// same sheet of a file that is one. Which of them counts is for the hub to say.
func (p *planner) dropCopies() {
	all := slices.Clone(p.tables)
	p.tables = slices.DeleteFunc(p.tables, func(t *Table) bool {
		if p.pilot.Located(t.Schema.Key) {
			return false
		}
		original := p.originalOf(t, all)
		if original == nil {
			return false
		}
		p.findings = append(p.findings, TwoSheets(t, original))
		return true
	})
}

// originalOf returns the table of which t is a copy by name, or nil; one of exactly the name
// without its mark comes before one whose name is like it.
func (p *planner) originalOf(t *Table, all []*Table) *Table {
	for _, alike := range []func(a, b string) bool{func(a, b string) bool {
		return lang.CompactLower(a) == lang.CompactLower(b)
	}, sameName} {
		i := slices.IndexFunc(all, func(o *Table) bool {
			return o != t && o.Schema == t.Schema && p.copies(t, o, alike)
		})
		if i >= 0 {
			return all[i]
		}
	}
	return nil
}

// copies reports whether table t is a copy of o.
func (p *planner) copies(t, o *Table, alike func(a, b string) bool) bool {
	if t.Grid.File == o.Grid.File {
		name, marked := copyOf(t.Grid.Sheet)
		return marked && alike(o.Grid.Sheet, name)
	}
	if !sameSheet(t.Grid, o.Grid) {
		return false
	}
	name, marked := copyOf(FileTitle(t.Grid.File))
	return marked && lang.CompactLower(FileTitle(o.Grid.File)) == name || p.hashes[t.Grid.File] != "" &&
		p.hashes[t.Grid.File] == p.hashes[o.Grid.File] && t.Grid.File > o.Grid.File
}

// sameSheet reports the sheets of two files that have one name, or that have that of their file.
func sameSheet(a, b *grid.Grid) bool {
	return a.Sheet == b.Sheet || strings.HasPrefix(a.Sheet, FileTitle(a.File)) &&
		strings.HasPrefix(b.Sheet, FileTitle(b.File))
}

// Names tells two tables apart: by their sheets, and by their files if those differ.
func Names(a, b *Table) (string, string) {
	if a.Grid.File == b.Grid.File {
		return a.Grid.Sheet, b.Grid.Sheet
	}
	return FileAndSheet(a.Grid.File, a.Grid.Sheet), FileAndSheet(b.Grid.File, b.Grid.Sheet)
}

// FileAndSheet names a sheet with its file; a CSV is named once.
func FileAndSheet(file, sheet string) string {
	if FileTitle(file) == sheet {
		return file
	}
	return file + " " + sheet
}
