package rule

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

// Apply runs every rule over all rows, those with a fault in a cell included, and returns the
// findings of the reader with those of the rules. Rows with an error move from Rows to Excluded, and
// so do the rows that refer to them, so that every record in Rows refers to records in Rows only.
// The records are linked to each other.
func Apply(all *record.Tables, run Run, found []finding.Finding) []finding.Finding {
	excluded := faultyRows(all, found)
	var kept finding.Kept
	for _, rule := range catalogue {
		if rule.Check == nil {
			continue
		}
		rule.Check(all, run, func(f finding.Finding, rows ...record.Row) {
			f.Code, f.Severity = rule.Code, rule.Severity
			f.Shared = sharedBy(f, rows)
			kept.Add(f)
			if rule.Severity != finding.Error {
				return
			}
			for _, r := range rows {
				excluded[r.Key()] = true
			}
		})
	}
	for _, f := range excludeDependants(all, excluded) {
		kept.Add(f)
	}
	all.Exclude(excluded)
	return append(found, kept.List()...)
}

// sharedBy are the related cells of an error that lie in the rows it leaves out.
func sharedBy(f finding.Finding, rows []record.Row) []finding.Place {
	if f.Severity != finding.Error || len(rows) < 2 {
		return nil
	}
	out := map[record.RowKey]bool{}
	for _, r := range rows {
		out[r.Key().Whole()] = true
	}
	var shared []finding.Place
	for _, p := range f.Related {
		if number, _ := p.Rows(); out[record.RowKey{File: p.File, Sheet: p.Sheet, Number: number}] {
			shared = append(shared, p)
		}
	}
	return shared
}

// faultyRows are the rows that the reader found an error in, or has put apart already.
func faultyRows(all *record.Tables, found []finding.Finding) map[record.RowKey]bool {
	faulty := map[record.RowKey]bool{}
	made := turnedRecords(all)
	for _, f := range finding.Unfold(found) {
		if f.Severity != finding.Error || !strings.HasPrefix(f.Code, "C1") && !strings.HasPrefix(f.Code, "C2") {
			continue
		}
		for _, p := range f.Places() {
			for first, last := p.Rows(); first > 0 && first <= last; first++ {
				faulty[record.RowKey{File: p.File, Sheet: p.Sheet, Number: first}] = true
			}
			made.mark(faulty, p)
		}
	}
	all.Each(func(r record.Record, excluded bool) {
		if excluded {
			faulty[r.At().Key()] = true
		}
	})
	return faulty
}
