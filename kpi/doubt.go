package kpi

import (
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// doubts are the cells that error findings put in question.
type doubts struct {
	cells     map[rowPlace]map[int]bool      // columns by row; wholeRow stands for all of them
	strangers map[schema.Key]map[string]bool // ids that rows refer to and the table does not have
}

type rowPlace struct {
	file, sheet string
	row         int
}

const wholeRow = 0

// refersTo names the table that lacks the id, for findings of an id that no row has.
var refersTo = map[string]schema.Key{
	"C202": schema.Participants, "C203": schema.Clients, "C204": schema.Contracts,
}

// oneCell are the findings between cells that are about one cell all the same.
var oneCell = map[string]bool{"C202": true, "C203": true, "C204": true, "C218": true, "C270": true}

// newDoubts gathers the error findings of cells (C1) and between cells (C2). Of a C1 finding the
// cells of its range are in question; of a C2 finding, which compares several, the whole of every
// row it names.
func newDoubts(c *cohort.Ledger) *doubts {
	d := &doubts{cells: map[rowPlace]map[int]bool{}, strangers: map[schema.Key]map[string]bool{}}
	for _, f := range c.Findings {
		if f.Severity != finding.Error || !strings.HasPrefix(f.Code, "C1") && !strings.HasPrefix(f.Code, "C2") {
			continue
		}
		for _, part := range finding.Unfold([]finding.Finding{f}) {
			d.take(part)
		}
	}
	return d
}

func (d *doubts) take(f finding.Finding) {
	if k, ok := refersTo[f.Code]; ok {
		if d.strangers[k] == nil {
			d.strangers[k] = map[string]bool{}
		}
		d.strangers[k][f.Value] = true
	}
	if strings.HasPrefix(f.Code, "C1") || oneCell[f.Code] {
		d.mark(f.Place, false)
		return
	}
	d.mark(f.Place, true)
	for _, p := range f.Related {
		d.mark(p, true)
	}
}

func (d *doubts) mark(p finding.Place, whole bool) {
	area, ok := grid.ParseRange(p.Range)
	if !ok {
		return
	}
	for row := area.FromRow; row <= area.ToRow; row++ {
		at := rowPlace{p.File, p.Sheet, row}
		if d.cells[at] == nil {
			d.cells[at] = map[int]bool{}
		}
		if whole {
			d.cells[at][wholeRow] = true
			continue
		}
		for col := area.FromCol; col <= area.ToCol; col++ {
			d.cells[at][col] = true
		}
	}
}

func placeOf(r record.Row) rowPlace { return rowPlace{r.Source.File, r.Source.Sheet, r.Number} }

// Sure reports whether no error finding puts the field in question: what it holds, a blank
// included, stays when the row is put right.
func Sure[T any](w *Window, r record.Row, f record.Field[T]) bool {
	row, col := r.Address(f.Col)
	at := w.doubts.cells[rowPlace{r.Source.File, r.Source.Sheet, row}]
	return !w.doubts.cells[placeOf(r)][wholeRow] && !(col > 0 && at[col])
}

// Strangers counts the ids that rows refer to and the table does not have.
func (w *Window) Strangers(table schema.Key) int { return len(w.doubts.strangers[table]) }

// questioned is the key of Questioned in what a window keeps.
type questioned schema.Key

// Questioned counts the participants, contracts or clients that are in use and that an error finding
// of another row puts in question, or whose terms that row may be one of; 0 for any other table.
func (w *Window) Questioned(table schema.Key) int {
	return Kept(w, questioned(table), func() int {
		switch table {
		case schema.Participants:
			return inQuestion(w, w.Cohort.Participants.Rows)
		case schema.Contracts:
			return inQuestion(w, w.Cohort.Contracts.Rows) + w.extended()
		case schema.Clients:
			return inQuestion(w, w.Cohort.Clients.Rows)
		}
		return 0
	})
}

func inQuestion[R record.Record](w *Window, rows []R) (n int) {
	for _, r := range rows {
		if w.doubts.cells[placeOf(r.At())][wholeRow] {
			n++
		}
	}
	return n
}

// extended counts the contracts, not in question themselves, that a row left out may turn out to be a term of.
func (w *Window) extended() (n int) {
	if w.Pilot.Settings.SeparateRenewals || len(w.Cohort.Contracts.Excluded) == 0 {
		return 0
	}
	kindred := record.Kindred(w.Cohort.Contracts.Excluded)
	for _, c := range w.Cohort.Contracts.Rows {
		if !w.doubts.cells[placeOf(c.Row)][wholeRow] && kindred(c) {
			n++
		}
	}
	return n
}
