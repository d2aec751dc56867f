package catalog

import (
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var bySituation = kpi.Definition{
	ID:    "by_situation",
	Title: finding.Text{JA: "事情ごとの状況", EN: "By situation"},
	Unit:  kpi.Count,
	Formula: finding.Text{
		JA: "事情ごとの登録者、稼働者、初めて収入を得た住民、月収の中央値。事情はいくつでも書けるので、1人が複数の行に入ることがある。値は登録者の人数",
		EN: "registered and active participants, residents with a first income and median monthly income by situation; " +
			"one person may have several situations; the value is the number registered",
	},
	Needs:   needParticipants,
	Columns: []kpi.Column{{Table: cohort.ParticipantsKey, Key: "situations"}},
	Also:    needTasks,
	Assumes: assumesBreakdown,
	Origin:  originWork,
	Bearing: onPeople,
	Counts:  kpi.Persons,
	Subject: kpi.AboutPersons,
	People: kpi.People{Hit: facts.ThoseRegistered, All: facts.ThoseRegistered,
		Table: &kpi.Table{Columns: breakdownTable.Columns, Overlap: true},
		Inside: [][2]kpi.Set{
			{facts.Students, "by_situation.groups.student.registered"},
			{"by_situation.groups.student.registered", facts.Students},
		}},
	Compute: func(w *kpi.Window) kpi.Figure {
		return breakdown(w, choices(cohort.ParticipantsKey, "situations"), func(p *cohort.Participant) []string {
			return p.Situations.Value
		},
			func(p *cohort.Participant) []kpi.Cell { return []kpi.Cell{kpi.CellOf(p.Situations)} })
	},
}
