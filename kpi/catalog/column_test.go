package catalog

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// TestMissingColumnIsAReasonAndNever0 takes each column that a figure needs out of its golden: a
// sheet without a Wチェック column says nothing about double checks, while a blank in it is no.
func TestMissingColumnIsAReasonAndNever0(t *testing.T) {
	for _, d := range All() {
		for _, column := range d.Columns {
			without, ok := withoutColumn(readGolden(t, d.ID).ledger, column)
			if !ok {
				t.Errorf("%s: its golden has no column %s of %s", d.ID, column.Key, column.Table)
				continue
			}
			if column.Key == "pay" { // of which the amount paid would be taken
				if less, has := withoutColumn(without, kpi.Column{Table: column.Table, Key: "paid"}); has {
					without = less
				}
			}
			w := kpi.NewWindow(cohorttest.Load(t, without))
			f := kpi.Run([]kpi.Definition{d}, w)[0]
			heading := schema.ByKey(column.Table).Column(column.Key).Heading
			if f.Value != nil || !strings.Contains(f.Reason.JA, heading.JA) || !strings.Contains(f.Reason.EN, heading.EN) {
				t.Errorf("%s without %s: value %v, reason %q", d.ID, heading.JA, pointed(f.Value), f.Reason.JA)
			}
		}
	}
}

// inTwoFiles moves the second half of the rows of one sheet to a file of its own.
func inTwoFiles(t *testing.T, ledger, sheet string) string {
	t.Helper()
	head, sheets := split(ledger)
	i := slices.IndexFunc(sheets, func(s section) bool { return s.lines[0] == "## "+sheet })
	if i < 0 || len(sheets[i].rows) < 2 {
		t.Fatalf("the ledger has no two rows of %s", sheet)
	}
	s := &sheets[i]
	half := len(s.rows) / 2
	second := section{lines: []string{s.lines[0] + " in 後半.xlsx", s.lines[1]}, rows: s.rows[half:]}
	s.rows = s.rows[:half]
	return join(head, slices.Insert(sheets, i+1, second))
}

// withoutColumn takes one column out of a ledger in text; only out of sheets of its main file.
func withoutColumn(ledger string, column kpi.Column) (string, bool) {
	table := schema.ByKey(column.Table)
	head, sheets := split(ledger)
	found := false
	for _, s := range sheets {
		if s.lines[0] != "## "+table.Sheet.JA {
			continue
		}
		headings := cells(s.lines[1])
		at := slices.Index(headings, table.Column(column.Key).Heading.JA)
		if at < 0 {
			return "", false
		}
		found = true
		s.lines[1] = strings.Join(slices.Delete(headings, at, at+1), " | ")
		for i, row := range s.rows {
			if c := cells(row); at < len(c) {
				s.rows[i] = strings.Join(slices.Delete(c, at, at+1), " | ")
			}
		}
	}
	return join(head, sheets), found
}

func cells(line string) []string {
	parts := strings.Split(line, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
