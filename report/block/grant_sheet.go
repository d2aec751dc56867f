package block

import (
	"cmp"
	"fmt"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var grantSheetKind = Kind{
	Name:  "grant_sheet",
	About: "交付金ごとの実績報告の1枚（目標と実績、事業効果の案、計画、費用、記入欄。text があればその文を題に）",
	Build: (*Env).grantSheet,
}

// grantSheet is, for each grant, one sheet: what is to be mended before it is handed in, targets and actuals, the
// proposed wording to tick, the plan by year, the cost and the boxes that the officer fills in.
func (e *Env) grantSheet(b plan.Block) []content.Block {
	if len(e.Result.Grants) == 0 {
		return e.beforeGrant(e.Planned(b.Text))
	}
	blocks := e.grantHeadline(e.Planned(b.Text))
	for n := range e.Result.Grants {
		g := &e.Result.Grants[n]
		if len(e.Result.Grants) > 1 {
			blocks = append(blocks, content.Heading{Text: e.grantName(g), NewPage: n > 0})
		}
		for _, w := range g.Warnings {
			blocks = append(blocks, content.Paragraph{Text: e.Say(w), Tone: content.Note})
		}
		if band := e.mendFirst(g); band != nil {
			blocks = append(blocks, *band)
		}
		if len(g.Indicators) > 0 {
			t := e.ratingTable(g)
			blocks = append(blocks, content.Heading{Text: t.Caption}, t, content.Heading{Text: e.Words("事業効果の案（決めるのは担当者）",
				"Proposed effect (the officer decides)")}, e.effects(g))
		}
		blocks = append(blocks, e.planAndCost(g), content.Heading{Text: e.Words("担当者が書くところ", "For the officer")},
			e.officerBoxes(g))
	}
	return blocks
}

// grantName is the grant's kind, its name and the year.
func (e *Env) grantName(g *grant.Report) string {
	return joined(e.Words("　", "  "), g.Grant.Kind, g.Grant.Name, e.yearName(g.FiscalYear)+e.Words(" 実績", " results"))
}

// grantHeadline counts the indicators that are above, on and below their targets, or is the officer's own title.
func (e *Env) grantHeadline(own string) []content.Block {
	var all []grant.Indicator
	for _, g := range e.Result.Grants {
		all = append(all, g.Indicators...)
	}
	if len(all) == 0 {
		return nil
	}
	counts, missed := map[verdict]int{}, grant.Indicator{}
	for _, i := range all {
		v := against(i, i.Actual)
		if counts[v]++; v == short {
			missed = i
		}
	}
	var ja, en []string
	add := func(v verdict, jaWords, enWords string) {
		if n := counts[v]; n > 0 {
			ja, en = append(ja, fmt.Sprintf("%dつが%s", n, jaWords)), append(en, fmt.Sprintf("%d %s", n, enWords))
		}
	}
	add(above, "目標を上回り", "above target")
	add(onTarget, "目標と同じ", "on target")
	switch {
	case counts[short] == 1 && missed.Level != nil && !missed.Lower && *missed.Level > 0:
		add(short, "目標の"+content.Percent(*missed.Level), "at "+content.Percent(*missed.Level)+" of it")
	default:
		add(short, "目標に届かない", "short of target")
	}
	add(unrated, "実績がまだ出ない", "without an actual")
	paper := e.Cohort.Pilot.Program.Name + e.Words("　交付金の実績", "  grant results")
	if len(e.Result.Grants) == 1 {
		paper = e.grantName(&e.Result.Grants[0])
	}
	found := strings.Join(ja, "、")
	if rest, ends := strings.CutSuffix(found, "上回り"); ends {
		found = rest + "上回った"
	}
	text := e.Words(fmt.Sprintf("%dつの指標のうち", len(all))+found,
		plural(len(all), "indicator", "indicators")+": "+strings.Join(en, ", "))
	if both, n := map[bool][2]string{true: {"どちらも", "both"}, false: {"すべてが", "all"}}[len(all) == 2],
		len(all); counts[above] == n ||
		counts[onTarget] == n || counts[short] == n { // of one kind all
		text = e.Words(fmt.Sprintf("%dつの指標の%s", n, both[0])+strings.TrimPrefix(found, fmt.Sprintf("%dつが", n)),
			fmt.Sprintf("%d indicators: %s ", n, both[1])+strings.TrimPrefix(strings.Join(en, ", "), fmt.Sprintf("%d ", n)))
	}
	if len(all) == 1 {
		text = e.Words(e.Say(all[0].Title)+"は、"+strings.TrimPrefix(found, "1つが"), e.Say(all[0].Title)+": "+
			strings.TrimPrefix(strings.Join(en, ", "), "1 "))
	}
	return []content.Block{content.Headline{Head: paper, Text: cmp.Or(own, text)}}
}

// tipped is an indicator whose verdict a row with an error may turn over, with the ends of its actual.
type tipped struct {
	grant.Indicator
	low, high float64
}

// tipping are the indicators of a grant whose verdict is another one at an end of the range of their figure.
func (e *Env) tipping(g *grant.Report) []tipped {
	var all []tipped
	for _, i := range g.Indicators {
		f := e.figure(i.Figure)
		if f == nil || f.Range == nil || f.Value == nil || i.Actual == nil || i.ByHand {
			continue
		}
		scale := 1.0
		if f.Unit == kpi.Ratio && !e.isShare(i) {
			scale = 100
		}
		at := func(end float64) *float64 {
			return new(grant.Sum(*i.Actual, float64(scale*end), -float64(scale**f.Value)))
		}
		low, high := at(f.Range[0]), at(f.Range[1])
		now := against(i, i.Actual)
		if against(i, low) != now || against(i, high) != now {
			all = append(all, tipped{i, *low, *high})
		}
	}
	return all
}

// GrantFeet says for the foot of each grant's form what its values leave out and may become; "" where nothing.
func (e *Env) GrantFeet() []string {
	feet := make([]string, len(e.Result.Grants))
	for n := range e.Result.Grants {
		if all := e.tipping(&e.Result.Grants[n]); len(all) > 0 {
			mistakes, _, _ := finding.Counts(e.Cohort.Findings)
			feet[n] = e.Words(fmt.Sprintf("台帳の%d行を除いた値。直すと、", mistakes),
				plural(mistakes, "row", "rows")+" of the ledger "+sIf(mistakes, "is left out. Mended, it may give ",
					"are left out. Mended, they may give ")) +
				strings.Join(e.tippedRanges(all), e.Words("、", ", ")) + e.Words("になることがある。", ".")
		}
	}
	return feet
}

// tippedRanges are the names of indicators with what they may become.
func (e *Env) tippedRanges(all []tipped) []string {
	var parts []string
	for _, t := range all {
		high := e.withUnit(t.Indicator, &t.high)
		parts = append(parts, e.Say(t.Title)+" "+bareOf(e.withUnit(t.Indicator, &t.low), high)+e.Words("〜", "–")+high)
	}
	return parts
}

// mendFirst says what is to be mended before the paper is handed in; nil where no verdict hangs on it.
func (e *Env) mendFirst(g *grant.Report) *content.Band {
	all := e.tipping(g)
	if len(all) == 0 {
		return nil
	}
	mistakes, _, _ := finding.Counts(e.Cohort.Findings)
	ties := true
	for _, t := range all {
		ties = ties && against(t.Indicator, t.Actual) == onTarget
	}
	why := e.Words(fmt.Sprintf("%dつの指標で、", len(all)), "of "+plural(len(all), "indicator", "indicators"))
	if ties {
		why = e.Words(fmt.Sprintf("%dつの指標が目標ちょうどのため、", len(all)),
			"of "+plural(len(all), "indicator that is", "indicators that are")+" exactly on target")
	}
	list := strings.Join(e.tippedRanges(all), e.Words("、", ", "))
	return &content.Band{
		Lead: e.Words(fmt.Sprintf("出す前に、台帳の%d行を直してください。", mistakes), "Mend "+plural(mistakes, "row", "rows")+
			" of the ledger before you hand this in."),
		Text: e.Words(why+"直すと結果が変わることがあります（"+list+"）。", " The result "+why+" may change: "+list+".")}
}

// ratingTable sets baseline, targets and actuals, cumulative and of the year, and both achievements side by side.
func (e *Env) ratingTable(g *grant.Report) *content.Table {
	year, num := e.yearName(g.FiscalYear), content.Right
	whole, own, share := e.Words("累計", "Cumulative"), e.Words(year+"の増加分", "In "+year), e.Words("達成率", "Achieved")
	target, actual := e.Words("目標", "target"), e.Words("実績", "actual")
	t := &content.Table{ID: "grant_actual", Caption: e.Words("目標と実績（"+e.Window.Clock.At().EraString(e.Lang)+"）",
		"Targets and actuals ("+e.Day(e.Window.Clock.At())+")"), Columns: []content.Column{
		{Head: e.Words("指標", "Indicator"), Width: 181}, {Head: e.Words("事業開始前", "Baseline"), Align: num, Width: 72},
		{Head: target, Align: num, Width: 50}, {Head: actual, Align: num, Width: 66}, {Head: target, Align: num, Width: 60},
		{Head: actual, Align: num, Width: 66}, {Head: e.Words("水準\n実績÷目標", "level\nactual ÷ target"), Align: num, Width: 100},
		{Head: e.Words("増加分\n（実績−開始前）÷（目標−開始前）", "gain\n(actual − base) ÷ (target − base)"), Align: num, Width: 200}},
		Dress: &content.Dressing{Over: []string{"", "", whole, whole, own, own, share, share}}}
	for k := range g.Indicators {
		i := e.roomy(&g.Indicators[k])
		wanted, got := grant.InYear(i, g.FiscalYear)
		level, gain := e.divisions(*i)
		a := e.bare(*i, i.Actual)
		if i.Suppressed {
			a = kpi.Symbol
		}
		t.Rows = append(t.Rows, []string{lines(e.Say(i.Title), e.Words("単位：", "unit: ")+e.unitOf(*i)), e.bare(*i, i.Baseline),
			e.bare(*i, i.Target), a, e.gainOf(*i, wanted), e.gainOf(*i, got), level, gain})
		t.Dress.Cells = append(t.Dress.Cells, []content.Dress{{Strong: true, Below: content.Note}, {}, {}, {Strong: true}, {},
			{Strong: true}, {Strong: true, Below: content.Note}, {Strong: true, Below: content.Note}})
		if i.Actual == nil && !i.Reason.Empty() && !i.Suppressed {
			t.Notes = append(t.Notes, e.Say(i.Title)+e.Words("：", ": ")+e.Say(i.Reason))
		}
		for _, w := range i.OfYears {
			t.Notes = append(t.Notes, e.Say(i.Title)+e.Words("：", ": ")+e.Say(w))
		}
	}
	return t
}

// divisions writes both achievements with the numbers that they come from.
func (e *Env) divisions(i grant.Indicator) (level, gain string) {
	if i.Actual == nil || i.Target == nil {
		return None, None
	}
	a, t, b := e.bare(i, i.Actual), e.bare(i, i.Target), e.bare(i, i.Baseline)
	level, gain = None, None
	if i.Level != nil {
		level = content.Percent(*i.Level) + "\n" + a + " ÷ " + t
	}
	if i.Gain != nil {
		gain = content.Percent(*i.Gain) + "\n" + e.Words("（"+a+"−"+b+"）÷（"+t+"−"+b+"）", "("+a+" − "+b+") ÷ ("+t+" − "+b+")")
	}
	return level, gain
}
