package catalog

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// unjoined is the warning of a figure that counts contracts, each once however often it was renewed, where the ledger
// does not say when contracts end: rows of one client and one title may then be terms of one contract, and count as
// several. It is nil where no two rows are alike so, or renewals are not joined anyway.
func unjoined(w *kpi.Window) []lang.Text {
	all := w.Cohort.Contracts
	ends := slices.ContainsFunc(w.Contracts, func(c *record.Contract) bool { return c.EndDate.Known })
	if w.Pilot.Settings.SeparateRenewals || !w.Present(schema.Contracts) || all.Derived ||
		ends && !w.LackingInPart(contractEnd) {
		return nil
	}
	type job struct{ client, title string }
	seen, several := map[job]bool{}, 0
	for _, c := range w.Contracts {
		if !c.Title.Known || c.EndDate.Known {
			continue
		}
		j := job{c.ClientID.Value, record.SeriesKey(c.Title.Value)}
		if seen[j] {
			several++
		}
		seen[j] = true
	}
	if several == 0 {
		return nil
	}
	heading := schema.ByKey(schema.Contracts).Column(contractEnd.Key).Heading
	return []lang.Text{{
		JA: "「案件」に「" + heading.JA + "」がないため、同じ発注者で同じ名前の案件を1件にまとめていません（更新した案件なら、件数は少なくなります）",
		EN: "the contracts have no " + heading.EN + ", so those of one client and one title are not joined " +
			"(renewed ones would make fewer)",
	}}
}
