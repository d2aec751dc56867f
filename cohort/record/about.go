package record

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// Record is what the rules need of a row of any table: its place, and the id and date that
// name it in a message.
type Record interface {
	At() Row
	setRow(Row)
	NamedBy() (id, date string)
}

// At is the row.
func (r Row) At() Row { return r }

func (r *Row) setRow(at Row) { *r = at }

// RowKey tells the rows of a ledger apart, and the records that a row of a matrix was turned into.
type RowKey struct {
	File, Sheet string
	Number      int
	Line        int // of the grid that the sheet was turned into; 0 for a row that is one record
}

// Key tells the row apart.
func (r Row) Key() RowKey {
	k := RowKey{File: r.Source.File, Sheet: r.Source.Sheet, Number: r.Number}
	if r.Made() {
		k.Line = r.line
	}
	return k
}

// Whole is the key of the user's row, of which a record may be one entry of several.
func (k RowKey) Whole() RowKey {
	k.Line = 0
	return k
}

// Made reports a record that was made of some cells of a row, as of a matrix: an error in another cell of the row is
// none of its own.
func (r Row) Made() bool { return r.Source.grid != nil && r.Source.grid.IsMade(r.line) }

// Cells are the places in the user's sheet, as row and column, of what the record holds.
func Cells(r Record) [][2]int {
	var at [][2]int
	for _, f := range fields(r) {
		if row, col := r.At().Address(f.column()); f.column() > 0 && row > 0 && col > 0 {
			at = append(at, [2]int{row, col})
		}
	}
	return at
}

// RecordOf is the pointer type of a record struct.
type RecordOf[T any] interface {
	*T
	Record
}

// NamedBy is the id and the date that name a record in a message; either may be empty.
func (p *Participant) NamedBy() (id, date string) { return p.ID.Value, "" }
func (t *Training) NamedBy() (id, date string)    { return t.ParticipantID.Value, DateText(t.Date) }
func (c *Client) NamedBy() (id, date string)      { return c.ID.Value, "" }
func (c *Contract) NamedBy() (id, date string)    { return c.ID.Value, "" }
func (t *Task) NamedBy() (id, date string)        { return t.ParticipantID.Value, DateText(t.Date) }
func (p *Payment) NamedBy() (id, date string)     { return p.ParticipantID.Value, DateText(p.dated()) }
func (v *Invoice) NamedBy() (id, date string)     { return v.about(), DateText(v.dated()) }
func (s *Support) NamedBy() (id, date string)     { return s.ParticipantID.Value, DateText(s.Date) }
func (s *Survey) NamedBy() (id, date string)      { return "", DateText(s.Date) }
func (b *Budget) NamedBy() (id, date string)      { return b.Item.Value, DateText(b.Date) }
func (m *Metric) NamedBy() (id, date string)      { return m.Name.Value, DateText(m.Date) }
func (p *Publication) NamedBy() (id, date string) { return "", DateText(p.Date) }

// DateText is a known date as 2025-07-03, or nothing.
func DateText(f Field[cell.Day]) string {
	if !f.Known {
		return ""
	}
	return f.Value.String()
}

// About makes a finding at a field of a record. Code and severity are the rule's.
func About[T any](r Record, f Field[T], message, fix lang.Text, related ...finding.Place) finding.Finding {
	id, date := r.NamedBy()
	return finding.Finding{
		Place: PlaceOf(r, f), Column: r.At().Source.Headings[f.Col], Record: id, Date: date,
		Value: f.Text, Message: message, Fix: fix, Related: related,
	}
}

// PlaceOf is the cell of a field; for a field whose column the sheet does not have, the row.
func PlaceOf[T any](r Record, f Field[T]) finding.Place {
	if f.Col == 0 {
		return wholeRow(r.At())
	}
	return r.At().Cell(f.Col)
}

// wholeRow is the range of a row from the first to the last column that the schema knows; of one that was made of a
// matrix, the cell of its entry.
func wholeRow(r Row) finding.Place {
	first, last := 0, 0
	for col := range r.Source.Headings {
		if first == 0 || col < first {
			first = col
		}
		last = max(last, col)
	}
	if r.Made() {
		return r.Cell(last)
	}
	p := r.Cell(first)
	if last > first {
		p.Range += ":" + r.Cell(last).Range
	}
	return p
}

// Blank reports that nothing is written in the field; a value that could not be read is not
// blank, and has a finding of its own.
func Blank[T any](f Field[T]) bool { return !f.Known && strings.TrimSpace(f.Text) == "" }
