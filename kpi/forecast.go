package kpi

import (
	"fmt"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// Forecast says whether a figure will meet its target by the end of the reporting period.
type Forecast struct {
	Figure string
	Title  finding.Text
	Unit   Unit
	Target float64
	Now    *float64     // the value at A
	Model  finding.Text // what is assumed, with its numbers
	// Probability is that of the target being met at the period's end, and Interval80 holds the value
	// then with a probability of 80 %. Both are nil, for Reason, where nothing can be said.
	Probability *float64
	Interval80  *[2]float64
	// NeededPace is what the rest of the period must bring for the target to be met: a number a month,
	// or a share of the records to come (over 1: out of reach). PaceOf says which.
	NeededPace    *float64
	PaceOf        finding.Text
	TooEarlyUntil *cell.Day // the day from which a forecast can be made, if records go on coming
	Reason        finding.Text
}

// Outlook is how a figure's value develops to the end of the period: a simple stated model.
type Outlook interface {
	// foresee fills everything but what the figure itself says.
	foresee(a *ahead, f *Figure, out *Forecast)
}

// ahead is what the outlooks look at: the window, and what is left of the period.
type ahead struct {
	*Window
	def   Definition
	end   cell.Day // last day of the period, after A
	since cell.Day // the first day of the period on which the ledger has records

	others map[cell.Day]*Window // the ledger of today as of other days
}

// leastRecords is how many records a forecast rests on at least, and leastDays how many days.
const leastRecords, leastDays = 5, 30

// Forecasts returns a forecast for each figure with a target, in the order of the figures.
func Forecasts(defs []Definition, w *Window, figures []Figure) []Forecast {
	var all []Forecast
	a := &ahead{Window: w, end: w.Clock.End, since: max(w.Clock.From, firstRecord(w)), others: map[cell.Day]*Window{}}
	for _, d := range Expanded(defs, w) {
		if f := Find(figures, d.ID); f != nil && f.Target != nil {
			a.def = d
			all = append(all, a.forecast(f))
		}
	}
	return all
}

func (a *ahead) forecast(f *Figure) Forecast {
	w, d := a.Window, a.def
	out := Forecast{Figure: f.ID, Title: f.Title, Unit: f.Unit, Target: *f.Target, Now: f.Value}
	switch {
	case a.end <= w.Clock.AsOf && f.Value != nil:
		a.settled(f, &out)
	case a.end <= w.Clock.AsOf:
		out.Reason = f.Reason
	case d.Outlook == nil:
		out.Reason = noOutlook
	default:
		d.Outlook.foresee(a, f, &out)
	}
	if out.Probability == nil && out.Reason.Empty() {
		out.Reason = f.Reason
	}
	return out
}

var noOutlook = finding.Text{
	JA: "この指標には、期間の終わりの値を見込む計算を用意していません",
	EN: "there is no model for the value of this figure at the end of the period",
}

// settled is the "forecast" of a period that is over: the result.
func (a *ahead) settled(f *Figure, out *Forecast) {
	out.Model = finding.Text{JA: "対象期間は終わっています。見込みではなく結果です", EN: "the period is over: this is the result"}
	out.Probability, out.Interval80 = new(0.0), &[2]float64{*f.Value, *f.Value}
	if a.meets(*f.Value, out.Target) {
		*out.Probability = 1
	}
}

// meets reports whether a value is on the right side of the target.
func (a *ahead) meets(value, target float64) bool {
	if a.def.Better == Lower {
		return value <= target
	}
	return value >= target
}

// days is what is left of the period after A.
func (a *ahead) days() float64 { return float64(a.end - a.Clock.AsOf) }

// watched is how many days of the period lie between the first records and A.
func (a *ahead) watched() float64 { return float64(a.Clock.AsOf - a.since) }

// on computes the figure as the rows of today would give it on another day: how many records it
// will have, or how many it had.
func (a *ahead) on(day cell.Day) Figure {
	if a.others[day] == nil {
		clock := cohort.Clock{AsOf: day, From: a.Clock.From, To: min(day, a.end), End: a.end}
		a.others[day] = NewWindow(a.known(), clock)
	}
	return compute(a.def, a.others[day])
}

// known is the ledger without the rows dated after A.
func (a *ahead) known() *cohort.Cohort {
	c := *a.Cohort
	c.Participants.Rows, c.Trainings.Rows, c.Contracts.Rows = a.Participants, a.Trainings, a.Contracts
	c.Tasks.Rows, c.Support.Rows, c.Surveys.Rows = a.Tasks, a.Support, a.Surveys
	c.Budget.Rows, c.Metrics.Rows, c.Publications.Rows = a.Budget, a.Metrics, a.Publications
	return &c
}

// firstRecord is the earliest date of a participant, a contract or a task.
func firstRecord(w *Window) cell.Day {
	first := w.Clock.AsOf
	for _, p := range w.Participants {
		first = min(first, Registered(p), p.StartDate.Value)
	}
	for _, c := range w.Contracts {
		first = min(first, c.StartDate.Value)
	}
	for _, t := range w.Tasks {
		first = min(first, t.Date.Value)
	}
	return first
}

// tooEarly says that nothing can be said before a day, and why.
func (out *Forecast) tooEarly(until cell.Day, why finding.Text) {
	out.TooEarlyUntil = &until
	out.Reason = finding.Text{
		JA: fmt.Sprintf("%s まではまだ見込めません（%s）", until, why.JA),
		EN: fmt.Sprintf("too early to say until %s (%s)", until, why.EN),
	}
}

// tooFewDays reports, and says, that the ledger has too few days yet.
func (a *ahead) tooFewDays(out *Forecast, least int) bool {
	if a.watched() >= float64(least) {
		return false
	}
	out.tooEarly(a.since+cell.Day(least), finding.Text{
		JA: fmt.Sprintf("記録が %d 日分たまってから見込みます", least), EN: fmt.Sprintf("needs %d days of records", least)})
	return true
}

// daysAMonth is the length of a month, as for all durations.
const daysAMonth = 30.4375

// Accruing is the outlook of a sum that goes on growing: only the pace that the target needs.
type Accruing struct{}

func (Accruing) foresee(a *ahead, f *Figure, out *Forecast) {
	out.Reason = finding.Text{
		JA: "金額や数量は1件ごとの差が大きいため、達成の見込みは計算していません。必要なペースだけを示します",
		EN: "amounts differ too much from one to the next for a probability; only the pace needed is given",
	}
	if f.Value != nil {
		a.paceNeeded(*f.Value, out)
	}
}

// paceNeeded is what is missing ÷ the months that are left; 0 when nothing is.
func (a *ahead) paceNeeded(now float64, out *Forecast) {
	out.NeededPace = new(max(out.Target-now, 0) / a.days() * daysAMonth)
	out.PaceOf = finding.Text{
		JA: fmt.Sprintf("残り %g 日の、1か月あたりの増加", a.days()), EN: fmt.Sprintf("increase a month over the %g days left", a.days())}
	if a.def.Better == Lower {
		out.PaceOf = finding.Text{
			JA: fmt.Sprintf("残り %g 日の、1か月あたりの増加の上限", a.days()),
			EN: fmt.Sprintf("most increase a month over the %g days left", a.days())}
	}
}
