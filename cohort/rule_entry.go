package cohort

import "pilot90/cohort/finding"

// entries lists, table by table, the rows that are compared with each other: those of sheets on which
// two equal rows are suspicious. Participants, clients and contracts have ids (C201); equal answers of
// a survey are normal.
func entries(all *Records) [][]record {
	return [][]record{
		records(all.Trainings.Every()), records(all.Tasks.Every()), records(all.Support.Every()),
		records(all.Budget.Every()), records(all.Metrics.Every()), records(all.Publications.Every()),
	}
}

// aboutEntry makes a finding about a whole row, at the first of its cells that is filled in.
func aboutEntry(r record, message, fix finding.Text, related record) finding.Finding {
	id, date := r.mark()
	col, value := firstWritten(r)
	f := finding.Finding{
		Place: r.row().Cell(col), Column: r.row().Source.Headings[col],
		Record: id, Date: date, Value: value, Message: message, Fix: fix,
	}
	if other, _ := firstWritten(related); other > 0 {
		f.Related = []finding.Place{related.row().Cell(other)}
	}
	return f
}
