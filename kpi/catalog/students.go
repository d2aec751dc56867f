package catalog

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var (
	needSituations = kpi.Column{Table: schema.Participants, Key: "situations"}
	needOutcome    = kpi.Column{Table: schema.Participants, Key: "outcome"}
	noStudent      = lang.Text{JA: "事情に「学生」とある参加者がいません", EN: "no participant is a student"}
)

func student(p *record.Participant) bool { return slices.Contains(p.Situations.Value, "student") }
