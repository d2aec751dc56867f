package cohort

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// record is what the rules need of a row of any table: its place, and the id and date that
// name it in a message.
type record interface {
	row() Row
	setRow(Row)
	mark() (id, date string)
}

func (r Row) row() Row { return r }

func (r *Row) setRow(at Row) { *r = at }

// rowKey tells rows of a ledger apart.
type rowKey struct {
	file, sheet string
	number      int
}

func (r Row) key() rowKey { return rowKey{r.Source.File, r.Source.Sheet, r.Number} }

// recordOf is the pointer type of a record struct.
type recordOf[T any] interface {
	*T
	record
}

func (p *Participant) mark() (id, date string) { return p.ID.Value, "" }
func (t *Training) mark() (id, date string)    { return t.ParticipantID.Value, day(t.Date) }
func (c *Client) mark() (id, date string)      { return c.ID.Value, "" }
func (c *Contract) mark() (id, date string)    { return c.ID.Value, "" }
func (t *Task) mark() (id, date string)        { return t.ParticipantID.Value, day(t.Date) }
func (s *Support) mark() (id, date string)     { return s.ParticipantID.Value, day(s.Date) }
func (s *Survey) mark() (id, date string)      { return "", day(s.Date) }
func (b *Budget) mark() (id, date string)      { return b.Item.Value, day(b.Date) }
func (m *Metric) mark() (id, date string)      { return m.Name.Value, day(m.Date) }
func (p *Publication) mark() (id, date string) { return "", day(p.Date) }

// day is a known date as 2025-07-03, or nothing.
func day(f Field[cell.Day]) string {
	if !f.Known {
		return ""
	}
	return f.Value.String()
}

// about makes a finding at a field of a record. Code and severity are the rule's.
func about[T any](r record, f Field[T], message, fix finding.Text, related ...finding.Place) finding.Finding {
	id, date := r.mark()
	return finding.Finding{
		Place: placeOf(r, f), Column: r.row().Source.Headings[f.Col], Record: id, Date: date,
		Value: f.Text, Message: message, Fix: fix, Related: related,
	}
}

// placeOf is the cell of a field; for a field whose column the sheet does not have, the row.
func placeOf[T any](r record, f Field[T]) finding.Place {
	if f.Col == 0 {
		return wholeRow(r.row())
	}
	return r.row().Cell(f.Col)
}

// wholeRow is the range of a row from the first to the last column that the schema knows.
func wholeRow(r Row) finding.Place {
	first, last := 0, 0
	for col := range r.Source.Headings {
		if first == 0 || col < first {
			first = col
		}
		last = max(last, col)
	}
	p := r.Cell(first)
	if last > first {
		p.Range += ":" + r.Cell(last).Range
	}
	return p
}

// blank reports that nothing is written in the field; a value that could not be read is not
// blank, and has a finding of its own.
func blank[T any](f Field[T]) bool { return !f.Known && strings.TrimSpace(f.Text) == "" }
