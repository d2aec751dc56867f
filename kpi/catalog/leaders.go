package catalog

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var leaders = kpi.Definition{
	ID:      "leaders",
	Title:   lang.Text{JA: "リーダー・ディレクター", EN: "Leaders and directors"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeHub,
	Measure: kpi.Stock,
	Law:     sums,
	Formula: lang.Text{
		JA: "役割がリーダーまたはディレクターで、就任日が基準日以前の参加者の人数。就任日が空欄の人は除いて数える。就任日の列がすべて空欄であれば値を出さない",
		EN: "participants who are leader or director since the as-of date or before; those with a blank date are left out " +
			"and counted; with no date at all there is no value",
	},
	Better:  kpi.Higher,
	Needs:   needParticipants,
	Columns: []kpi.Column{{Table: schema.Participants, Key: "role"}, roleDate},
	Assumes: assumesRegistration,
	Origin:  originWork,
	Bearing: onPeople,
	Outlook: forecast.Events{Among: true, Groups: forecast.Following},
	Counts:  kpi.Persons,
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Compute: func(w *kpi.Window) kpi.Figure {
		if neverUsed(w.Participants, func(p *record.Participant) record.Field[cell.Day] { return p.RoleDate }) {
			return kpi.None(wholeColumnBlank(roleDate))
		}
		var t kpi.Tally
		undated := 0
		for _, p := range facts.RegisteredBy(w) {
			use := w.UseParticipant(p, kpi.CellOf(p.Role), kpi.CellOf(p.RoleDate))
			leads := p.Role.Value == "leader" || p.Role.Value == "director"
			if leads && !p.RoleDate.Known {
				undated++
				t.Drop(use, lang.Text{JA: "就任日の記入がないため除外", EN: "left out: the date is blank"})
				continue
			}
			t.Add(leads && p.RoleDate.Value <= w.Clock.At(), use)
		}
		for _, p := range facts.FaultyRegistered(w) {
			t.DropFaulty(w.UseParticipant(p, kpi.CellOf(p.Role), kpi.CellOf(p.RoleDate)))
		}
		f := t.Count(lang.Text{JA: "人", EN: "people"})
		f.Warnings = takenAs(roleDate, undated, lang.Text{JA: "まだ就いていないもの", EN: "not yet in the role"})
		return f
	},
}

var roleDate = kpi.Column{Table: schema.Participants, Key: "role_date"}
