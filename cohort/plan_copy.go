package cohort

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet"
)

// dropCopies reports tables that are copies of another: in a sheet marked as a copy, or in the
// same sheet of a file that is one. Which of them counts is for the hub to say.
func (p *planner) dropCopies() {
	all := slices.Clone(p.tables)
	p.tables = slices.DeleteFunc(p.tables, func(t *foundTable) bool {
		if p.pilot.located(t.schema.Key) {
			return false
		}
		original := p.originalOf(t, all)
		if original == nil {
			return false
		}
		p.findings = append(p.findings, twoSheets(t, original))
		return true
	})
}

// originalOf returns the table of which t is a copy by name, or nil; one of exactly the name
// without its mark comes before one whose name is like it.
func (p *planner) originalOf(t *foundTable, all []*foundTable) *foundTable {
	for _, alike := range []func(a, b string) bool{func(a, b string) bool {
		return lang.CompactLower(a) == lang.CompactLower(b)
	}, sameName} {
		i := slices.IndexFunc(all, func(o *foundTable) bool {
			return o != t && o.schema == t.schema && p.copies(t, o, alike)
		})
		if i >= 0 {
			return all[i]
		}
	}
	return nil
}

// copies reports whether table t is a copy of o.
func (p *planner) copies(t, o *foundTable, alike func(a, b string) bool) bool {
	if t.grid.File == o.grid.File {
		name, marked := copyOf(t.grid.Sheet)
		return marked && alike(o.grid.Sheet, name)
	}
	if !sameSheet(t.grid, o.grid) {
		return false
	}
	name, marked := copyOf(fileTitle(t.grid.File))
	return marked && lang.CompactLower(fileTitle(o.grid.File)) == name || p.hashes[t.grid.File] != "" &&
		p.hashes[t.grid.File] == p.hashes[o.grid.File] && t.grid.File > o.grid.File
}

// sameSheet reports the sheets of two files that have one name, or that have that of their file.
func sameSheet(a, b *sheet.Grid) bool {
	return a.Sheet == b.Sheet || strings.HasPrefix(a.Sheet, fileTitle(a.File)) &&
		strings.HasPrefix(b.Sheet, fileTitle(b.File))
}

// names tells two tables apart: by their sheets, and by their files if those differ.
func names(a, b *foundTable) (string, string) {
	if a.grid.File == b.grid.File {
		return a.grid.Sheet, b.grid.Sheet
	}
	return fileAndSheet(a.grid.File, a.grid.Sheet), fileAndSheet(b.grid.File, b.grid.Sheet)
}

// fileAndSheet names a sheet with its file; a CSV is named once.
func fileAndSheet(file, sheet string) string {
	if fileTitle(file) == sheet {
		return file
	}
	return file + " " + sheet
}
