package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var monthlyIncome = kpi.Definition{
	ID:         "monthly_income",
	Title:      lang.Text{JA: "月収（中央値）", EN: "Monthly income (median)"},
	PlainTitle: lang.Text{JA: "月の収入", EN: "Monthly income"},
	Spoken:     lang.Text{JA: "月収の中央値", EN: "Median monthly income"},
	Unit:       kpi.Yen,
	Theme:      kpi.ThemeIncome,
	Measure:    kpi.Stock,
	Law:        incomes,
	Formula: lang.Text{
		JA: "参加者ごと・暦月ごとに対象期間の作業の報酬を合計し、0円より大きい月の中央値。平均と、作業のあった月（延べ人月）の分布（0円、5,000円以下、5,001〜29,999円、30,000〜49,999円、" +
			"50,000円以上）を並べる。報酬が1件も記入されていない月は「不明」とし、0円には数えない。作業ログに報酬がない台帳では「支払」の額を対象月で数える",
		EN: "pay per participant and calendar month of the period, median of those above 0; beside it the mean, and the " +
			"participant-months with a task by band (0, up to 5,000, 5,001–29,999, 30,000–49,999, 50,000 and more yen); a " +
			"month with no pay entered at all is unknown, not 0; where the log has no pay, payments count by the month worked",
	},
	Plain: lang.Text{
		JA: "仕事の収入があった月の額を小さい順に並べたとき、まん中になる額（中央値）です。個人が分からないように、まるめて示すことがあります。",
		EN: "The middle amount (median) when months with income are put in order. It may be " +
			"rounded so that nobody can be told from it.",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  needPay,
	Assumes:  []kpi.Column{paymentMonth},
	Also:     alsoPayments,
	Origin: lang.Text{JA: "在宅ワーカーの月収分布（全国の先行事業の報告と同じ区分）",
		EN: "bands of monthly income as in the national precedent's report"},
	Bearing: onMonthlyIncome,
	Class:   kpi.Amount,
	About:   kpi.AboutPay,
	Behind:  behindIncome,
	Topic:   kpi.TopicMonthlyIncome,
	Compute: computeMonthlyIncome,
}

func computeMonthlyIncome(w *kpi.Window) kpi.Figure {
	var f kpi.Figure
	known, partial := 0, 0
	months := facts.MonthPays(w)
	for _, m := range months {
		who := w.UseParticipant(m.Participant)
		if !m.Known() {
			f.Excluded++
			f.List(who.Without(monthNote(m, "報酬の記入がないため不明", "pay is not entered: unknown")))
			continue
		}
		known++
		if m.Blank > 0 && !w.PaidByMonth() {
			partial++
		}
		f.List(who.Saying(func() lang.Text { return monthNote(m, lang.Plain(m.Pay)+"円", lang.Plain(m.Pay)+" yen") }))
		for _, t := range m.Tasks {
			f.List(w.UseTask(t, kpi.CellOf(t.Pay)).With(lang.Text{JA: "根拠", EN: "evidence"}))
		}
		for _, p := range m.Payments {
			f.List(usePaid(w, p))
		}
	}
	for _, t := range facts.FaultyTasksIn(w) {
		f.Excluded++
		f.List(w.UseTask(t, kpi.CellOf(t.Pay)).Without(kpi.Faulty))
	}
	if w.PaidByMonth() {
		for _, p := range facts.FaultyPaymentsIn(w) {
			f.Excluded++
			f.List(w.UsePayment(p).Without(kpi.Faulty))
		}
	}
	f.Parts = incomeParts(months, known)
	f.Warnings = unlistedWarning(w)
	if partial > 0 {
		f.Warnings = append(f.Warnings, lang.Text{
			JA: fmt.Sprintf("延べ%d人月では一部の作業の報酬が空欄で、その月の合計は実際より少ない可能性があります", partial),
			EN: fmt.Sprintf("in %d participant-months some tasks have blank pay, so the month's sum may be too low", partial),
		})
	}
	pay := facts.EarningMonths(months)
	f.N = len(pay)
	median, ok := facts.Median(pay)
	if !ok {
		f.Reason = lang.Text{JA: "対象期間に報酬のある月がありません", EN: "no month of the period has pay above 0"}
		return f
	}
	f.Value = &median
	f.Arithmetic = lang.Text{
		JA: fmt.Sprintf("報酬のある延べ%d人月の中央値 = %s円", len(pay), lang.Plain(median)),
		EN: fmt.Sprintf("median of %d participant-months with pay = %s yen", len(pay), lang.Plain(median)),
	}
	return f
}

func monthNote(m facts.MonthPay, ja, en string) lang.Text {
	y, month, _ := m.Month.YMD()
	return lang.Text{JA: fmt.Sprintf("%d年%d月 %s", y, month, ja), EN: fmt.Sprintf("%d-%02d %s", y, month, en)}
}

// zeroBand is the key of the band of months with pay of 0 yen.
const zeroBand = "zero"

// incomeBands are the bands of a month's pay in yen; a band reaches from above the one before it
// to most, both whole yen as pay is.
var incomeBands = []struct {
	key   string
	title lang.Text
	holds func(yen float64) bool
}{
	{zeroBand, lang.Text{JA: "0円", EN: "0 yen"}, func(y float64) bool { return y == 0 }},
	{"to_5000", lang.Text{JA: "5,000円以下", EN: "up to 5,000 yen"}, func(y float64) bool { return y > 0 && y <= 5000 }},
	{"to_29999", lang.Text{JA: "5,001〜29,999円", EN: "5,001–29,999 yen"}, func(y float64) bool {
		return y > 5000 && y < 30000
	}},
	{"to_49999", lang.Text{JA: "30,000〜49,999円", EN: "30,000–49,999 yen"}, func(y float64) bool {
		return y >= 30000 && y < 50000
	}},
	{"from_50000", lang.Text{JA: "50,000円以上", EN: "50,000 yen and more"}, func(y float64) bool { return y >= 50000 }},
}

func incomeParts(months []facts.MonthPay, known int) kpi.Parts {
	var mean any
	if pay := facts.EarningMonths(months); len(pay) > 0 {
		mean = kpi.Sum(pay) / float64(len(pay))
	}
	var bands []kpi.Group
	typical := typicalBand(months)
	for _, b := range incomeBands {
		n := 0
		for _, m := range months {
			if m.Known() && b.holds(m.Pay) {
				n++
			}
		}
		bands = append(bands, kpi.Group{Key: b.key, Title: b.title, Members: map[string][]string{"count": typical[b.key]},
			Parts: kpi.Parts{{Key: "count", Title: lang.Text{JA: "延べ人月", EN: "participant-months"}, Unit: kpi.Count,
				Value: float64(n)}}})
	}
	return kpi.Parts{
		{Key: "mean", Title: lang.Text{JA: "平均", EN: "mean"}, Unit: kpi.Yen, Value: mean},
		{Key: "bands", Title: lang.Text{JA: "分布（延べ人月）", EN: "bands (participant-months)"}, Unit: kpi.Count, Value: bands},
		{Key: "known", Title: lang.Text{JA: "報酬のわかる延べ人月", EN: "participant-months with known pay"}, Unit: kpi.Count,
			Value: float64(known)},
		{Key: "of", Title: lang.Text{JA: "作業のあった延べ人月", EN: "participant-months with a task"}, Unit: kpi.Count,
			Value: float64(len(months))},
	}
}

// behindIncome is the pay of each worker, for median and mean.
func behindIncome(w *kpi.Window) kpi.Behind {
	pay := []kpi.Contributions{payByWorker(w)}
	return kpi.Behind{"": pay, "mean": pay}
}

// typicalBand is, for each band, the ids of those whose months have their median in it.
func typicalBand(months []facts.MonthPay) map[string][]string {
	pay, ids := map[string][]float64{}, []string{}
	for _, m := range months {
		if !m.Known() {
			continue
		}
		id := m.Participant.ID.Value
		if pay[id] == nil {
			ids = append(ids, id)
		}
		pay[id] = append(pay[id], m.Pay)
	}
	in := map[string][]string{}
	for _, id := range ids {
		median, _ := facts.Median(pay[id])
		for _, b := range incomeBands {
			if b.holds(median) {
				in[b.key] = append(in[b.key], id)
				break
			}
		}
	}
	return in
}

// incomes is the law of the months with pay: their number by 1,000 yen, and what adds up beside.
var incomes = kpi.Law{Kind: kpi.Distributed, Bin: payBin, Adds: []string{"known", "of"},
	Values:  func(w *kpi.Window) []float64 { return facts.EarningMonths(facts.MonthPays(w)) },
	Derived: []kpi.Derived{quotient("mean", "sum", "n")},
	Groups:  &kpi.GroupLaw{Part: "bands", Adds: []string{"count"}, Order: bandKeys()},
}

func bandKeys() []string {
	var keys []string
	for _, b := range incomeBands {
		keys = append(keys, b.key)
	}
	return keys
}
