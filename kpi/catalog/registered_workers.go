package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var registeredWorkers = kpi.Definition{
	ID:      "registered_workers",
	Title:   lang.Text{JA: "登録者数（延べ）", EN: "Registered workers (ever)"},
	Spoken:  lang.Text{JA: "登録した人", EN: "Registered"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     sumsWith("registered_now"),
	Formula: lang.Text{
		JA: "登録日（空欄は開始日）が基準日以前の参加者の人数。離脱した人も含む。あわせて、基準日までに離脱した人を除いた現在の登録者数を示す",
		EN: "participants registered (blank: start date) on or before the as-of date, exits included; beside it those who " +
			"have not exited by then",
	},
	Plain: lang.Text{
		JA: "この日までに登録した人の数です。途中でやめた人も数えます。",
		EN: "Everybody registered by this day, also those who have left.",
	},
	Better:  kpi.Higher,
	Needs:   needParticipants,
	Assumes: assumesNow,
	Origin:  originWork,
	Bearing: onPeople,
	Outlook: forecast.Events{Groups: forecast.Arriving},
	Counts:  kpi.Persons,
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Topic:   kpi.TopicRegistered,
	Compute: computeRegisteredWorkers,
}

func computeRegisteredWorkers(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	now := 0
	for _, p := range facts.RegisteredBy(w) {
		note := lang.Text{JA: "登録", EN: "registered"}
		if _, gone := w.Exit(p); gone {
			note = lang.Text{JA: "登録（離脱済み）", EN: "registered, has exited"}
		} else {
			now++
		}
		t.Add(true, useRegistration(w, p).With(note))
	}
	for _, p := range facts.FaultyRegistered(w) {
		t.DropFaulty(useRegistration(w, p))
	}
	f := t.Count(lang.Text{JA: "人", EN: "people"})
	f.Parts = kpi.Parts{{Key: "registered_now", Title: lang.Text{JA: "現在の登録者数", EN: "registered now"}, Unit: kpi.Count,
		Value: float64(now)}}
	return f
}

func useRegistration(w *kpi.Window, p *record.Participant) kpi.RowUse {
	return w.UseParticipant(p, kpi.CellOf(p.RegisteredDate), kpi.CellOf(p.StartDate), kpi.CellOf(p.ExitDate))
}
