// Package cohort turns the grids of a ledger into a checked Cohort: records whose every value
// knows its cell, the 30/30/30 clock, and the findings of the rules.
//
// The one idea: schema.go is the single description of the input; reader, template, messages
// and data dictionary are all derived from it. A row with an error finding is kept apart
// (Excluded) so that figures can say what it might have changed; it is never silently dropped.
// The package computes no figure.
package cohort

import (
	"slices"

	"pilot90/cohort/finding"
)

// Table is all records of one table of the schema.
type Table[T any] struct {
	Present  bool      // the ledger has the sheet; false makes its figures "no data"
	Sources  []*Source // one for each sheet that was read, in reading order
	Rows     []*T      // rows the figures use, in reading order
	Excluded []*T      // rows with an error finding, parsed as far as they could be
}

// Has reports whether any source of the table has the column (schema key, e.g. "paid_date").
func (t *Table[T]) Has(column string) bool {
	return slices.ContainsFunc(t.Sources, func(s *Source) bool { return s.column(column) != nil })
}

// Lacking returns the sources with records but without the column (schema key) that another
// source of the table has: their records count as blank in it. When no source has the column it
// returns none; see Has.
func (t *Table[T]) Lacking(column string) []*Source { return lacking(t.Sources, column) }

// Cohort is one ledger, read and checked.
type Cohort struct {
	Pilot        *Pilot
	Participants Table[Participant]
	Trainings    Table[Training]
	Clients      Table[Client]
	Contracts    Table[Contract]
	Tasks        Table[Task]
	Support      Table[Support]
	Surveys      Table[Survey]
	Budget       Table[Budget]
	Metrics      Table[Metric]
	Publications Table[Publication]
	Inputs       []Input
	Findings     []finding.Finding // sorted by file, sheet, row, column, code; like ones folded

	participants map[string]*Participant
	clients      map[string]*Client
	contracts    map[string]*Contract
}

// Input is one file of the ledger, for the record of what was read.
type Input struct {
	File   string
	SHA256 string
	Sheets []InputSheet
}

// InputSheet counts what was read from one sheet: Rows = Used + Excluded.
type InputSheet struct {
	Key      Key
	Sheet    string
	Rows     int
	Used     int
	Excluded int
}
