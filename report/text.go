package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/block"
	"pilot90/report/plan"
	"pilot90/report/term"
)

// WriteText prints the figures as a table for a terminal, with ids before the titles if asked for: title, value, basis,
// then the reason or the caveat on the same line; below it the funnel and the 10-10-10 rule.
func WriteText(w io.Writer, run Run, ids bool) error {
	run.plan = &plan.Plan{}
	e := run.env()
	b := bufio.NewWriter(w)
	clock := run.Window.Clock
	for _, n := range kpi.Notices(clock, run.Result.Only) {
		fmt.Fprintf(b, "%s\n\n", e.Say(n))
	}
	fmt.Fprintf(b, "%s\n%s %s  %s %s〜%s  %s\n\n", run.Result.Program, e.Words("基準日", "as of"), clock.AsOf,
		e.Words("期間", "period"), clock.From, clock.To, e.Open())
	for i := range run.Result.Figures {
		if ids {
			fmt.Fprint(b, term.Pad(run.Result.Figures[i].ID, 34))
		}
		textFigure(e, b, &run.Result.Figures[i])
	}
	if slices.ContainsFunc(run.Result.Figures, func(f kpi.Figure) bool { return !f.Open.Empty() }) {
		fmt.Fprintln(b, e.OpenNote())
	}
	fmt.Fprintf(b, "\n%s\n", e.Say(facts.CycleTitle(run.Cohort.Pilot.Cycle)))
	for _, s := range run.Result.Funnel.Stages {
		count := block.None
		if s.Count != nil {
			count = fmt.Sprint(*s.Count)
		}
		fmt.Fprintf(b, "  %s%s\n", term.Pad(e.Say(s.Title), 24), term.PadLeft(count, 6))
	}
	textCohorts(e, b)
	textForecasts(e, b)
	fmt.Fprintf(b, "\n%s\n", e.Words("チェックリスト", "Checklist"))
	for _, c := range run.Result.Checklist {
		fmt.Fprintf(b, "  %s%s\n", term.Pad(e.Answer(c), 14), e.Say(c.Title))
	}
	return b.Flush()
}

// textCohorts prints the cohorts side by side, a column each.
func textCohorts(e *block.Env, b *bufio.Writer) {
	t := e.Cohorts()
	if t == nil {
		return
	}
	fmt.Fprintf(b, "\n%s\n  %s", t.Caption, term.Pad("", 34))
	for _, c := range t.Columns[1:] {
		fmt.Fprint(b, term.PadLeft(c.Head, 26))
	}
	for _, row := range t.Rows {
		fmt.Fprintf(b, "\n  %s", term.Pad(row[0], 34))
		for _, text := range row[1:] {
			fmt.Fprint(b, term.PadLeft(text, 26))
		}
	}
	fmt.Fprintln(b)
	for _, n := range t.Notes {
		fmt.Fprintf(b, "  %s\n", n)
	}
}

// textForecasts says of each figure with a target whether it will be met by the period's end.
func textForecasts(e *block.Env, b *bufio.Writer) {
	if len(e.Result.Forecasts) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", e.Words("目標の見通し（期間の終わり）", "Outlook at the period's end"))
	for _, f := range e.Result.Forecasts {
		line := "  " + term.Pad(e.Say(f.Title), 44) + e.Words("目標 ", "target ") + e.Quantity(f.Target, f.Unit)
		if f.Probability != nil {
			line += e.Words("　届く見込み ", "  chance ") + e.Chance(*f.Probability)
		}
		if f.Interval80 != nil {
			line += e.Words("　80%区間 ", "  80% interval ") + e.Quantity(f.Interval80[0], f.Unit) + "–" +
				e.Quantity(f.Interval80[1], f.Unit)
		}
		if !f.Reason.Empty() {
			line += "  " + e.Say(f.Reason)
		}
		fmt.Fprintln(b, line)
	}
}

func textFigure(e *block.Env, b *bufio.Writer, f *kpi.Figure) {
	line := term.Pad(e.Say(f.Title), 46) + term.PadLeft(e.Value(f), 14)
	switch {
	case f.Value == nil:
		line += "  " + e.Say(f.Reason)
	default:
		line += "  " + term.Pad(e.Basis(f)+block.Dagger(f), 20) + e.Caveat(f)
	}
	fmt.Fprintln(b, strings.TrimRight(line, " "))
}
