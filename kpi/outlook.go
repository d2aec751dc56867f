package kpi

import (
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
)

// Forecast says whether a figure will meet its target by the end of the reporting period.
type Forecast struct {
	Figure string
	Title  lang.Text
	Unit   Unit
	Target float64
	Now    *float64  // the value at A
	Model  lang.Text // what is assumed, with its numbers
	// Probability is that of the target being met at the period's end, and Interval80 holds the value
	// then with a probability of 80 %. Both are nil, for Reason, where nothing can be said.
	Probability *float64
	Interval80  *[2]float64
	// NeededPace is what the rest of the period must bring for the target to be met: a number a month,
	// or a share of the records to come (over 1: out of reach). PaceOf says which.
	NeededPace    *float64
	PaceOf        lang.Text
	ToCome        *int      // of a ratio: how many more records come by the period's end; nil: not known
	TooEarlyUntil *cell.Day // the day from which a forecast can be made, if records go on coming
	Reason        lang.Text
}

// Outlook is how a figure's value develops to the end of the period: a simple stated model.
type Outlook interface {
	// Foresee fills everything but what the figure itself says.
	Foresee(h *Horizon, f *Figure, out *Forecast)
}

// Horizon is what the outlooks look at: the window, the figure's definition, and what is left of the
// period.
type Horizon struct {
	*Window
	Definition Definition
	End        cell.Day // last day of the period, after A
	Since      cell.Day // the first day of the period on which the ledger has records

	others map[cell.Day]*Window // the ledger of today as of other days
}

// Days is what is left of the period after A.
func (h *Horizon) Days() float64 { return float64(h.End - h.Clock.AsOf) }

// Watched is how many days of the period lie between the first records and A.
func (h *Horizon) Watched() float64 { return float64(h.Clock.AsOf - h.Since) }

// On computes the figure as the rows of today would give it on another day: how many records it
// will have, or how many it had.
func (h *Horizon) On(day cell.Day) Figure {
	if h.others == nil {
		h.others = map[cell.Day]*Window{}
	}
	if h.others[day] == nil {
		clock := setting.Clock{AsOf: day, From: h.Clock.From, To: min(day, h.End), End: h.End}
		h.others[day] = NewWindow(h.known(), clock)
	}
	return compute(h.Definition, h.others[day])
}

// known is the ledger without the rows dated after A.
func (h *Horizon) known() *cohort.Ledger {
	c := *h.Cohort
	c.Participants.Rows, c.Trainings.Rows, c.Contracts.Rows = h.Participants, h.Trainings, nil
	for _, k := range h.Contracts {
		c.Contracts.Rows = append(c.Contracts.Rows, record.Terms(k)...)
	}
	c.Tasks.Rows, c.Support.Rows, c.Surveys.Rows = h.Tasks, h.Support, h.Surveys
	c.Budget.Rows, c.Metrics.Rows, c.Publications.Rows = h.Budget, h.Metrics, h.Publications
	return &c
}
