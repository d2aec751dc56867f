package block

import (
	"fmt"

	"pilot90/cohort/finding"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var weakPointsKind = Kind{
	Name:  "weak_points",
	About: "うまくいかなかったこと",
	Build: (*Env).weakPoints,
}

// weakPoints states what went badly: pay below the reference and late payments, unmet targets, limits of the checklist
// that do not hold, the
// step that loses people, open errors.
func (e *Env) weakPoints(plan.Block) []content.Block { return []content.Block{e.weakTable()} }

func (e *Env) weakTable() *content.Table {
	t := &content.Table{ID: "weak_points", Columns: []content.Column{{Head: e.Words("うまくいかなかったこと", "What went badly")}}}
	missed := 0
	for _, text := range e.graveFailures() {
		t.Rows = append(t.Rows, []string{text})
	}
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			missed++
			t.Rows = append(t.Rows, []string{e.Words(e.Say(f.Title)+"は"+e.Value(f)+"で、目標"+e.counted(f, *f.Target)+"に届いていません",
				e.Say(f.Title)+": "+e.Value(f)+", target "+e.counted(f, *f.Target)+" not reached")})
		}
	}
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			if !cond.Grave && !c.Suppressed && !cond.Suppressed && cond.Value != nil && !cond.Holds() {
				t.Rows = append(t.Rows, []string{e.Words("「"+e.Say(c.Title)+"」の目安の外：", e.Say(c.Title)+": ") + e.condition(cond)})
			}
		}
	}
	if l := e.Result.Attrition; l != nil && !l.Suppressed {
		t.Rows = append(t.Rows, []string{e.Say(l.Text)})
	}
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		t.Rows = append(t.Rows, []string{e.Words(fmt.Sprintf("台帳に直すところのある行が%d件あり、計算から除いています（†）", errors),
			plural(errors, "row of the ledger has an error and is left out (†)",
				"rows of the ledger have errors and are left out (†)"))})
	}
	t.Caption = e.weakTitle(missed, len(t.Rows))
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, []string{e.nothingOutside()})
	}
	return t
}

// graveFailures are the grave conditions of the checklist that do not hold, as sentences.
func (e *Env) graveFailures() []string {
	var failures []string
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			if cond.Grave && !c.Suppressed && !cond.Suppressed && cond.Value != nil && !cond.Holds() {
				failures = append(failures, e.Words("「"+e.Say(c.Title)+"」ができていません：", e.Say(c.Title)+", not so: ")+e.condition(cond))
			}
		}
	}
	return failures
}

// weakTitle says how much went badly: targets where they were missed, else whatever else is listed,
// and that no target was missed only where there is one.
func (e *Env) weakTitle(missed, listed int) string {
	switch {
	case missed > 0:
		return e.Words(fmt.Sprintf("目標に届かなかった指標は%dつです", missed), plural(missed, "target was missed", "targets were missed"))
	case listed > 0:
		return e.Words(fmt.Sprintf("うまくいかなかったことが%dつあります", listed), plural(listed, "thing went badly", "things went badly"))
	case !e.anyTarget():
		return e.Words("目標は決められていません", "No targets have been set")
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
		return e.Words("目標と比べて示せる指標はありません", "No figure can be shown against its target")
	case open > 0:
		return e.Words("数字を示せる指標のうち、目標に届かなかったものはありません", "Of the figures that can be shown, none missed its target")
	}
	return e.Words("目標に届かなかった指標はありません", "No target was missed")
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
		return e.Words("伏せた項目（x）のほかには、点検で目安の外になった項目はありません",
			"Apart from what is not shown (x), nothing on the checklist is outside its limits")
	case known == 0:
		return e.Words("点検に要る記録がまだありません", "There are no records yet to check")
	}
	return e.Words("点検で目安の外になった項目はありません", "Nothing on the checklist is outside its limits")
}
