package block

import (
	"fmt"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var targetsKind = Kind{
	Name:  "targets",
	About: "目標に対する達成（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).targets,
}

// targets draws each figure's actual against its target as a share of the target.
func (e *Env) targets(b plan.Block) []content.Block {
	c := &content.Chart{
		ID: "targets", Kind: content.TargetBar, Unit: "%",
		XTitle: e.Words("目標に対する達成（目標 = 100%）", "share of the target (target = 100%)"),
		Twin: &content.Table{Caption: e.Words("目標と実績", "Targets and actuals"), Columns: []content.Column{
			{Head: e.Words("指標", "Figure")}, {Head: e.Words("目標", "Target"), Align: content.Right},
			{Head: e.Words("実績", "Actual"), Align: content.Right}, {Head: e.Words("達成", "Achieved"), Align: content.Right}}},
	}
	s := content.Series{Name: e.Words("実績", "actual")}
	met := 0
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil || f.Target == nil || *f.Target == 0 {
			continue
		}
		share, label := (*float64)(nil), e.Words("データなし", "no data")
		if f.Suppressed {
			label = e.Say(f.Mark())
		}
		if f.Value != nil {
			share = new(float64(*f.Value / *f.Target * 100))
			label = fmt.Sprintf("%s（%s %s）", e.Value(f), e.Words("目標", "target"), e.counted(f, *f.Target))
		}
		if reached(f) {
			met++
		}
		c.Categories = append(c.Categories, e.Say(f.Title))
		c.Figures = append(c.Figures, id)
		s.Values, s.Labels, s.Target = append(s.Values, share), append(s.Labels, label), append(s.Target, new(100.0))
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Say(f.Title), e.counted(f, *f.Target), e.Value(f), shareText(share)})
	}
	if len(c.Categories) == 0 {
		return nil
	}
	c.Series = []content.Series{s}
	c.Title = e.Words(fmt.Sprintf("目標のある%d指標のうち%d指標が目標に届いています", len(c.Categories), met),
		fmt.Sprintf("%d of %d figures have reached their target", met, len(c.Categories)))
	return []content.Block{c}
}

func shareText(share *float64) string {
	if share == nil {
		return None
	}
	return content.Round(*share, 1) + "%"
}
