package catalog

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var ndaCoverage = kpi.Definition{
	ID:      "nda_coverage",
	Title:   lang.Text{JA: "秘密保持契約の締結率", EN: "Confidentiality agreed before work"},
	Short:   lang.Text{JA: "秘密保持契約", EN: "confidentiality agreed"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeQuality,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "秘密保持契約日が最初の作業日（対象期間より前の作業も含めた最初）以前の参加者 ÷ 対象期間に作業が1件以上ある参加者。契約日の空欄は「未締結」",
		EN: "participants with an NDA date on or before their first task ever, be it before the period, ÷ participants " +
			"with at least one task in the period; a blank date is not signed",
	},
	Better:  kpi.Higher,
	Needs:   needPeopleTasks,
	Columns: []kpi.Column{{Table: schema.Participants, Key: "nda_date"}},
	Origin:  originChecklist,
	Bearing: onFirstTasks,
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Limits:  []kpi.Limit{{Point: kpi.PointSecurity, Least: true, Of: kpi.One}},
	Compute: func(w *kpi.Window) kpi.Figure {
		return beforeWork(w, kpi.Column{Table: schema.Participants, Key: "nda_date"},
			func(p *record.Participant) record.Field[cell.Day] { return p.NDADate })
	},
}
