package block

import (
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// page are the blocks of a kind as the council may see them, with the figures that its page names.
func page(t *testing.T, kind string, all *Env, text string) []content.Block {
	t.Helper()
	e := *all
	e.Profile = disclose.ProfileOf("council", e.Cohort.Pilot.Privacy)
	e.Result = disclose.Apply(e.Result, e.Profile, nil)
	e.Plan = &plan.Plan{Profile: "council"}
	e.Undrawable = func() (func(string) []rune, error) { return func(string) []rune { return nil }, nil }
	return e.Blocks(plan.Block{Kind: kind, Text: plan.Words{JA: text, EN: text},
		Figures: []string{"first_income_residents",
			"average_continuation_months", "recurring_contract_ratio", "revenue_total", "registered_workers"}})
}

// said is everything that blocks say, one text a line.
func said(blocks []content.Block) string {
	var out []string
	for b := range (&content.Report{Sections: []content.Section{{Blocks: blocks}}}).Blocks() {
		switch b := b.(type) {
		case content.Headline:
			out = append(out, b.Text)
		case content.Points:
			for _, p := range b.Items {
				out = append(out, p.Lead+p.Text)
			}
		case content.Panel:
			for _, p := range b.Items {
				out = append(out, p.Value+" "+p.Label)
			}
			out = append(out, b.Note)
		case content.Cards:
			for _, c := range b.Cards {
				out = append(out, strings.Join([]string{c.Title, c.Value, c.Detail, c.Verdict}, " "))
			}
		case content.Heading:
			out = append(out, b.Text)
		case content.Foot:
			out = append(out, b.Text)
		case content.Paragraph:
			out = append(out, b.Text)
		}
	}
	return strings.Join(out, "\n")
}

// TestCouncilSentences holds the page of the sample to the README of its facts, and to what may be said of a ledger in
// the middle of its year, of one person, of none, without targets, contracts or costs.
func TestCouncilSentences(t *testing.T) {
	march := computed(t, samples+"midorino", cell.NewDay(2026, 3, 31))
	december := computed(t, samples+"midorino", cell.NewDay(2025, 12, 10))
	june := computed(t, samples+"midorino", cell.NewDay(2025, 6, 20))
	people := computed(t, samples+"tateshina", cell.NewDay(2023, 6, 30))
	students := computed(t, samples+"manabigawa", cell.NewDay(2026, 3, 31))
	money := computed(t, samples+"kado-series", cell.NewDay(2021, 3, 31))
	for _, c := range []struct {
		name, kind string
		e          *Env
		want, not  []string
	}{
		{"a year that is over", "council_title", march,
			[]string{"8人が初めて収入を得て、目標に届いた。\n定期案件の割合は、目標に5.5ポイント足りない。"}, []string{"まだ"}},
		{"a running year", "council_title", december,
			[]string{"8人が初めて収入を得て、目標に届いた。\n平均継続月数と定期案件の割合は、目標にまだ届いていない。"}, nil},
		{"nobody has earned", "council_title", june, []string{"初めて収入を得た住民は、目標に8人足りない。"}, []string{"0人が"}},
		{"people alone", "council_title", people, []string{"100人"}, []string{"目標"}},
		{"revenue alone", "council_title", money, []string{"2億円"}, []string{"目標", "0.0%"}},
		// (4,186,200 − 2,280,000) ÷ 8 = 238,275, ÷ 9 = 211,800
		{"costs", "conclusion", march, []string{"523,275円 初めて収入を得た住民（8人）", "465,133円 定着した人（9人）", "238,275円、211,800円",
			"参加した12人のうち、11人が研修を終え、10人が収入を得て、9人が90日の終わりまで仕事を続けました（定着）。",
			"定期案件の割合は54.5%で、目標の60%に届きませんでした。", "4,186,200円（予算の94.3%）"}, nil},
		// the README of the sample's facts: by day 90 4 of 6 and 3 of 6 had earned
		{"cohorts at one day", "conclusion", march, []string{"90日目までに収入を得た人は、第1期6人中4人、第2期6人中3人です。"}, nil},
		{"cohorts at one day, answered", "questions", march, []string{"定期の仕事についた人は、第1期6人中5人、第2期6人中2人。",
			"1人の違いで割合が大きく動きます。"}, nil},
		{"one cohort so far", "conclusion", june, nil, []string{"第1期"}},
		{"half of the people are on their way", "conclusion", december,
			[]string{"90日を終えた6人のうち、5人が終わりまで仕事を続けました（定着）。", "まだ届いていません。"}, []string{"届きませんでした"}},
		{"nobody is trained yet", "conclusion", june, []string{"6人が参加しました。研修を終えた人はまだいません。"}, []string{"0人が"}},
		{"no costs and no course", "conclusion", people, []string{"参加した100人のうち、79人が仕事を始めました。"}, []string{"費用", "目標"}},
		{"a tie, more and less", "target_cards", march, []string{"8人 参加12人のうち 目標8人に、ちょうど届いた†",
			"6.4か月 6件の平均 目標6.0か月を0.4か月上回る", "54.5% 11件のうち6件 目標60%に5.5ポイント足りない"}, nil},
		// 14 people are fewer than the 20 whose attributes are told; of 7 graduates 4 stayed, from 57 % up to all
		{"hidden figures of the model", "target_cards", students, []string{"学生の参加率と、地元定着率（学生の地元就職）（5割以上）は、人数が少なく",
			"載せていません。"}, []string{"85.7%", "57.1%"}},
		{"nothing hidden in front", "target_cards", march, nil, []string{"載せていません"}},
		// 11/12 = 92, 2,000/2,800 = 71; 10/12 = 83, 760/2,800 = 27; 10/11 = 91, 760/2,000 = 38; one of 12 is 8 %
		{"both sides", "precedent_dots", march, []string{"国の先行事業より、収入に進んだ割合が高い", "町は12人なので、1人で8ポイント動く。"},
			[]string{"途中の人"}},
		{"some are on their way", "precedent_dots", december, []string{"まだ途中の人が6人いて"}, nil},
		{"lengths", "contract_lengths", march, []string{"定期の契約は6件中5件が続いている", "平均6.4か月は少なくともの値"}, nil},
		// 12 − 11 in training, 11 − 10 before work, 10 − 9 later
		{"failures", "failures", march, []string{"定期案件の割合 54.5%（目標60%）。定期の契約が1件、5.0か月で終わった。単発の契約は5件あった。",
			"12人のうち3人が届かなかった。研修を終えていない人が1人、研修のあと仕事を始めていない人が1人、仕事が終わりまで続かなかった人が1人。",
			"報酬の支払いが9件、期限を過ぎた。"}, nil},
		{"nothing to compare with", "failures", people, []string{"目標が決められていないため、届いたかどうかは比べられない。"}, []string{"（x）"}},
		// 5 ÷ 7 = 71 %, 5 ÷ 8 = 63 %; 0.8 × 12 = 9.6: 10 of 12 are 83 %
		{"the next year", "coming", march, []string{"令和8年度の目標70%へ", "定期5件だけ。単発は2件までなら71%、3件で63%。",
			"次も12人なら、10人（83%）が要る。今回は9人。", "遅くとも令和9年1月1日に始める。"}, nil},
		// (5 + x) ÷ (9 + x) ≥ 0.6 from x = 1: 6 of 10
		{"what is left of the year", "coming", december, []string{"定期の契約があと1件あれば、10件中6件（60%）で届く。"}, []string{"令和8年度の目標"}},
		{"ranges", "range_note", march, []string{"† 台帳に直すところが1件", "初めて収入を得た住民は7〜9人、定着率は75〜83%の間"}, nil},
	} {
		text := said(page(t, c.kind, c.e, ""))
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in\n%s", c.name, want, text)
			}
		}
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q is in\n%s", c.name, not, text)
			}
		}
	}
}

