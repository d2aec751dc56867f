package report

import (
	"fmt"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
)

var budgetKind = Kind{
	Name:  "budget",
	About: "予算の費目ごとの表",
	Build: (*Env).budget,
}

// budget prints what was planned and spent, by class and by fund.
func (e *Env) budget(PlanBlock) []content.Block {
	if !e.Cohort.Budget.Present {
		return []content.Block{content.Paragraph{Text: e.words("予算のシートがないため、予算と費用の表はありません。", "There is no budget sheet."),
			Tone: content.Note}}
	}
	class, fund := e.figure("budget_by_class"), e.figure("budget_by_fund")
	var blocks []content.Block
	for _, f := range []*kpi.Figure{class, fund} {
		if t := e.groupTable(f); t != nil {
			blocks = append(blocks, t)
		}
	}
	return blocks
}

var spendingKind = Kind{
	Name:  "spending",
	About: "費目ごとの予算と執行",
	Build: (*Env).spending,
}

// spending draws what was planned and what was spent by class.
func (e *Env) spending(PlanBlock) []content.Block {
	f := e.figure("budget_by_class")
	groups := groupsOf(f, "groups")
	if len(groups) == 0 {
		return nil
	}
	c := &content.Chart{ID: "spending", Kind: content.GroupedBar, Unit: e.words("万円", "10,000 yen"),
		YTitle: e.words("金額（万円）", "10,000 yen"), Figures: []string{f.ID}, Twin: e.groupTable(f)}
	series := []content.Series{{Name: e.words("予算額", "planned")}, {Name: e.words("執行額", "spent")}}
	planned, spent, whole := 0.0, 0.0, true
	for i := range groups {
		c.Categories = append(c.Categories, e.say(groups[i].Title))
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
	c.Title = e.words(fmt.Sprintf("%s を使いました", e.quantity(spent, kpi.Yen)),
		fmt.Sprintf("%s were spent", e.quantity(spent, kpi.Yen)))
	if whole && planned > 0 {
		c.Title = e.words(fmt.Sprintf("予算 %s のうち、%s（%s）を使いました", e.quantity(planned, kpi.Yen), e.quantity(spent, kpi.Yen),
			content.Percent(spent/planned)),
			fmt.Sprintf("%s of %s (%s) were spent", e.quantity(spent, kpi.Yen), e.quantity(planned, kpi.Yen),
				content.Percent(spent/planned)))
	}
	return []content.Block{c}
}

// groupTable prints the groups of a breakdown figure: one row a group, one column a part.
func (e *Env) groupTable(f *kpi.Figure) *content.Table {
	if f == nil {
		return nil
	}
	for _, p := range f.Parts {
		groups, ok := p.Value.([]kpi.Group)
		if !ok || len(groups) == 0 {
			continue
		}
		t := &content.Table{ID: f.ID, Caption: e.say(f.Title),
			Columns: []content.Column{{Head: e.words("区分", "Class"), Width: 30}}}
		for _, part := range groups[0].Parts {
			t.Columns = append(t.Columns, content.Column{Head: e.say(part.Title), Align: content.Right})
		}
		for _, g := range groups {
			row := []string{e.say(g.Title)}
			for _, part := range g.Parts {
				row = append(row, e.partValue(part))
			}
			t.Rows = append(t.Rows, row)
		}
		return t
	}
	return nil
}

func (e *Env) partValue(p kpi.Part) string {
	if v, ok := p.Value.(float64); ok {
		return e.quantity(v, p.Unit)
	}
	if kpi.IsHidden(p.Value) {
		return kpi.Mark
	}
	return none
}

var precedentKind = Kind{
	Name:  "precedent",
	About: "国の先行事例と並べた、成果1件あたりの費用",
	Build: (*Env).precedent,
}

// precedent sets cost per result beside the national telework programmes of 2009–13.
func (e *Env) precedent(PlanBlock) []content.Block {
	t := &content.Table{ID: "precedent", Caption: e.costHeadline(), Columns: []content.Column{
		{Head: e.words("項目", "Item"), Width: 34}, {Head: e.words("このパイロット", "This pilot"), Align: content.Right, Width: 30},
		{Head: e.words("国の先行事業（2009〜13年）", "National precedent 2009–13"), Align: content.Right, Width: 36}}}
	add := func(ja, en, here, there string) { t.Rows = append(t.Rows, []string{e.words(ja, en), here, there}) }
	add("参加 → 研修修了", "enrolled → trained", e.reaching(facts.Enrolled, facts.TrainingCompleted),
		e.words("約2,800人 → 約2,000人（約71 %）", "about 2,800 → 2,000 (about 71 %)"))
	add("参加 → 仕事・収入", "enrolled → work", e.reaching(facts.Enrolled, facts.FirstIncome),
		e.words("約2,800人 → 約760人（約27 %）", "about 2,800 → 760 (about 27 %)"))
	add("月5,000円以下の割合", "5,000 yen a month or less", e.lowIncome(), e.words("約6割", "about 60 %"))
	add("初収入1人あたりの費用", "cost per first income", e.value(e.figure("cost_per_first_income_resident")), "―")
	add("定着1人あたりの費用", "cost per retained", e.value(e.figure("cost_per_retained")), "―")
	if !slices.ContainsFunc(t.Rows, func(row []string) bool { return row[1] != none }) {
		return nil // a precedent with nothing of this pilot beside it says nothing
	}
	if t.Rows[3][1] == none && t.Rows[4][1] == none {
		return []content.Block{t}
	}
	t.Notes = []string{e.words("費用は予算シートの執行額の合計を人数で割ったものです。", "Cost: all that was spent, divided by the people.")}
	return []content.Block{t}
}

// costHeadline is the finding of the table of costs.
func (e *Env) costHeadline() string {
	if f := e.figure("cost_per_first_income_resident"); f != nil && f.Value != nil {
		return e.words("はじめて収入を得た住民 1 人あたり "+e.value(f)+" でした（国の先行事業と並べて）",
			e.value(f)+" for each resident who earned for the first time (beside the national precedent)")
	}
	return e.words("成果と費用（国の先行事業と並べて）", "Results and cost beside the national precedent")
}

// reaching prints how many of the first stage reached the second.
func (e *Env) reaching(from, to facts.Stage) string {
	var a, b *int
	for _, s := range e.Result.Funnel.Stages {
		if s.Suppressed && (s.Stage == from || s.Stage == to) {
			return kpi.Mark
		}
		switch s.Stage {
		case from:
			a = s.Count
		case to:
			b = s.Count
		}
	}
	if a == nil || b == nil || *a == 0 {
		return none
	}
	return e.words(content.Round(float64(*a), 0)+"人 → "+content.Round(float64(*b), 0)+"人",
		content.Round(float64(*a), 0)+" → "+content.Round(float64(*b), 0)) +
		e.words("（", " (") + content.Percent(float64(*b)/float64(*a)) + e.words("）", ")")
}

// lowIncome is the share of participant-months with pay of 5,000 yen or less.
func (e *Env) lowIncome() string {
	bands, hidden := bandParts(e.figure("monthly_income"))
	if hidden {
		return kpi.Mark
	}
	low, all := 0.0, 0.0
	for i, b := range bands {
		if i < 2 {
			low += b.count
		}
		all += b.count
	}
	if all == 0 {
		return none
	}
	return content.Percent(low / all)
}
