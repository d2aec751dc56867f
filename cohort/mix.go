package cohort

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// Mix returns a cohort of the given lines, which may come from several cohorts: the ledger as it
// would stand with these rows. frame says for each table whose sheets and columns it is to have;
// nil leaves the table out. Rows that were excluded stay so; findings are those given. The cohorts
// the lines come from are not changed.
func Mix(pilot *setting.Pilot, findings []finding.Finding, frame func(schema.Key) *Ledger,
	lines []record.Line) *Ledger {
	records := func(key schema.Key) *record.Tables {
		if from := frame(key); from != nil {
			return &from.Tables
		}
		return nil
	}
	return &Ledger{Tables: record.Mix(records, lines, renewals(pilot)), Pilot: pilot, Findings: findings}
}

// renewals is how a pilot.toml has terms joined.
func renewals(pilot *setting.Pilot) record.Renewals {
	return record.Renewals{GapDays: pilot.Settings.RenewalGapDays, Separate: pilot.Settings.SeparateRenewals}
}
