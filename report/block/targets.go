package block

import (
	"fmt"
	"slices"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var targetsKind = Kind{
	Name:  "targets",
	About: "目標に対する結果（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).targets,
}

// targets draws each figure that has a target as a row, those that reached it first, and those without a value last.
func (e *Env) targets(b plan.Block) []content.Block {
	aimed := e.aimed(b.Figures)
	if len(aimed) == 0 {
		return nil
	}
	c := &content.Chart{ID: "targets", Kind: content.TargetRows, Unit: "%",
		Twin: &content.Table{Caption: e.Words("目標と結果", "Targets and results"), Columns: []content.Column{
			{Head: e.Words("指標", "Figure")}, {Head: e.Words("目標", "Target"), Align: content.Right},
			{Head: e.Words("結果", "Result"), Align: content.Right}, {Head: e.Words("判定", "Verdict")}}}}
	s := content.Series{Name: e.Words("目標に対する結果", "result, target = 100"), Target: []*float64{}}
	met := 0
	for _, f := range aimed {
		g := e.goalRow(f)
		if g.Met {
			met++
		}
		c.Goals, c.Categories = append(c.Goals, g), append(c.Categories, g.Name)
		c.Twin.Rows = append(c.Twin.Rows, []string{g.Name, g.Aim, g.Value + g.Unit, g.Verdict})
		s.Values, s.Target = append(s.Values, shareOfTarget(f)), append(s.Target, new(100.0))
	}
	c.Series = []content.Series{s}
	c.Title = e.Words(fmt.Sprintf("目標のある%dつの指標のうち、%dつが目標に届いた", len(aimed), met),
		fmt.Sprintf("%d of %d figures have reached their target", met, len(aimed)))
	if e.Plan.Has(headlineTargetsKind.Name) { // which says it
		c.Alt, c.Title = c.Title+e.Words("。", "."), ""
	}
	return []content.Block{c}
}

// aimed are the figures that have a target, those that the plan names and the others: those that reached it, those that
// did not, those without a value. A title that counts targets counts all of them.
func (e *Env) aimed(ids []string) []*kpi.Figure {
	var out []*kpi.Figure
	for _, id := range ids {
		if f := e.figure(id); f != nil && f.Target != nil {
			out = append(out, f)
		}
	}
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; f.Target != nil && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	rank := func(f *kpi.Figure) int {
		switch {
		case f.Value == nil:
			return 2
		case reached(f):
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(a, b *kpi.Figure) int { return rank(a) - rank(b) })
	return out
}

// shareOfTarget is a value in hundredths of its target; nil where there is none or the target is 0.
func shareOfTarget(f *kpi.Figure) *float64 {
	if f.Value == nil || *f.Target == 0 {
		return nil
	}
	return new(float64(*f.Value / *f.Target * 100))
}
