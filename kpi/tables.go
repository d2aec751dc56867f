package kpi

import (
	"slices"

	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// sheet is what every table of a cohort can say about itself, whatever its records are.
type sheet struct {
	present bool
	faulty  int
	has     func(column string) bool
	lacking func(column string) []*record.Source
}

func sheetOf[T any](t *record.Table[T]) sheet {
	return sheet{present: t.Present, faulty: len(t.Excluded), has: t.Has, lacking: t.Lacking}
}

func (w *Window) sheet(k schema.Key) sheet {
	c := w.Cohort
	switch k {
	case schema.Participants:
		return sheetOf(&c.Participants)
	case schema.Trainings:
		return sheetOf(&c.Trainings)
	case schema.Clients:
		return sheetOf(&c.Clients)
	case schema.Contracts:
		return sheetOf(&c.Contracts)
	case schema.Tasks:
		return sheetOf(&c.Tasks)
	case schema.Payments:
		return sheetOf(&c.Payments)
	case schema.Invoices:
		return sheetOf(&c.Invoices)
	case schema.Support:
		return sheetOf(&c.Support)
	case schema.Surveys:
		return sheetOf(&c.Surveys)
	case schema.Budget:
		return sheetOf(&c.Budget)
	case schema.Metrics:
		return sheetOf(&c.Metrics)
	case schema.Publications:
		return sheetOf(&c.Publications)
	}
	return sheet{has: func(string) bool { return false }, lacking: func(string) []*record.Source { return nil }}
}

// Present reports whether the ledger has the sheet.
func (w *Window) Present(k schema.Key) bool { return w.sheet(k).present }

// Faulty returns how many rows of the sheet are left out because of an error finding.
func (w *Window) Faulty(k schema.Key) int { return w.sheet(k).faulty }

// Has reports whether the ledger has the column, or the sheet that does as well: with a column of the same key,
// where its table knows one.
// A column that is blank in every row is none where a blank leaves the row out of figures.
func (w *Window) Has(c Column) bool {
	if known, asked := w.filledIn(c); asked {
		return known
	}
	if w.sheet(c.Table).has(c.Key) ||
		c.Untold && slices.ContainsFunc(w.Cohort.Tasks.Sources, (*record.Source).HoursUntold) {
		return true
	}
	other := c.other()
	return c.Or != "" && w.Present(c.Or) && (other == Column{} || w.sheet(c.Or).has(other.Key))
}

// LackingInPart reports whether a sheet with records of the table lacks the column while another
// one has it.
func (w *Window) LackingInPart(c Column) bool {
	return c.Table != "" && len(w.sheet(c.Table).lacking(c.Key)) > 0
}

// other is the column of the same key in the sheet that does as well; the zero Column where there is none.
func (c Column) other() Column {
	if c.Or == "" || schema.ByKey(c.Or).Column(c.Key) == nil {
		return Column{}
	}
	return Column{Table: c.Or, Key: c.Key}
}
