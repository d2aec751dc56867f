package cohort

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/rule"
	"pilot90/cohort/setting"
)

// cohortStarts gives participants without a start the first day of their cohort in pilot.toml, and says whom; a cohort
// of which nobody is in the ledger is a slip.
func cohortStarts(c *Ledger, pilot *setting.Pilot) []finding.Finding {
	if !c.Participants.Present {
		return nil
	}
	starts := map[string]cell.Day{}
	var found []finding.Finding
	for _, s := range pilot.Cohorts {
		starts[lang.Key(s.Name)] = s.Start
		if !slices.ContainsFunc(c.Participants.Every(), func(p *record.Participant) bool {
			return lang.Key(p.Cohort.Value) == lang.Key(s.Name)
		}) {
			found = append(found, noCohort(pilot, s))
		}
	}
	return append(found, rule.StartedByCohort(c.StartCohorts(starts))...)
}

func noCohort(pilot *setting.Pilot, s setting.CohortStart) finding.Finding {
	f := pilot.Wrong(setting.CodeNoCohort, s.Key,
		lang.Sayf("「%s」という期の参加者がいません。", "No participant is of the cohort “%s”.", s.Name),
		lang.Say("参加者のシートの「コホート」（期）に書かれているとおりの名前にしてください。",
			"Write the name as it stands in the column of cohorts of the participants sheet."))
	f.Severity, f.Value = finding.Warning, s.Name
	return f
}
