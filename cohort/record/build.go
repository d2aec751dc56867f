package record

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// Part is what one sheet adds to a ledger: records of one kind, and findings.
type Part struct {
	table    *layout.Table
	slot     int       // of the table in the schema
	Sources  []*Source // one for each heading; at least one
	records  []Record
	Findings []finding.Finding
	counted  map[string]int // what keys returns, of a part that is kept; nil: not told yet, or none
}

// Build reads the records of a table that was found. It touches nothing but its own table, so
// tables may be built at the same time.
func Build(t *layout.Table) Part {
	slot := slices.IndexFunc(schema.Tables(), func(s *schema.Table) bool { return s.Key == t.Schema.Key })
	blank := (&Tables{}).tables()[slot].maker()
	scan := layout.NewScan(t)
	b := newBuilder(scan)
	totals := &totalCheck{scan: scan}
	r := &cellReader{builder: b, numbers: make([]float64, len(t.Columns))}
	var rows []Record
	scan.Each(layout.Visitor{Heading: b.beginSource, Total: totals.total, SumsUp: totals.sumsUp,
		Record: func(data *layout.Row) {
			rec := blank(r.begin(data))
			r.read(rec)
			r.struck()
			r.titled(data)
			r.voided(data)
			for _, f := range r.faults {
				f.Record, f.Date = rec.NamedBy()
				b.findings.Add(f)
			}
			rows = append(rows, rec)
			r.countBlanks()
			totals.record(data.Hidden, r.numbers)
		}})
	findings := append(b.findings.List(), b.notes.Findings(t.Grid)...)
	findings = append(findings, totals.findings()...)
	findings = append(findings, scan.Remarks()...)
	return Part{table: scan.Table, slot: slot, Sources: b.sources, records: rows, Findings: findings}
}

// Table is the table that the sheet was read as, as its last heading has it.
func (p *Part) Table() *layout.Table { return p.table }

// LetGo lets go of the cells of the sheet below its headings, and of the list of records, once they are in their table:
// nobody looks at them any more, and rules and figures need the room. Addresses stay as they are.
func (p *Part) LetGo() {
	bare := p.table.Bare()
	p.table.Grid, p.records = bare, nil
	for _, s := range p.Sources {
		s.grid = bare
	}
}

// Add puts the records of a sheet into their table.
func (all *Tables) Add(p Part) { all.tables()[p.slot].add(p.Sources, p.records) }

// has reports whether the sheet has the column (schema key), below any of its headings.
func (p *Part) has(column string) bool {
	return slices.ContainsFunc(p.Sources, func(s *Source) bool { return s.column(column) != nil })
}

// Nowhere reports the columns that no sheet has while headings remain that may be they.
func Nowhere(parts []Part) []finding.Finding {
	found := make([]*layout.Table, len(parts))
	for i := range parts {
		found[i] = parts[i].table
	}
	return layout.Nowhere(found, func(i int, column string) bool { return parts[i].has(column) })
}

// fewestFields is how many cells of a record must be filled in for it to be told from others.
const fewestFields = 3

// keys counts the records that are alike in every column as they were read; nil when one says too
// little.
func (p *Part) keys() map[string]int {
	if p.counted != nil {
		return p.counted
	}
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
		keys[string(ReadKey(nil, r))]++
	}
	return keys
}
