package cohort

import (
	"fmt"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// entry is a record of a sheet on which two equal rows are suspicious. Participants, clients
// and contracts have ids (C201); equal answers of a survey are normal.
type entry interface {
	record
	fields() []written // every cell, in the order of the schema
}

// entries lists, table by table, the rows that are compared with each other.
func (all *Records) entries() [][]entry {
	return [][]entry{
		entriesOf(&all.Trainings), entriesOf(&all.Tasks), entriesOf(&all.Support),
		entriesOf(&all.Budget), entriesOf(&all.Metrics), entriesOf(&all.Publications),
	}
}

func entriesOf[T any](t *Table[T]) []entry {
	var out []entry
	for _, r := range t.Every() {
		out = append(out, any(r).(entry))
	}
	return out
}

// written is a field of any type.
type written interface {
	appendTyped(to []byte) []byte
	appendRead(to []byte) []byte
	column() int
	blank() bool
}

func (f *Field[T]) column() int { return f.Col }
func (f *Field[T]) blank() bool { return f.Text == "" }

func (f *Field[T]) appendTyped(to []byte) []byte { return append(to, f.Text...) }

// appendRead tells a blank, a value and a value that could not be read apart.
func (f *Field[T]) appendRead(to []byte) []byte {
	if !f.Known {
		return append(append(to, '?'), f.Text...)
	}
	switch v := any(f.Value).(type) {
	case string:
		return append(to, v...)
	case float64:
		return strconv.AppendFloat(to, v, 'g', -1, 64)
	case cell.Day:
		return strconv.AppendInt(to, int64(v), 10)
	}
	return fmt.Append(to, f.Value)
}

// typedKey joins the cells of a row as typed, readKey as they were understood; rows are alike
// when their keys are.
func typedKey(to []byte, r entry) []byte {
	for _, f := range r.fields() {
		to = append(f.appendTyped(to), 0)
	}
	return to
}

func readKey(to []byte, r entry) []byte {
	for _, f := range r.fields() {
		to = append(f.appendRead(to), 0)
	}
	return to
}

func (t *Training) fields() []written {
	return []written{&t.Date, &t.ParticipantID, &t.Course, &t.Hours, &t.Completed}
}

func (t *Task) fields() []written {
	return []written{&t.Date, &t.ParticipantID, &t.ContractID, &t.Title, &t.Hours, &t.Pay, &t.DeliveredDate, &t.DueDate,
		&t.PaidDate, &t.Paid, &t.Checked, &t.Rework}
}

func (s *Support) fields() []written {
	return []written{&s.Date, &s.Staff, &s.ParticipantID, &s.Hours, &s.Kind}
}

func (b *Budget) fields() []written {
	return []written{&b.Item, &b.Class, &b.Fund, &b.Planned, &b.Spent, &b.Date}
}
func (m *Metric) fields() []written      { return []written{&m.Date, &m.Name, &m.Value} }
func (p *Publication) fields() []written { return []written{&p.Date, &p.Title, &p.Audience} }

// aboutEntry makes a finding about a whole row, at the first of its cells that is filled in.
func aboutEntry(r entry, message, fix finding.Text, related entry) finding.Finding {
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

// firstWritten is the column and text of the first field of the row that is not blank.
func firstWritten(r entry) (col int, text string) {
	for _, f := range r.fields() {
		if f.column() > 0 && !f.blank() {
			return f.column(), string(f.appendTyped(nil))
		}
	}
	return 0, ""
}
