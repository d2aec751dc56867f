package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var migrantEarners = kpi.Definition{
	ID:      "migrant_earners",
	Title:   lang.Text{JA: "移住×収入", EN: "Migrants with an income"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "居住区分が移住で、初収入日が基準日以前の参加者 ÷ 居住区分が移住の参加者（登録日が基準日以前）",
		EN: "migrants whose first income date is not after the as-of date ÷ migrants registered by it",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  append([]kpi.Column{{Table: schema.Participants, Key: "residence"}}, needPay...),
	Also:     alsoPayments,
	Assumes:  append([]kpi.Column{paidDate}, assumesRegistration...),
	Origin:   originWork,
	Bearing:  onIncome,
	Class:    kpi.Attribute,
	About:    kpi.AboutPersons,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range facts.RegisteredBy(w) {
			if p.Residence.Value != "migrant" {
				continue
			}
			use := w.UseParticipant(p, kpi.CellOf(p.Residence))
			if _, income, earned := w.FirstIncome(p); earned {
				t.Add(true, use, useIncome(w, income))
			} else {
				t.Add(false, use)
			}
		}
		for _, p := range facts.FaultyRegistered(w) {
			if !p.Residence.Known || p.Residence.Value == "migrant" {
				t.DropFaulty(w.UseParticipant(p, kpi.CellOf(p.Residence)))
			}
		}
		return t.Ratio(lang.Text{JA: "居住区分が移住の参加者がいません", EN: "no participant is a migrant"})
	},
}
