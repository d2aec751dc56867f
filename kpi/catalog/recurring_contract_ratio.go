package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var recurringContractRatio = kpi.Definition{
	ID:         "recurring_contract_ratio",
	Title:      lang.Text{JA: "定期案件の割合", EN: "Share of recurring contracts"},
	PlainTitle: lang.Text{JA: "定期の契約の割合", EN: "Share of recurring contracts"},
	Reading:    lang.Text{JA: "期間に続いていた契約のうち、定期のもの", EN: "of the contracts of the period, the recurring ones"},
	Unit:       kpi.Ratio,
	Theme:      kpi.ThemeRecurring,
	Measure:    kpi.Stock,
	Law:        ratios.On(renewals),
	Formula: lang.Text{
		JA: "種別が定期の実施中の案件 ÷ 実施中の案件。実施中とは、開始日が対象期間の末日以前で、終了日が空欄または対象期間の初日以後のもの。更新した案件は1件と数え、種別は最後の期間のもの。区間はウィルソンの95％区間",
		EN: "active contracts of kind recurring ÷ active contracts; active: started on or before the period's last day, " +
			"and no end or an end on or after its first day; a renewed contract is one, of the kind of its last term; Wilson " +
			"95% interval",
	},
	Plain: lang.Text{
		JA: "期間中に続いていた契約のうち、毎月のように続ける約束の契約（定期）の割合です。1回きりの契約は「単発」です。",
		EN: "Of the contracts that ran in the period, the share agreed to go on from month to " +
			"month (recurring). One-off work is a contract that is done once.",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needContracts,
	Columns:  []kpi.Column{kindOf},
	Assumes:  assumesTerm,
	Origin:   originHeadline,
	Bearing:  onContracts,
	Outlook:  forecast.Arrivals{},
	Class:    kpi.Accountability,
	About:    kpi.AboutContracts,
	Topic:    kpi.TopicRecurring,
	Compute:  computeRecurringContractRatio,
}

func computeRecurringContractRatio(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	for _, c := range w.ActiveContracts() {
		if !c.Kind.Known {
			t.Drop(useTerm(w, c), kindUnknown)
			continue
		}
		t.Add(kpi.Recurring(c), useTerm(w, c))
	}
	for _, c := range w.FaultyActive() {
		t.DropFaulty(useTerm(w, c))
	}
	if len(w.ActiveContracts()) > 0 {
		return t.Ratio(noKindAmongActive)
	}
	return t.Ratio(noActiveContract)
}

var noKindAmongActive = lang.Text{JA: "対象期間に実施中の案件は、どれも種別の記入がありません",
	EN: "no kind is entered for any contract that is active in the period"}

// kindUnknown is why a contract is neither recurring nor one-off.
var kindUnknown = lang.Text{JA: "種別の記入がないため除外", EN: "left out: no kind is entered"}

// useTerm is a contract with the cells that say whether it is active and recurring.
func useTerm(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell {
		return []kpi.Cell{kpi.CellOf(c.Kind), kpi.CellOf(c.StartDate), kpi.CellOf(c.EndDate)}
	})
}
