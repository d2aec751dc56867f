package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var leaders = kpi.Definition{
	ID:    "leaders",
	Title: lang.Text{JA: "リーダー・ディレクター", EN: "Leaders and directors"},
	Unit:  kpi.Count,
	Formula: lang.Text{
		JA: "役割がリーダーまたはディレクターで、就任日が基準日以前の参加者の人数。就任日が空欄の人は除いて数える",
		EN: "participants who are leader or director since the as-of date or before; those with a blank date are left out " +
			"and counted",
	},
	Better:  kpi.Higher,
	Needs:   needParticipants,
	Columns: []kpi.Column{{Table: schema.Participants, Key: "role"}, {Table: schema.Participants, Key: "role_date"}},
	Assumes: assumesRegistration,
	Origin:  originWork,
	Bearing: onPeople,
	Outlook: forecast.Events{Among: true},
	Counts:  kpi.Persons,
	Class:   kpi.Accountability,
	Subject: kpi.AboutPersons,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range facts.RegisteredBy(w) {
			use := kpi.UseParticipant(p, kpi.CellOf(p.Role), kpi.CellOf(p.RoleDate))
			leads := p.Role.Value == "leader" || p.Role.Value == "director"
			if leads && !p.RoleDate.Known {
				t.Drop(use, lang.Text{JA: "就任日の記入がないため除外", EN: "left out: the date is blank"})
				continue
			}
			t.Add(leads && p.RoleDate.Value <= w.Clock.AsOf, use)
		}
		for _, p := range facts.FaultyRegistered(w) {
			t.DropFaulty(kpi.UseParticipant(p, kpi.CellOf(p.Role), kpi.CellOf(p.RoleDate)))
		}
		return t.Count(lang.Text{JA: "人", EN: "people"})
	},
}
