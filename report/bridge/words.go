package bridge

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// Restate holds a sealed edition against a ledger as it is now, at the edition's own date: the rows that differ, and
// each figure from what was told to what the ledger gives, cause by cause. Both sides have their rows.
func Restate(was, is *Side) *Result {
	r := &Result{Old: was, New: is, Rows: Match(was.Cohort, is.Cohort), HasRows: true}
	r.Restated = newMixer(was, is, r.Rows).restated()
	return r
}

// Kinds are the causes of the rows that changed and that a computation up to the day looks at, each once, in the order
// of the steps.
func (r *Result) Kinds(by cell.Day) []Cause {
	var all []Cause
	for _, cause := range rowSteps {
		for _, c := range r.Rows {
			if c.Kind == cause && !(c.New != nil && c.New.Dated && c.New.Date > by) {
				all = append(all, late(cause))
				break
			}
		}
	}
	return all
}

// Words is the cause as a person reads it.
func (c Cause) Words() lang.Text { return causeWords[c] }

// Words says on one line what changed in a row, with its place and cells. A row added is called a late entry.
func (c *RowChange) Words(l lang.Lang) string {
	p := &printer{lang: l}
	head := strings.Join([]string{causeWords[late(c.Kind)].In(l), c.Line().Name, p.where(c)}, "  ") + p.moved(c)
	if c.Kind == Removed || c.Kind == Added {
		return head
	}
	for _, cell := range c.Cells {
		head += "  " + p.cellPlaces(cell) + " " + p.heading(c.Table, cell.Column) + " " + p.quoted(cell.Old) + " → " +
			p.quoted(cell.New)
	}
	return head
}
