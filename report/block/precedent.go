package block

import (
	"slices"

	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var precedentKind = Kind{
	Name:  "precedent",
	About: "国の先行事例と並べた、成果1件あたりの費用",
	Build: (*Env).precedent,
}

// precedent sets cost per result beside the national telework programmes of 2009–13.
func (e *Env) precedent(plan.Block) []content.Block {
	t := &content.Table{ID: "precedent", Caption: e.costHeadline(), Columns: []content.Column{
		{Head: e.Words("項目", "Item"), Width: 34}, {Head: e.Words("このパイロット", "This pilot"), Align: content.Right, Width: 30},
		{Head: e.Words("国の先行事業（2009〜13年）", "National precedent 2009–13"), Align: content.Right, Width: 36}}}
	add := func(ja, en, here, there string) {
		if here != "" {
			t.Rows = append(t.Rows, []string{e.Words(ja, en), here, there})
		}
	}
	add("参加 → 研修修了", "enrolled → trained", e.reaching(facts.Enrolled, facts.TrainingCompleted),
		e.Words("約2,800人 → 約2,000人（約71%）", "about 2,800 → 2,000 (about 71%)"))
	add("参加 → 仕事・収入", "enrolled → work", e.reaching(facts.Enrolled, facts.FirstIncome),
		e.Words("約2,800人 → 約760人（約27%）", "about 2,800 → 760 (about 27%)"))
	add("月5,000円以下の割合", "5,000 yen a month or less", e.lowIncome(), e.Words("約6割", "about 60%"))
	if len(t.Rows) == 0 {
		return nil // a precedent with nothing of this pilot beside it says nothing
	}
	first, kept := e.figure("cost_per_first_income_resident"), e.figure("cost_per_retained")
	if first == nil || kept == nil || first.Value == nil && kept.Value == nil {
		return []content.Block{t}
	}
	t.Notes = []string{e.Words(
		"初収入1人あたりの費用 "+e.Value(first)+"、定着1人あたりの費用 "+e.Value(kept)+"（予算シートの執行額の合計を人数で割ったもの）。",
		"Cost per first income "+e.Value(first)+", per retained "+e.Value(kept)+
			": all that was spent, divided by the people.")}
	return []content.Block{t}
}

// costHeadline is the finding of the table of costs.
func (e *Env) costHeadline() string {
	if f := e.figure("cost_per_first_income_resident"); f != nil && f.Value != nil {
		return e.Words("初めて収入を得た住民1人あたり"+e.Value(f)+"でした（国の先行事業と並べて）",
			e.Value(f)+" for each resident who earned for the first time (beside the national precedent)")
	}
	return e.Words("成果と費用（国の先行事業と並べて）", "Results and cost beside the national precedent")
}

// reaching prints how many of the first stage reached the second; nothing where that is not told.
func (e *Env) reaching(from, to facts.Stage) string {
	var a, b *int
	for _, s := range e.Result.Funnel.Stages {
		switch s.Stage {
		case from:
			a = s.Count
		case to:
			b = s.Count
		}
	}
	if a == nil || b == nil || *a == 0 {
		return ""
	}
	return e.Words(content.Round(float64(*a), 0)+"人 → "+content.Round(float64(*b), 0)+"人",
		content.Round(float64(*a), 0)+" → "+content.Round(float64(*b), 0)) +
		e.Words("（", " (") + content.Percent(float64(*b)/float64(*a)) + e.Words("）", ")")
}

// lowBands are the bands of pay of 5,000 yen or less.
var lowBands = []string{"zero", "to_5000"}

// lowIncome is the share of participant-months, or of persons, with pay of 5,000 yen or less; nothing where the bands
// do not tell it.
func (e *Env) lowIncome() string {
	low, all, whole := e.lowIncomes()
	if !whole || all == 0 {
		return ""
	}
	return content.Percent(low / all)
}

// lowIncomes counts those in the low bands and all; whole is false where a band holds both.
func (e *Env) lowIncomes() (low, all float64, whole bool) {
	f := e.figure(incomeFigure)
	if f == nil {
		return 0, 0, false
	}
	bands, _ := bandParts(f)
	for _, b := range bands {
		all += b.count
		in := 0
		for _, key := range b.keys {
			if slices.Contains(lowBands, key) {
				in++
			}
		}
		switch {
		case in == len(b.keys):
			low += b.count
		case in > 0:
			return 0, 0, false
		}
	}
	return low, all, true
}
