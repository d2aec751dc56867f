package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/term"
)

// WriteText prints the figures as a table for a terminal: title, value, basis, then the reason or
// the caveat on the same line; below it the funnel and the 10-10-10 rule.
func WriteText(w io.Writer, run Run) error {
	run.plan = &Plan{}
	e := run.env()
	b := bufio.NewWriter(w)
	clock := run.Window.Clock
	fmt.Fprintf(b, "%s\n%s %s  %s %s〜%s  %s\n\n", run.Cohort.Pilot.Program.Name, e.words("基準日", "as of"), clock.AsOf,
		e.words("期間", "period"), clock.From, clock.To, e.open())
	for i := range run.Result.Figures {
		textFigure(e, b, &run.Result.Figures[i])
	}
	if slices.ContainsFunc(run.Result.Figures, func(f kpi.Figure) bool { return !f.Open.Empty() }) {
		fmt.Fprintln(b, e.openNote())
	}
	fmt.Fprintf(b, "\n%s\n", e.words("90日の歩み", "Funnel"))
	for _, s := range run.Result.Funnel.Stages {
		count := none
		if s.Count != nil {
			count = fmt.Sprint(*s.Count)
		}
		fmt.Fprintf(b, "  %s%s\n", term.Pad(e.say(s.Title), 24), term.PadLeft(count, 6))
	}
	textForecasts(e, b)
	fmt.Fprintf(b, "\n%s\n", e.words("チェックリスト", "Checklist"))
	for _, c := range run.Result.Checklist {
		fmt.Fprintf(b, "  %s%s\n", term.Pad(e.answer(c), 14), e.say(c.Title))
	}
	return b.Flush()
}

// textForecasts says of each figure with a target whether it will be met by the period's end.
func textForecasts(e *Env, b *bufio.Writer) {
	if len(e.Result.Forecasts) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", e.words("目標の見通し（期間の終わり）", "Outlook at the period's end"))
	for _, f := range e.Result.Forecasts {
		line := "  " + term.Pad(e.say(f.Title), 44) + e.words("目標 ", "target ") + e.quantity(f.Target, f.Unit)
		if f.Probability != nil {
			line += e.words("　届く見込み ", "  chance ") + content.Percent(*f.Probability)
		}
		if f.Interval80 != nil {
			line += e.words("　80 %区間 ", "  80 % interval ") + e.quantity(f.Interval80[0], f.Unit) + "–" +
				e.quantity(f.Interval80[1], f.Unit)
		}
		if !f.Reason.Empty() {
			line += "  " + e.say(f.Reason)
		}
		fmt.Fprintln(b, line)
	}
}

func textFigure(e *Env, b *bufio.Writer, f *kpi.Figure) {
	line := term.Pad(e.say(f.Title), 46) + term.PadLeft(e.value(f), 14)
	switch {
	case f.Value == nil:
		line += "  " + e.say(f.Reason)
	default:
		line += "  " + term.Pad(e.basis(f)+dagger(f), 20) + e.caveat(f)
	}
	fmt.Fprintln(b, strings.TrimRight(line, " "))
}
