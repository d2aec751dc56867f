package cohort

import (
	"slices"

	"pilot90/cohort/finding"
)

// tableParts is what one sheet adds to a cohort: records of one kind, and findings.
type tableParts struct {
	table    *foundTable
	sources  []*Source             // one for each heading; at least one
	keys     func() map[string]int // how often each record stands in the sheet, by what it was read as
	add      func(c *Records)
	findings []finding.Finding
}

// build reads the records of a table that was found. It touches nothing but its own table, so
// tables may be built at the same time.
func build(t *foundTable) tableParts {
	switch t.schema.Key {
	case ParticipantsKey:
		return buildRows(t, buildParticipant, func(c *Records) *Table[Participant] { return &c.Participants })
	case TrainingsKey:
		return buildRows(t, buildTraining, func(c *Records) *Table[Training] { return &c.Trainings })
	case ClientsKey:
		return buildRows(t, buildClient, func(c *Records) *Table[Client] { return &c.Clients })
	case ContractsKey:
		return buildRows(t, buildContract, func(c *Records) *Table[Contract] { return &c.Contracts })
	case TasksKey:
		return buildRows(t, buildTask, func(c *Records) *Table[Task] { return &c.Tasks })
	case SupportKey:
		return buildRows(t, buildSupport, func(c *Records) *Table[Support] { return &c.Support })
	case SurveysKey:
		return buildRows(t, buildSurvey, func(c *Records) *Table[Survey] { return &c.Surveys })
	case BudgetKey:
		return buildRows(t, buildBudget, func(c *Records) *Table[Budget] { return &c.Budget })
	case MetricsKey:
		return buildRows(t, buildMetric, func(c *Records) *Table[Metric] { return &c.Metrics })
	}
	return buildRows(t, buildPublication, func(c *Records) *Table[Publication] { return &c.Publications })
}

// buildRows reads every data row of the table with the record's builder.
func buildRows[T any, P recordOf[T]](t *foundTable, record func(*cellReader) *T,
	table func(*Records) *Table[T]) tableParts {
	scan := newRowScan(t)
	b := newBuilder(scan)
	var rows []*T
	totals := &totalCheck{scan: scan}
	r := &cellReader{builder: b, numbers: make([]float64, len(t.columns))}
	scan.each(rowReader{heading: b.beginSource, total: totals.total, sumsUp: totals.sumsUp, record: func(data *dataRow) {
		r.begin(data)
		rec := record(r)
		r.struck()
		r.titled(data)
		r.voided(data)
		id, date := P(rec).mark()
		for _, f := range r.faults {
			f.Record, f.Date = id, date
			b.findings = append(b.findings, f)
		}
		rows = append(rows, rec)
		r.countBlanks()
		totals.record(data.hidden, r.numbers)
	}})
	add := func(c *Records) {
		to := table(c)
		to.Present = true
		to.Sources = append(to.Sources, b.sources...)
		to.Rows = append(to.Rows, rows...)
	}
	findings := append(b.findings, b.notes.findings(t.grid)...)
	findings = append(findings, totals.findings()...)
	keys := func() map[string]int { return recordKeys[T, P](rows) }
	return tableParts{table: scan.foundTable, sources: b.sources, keys: keys, add: add, findings: append(findings, scan.remarks()...)}
}

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

// recordKeys counts the records that are alike in every column; nil when one says too little.
func recordKeys[T any, P recordOf[T]](rows []*T) map[string]int {
	keys := make(map[string]int, len(rows))
	for _, r := range rows {
		e := any(P(r)).(entry)
		filled := 0
		for _, f := range e.fields() {
			if !f.blank() {
				filled++
			}
		}
		if filled < fewestFields {
			return nil
		}
		keys[string(readKey(nil, e))]++
	}
	return keys
}
