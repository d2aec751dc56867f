package cohort

import (
	"slices"
	"strings"
)

// dropCopies reports tables that are copies of another: in a sheet marked as a copy, or in the
// same sheet of a file that is one. Which of them counts is for the hub to say.
func (p *planner) dropCopies() {
	all := slices.Clone(p.tables)
	p.tables = slices.DeleteFunc(p.tables, func(t *foundTable) bool {
		if p.located(t.schema.Key) {
			return false
		}
		i := slices.IndexFunc(all, func(o *foundTable) bool { return o.schema == t.schema && p.copies(t, o) })
		if i < 0 {
			return false
		}
		p.findings = append(p.findings, twoSheets(t, all[i]))
		return true
	})
}

// copies reports whether table t is a copy of o.
func (p *planner) copies(t, o *foundTable) bool {
	if t.grid.File == o.grid.File {
		name, marked := copyOf(t.grid.Sheet)
		return marked && (compactLower(o.grid.Sheet) == name || nameForm(o.grid.Sheet) == nameForm(name))
	}
	if t.grid.Sheet != o.grid.Sheet && !strings.HasPrefix(t.grid.Sheet, fileTitle(t.grid.File)) {
		return false
	}
	name, marked := copyOf(fileTitle(t.grid.File))
	return marked && compactLower(fileTitle(o.grid.File)) == name || p.hashes[t.grid.File] != "" &&
		p.hashes[t.grid.File] == p.hashes[o.grid.File] && t.grid.File > o.grid.File
}
