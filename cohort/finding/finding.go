// Package finding turns "this cell is wrong" into a value: a code, a severity, the place
// as Excel shows it, what stands there, what is wrong and how to put it right.
//
// The one idea: a fault in the user's data is data too. It is collected, sorted, folded and
// printed (text, JSON, annotated workbook) like any other result. A Go error is kept for
// "cannot read or write". This package does not decide what is a fault; the rules in
// package rule and the readers do.
package finding

import "pilot90/cohort/lang"

// Severity says what a finding does to the figures.
type Severity int

// An Error excludes its row from the figures, a Warning and an Info do not.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns the word used in JSON: "error", "warning" or "info".
func (s Severity) String() string {
	return [...]string{"error", "warning", "info"}[s]
}

// Place is a cell or a range of cells. Sheet of a CSV is its file name without the
// extension; Range is in A1 form ("E17", "E9:E22") and is empty for a whole sheet or file.
type Place struct {
	File  string
	Sheet string
	Range string
}

// Finding is one fault, or one thing worth knowing, at one place.
type Finding struct {
	Code     string // "C102"; stable, never reused
	Severity Severity
	Place
	Column  string    // heading text of the column, as the sheet has it
	Record  string    // id of the record (participant, contract, ...), when there is one
	Date    string    // date of the row as 2025-07-03, when there is one
	Value   string    // the text of the cell as typed
	Message lang.Text // what is wrong
	Fix     lang.Text // how to put it right
	Related []Place
	Shared  []Place   // the related cells whose rows the fault leaves out as well
	Single  bool      // never folded with others
	Cause   Place     // the related cell that is probably the one to mend, when the rule knows it
	Count   int       // cells folded into Range; 0 and 1 both mean one
	Rest    []Span    // the rows of those that Kept counted in this one; nil: its own
	Parts   []Finding // the findings folded into this one, in row order; nil when it stands alone
}
