package kpi

import "pilot90/cohort"

// sheet is what every table of a cohort can say about itself, whatever its records are.
type sheet struct {
	present bool
	faulty  int
	has     func(column string) bool
	lacking func(column string) []*cohort.Source
}

func sheetOf[T any](t *cohort.Table[T]) sheet {
	return sheet{present: t.Present, faulty: len(t.Excluded), has: t.Has, lacking: t.Lacking}
}

func (w *Window) sheet(k cohort.Key) sheet {
	c := w.Cohort
	switch k {
	case cohort.ParticipantsKey:
		return sheetOf(&c.Participants)
	case cohort.TrainingsKey:
		return sheetOf(&c.Trainings)
	case cohort.ClientsKey:
		return sheetOf(&c.Clients)
	case cohort.ContractsKey:
		return sheetOf(&c.Contracts)
	case cohort.TasksKey:
		return sheetOf(&c.Tasks)
	case cohort.SupportKey:
		return sheetOf(&c.Support)
	case cohort.SurveysKey:
		return sheetOf(&c.Surveys)
	case cohort.BudgetKey:
		return sheetOf(&c.Budget)
	case cohort.MetricsKey:
		return sheetOf(&c.Metrics)
	case cohort.PublicationsKey:
		return sheetOf(&c.Publications)
	}
	return sheet{has: func(string) bool { return false }, lacking: func(string) []*cohort.Source { return nil }}
}

// Present reports whether the ledger has the sheet.
func (w *Window) Present(k cohort.Key) bool { return w.sheet(k).present }

// Faulty returns how many rows of the sheet are left out because of an error finding.
func (w *Window) Faulty(k cohort.Key) int { return w.sheet(k).faulty }

// Has reports whether the ledger has the column.
func (w *Window) Has(c Column) bool { return w.sheet(c.Table).has(c.Key) }

// LackingInPart reports whether a sheet with records of the table lacks the column while another
// one has it.
func (w *Window) LackingInPart(c Column) bool { return len(w.sheet(c.Table).lacking(c.Key)) > 0 }
