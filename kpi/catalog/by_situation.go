package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var bySituation = kpi.Definition{
	ID:      "by_situation",
	Title:   lang.Text{JA: "事情ごとの状況", EN: "By situation"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeWho,
	Measure: kpi.Stock,
	Law:     breakdowns(choices(schema.Participants, "situations"), payBySituation),
	Formula: lang.Text{
		JA: "事情ごとの登録者、稼働者、初めて収入を得た住民、月収の中央値。事情はいくつでも書けるので、1人が複数の行に入ることがある。値は登録者の人数",
		EN: "registered and active participants, residents with a first income and median monthly income by situation; " +
			"one person may have several situations; the value is the number registered",
	},
	Plain: lang.Text{
		JA: "登録した人を、子育て中や学生などの事情ごとに数えたものです。1人が二つ以上に入ることがあります。",
		EN: "Those registered by situation, such as raising children or studying. A person may be " +
			"in more than one.",
	},
	Needs:   needParticipants,
	Columns: []kpi.Column{{Table: schema.Participants, Key: "situations"}},
	Also:    paidTables,
	Assumes: assumesBreakdown,
	Origin:  originWork,
	Bearing: onPeople,
	Counts:  kpi.Persons,
	Class:   kpi.Attribute,
	About:   kpi.AboutPersons,
	Table:   situationTable(),
	Compute: func(w *kpi.Window) kpi.Figure {
		return breakdown(w, choices(schema.Participants, "situations"), situationsOf,
			func(p *record.Participant) []kpi.Cell { return []kpi.Cell{kpi.CellOf(p.Situations)} })
	},
}

func situationTable() *kpi.Table {
	t := breakdownTable(lang.Text{JA: "事情", EN: "situation"}, weightSituation)
	t.Overlap = true
	return t
}

func situationsOf(p *record.Participant) []string { return p.Situations.Value }

func payBySituation(w *kpi.Window) map[string][]float64 { return payBy(w, situationsOf) }
