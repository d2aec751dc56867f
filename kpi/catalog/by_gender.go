package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var byGender = kpi.Definition{
	ID:      "by_gender",
	Title:   lang.Text{JA: "性別ごとの状況", EN: "By gender"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeWho,
	Measure: kpi.Stock,
	Law:     breakdowns(choices(schema.Participants, "gender"), payByGender),
	Formula: lang.Text{
		JA: "性別ごとの登録者、稼働者、初めて収入を得た住民、月収の中央値。値は登録者の人数",
		EN: "registered and active participants, residents with a first income and median monthly income by gender; the " +
			"value is the number registered",
	},
	Plain: lang.Text{
		JA: "登録した人を、届け出た性別ごとに数えたものです。",
		EN: "Those registered, by the gender they gave.",
	},
	Needs:   needParticipants,
	Columns: []kpi.Column{{Table: schema.Participants, Key: "gender"}},
	Also:    paidTables,
	Assumes: assumesBreakdown,
	Origin:  originWork,
	Bearing: onPeople,
	Counts:  kpi.Persons,
	Class:   kpi.Attribute,
	About:   kpi.AboutPersons,
	Topic:   kpi.TopicGender,
	Table:   breakdownTable(lang.Text{JA: "性別", EN: "gender"}, weightGender),
	Compute: func(w *kpi.Window) kpi.Figure {
		return breakdown(w, choices(schema.Participants, "gender"), genderOf, func(p *record.Participant) []kpi.Cell {
			return []kpi.Cell{kpi.CellOf(p.Gender)}
		})
	},
}

func genderOf(p *record.Participant) []string {
	if !p.Gender.Known {
		return nil
	}
	return []string{p.Gender.Value}
}

func payByGender(w *kpi.Window) map[string][]float64 { return payBy(w, genderOf) }
