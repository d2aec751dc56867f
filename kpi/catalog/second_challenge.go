package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var secondChallenge = kpi.Definition{
	ID:      "second_challenge",
	Title:   lang.Text{JA: "次の仕事へ進んだ人", EN: "Moved on to a job"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     sums,
	Formula: lang.Text{
		JA: "進路が就業移行または地元就職の参加者の人数（登録日が基準日以前）",
		EN: "participants registered by the as-of date whose outcome is a move to a job or a local job",
	},
	Better:  kpi.Higher,
	Needs:   needParticipants,
	Columns: []kpi.Column{needOutcome},
	Assumes: assumesRegistration,
	Origin:  originWork,
	Bearing: onPeople,
	Counts:  kpi.Persons,
	Class:   kpi.Attribute,
	About:   kpi.AboutPersons,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range facts.RegisteredBy(w) {
			t.Add(p.Outcome.Value == "transition" || p.Outcome.Value == "local_job",
				w.UseParticipant(p, kpi.CellOf(p.Outcome)))
		}
		for _, p := range facts.FaultyRegistered(w) {
			t.DropFaulty(w.UseParticipant(p, kpi.CellOf(p.Outcome)))
		}
		return t.Count(lang.Text{JA: "人", EN: "people"})
	},
}
