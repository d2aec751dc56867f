package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// Rule is one entry of the rule catalogue: what a code means, and — for the rules between
// cells (C2xx) — how it is found. Each rule is one file cNNN_*.go with its long text.
type Rule struct {
	Code     string // "C204"
	Severity finding.Severity
	Title    lang.Text // a line
	Long     lang.Text // why it matters, what to do; shown by explain
	// Check reports the rule's findings; nil for codes that the reader itself reports
	// (C1xx, C3xx, P1xx). report excludes the given rows from the figures when the rule's
	// severity is Error.
	Check func(all *record.Tables, run Run, report reporter)
}

// Run is what the rules need to know besides the records.
type Run struct {
	AsOf      cell.Day
	QuietDays int // days without work after which a running contract is asked about
	Renewals  record.Renewals
	Begins    cell.Day // first day that the ledger holds as a whole; 0: all that is in it
}

// reporter receives the findings of one rule.
type reporter = func(f finding.Finding, excluded ...record.Row)

// causedBy says that of many such findings the first related cell is probably the one to mend.
func causedBy(f finding.Finding) finding.Finding {
	f.Cause = f.Related[0]
	return f
}
