package block

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var spendingKind = Kind{
	Name:  "spending",
	About: "費目ごとの予算と執行",
	Build: (*Env).spending,
}

// spending draws what was planned and what was spent by class.
func (e *Env) spending(plan.Block) []content.Block {
	f := e.figure("budget_by_class")
	groups := groupsOf(f, "groups")
	if len(groups) == 0 {
		return nil
	}
	c := &content.Chart{ID: "spending", Kind: content.GroupedBar, Unit: e.Words("万円", "10,000 yen"),
		YTitle: e.Words("金額（万円）", "10,000 yen"), Figures: []string{f.ID}, Twin: e.groupTable(f)}
	series := []content.Series{{Name: e.Words("予算額", "planned")}, {Name: e.Words("執行額", "spent")}}
	planned, spent, whole := 0.0, 0.0, true
	for i := range groups {
		c.Categories = append(c.Categories, e.Say(groups[i].Title))
		for k, key := range []string{"planned", "spent"} {
			yen, known := number(&groups[i], key)
			if !known {
				series[k].Values, series[k].Labels = append(series[k].Values, nil), append(series[k].Labels, "")
				whole = whole && k == 1
				continue
			}
			series[k].Values, series[k].Labels = append(series[k].Values, new(float64(yen/10000))),
				append(series[k].Labels, content.Round(yen/10000, 0))
			if k == 0 {
				planned += yen
			} else {
				spent += yen
			}
		}
	}
	c.Series = series
	c.Title = e.Words(fmt.Sprintf("%sを使いました", e.Quantity(spent, kpi.Yen)),
		fmt.Sprintf("%s were spent", e.Quantity(spent, kpi.Yen)))
	if whole && planned > 0 {
		c.Title = e.Words(fmt.Sprintf("予算 %sのうち、%s（%s）を使いました", e.Quantity(planned, kpi.Yen), e.Quantity(spent, kpi.Yen),
			content.Percent(spent/planned)),
			fmt.Sprintf("%s of %s (%s) were spent", e.Quantity(spent, kpi.Yen), e.Quantity(planned, kpi.Yen),
				content.Percent(spent/planned)))
	}
	return []content.Block{c}
}
