package block

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
)

// candidates are the figures that municipalities report for a grant, in the order of the list of those with no target.
func (e *Env) candidates() []string {
	return idsOf(e.on(kpi.TopicFirstIncomes), e.on(kpi.TopicAtWork), e.on(kpi.TopicRecurring), e.on(kpi.TopicRevenue),
		e.reaching(facts.Retained), e.reaching(facts.OJTStarted), e.on(kpi.TopicContractLength))
}

// beforeGrant is the sheet of a pilot for which no grant is set: what has to be decided, in plain words, the figures
// that could be its indicators with their values of today, which are what a plan starts from, and the cost.
func (e *Env) beforeGrant(own string) []content.Block {
	title := own
	if title == "" {
		title = e.Words("交付金の指標を決める前に、いまの値と費用を確かめる",
			"Before the indicators of a grant are set: values and cost")
	}
	blocks := []content.Block{
		content.Headline{Head: e.Cohort.Pilot.Program.Name + e.Words("　交付金の実績", "  grant results"), Text: title,
			Under: e.underTitle()},
		content.Band{Lead: e.Words("交付金の指標は、まだ設定されていません。", "No indicators of a grant are set yet."),
			Text: e.Words(
				"設定の「交付金の指標」に下の4つを入れると、目標と実績、事業効果の案、年度ごとの計画と記入欄の様式になります。",
				" Once the four things below are in the settings, under Grants, this paper has targets and actuals, the proposed "+
					"wording, the plan by year and the boxes of the form.")},
		content.Heading{Text: e.Words("決めること", "To be decided")}, e.toDecide()}
	switch t := e.candidateTable(); len(t.Rows) {
	case 0:
	case 1: // a table of one row is a sentence
		row := t.Rows[0]
		basis := strings.Join(row[2:], e.Words("、", ", "))
		text := row[0] + e.Words("は", ": ") + row[1] + e.Words("（"+basis+"）。", " ("+basis+").")
		blocks = append(blocks, content.Heading{Text: t.Caption}, content.Paragraph{Text: text})
	default:
		blocks = append(blocks, headed(t)...)
	}
	if t := e.fundTable(); t != nil {
		blocks = append(blocks, e.costs()...)
	}
	return blocks
}

// toDecide are what the settings of a grant ask for.
func (e *Env) toDecide() content.Lines {
	line := func(nameJA, nameEN, ja, en string) content.Pair {
		return content.Pair{Label: e.Words(nameJA, nameEN), Value: e.Words(ja, en)}
	}
	return content.Lines{Lines: []content.Pair{
		line("交付金と事業の名前", "Grant and project", "申請書のとおりの名前。実績報告の題になる。",
			"As in the application: they head the report."),
		line("指標と単位", "Indicators, units", "下の表から選べる。台帳にない指標は、実績を手で入れる。",
			"Those below, or others, whose actual is typed in."),
		line("事業開始前の値", "Baseline", "事業を始める前の日の値。達成率（増加分）はここから数える。",
			"The value before the project began: gains count from it."),
		line("増加分と目標年月", "Increments, target month", "年度ごとに増やす数（割合はポイント）と、目標に届く年月。",
			"What each fiscal year is to add, and the month of the target."),
	}}
}

// candidateBasis is what a value rests on; of first incomes it is everybody who enrolled, as on the pages with a grant.
func (e *Env) candidateBasis(f *kpi.Figure) string {
	if f.Topic == kpi.TopicFirstIncomes && f.Unit == kpi.Count {
		return e.basisWords(f)
	}
	return e.Basis(f)
}

// candidateTable lists what could be an indicator with its value, the target that the pilot has, and what it rests on.
func (e *Env) candidateTable() *content.Table {
	num := content.Right
	t := &content.Table{ID: "grant_candidates", Caption: e.Words("指標の候補と、いまの値（"+e.Window.Clock.At().EraString(lang.JA)+"）",
		"What could be an indicator, and its value ("+e.Day(e.Window.Clock.At())+")"), Columns: []content.Column{
		{Head: e.Words("指標", "Indicator"), Width: 34}, {Head: e.Words("いまの値", "Value"), Align: num, Width: 18},
		{Head: e.Words("目標", "Target"), Align: num, Width: 14}, {Head: e.Words("もと", "Basis"), Align: num, Width: 22}}}
	ids := slices.Clone(e.front())
	for _, id := range e.candidates() {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		f := e.figure(id)
		if f == nil || f.Value == nil || f.Suppressed || f.Class != kpi.Accountability {
			continue
		}
		target := ""
		if f.Target != nil {
			target = e.aimWords(f)
		}
		t.Rows = append(t.Rows, []string{e.Say(f.Title), strings.TrimSpace(e.Value(f) + Dagger(f)), target,
			e.candidateBasis(f)})
	}
	dropEmpty(t)
	return t
}
