package kpi

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// Cell is one cell that a figure used: its column and the text as typed.
type Cell struct {
	Col  int
	Text string
}

// CellOf returns the cell a field was read from; Col is 0 when the ledger has no such column.
func CellOf[T any](f record.Field[T]) Cell { return Cell{Col: f.Col, Text: f.Text} }

// Use records that a figure used the cells of a row. Cells without a column are left out, but
// for what stands once above the table. Where the window does not list rows (see Evidence) it records nothing, and
// neither do those below.
func (w *Window) Use(row record.Row, record string, cells ...Cell) RowUse {
	if !w.lists {
		return RowUse{}
	}
	u := RowUse{listed: true, Row: row, Record: record, Columns: make([]int, 0, len(cells)),
		Texts: make([]string, 0, len(cells))}
	for _, c := range cells {
		if c.Col > 0 || row.Source != nil && row.Source.Above[c.Text] != "" {
			u.Columns = append(u.Columns, c.Col)
			u.Texts = append(u.Texts, c.Text)
		}
	}
	return u
}

// UseParticipant is Use for a participant; the id is always among the cells.
func (w *Window) UseParticipant(p *record.Participant, cells ...Cell) RowUse {
	if !w.lists {
		return RowUse{}
	}
	return w.Use(p.Row, p.ID.Value, append([]Cell{CellOf(p.ID)}, cells...)...)
}

// UseContract is Use for a contract, of one in several terms for the row of each: the last, then those before it. cells
// picks those of a row, beside the id; it may be nil.
func (w *Window) UseContract(c *record.Contract, cells func(*record.Contract) []Cell) RowUse {
	if !w.lists {
		return RowUse{}
	}
	if len(c.Terms) == 0 {
		used := []Cell{CellOf(c.ID)}
		if cells != nil {
			used = append(used, cells(c)...)
		}
		return w.Use(c.Row, c.ID.Value, used...)
	}
	last := len(c.Terms) - 1
	u := w.UseContract(c.Terms[last], cells)
	for _, term := range slices.Backward(c.Terms[:last]) {
		u.Terms = append(u.Terms, w.UseContract(term, cells).With(noteTerm))
	}
	return u
}

var noteTerm = lang.Text{JA: "同じ案件の更新前の期間", EN: "an earlier term of the same contract"}

// withTerms puts the rows of earlier terms behind that of the last.
func withTerms(rows []RowUse) []RowUse {
	if !slices.ContainsFunc(rows, func(u RowUse) bool { return len(u.Terms) > 0 }) {
		return rows
	}
	var all []RowUse
	for _, u := range rows {
		terms := u.Terms
		u.Terms = nil
		all = append(all, u)
		for _, t := range terms {
			if u.Excluded {
				t = t.Without(u.Note)
			}
			all = append(all, t)
		}
	}
	return all
}

// UseTask is Use for a task; date, participant and contract are always among the cells. Where its hours are those
// between clock times, their cells are all of those.
func (w *Window) UseTask(t *record.Task, cells ...Cell) RowUse {
	if !w.lists {
		return RowUse{}
	}
	record := t.ParticipantID.Value
	if t.ContractID.Known {
		record += " / " + t.ContractID.Value
	}
	all := []Cell{CellOf(t.Date), CellOf(t.ParticipantID), CellOf(t.ContractID)}
	for _, c := range cells {
		if by := t.Times().ByClock; by.Known && c == CellOf(t.Hours) && t.Hours.Col == by.Col {
			all = append(all, clockCells(t)...)
			continue
		}
		all = append(all, c)
	}
	return w.Use(t.Row, record, all...)
}

// clockCells are the cells of the clock times of a task, and of its rest, that are filled in.
func clockCells(t *record.Task) []Cell {
	at := t.Times()
	first := CellOf(at.ByClock)
	others := []Cell{CellOf(at.End), CellOf(at.Break), CellOf(at.Start2), CellOf(at.End2), CellOf(at.Start3),
		CellOf(at.End3), CellOf(at.Span), CellOf(at.EndDate)}
	return append([]Cell{first}, slices.DeleteFunc(others, func(c Cell) bool { return c.Text == "" || c == first })...)
}

// UseTraining is Use for a training row: date, participant and completed.
func (w *Window) UseTraining(t *record.Training) RowUse {
	return w.Use(t.Row, t.ParticipantID.Value, CellOf(t.Date), CellOf(t.ParticipantID), CellOf(t.Completed))
}

// listed appends to rows those uses that were recorded.
func listed(rows []RowUse, uses ...RowUse) []RowUse {
	for _, u := range uses {
		if u.listed {
			rows = append(rows, u)
		}
	}
	return rows
}

// With returns the use with a note on what the row contributed.
func (u RowUse) With(note lang.Text) RowUse {
	u.Note = note
	return u
}

// Saying is With for a note that is made only where rows are listed.
func (u RowUse) Saying(note func() lang.Text) RowUse {
	if u.listed {
		u.Note = note()
	}
	return u
}

// Without returns the use as a row that was looked at but not counted, and why.
func (u RowUse) Without(why lang.Text) RowUse {
	u.Note, u.Excluded = why, true
	return u
}

// Faulty is the note of every row left out because of an error finding.
var Faulty = lang.Text{JA: "誤りのある行のため除外", EN: "left out: the row has an error finding"}
