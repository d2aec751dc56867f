package block

import (
	"fmt"

	"pilot90/kpi/result"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// ruleRow is one of the three parts of the 10-10-10 rule.
type ruleRow struct {
	name, unit string
	result.Progress
}

func (e *Env) ruleRows() []ruleRow {
	r := e.Result.TenRule
	return []ruleRow{
		{e.Words("候補者", "candidates"), e.Words("人", ""), r.Candidates},
		{e.hoursName(r.Basis), e.hoursUnit(r.Basis), r.Hours},
		{e.Words("案件（納品あり）", "projects delivered"), e.Words("件", ""), r.Projects},
	}
}

var ruleKind = Kind{
	Name:  "rule",
	About: "10-10-10ルール",
	Build: (*Env).rule,
}

// rule draws the 10-10-10 rule: three actuals against their targets.
func (e *Env) rule(plan.Block) []content.Block {
	r, rows := e.Result.TenRule, e.ruleRows()
	c := &content.Chart{ID: "rule", Kind: content.TargetBar, Unit: "%",
		XTitle: e.Words("目標に対する達成（目標 = 100%）", "share of the target (target = 100%)"),
		Twin: &content.Table{Caption: e.Words("10-10-10ルール", "10-10-10 rule"), Columns: []content.Column{
			{Head: e.Words("項目", "Item")}, {Head: e.Words("実績", "Actual"), Align: content.Right},
			{Head: e.Words("目標", "Target"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("実績", "actual")}
	met, left := 0, ""
	for _, row := range rows {
		c.Categories = append(c.Categories, row.name)
		s.Target = append(s.Target, new(100.0))
		target := content.Round(row.Target, 0) + row.unit
		if row.Actual == nil {
			label, mark := e.Words("データなし", "no data"), None
			if row.Suppressed {
				mark = e.coded(row.Coded)
				label = mark
			}
			s.Values, s.Labels = append(s.Values, nil), append(s.Labels, label)
			c.Twin.Rows = append(c.Twin.Rows, []string{row.name, mark, target})
			continue
		}
		actual := content.Round(*row.Actual, decimals(*row.Actual)) + row.unit
		s.Values = append(s.Values, new(float64(*row.Actual/row.Target*100)))
		s.Labels = append(s.Labels, actual+" / "+target)
		c.Twin.Rows = append(c.Twin.Rows, []string{row.name, actual, target})
		if *row.Actual >= row.Target {
			met++
		} else if left == "" {
			left = fmt.Sprintf("%sあと%s%s", row.name, content.Round(row.Target-*row.Actual, decimals(row.Target-*row.Actual)),
				row.unit)
		}
	}
	c.Series = []content.Series{s}
	c.Title = e.Words(fmt.Sprintf("10-10-10ルールの 3 項目のうち %d 項目が目標に届いています", met),
		fmt.Sprintf("%d of the 3 targets of the 10-10-10 rule %s reached", met, sIf(met, "is", "are")))
	if left != "" && e.Lang != "en" {
		c.Title += "（" + left + "）"
	}
	note := e.Words("「10時間」の数え方は設定です。この報告では"+e.hoursName(r.Basis)+"で数えています。",
		"How the 10 hours are counted is a setting; here: "+e.hoursName(r.Basis)+".")
	return []content.Block{c, content.Paragraph{Text: note, Tone: content.Note}}
}

func (e *Env) hoursName(basis string) string {
	hours := content.Round(e.Cohort.Pilot.TenRule.Hours, 0)
	switch basis {
	case "person":
		return e.Words(hours+"時間に届いた人", "people with "+hours+" hours")
	case "total":
		return e.Words("作業時間の合計", "hours in all")
	}
	return e.Words(hours+"時間に届いた案件", "projects with "+hours+" hours")
}

func (e *Env) hoursUnit(basis string) string {
	switch basis {
	case "person":
		return e.Words("人", "")
	case "total":
		return e.Words("時間", " h")
	}
	return e.Words("件", "")
}