// TestCouncilDropsWhatHasNoSides: without people there is no comparison, without contracts no lengths, and nobody whose
// cycle is not over is set beside the nation.
func TestCouncilDropsWhatHasNoSides(t *testing.T) {
	for name, dir := range map[string]string{"precedent_dots": "kado-series", "contract_lengths": "tateshina"} {
		if blocks := page(t, name, computed(t, samples+dir, cell.NewDay(2023, 6, 30)), ""); blocks != nil {
			t.Errorf("%s of %s: %v", name, dir, blocks)
		}
	}
	if blocks := page(t, "precedent_dots", computed(t, samples+"midorino", cell.NewDay(2025, 6, 20)), ""); blocks != nil {
		t.Errorf("people on day 19 of their cycle are compared: %v", said(blocks))
	}
}

// TestOfficersOwnSentences: what the plan says stands in the place of what would be generated, each line by itself.
func TestOfficersOwnSentences(t *testing.T) {
	march := computed(t, samples+"midorino", cell.NewDay(2026, 3, 31))
	for _, kind := range []string{"council_title", "conclusion", "failures", "coming"} {
		text := said(page(t, kind, march, "町の言葉です。\n二つ目の文。\n"))
		if !strings.Contains(text, "町の言葉です。\n二つ目の文。") || strings.Contains(text, "54.5%") {
			t.Errorf("%s: %s", kind, text)
		}
	}
}

