// Package cohorttest turns ledgers written as text into cohorts, so that a test shows its whole
// input beside what it expects.
//
// The one idea: the text goes through the same reader as a workbook; only the file is missing.
// The package is for tests and for nothing else.
//
// # Format
//
//	as_of: 2026-03-31
//	from: 2025-04-01
//	to: 2026-03-31
//
//	# pilot.toml
//	[program]
//	name = "緑野町"
//
//	## 参加者
//	参加者ID | 開始日
//	P01      | 2025-04-01
//	P02      | 2025-04-31 ^C102
//
//	## 作業ログ
//	作業日     | 参加者ID | 時間
//	2025-04-03 | P09      | 1.5
//	           | ^C202
//
// Lines before the first heading set the clock: as_of, from, to, fiscal_year, today. Without
// as_of and today it is 2026-03-31. "# pilot.toml" begins a pilot.toml, "##" a sheet; what
// follows the sheet's name after " in " is its file (台帳.xlsx when not said). Lines that begin
// with "//" are remarks. Every other line of a sheet is one row, counted from 1 below the "##"
// line, its cells separated by "|". Blank lines of a sheet are dropped; a line "|" is a blank
// row. A cell holds what Excel would hold: a number is a number unless it begins with 0 and
// another digit, TRUE and FALSE are truth values, #N/A and like are error values, =A1 is a
// formula that was never computed; anything in
// double quotes is text as it stands, with \n for a line break. "(空)" is a blank, which may
// also be left empty. "←" is merged with the cell to its left, "↑" with the one above it. "~"
// at the start of a row, or of a sheet's name, hides it. "~~text~~" is struck out, all of a cell
// or a part of it.
//
// A "^" marks the cell in which a finding is expected: at the end of the cell, or in a line of
// its own in the same column below it. A code behind it is expected too. A finding of a range,
// such as a heading row, is marked at its first cell; one of a whole sheet, or of pilot.toml,
// behind its "##" or "#" line; one of the file, in a line of its own before the first sheet.
package cohorttest

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/setting"
)

// Ledger is a ledger that was read from text.
type Ledger struct {
	*cohort.Ledger
	Clock  setting.Clock
	Carets []Caret
}

// Caret is a cell at which the text expects a finding.
type Caret struct {
	finding.Place
	Code string // "" = any
}

// Load reads a ledger from text and fails the test when the text is not as the package comment
// says. Findings are no failure; see Check.
func Load(t testing.TB, text string) (*cohort.Ledger, setting.Clock) {
	t.Helper()
	l := Read(t, text)
	return l.Ledger, l.Clock
}

// Read is Load with the marks.
func Read(t testing.TB, text string) *Ledger {
	t.Helper()
	l, err := Parse(text)
	if err != nil {
		t.Fatalf("cohorttest: %v", err)
	}
	return l
}

// Check reads a ledger and fails the test unless its errors and warnings are exactly at the
// marked cells, with the codes given there.
func Check(t testing.TB, text string) *Ledger {
	t.Helper()
	l := Read(t, text)
	for _, problem := range l.Compare() {
		t.Error(problem)
	}
	return l
}

// Compare returns what differs between the marks and the findings: marks without a finding of
// any severity, and errors and warnings at cells without a mark.
func (l *Ledger) Compare() []string {
	var problems []string
	all := finding.Unfold(l.Findings)
	for _, m := range l.Carets {
		if !hasFinding(all, m) {
			problems = append(problems, fmt.Sprintf("no finding %s at %s", m.Code, m.Place))
		}
	}
	for _, f := range all {
		if f.Severity != finding.Info && !l.marked(f) {
			problems = append(problems, fmt.Sprintf("unexpected %s at %s: %s", f.Code, f.Place, f.Message.JA))
		}
	}
	return problems
}

func hasFinding(all []finding.Finding, m Caret) bool {
	for _, f := range all {
		if m.at(f) {
			return true
		}
	}
	return false
}

// at reports whether the mark expects the finding.
func (m Caret) at(f finding.Finding) bool {
	p := f.Place
	p.Range, _, _ = strings.Cut(p.Range, ":")
	return p == m.Place && (m.Code == "" || m.Code == f.Code)
}

func (l *Ledger) marked(f finding.Finding) bool {
	for _, m := range l.Carets {
		if m.at(f) {
			return true
		}
	}
	return false
}

// String lists the findings, one a line, for the message of a failing test.
func (l *Ledger) String() string {
	var b strings.Builder
	for _, f := range l.Findings {
		fmt.Fprintf(&b, "%s %s %s %s\n", f.Code, f.Severity, f.Place, f.Message.JA)
	}
	return b.String()
}
