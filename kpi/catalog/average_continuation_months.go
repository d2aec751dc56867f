package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var averageContinuationMonths = kpi.Definition{
	ID:         "average_continuation_months",
	Title:      lang.Text{JA: "平均継続月数", EN: "Average months of continuation"},
	PlainTitle: lang.Text{JA: "定期の契約の長さ", EN: "Length of recurring contracts"},
	Spoken:     lang.Text{JA: "定期の契約の長さ", EN: "Length of recurring contracts"},
	Unit:       kpi.Months,
	Theme:      kpi.ThemeRecurring,
	Measure:    kpi.Stock,
	Law:        lasting(facts.ContractSpells, contractMonths).On(renewals),
	Formula: lang.Text{
		JA: "基準日までに開始した定期案件について、開始日から終了日（終了日が空欄または基準日より後なら基準日）までの月数の平均。更新した案件は1件とし、最初の開始日から最後の終了日まで、あいだの短い空きも数える。月数 =（日数、" +
			"両端を含む）÷ 30.4375。継続中の案件は途中までの長さしかわからないので、" +
			"値は下限値。あわせて終了分だけの平均、カプラン・マイヤー法の中央値、最長の観察期間までの平均（RMST）と95％区間を示す",
		EN: "mean over recurring contracts started by the as-of date of the months from start to end (to the as-of date " +
			"where the end is blank or later); a renewed contract is one, from its first start to its last " +
			"end, short gaps included; months = days, both ends included, ÷ 30.4375. Running contracts are cut " +
			"short, so the value is a lower bound; beside it stand the mean of the ended, the Kaplan–Meier median and the " +
			"restricted mean (RMST) to the longest observed time with its 95% interval",
	},
	Plain: lang.Text{
		JA: "定期の契約が何か月続いたかの平均です。いまも続いている契約はこの日までで数えるので、先に行くほど長くなります。",
		EN: "How many months recurring contracts lasted, on average. Those that go on are counted " +
			"up to this day, so the number grows.",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needContracts,
	Columns:  []kpi.Column{kindOf},
	Assumes:  assumesTerm,
	Origin:   originHeadline,
	Bearing:  bound.ContractMonths,
	Outlook:  forecast.Lasting{Spells: facts.ContractSpells},
	Class:    kpi.Accountability,
	About:    kpi.AboutContracts,
	Topic:    kpi.TopicContractLength,
	Compute: func(w *kpi.Window) kpi.Figure {
		if w.Cohort.Contracts.Derived {
			return kpi.None(lang.Text{JA: "データなし：「案件」のシートがなく、契約の期間がわかりません",
				EN: "no data: without a sheet of contracts their terms are not known"})
		}
		spells, left := facts.ContractSpells(w)
		return facts.MeanSpell(spells, left, noRecurring, "件")
	},
}

var noRecurring = lang.Text{JA: "基準日までに開始した定期案件がありません", EN: "no recurring contract has started by the as-of date"}

func contractMonths(spells []facts.Spell) kpi.Figure {
	return facts.MeanSpell(spells, nil, noRecurring, "件")
}
