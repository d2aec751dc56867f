package report

import (
	"fmt"
	"math"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
)

// mostPoints is how many weak points and next steps a page that is read at one glance holds; the
// rest is counted.
const mostPoints = 5

var weakPointsKind = Kind{
	Name:  "weak_points",
	About: "うまくいかなかったこと",
	Build: (*Env).weakPoints,
}

// weakPoints states what went badly: unmet targets, limits of the checklist that do not hold, the
// step that loses people, open errors.
func (e *Env) weakPoints(PlanBlock) []content.Block { return []content.Block{e.weakTable()} }

var nextStepsKind = Kind{
	Name:  "next_steps",
	About: "次の一手",
	Build: (*Env).nextSteps,
}

func (e *Env) nextSteps(PlanBlock) []content.Block { return []content.Block{e.nextTable()} }

var weakAndNextKind = Kind{
	Name:  "weak_and_next",
	About: "うまくいかなかったことと次の一手",
	Build: (*Env).weakAndNext,
}

// weakAndNext sets both side by side.
func (e *Env) weakAndNext(PlanBlock) []content.Block {
	weak, next := e.weakTable(), e.nextTable()
	e.cut(weak)
	e.cut(next)
	return []content.Block{content.Beside{Parts: [][]content.Block{{weak}, {next}}}}
}

func (e *Env) cut(t *content.Table) {
	if rest := len(t.Rows) - mostPoints; rest > 0 {
		t.Rows = append(t.Rows[:mostPoints:mostPoints],
			[]string{e.words(fmt.Sprintf("ほか %d 件", rest), fmt.Sprintf("and %d more", rest))})
	}
}

func (e *Env) weakTable() *content.Table {
	t := &content.Table{ID: "weak_points", Columns: []content.Column{{Head: e.words("うまくいかなかったこと", "What went badly")}}}
	missed := 0
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			missed++
			t.Rows = append(t.Rows, []string{e.words(e.say(f.Title)+"は "+e.value(f)+" で、目標 "+e.counted(f, *f.Target)+" に届いていません",
				e.say(f.Title)+": "+e.value(f)+", target "+e.counted(f, *f.Target)+" not reached")})
		}
	}
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			if !c.Suppressed && !cond.Suppressed && cond.Value != nil && !cond.Holds() {
				t.Rows = append(t.Rows, []string{e.words("「"+e.say(c.Title)+"」の目安の外：", e.say(c.Title)+": ") + e.condition(cond)})
			}
		}
	}
	if l := e.Result.Attrition; l != nil && !l.Suppressed {
		t.Rows = append(t.Rows, []string{e.say(l.Text)})
	}
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		t.Rows = append(t.Rows, []string{e.words(fmt.Sprintf("台帳に要修正の行が %d 件あり、計算から除いています（†）", errors),
			plural(errors, "row of the ledger has an error and is left out (†)",
				"rows of the ledger have errors and are left out (†)"))})
	}
	t.Caption = e.weakTitle(missed, len(t.Rows))
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, []string{e.nothingOutside()})
	}
	return t
}

// weakTitle says how much went badly: targets where they were missed, else whatever else is listed,
// and that no target was missed only where there is one.
func (e *Env) weakTitle(missed, listed int) string {
	switch {
	case missed > 0:
		return e.words(fmt.Sprintf("目標に届かなかった指標は %d つです", missed), plural(missed, "target was missed", "targets were missed"))
	case listed > 0:
		return e.words(fmt.Sprintf("うまくいかなかったことが %d つあります", listed), plural(listed, "thing went badly", "things went badly"))
	case !e.anyTarget():
		return e.words("目標は決められていません", "No targets have been set")
	}
	compared, open := 0, 0
	for i := range e.Result.Figures {
		switch f := &e.Result.Figures[i]; {
		case f.Target == nil:
		case f.Value != nil:
			compared++
		default:
			open++
		}
	}
	switch {
	case compared == 0:
		return e.words("目標と比べて示せる指標はありません", "No figure can be shown against its target")
	case open > 0:
		return e.words("数字を示せる指標のうち、目標に届かなかったものはありません", "Of the figures that can be shown, none missed its target")
	}
	return e.words("目標に届かなかった指標はありません", "No target was missed")
}

// nothingOutside says that the checklist has nothing to blame, as far as it can be shown: what is
// hidden or has no data is not called good.
func (e *Env) nothingOutside() string {
	known, hidden := 0, false
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			switch {
			case c.Suppressed || cond.Suppressed:
				hidden = true
			case cond.Value != nil:
				known++
			}
		}
	}
	switch {
	case hidden:
		return e.words("伏せた項目（x）のほかには、点検で目安の外になった項目はありません",
			"Apart from what is not shown (x), nothing on the checklist is outside its limits")
	case known == 0:
		return e.words("点検に要る記録がまだありません", "There are no records yet to check")
	}
	return e.words("点検で目安の外になった項目はありません", "Nothing on the checklist is outside its limits")
}

func (e *Env) missed(f *kpi.Figure) bool {
	return f.Target != nil && f.Value != nil && !e.reached(f)
}

// nextTable says what follows from the figures: what each missed target still takes, the errors to
// mend, what the municipality has decided, and the last day to begin.
func (e *Env) nextTable() *content.Table {
	t := &content.Table{ID: "next_steps", Caption: e.words("次にすること", "What comes next"),
		Columns: []content.Column{{Head: e.words("次の一手", "Next step")}}}
	add := func(text string) { t.Rows = append(t.Rows, []string{text}) }
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			add(e.gap(f))
		}
	}
	for _, g := range e.Result.Grants {
		if g.Grant.NextStep != "" {
			add(e.words("今後の方針：", "Decided: ") + g.Grant.NextStep)
		}
	}
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		add(e.words(fmt.Sprintf("台帳の要修正 %d 件を直し、数字を確定する", errors),
			"Mend "+plural(errors, "error", "errors")+" of the ledger and settle the figures"))
	}
	add(e.begin())
	return t
}

// gap says what is missing to a target: whole records where the counts may be shown.
func (e *Env) gap(f *kpi.Figure) string {
	title := e.say(f.Title) + e.words("：", ": ")
	if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && e.better(f.ID) != kpi.Lower &&
		*f.Denominator < 1e5 {
		more := math.Ceil(*f.Target**f.Denominator-1e-9) - *f.Numerator
		return title + e.words(
			fmt.Sprintf("%s のうちあと %s で目標に届く（いま %s）", content.Round(*f.Denominator, 0), content.Round(more, 0), e.basis(f)),
			fmt.Sprintf("%s more of %s reach the target (now %s)", content.Round(more, 0), content.Round(*f.Denominator, 0),
				e.basis(f)))
	}
	if f.Unit == kpi.Ratio {
		points := content.Round(math.Abs(*f.Target-*f.Value)*100, 1)
		return title + e.words("目標まで "+points+" ポイント", points+" points to the target")
	}
	away := e.counted(f, math.Abs(*f.Target-*f.Value))
	return title + e.words("目標まであと "+away, away+" to the target")
}

// begin says when the next cycle has to start at the latest to end within its fiscal year.
func (e *Env) begin() string {
	day := e.day(facts.LatestStart(e.Cohort.Pilot.Cycle, e.Window.Clock.To.FiscalYear()+1))
	days := e.Cohort.Pilot.Cycle.Length()
	return e.words(fmt.Sprintf("次の年度のサイクル（%d日）は、遅くとも %s に始める", days, day),
		fmt.Sprintf("Start the next fiscal year's cycle of %d days on %s at the latest", days, day))
}
