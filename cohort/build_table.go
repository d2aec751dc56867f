package cohort

import (
	"slices"

	"pilot90/cohort/finding"
)

// tableParts is what one sheet adds to a ledger: records of one kind, and findings.
type tableParts struct {
	table    *foundTable
	slot     int       // of the table in the schema
	sources  []*Source // one for each heading; at least one
	records  []record
	findings []finding.Finding
}

// build reads the records of a table that was found. It touches nothing but its own table, so
// tables may be built at the same time.
func build(t *foundTable) tableParts {
	slot := slices.IndexFunc(Tables(), func(s *TableSchema) bool { return s.Key == t.schema.Key })
	kind := (&Records{}).tables()[slot]
	scan := newRowScan(t)
	b := newBuilder(scan)
	totals := &totalCheck{scan: scan}
	r := &cellReader{builder: b, numbers: make([]float64, len(t.columns))}
	var rows []record
	scan.each(rowReader{heading: b.beginSource, total: totals.total, sumsUp: totals.sumsUp, record: func(data *dataRow) {
		rec := kind.blank(r.begin(data))
		r.read(rec)
		r.struck()
		r.titled(data)
		r.voided(data)
		id, date := rec.mark()
		for _, f := range r.faults {
			f.Record, f.Date = id, date
			b.findings = append(b.findings, f)
		}
		rows = append(rows, rec)
		r.countBlanks()
		totals.record(data.hidden, r.numbers)
	}})
	findings := append(b.findings, b.notes.findings(t.grid)...)
	findings = append(findings, totals.findings()...)
	findings = append(findings, scan.remarks()...)
	return tableParts{table: scan.foundTable, slot: slot, sources: b.sources, records: rows, findings: findings}
}

// add puts the records of a sheet into their table.
func (all *Records) add(p tableParts) { all.tables()[p.slot].add(p.sources, p.records) }

// has reports whether the sheet has the column (schema key), below any of its headings.
func (p *tableParts) has(column string) bool {
	return slices.ContainsFunc(p.sources, func(s *Source) bool { return s.column(column) != nil })
}

// nowhere reports the columns that no sheet has while headings remain that may be they.
func nowhere(parts []tableParts) []finding.Finding {
	found := make([]*foundTable, len(parts))
	for i := range parts {
		found[i] = parts[i].table
	}
	return columnsNowhere(found, func(i int, column string) bool { return parts[i].has(column) })
}

// fewestFields is how many cells of a record must be filled in for it to be told from others.
const fewestFields = 3

// keys counts the records that are alike in every column as they were read; nil when one says too
// little.
func (p *tableParts) keys() map[string]int {
	keys := make(map[string]int, len(p.records))
	for _, r := range p.records {
		filled := 0
		for _, f := range fields(r) {
			if !f.blank() {
				filled++
			}
		}
		if filled < fewestFields {
			return nil
		}
		keys[string(readKey(nil, r))]++
	}
	return keys
}
