package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var populationShare = kpi.Definition{
	ID:      "population_share",
	Title:   lang.Text{JA: "人口に占める登録者の割合", EN: "Registered workers per inhabitant"},
	Spoken:  lang.Text{JA: "人口に占める登録者", EN: "Share of inhabitants"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "登録者数（延べ）÷ 人口（pilot.toml の program.population）",
		EN: "registered workers ÷ inhabitants (program.population in pilot.toml)",
	},
	Plain: lang.Text{
		JA: "登録した人の数を、人口で割った割合です。",
		EN: "Those registered as a share of all inhabitants.",
	},
	Better:        kpi.Higher,
	Needs:         needParticipants,
	Assumes:       assumesRegistration,
	Origin:        originWork,
	Bearing:       onPopulation,
	Class:         kpi.Accountability,
	About:         kpi.AboutPersons,
	Topic:         kpi.TopicInhabitants,
	PerInhabitant: true,
	Compute: func(w *kpi.Window) kpi.Figure {
		people := w.Pilot.Program.Population
		if people <= 0 {
			return kpi.None(lang.Text{JA: "pilot.toml に人口（program.population）がありません",
				EN: "pilot.toml gives no population (program.population)"})
		}
		f := computeRegisteredWorkers(w)
		f.Parts = nil
		kpi.Divide(&f, *f.Value, float64(people))
		f.Terms = &kpi.Terms{Numerator: *f.Numerator, Denominator: *f.Denominator, Known: []int{people}}
		return f
	},
}
