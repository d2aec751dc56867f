package block

import (
	"fmt"
	"math"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var nextStepsKind = Kind{
	Name:  "next_steps",
	About: "次の一手",
	Build: (*Env).nextSteps,
}

func (e *Env) nextSteps(plan.Block) []content.Block { return []content.Block{e.nextTable()} }

// nextTable says what follows from the figures: what each missed target still takes, the errors to
// mend, what the municipality has decided, and the last day to begin.
func (e *Env) nextTable() *content.Table {
	t := &content.Table{ID: "next_steps", Caption: e.Words("次にすること", "What comes next"),
		Columns: []content.Column{{Head: e.Words("次の一手", "Next step")}}}
	add := func(text string) { t.Rows = append(t.Rows, []string{text}) }
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			add(e.gap(f))
		}
	}
	for _, g := range e.Result.Grants {
		if g.Grant.NextStep != "" {
			add(e.Words("今後の方針：", "Decided: ") + g.Grant.NextStep)
		}
	}
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		add(e.Words(fmt.Sprintf("台帳の要修正 %d 件を直し、数字を確定する", errors),
			"Mend "+plural(errors, "error", "errors")+" of the ledger and settle the figures"))
	}
	add(e.begin())
	return t
}

// gap says what is missing to a target: whole records where the counts may be shown.
func (e *Env) gap(f *kpi.Figure) string {
	title := e.Say(f.Title) + e.Words("：", ": ")
	if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && f.Better != kpi.Lower &&
		*f.Denominator < 1e5 {
		more := math.Ceil(float64(*f.Target**f.Denominator)-1e-9) - *f.Numerator
		return title + e.Words(
			fmt.Sprintf("%s のうちあと %s で目標に届く（いま %s）", content.Round(*f.Denominator, 0), content.Round(more, 0), e.Basis(f)),
			fmt.Sprintf("%s more of %s reach the target (now %s)", content.Round(more, 0), content.Round(*f.Denominator, 0),
				e.Basis(f)))
	}
	if f.Unit == kpi.Ratio {
		points := content.Round(math.Abs(*f.Target-*f.Value)*100, 1)
		return title + e.Words("目標まで "+points+" ポイント", points+" points to the target")
	}
	away := e.counted(f, math.Abs(*f.Target-*f.Value))
	return title + e.Words("目標まであと "+away, away+" to the target")
}

// begin says when the next cycle has to start at the latest to end within its fiscal year.
func (e *Env) begin() string {
	day := e.Day(facts.LatestStart(e.Cohort.Pilot.Cycle, e.Window.Clock.To.FiscalYear()+1))
	days := e.Cohort.Pilot.Cycle.Length()
	return e.Words(fmt.Sprintf("次の年度のサイクル（%d日）は、遅くとも %s に始める", days, day),
		fmt.Sprintf("Start the next fiscal year's cycle of %d days on %s at the latest", days, day))
}

func (e *Env) missed(f *kpi.Figure) bool {
	return f.Target != nil && f.Value != nil && !reached(f)
}
