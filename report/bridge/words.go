package bridge

import (
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// Pair is two states of a ledger, matched once: what differs can be asked at many dates.
type Pair struct{ mixer *mixer }

// NewPair matches the rows of two states of a ledger.
func NewPair(old, new *cohort.Ledger) *Pair {
	return &Pair{newMixer(&Side{Cohort: old}, &Side{Cohort: new}, Match(old, new))}
}

// Restate holds a sealed edition against the ledger as it is now, at the edition's own date: the rows that differ, and
// each figure from what was told to what the ledger gives, cause by cause. The sides have the rows of the pair, and
// may have other settings. Months are not added up.
func (p *Pair) Restate(was, is *Side) *Result {
	m := *p.mixer
	m.old, m.new = was, is
	return &Result{Old: was, New: is, Rows: m.changes, HasRows: true, Restated: m.restatedFigures()}
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
	head := strings.Join([]string{causeWords[late(c.Kind)].In(l), c.Line().Name(), p.where(c)}, "  ") + p.moved(c)
	if c.Kind == Removed || c.Kind == Added {
		return head
	}
	for _, cell := range c.Cells() {
		head += "  " + p.cellPlaces(cell) + " " + p.heading(c.Table, cell.Column) + " " + p.quoted(cell.Old) + " → " +
			p.quoted(cell.New)
	}
	return head
}