// TestPairTitle: a difference is claimed only where the interval of the pilot's share leaves the national one out, and
// one that is lower only when everybody's cycle is over. Wilson's intervals: 10 of 12: 55–95 %; 1 of 3: 6–79 %;
// 0 of 20: 0–16 %. The national share is 27 %.
func TestPairTitle(t *testing.T) {
	e := speaking(lang.JA)
	e.Result = &result.Result{Funnel: state.Funnel{Stages: []state.StageCount{{Stage: facts.Enrolled, Count: new(20)}}},
		Figures: []kpi.Figure{{Reach: &kpi.Reach{Stage: facts.Retained}, Denominator: new(20.0)}}}
	row := func(hits, all int) []pairRow {
		return []pairRow{{hits: hits, all: all, there: 760.0 / 2800, better: "割合", less: "割合"}}
	}
	for _, c := range []struct {
		hits, all int
		want      string
	}{{10, 12, "割合が高い"}, {1, 3, "分からない"}, {0, 20, "割合が低い"}} {
		if got := e.pairTitle(row(c.hits, c.all)); !strings.HasSuffix(got, c.want) {
			t.Errorf("%d of %d: %s", c.hits, c.all, got)
		}
	}
	e.Result.Figures[0].Denominator = new(12.0)
	if got := e.pairTitle(row(0, 20)); strings.Contains(got, "低い") {
		t.Errorf("8 of 20 are still on their way: %s", got)
	}
}

// TestStanding: a value that prints as its target does is a tie, or a hair off; less is better turns the words.
func TestStanding(t *testing.T) {
	e := speaking(lang.JA)
	figure := func(value, target float64, better kpi.Better) *kpi.Figure {
		return &kpi.Figure{Unit: kpi.Ratio, Better: better, Value: &value, Target: &target}
	}
	for _, c := range []struct {
		f    *kpi.Figure
		want string
	}{
		{figure(0.6, 0.6, kpi.Higher), "目標60%に、ちょうど届いた"},
		{figure(0.5999, 0.6, kpi.Higher), "目標60%に、わずかに届かない"}, // prints as 60.0%
		{figure(0.545, 0.6, kpi.Higher), "目標60%に5.5ポイント足りない"},
		{figure(0.7, 0.625, kpi.Higher), "目標62.5%を7.5ポイント上回る"},
		{figure(0.12, 0.1, kpi.Lower), "目標10%より2.0ポイント多い"},
		{figure(0.05, 0.1, kpi.Lower), "目標10%より5.0ポイント少ない"},
	} {
		if got := e.verdictOn(c.f); got != c.want {
			t.Errorf("%v of %v: %s, want %s", *c.f.Value, *c.f.Target, got, c.want)
		}
	}
	open := figure(0.6, 0.6, kpi.Higher)
	if open.Range = &[2]float64{0.5, 0.7}; !tips(open) {
		t.Error("a range on both sides of the target does not tip")
	}
	if open.Range = &[2]float64{0.6, 0.7}; tips(open) {
		t.Error("a range on one side of the target tips")
	}
}
