// Package cohort turns the folder of a ledger into a checked one: Load opens its files and leads them through the
// rooms below, from grids to located tables, to records, to the findings of the rules.
//
// The one idea: each room gets the value that the room before has made, and nothing else. A row with an error finding
// is kept apart (Excluded) so that figures can say what it might have changed; it is never silently dropped. The
// package computes no figure.
package cohort

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"slices"
)

// Ledger is one ledger, read and checked.
type Ledger struct {
	record.Tables
	Pilot    *setting.Pilot
	Inputs   []Input
	Findings []finding.Finding // sorted by file, sheet, row, column, code; like ones folded

	parts []record.Part // what each sheet was read as; nil of a ledger that was mixed
}

// Input is one file of the ledger, for the record of what was read.
type Input struct {
	File   string
	SHA256 string
	Sheets []InputSheet
	Unread []string // the other sheets that something stands in
}

// InputSheet counts what was read from one sheet: Rows = Used + Excluded.
type InputSheet struct {
	Key      schema.Key
	Sheet    string
	Rows     int
	Used     int
	Excluded int
}

// CheckFigures adds to the findings the targets and grant indicators of pilot.toml that name no
// figure. known are the ids of the figures, which only a package above this one knows.
func (c *Ledger) CheckFigures(known []string) {
	if found := c.Pilot.UnknownFigures(known); len(found) > 0 {
		c.Findings = finding.Fold(append(c.Findings, found...))
	}
}

// Unopened reports that a file of the ledger could not be opened, as one that a password locks.
func (c *Ledger) Unopened() bool { return slices.ContainsFunc(c.Findings, refusesFile) }
