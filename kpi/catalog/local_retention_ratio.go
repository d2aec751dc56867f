package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var localRetentionRatio = kpi.Definition{
	ID:      "local_retention_ratio",
	Title:   lang.Text{JA: "地元定着率（学生の地元就職）", EN: "Students who took a local job"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "進路が地元就職の学生 ÷ 進路のわかる学生。空欄と未定は「わからない」として、進学は就職の前なので、除いて数える",
		EN: "students whose outcome is a local job ÷ students with a known outcome; blank and undecided are not known, " +
			"further study comes before a job: both are left out and counted",
	},
	Plain: lang.Text{
		JA: "学生のうち、地元に就職した人の割合です。進路の決まっていない人と、進学した人は数えません。",
		EN: "Of the students, the share who took a local job. Those still undecided or at another school are not counted.",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needParticipants,
	Columns:  []kpi.Column{needSituations, needOutcome},
	Assumes:  assumesRegistration,
	Origin:   lang.Text{JA: "教育モデル", EN: "the education model"},
	Bearing:  onPeople,
	Class:    kpi.Attribute,
	About:    kpi.AboutPersons,
	Line:     kpi.Line{Figure: "by_situation", Key: "student"},
	Topic:    kpi.TopicStudentsStayed,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range facts.RegisteredBy(w) {
			switch use := useOutcome(w, p); {
			case !student(p):
			case !p.Outcome.Known || p.Outcome.Value == "undecided":
				t.Drop(use, lang.Text{JA: "進路が空欄または未定のため除外", EN: "left out: the outcome is blank or undecided"})
			case p.Outcome.Value == "further_study":
				t.Drop(use, lang.Text{JA: "進学のため除外", EN: "left out: further study"})
			default:
				t.Add(p.Outcome.Value == "local_job", use)
			}
		}
		for _, p := range facts.FaultyRegistered(w) {
			if !p.Situations.Known || student(p) {
				t.DropFaulty(useOutcome(w, p))
			}
		}
		empty := noStudent
		if t.Excluded > 0 {
			empty = lang.Text{JA: "進路のわかる学生がまだいません", EN: "no student's outcome is known yet"}
		}
		return t.Ratio(empty)
	},
}

func useOutcome(w *kpi.Window, p *record.Participant) kpi.RowUse {
	return w.UseParticipant(p, kpi.CellOf(p.Situations), kpi.CellOf(p.Outcome))
}
