package csv

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/state"
)

// only says in the first record that the table is of one cohort, and how many are on the cycle in it.
func (t *table) only(c *kpi.OneCohort) {
	t.fill(append(t.row("cohort", lang.Text{JA: "この期の人だけの表", EN: "of this cohort alone"}, c.Key,
		lang.Text{JA: c.Name, EN: c.Name}), lang.Plain(float64(c.Sizes[c.At])), "", unitWord(kpi.Count, t.lang)))
}

// cohorts writes the cohorts side by side as parts of the figures: by_cohort.第1期, up to the same day of the cycle.
func (t *table) cohorts(c *state.Comparison) {
	if c == nil {
		return
	}
	for _, at := range c.Cohorts {
		key := "by_cohort." + at.Name
		title := lang.Text{JA: fmt.Sprintf("%s（%d日目まで）", at.Name, c.Day), EN: fmt.Sprintf("%s, by day %d", at.Name, c.Day)}
		for _, f := range at.Figures {
			flag := ""
			if f.Value == nil {
				flag = unknown
			}
			row := append(t.row(f.ID, f.Title, key, title), value(f.Value, f.Unit), flag, unitWord(f.Unit, t.lang))
			row = append(row, number(f.Numerator), "", number(f.Denominator), "", number(new(float64(f.N))), "", "", "")
			low, high := ends(f.Interval)
			row = append(row, number(low), number(high), "", "", "", "", safe(f.Reason.In(t.lang)))
			t.fill(row)
		}
		t.stages(at.Funnel.Stages, key+".", lang.Text{JA: title.JA + " / ", EN: title.EN + " / "})
	}
}
