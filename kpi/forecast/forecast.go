// Package forecast turns a figure with a target into the probability that it is met at the end of the period,
// and the interval of the values then.
//
// The one idea: a simple stated model for each kind of figure (a ratio, a count, a length of time), with its
// numbers put in words, and silence while the records are few. It knows no figure by name; forecasts of
// amounts are not made, only the pace that is needed.
package forecast

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// leastRecords is how many records a forecast rests on at least, and leastDays how many days.
const leastRecords, leastDays = 5, 30

// All returns a forecast for each figure with a target, in the order of the figures.
func All(defs []kpi.Definition, w *kpi.Window, figures []kpi.Figure) []kpi.Forecast {
	var all []kpi.Forecast
	h := &kpi.Horizon{Window: w, End: w.Clock.End, Since: max(w.Clock.From, firstRecord(w))}
	for _, d := range kpi.Expanded(defs, w) {
		if f := kpi.Find(figures, d.ID); f != nil && f.Target != nil {
			h.Definition = d
			all = append(all, forecastOf(h, f))
		}
	}
	return all
}

func forecastOf(h *kpi.Horizon, f *kpi.Figure) kpi.Forecast {
	w, d := h.Window, h.Definition
	out := kpi.Forecast{Figure: f.ID, Title: f.Title, Unit: f.Unit, Target: *f.Target, Now: f.Value}
	switch {
	case h.End <= w.Clock.AsOf && f.Value != nil:
		settled(h, f, &out)
	case h.End <= w.Clock.AsOf:
		out.Reason = f.Reason
	case d.Outlook == nil:
		out.Reason = noOutlook
	default:
		d.Outlook.Foresee(h, f, &out)
	}
	if out.Probability == nil && out.Reason.Empty() {
		out.Reason = f.Reason
	}
	return out
}

var noOutlook = lang.Text{
	JA: "この指標には、期間の終わりの値を見込む計算を用意していません",
	EN: "there is no model for the value of this figure at the end of the period",
}

// settled is the "forecast" of a period that is over: the result.
func settled(h *kpi.Horizon, f *kpi.Figure, out *kpi.Forecast) {
	out.Model = lang.Text{JA: "対象期間は終わっています。見込みではなく結果です", EN: "the period is over: this is the result"}
	out.Probability, out.Interval80 = new(0.0), &[2]float64{*f.Value, *f.Value}
	if h.Definition.Better.Meets(*f.Value, out.Target) {
		*out.Probability = 1
	}
}

// firstRecord is the earliest date of a participant, a contract or a task.
func firstRecord(w *kpi.Window) cell.Day {
	first := w.Clock.AsOf
	for _, p := range w.Participants {
		if p.StartDate.Known {
			first = min(first, kpi.Registered(p), p.StartDate.Value)
		}
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
func tooEarly(out *kpi.Forecast, until cell.Day, why lang.Text) {
	out.TooEarlyUntil = &until
	out.Reason = lang.Text{
		JA: fmt.Sprintf("%s まではまだ見込めません（%s）", until, why.JA),
		EN: fmt.Sprintf("too early to say until %s (%s)", until, why.EN),
	}
}

// tooFewDays reports, and says, that the ledger has too few days yet.
func tooFewDays(h *kpi.Horizon, out *kpi.Forecast, least int) bool {
	if h.Watched() >= float64(least) {
		return false
	}
	tooEarly(out, h.Since+cell.Day(least), lang.Text{
		JA: fmt.Sprintf("記録が%d日分たまってから見込みます", least), EN: fmt.Sprintf("needs %d days of records", least)})
	return true
}

// daysAMonth is the length of a month, as for all durations.
const daysAMonth = 30.4375

// Accruing is the outlook of a sum that goes on growing: only the pace that the target needs.
type Accruing struct{}

// Foresee gives the pace alone.
func (Accruing) Foresee(h *kpi.Horizon, f *kpi.Figure, out *kpi.Forecast) {
	out.Reason = lang.Text{
		JA: "金額や数量は1件ごとの差が大きいため、達成の見込みは計算していません。必要なペースだけを示します",
		EN: "amounts differ too much from one to the next for a probability; only the pace needed is given",
	}
	if f.Value != nil {
		paceNeeded(h, *f.Value, out)
	}
}

// paceNeeded is what is missing ÷ the months that are left; 0 when nothing is.
func paceNeeded(h *kpi.Horizon, now float64, out *kpi.Forecast) {
	out.NeededPace = new(max(out.Target-now, 0) / h.Days() * daysAMonth)
	out.PaceOf = lang.Text{
		JA: fmt.Sprintf("残り%g日の、1か月あたりの増加", h.Days()), EN: fmt.Sprintf("increase a month over the %g days left", h.Days())}
	if h.Definition.Better == kpi.Lower {
		out.PaceOf = lang.Text{
			JA: fmt.Sprintf("残り%g日の、1か月あたりの増加の上限", h.Days()),
			EN: fmt.Sprintf("most increase a month over the %g days left", h.Days())}
	}
}
