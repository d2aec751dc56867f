package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// entries lists, table by table, the rows that are compared with each other: those of sheets on which
// two equal rows are suspicious. Participants, clients and contracts have ids (C201); equal answers of
// a survey are normal.
func entries(all *record.Tables) [][]record.Record {
	return [][]record.Record{
		record.Records(all.Trainings.Every()), record.Records(all.Tasks.Every()),
		record.Records(all.Payments.Every()), record.Records(all.Invoices.Every()), record.Records(all.Support.Every()),
		record.Records(all.Budget.Every()), record.Records(all.Metrics.Every()), record.Records(all.Publications.Every()),
	}
}

// aboutEntry makes a finding about a whole row, at the first of its cells that is filled in.
func aboutEntry(r record.Record, message, fix lang.Text, related record.Record) finding.Finding {
	id, date := r.NamedBy()
	col, value := record.FirstWritten(r)
	f := finding.Finding{
		Place: r.At().Cell(col), Column: r.At().Source.Headings[col],
		Record: id, Date: date, Value: value, Message: message, Fix: fix,
	}
	if other, _ := record.FirstWritten(related); other > 0 {
		f.Related = []finding.Place{related.At().Cell(other)}
	}
	return f
}
