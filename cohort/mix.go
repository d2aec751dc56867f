package cohort

import "pilot90/cohort/finding"

// Mix returns a cohort of the given lines, which may come from several cohorts: the ledger as it
// would stand with these rows. frame says for each table whose sheets and columns it is to have;
// nil leaves the table out. Rows that were excluded stay so; findings are those given. The cohorts
// the lines come from are not changed.
func Mix(pilot *Pilot, findings []finding.Finding, frame func(Key) *Cohort, lines []Line) *Cohort {
	records := func(key Key) *Records {
		if from := frame(key); from != nil {
			return &from.Records
		}
		return nil
	}
	return &Cohort{Records: mix(records, lines), Pilot: pilot, Findings: findings}
}
