package catalog

import (
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/kpi"
)

var (
	needSituations = kpi.Column{Table: cohort.ParticipantsKey, Key: "situations"}
	needOutcome    = kpi.Column{Table: cohort.ParticipantsKey, Key: "outcome"}
	noStudent      = finding.Text{JA: "事情に「学生」とある参加者がいません", EN: "no participant is a student"}
)

func student(p *cohort.Participant) bool { return slices.Contains(p.Situations.Value, "student") }
