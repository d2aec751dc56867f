package record

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// read fills in a record, column by column in the order of the schema.
func (r *cellReader) read(into Record) {
	var spans []cell.Span
	task, isTask := into.(*Task)
	if isTask && r.timed {
		task.ownTimes()
	}
	for _, slot := range r.active {
		f := field(into, slot)
		switch r.table.Schema.Columns[slot].Kind {
		case schema.TextKind:
			put(f, readCell(r, slot, plain(cell.ReadText)))
		case schema.IDKind:
			put(f, readCell(r, slot, plain(cell.ReadID)))
		case schema.DateKind:
			put(f, r.day(slot))
		case schema.MonthKind:
			put(f, readCell(r, slot, plain(cell.ReadWholeMonth)))
		case schema.YesNoKind:
			put(f, readCell(r, slot, plain(cell.ReadBool)))
		case schema.YearKind:
			put(f, readCell(r, slot, year))
		case schema.DecadeKind:
			put(f, readCell(r, slot, plain(readDecade)))
		case schema.CountKind:
			put(f, readCell(r, slot, plain(readCount)))
		case schema.ChoiceKind:
			put(f, readCell(r, slot, choice))
		case schema.ListKind:
			put(f, readCell(r, slot, list))
		case schema.NumberKind:
			put(f, r.scaled(slot, limited(cell.ReadNumber)))
		case schema.AmountKind:
			put(f, r.scaled(slot, limited(cell.ReadYen)))
		case schema.HoursKind:
			if spans = r.spansInHours(slot); spans != nil {
				put(f, r.between(slot, spans))
			} else {
				put(f, r.hours(slot))
			}
		case schema.ClockKind:
			put(f, r.clock(slot))
		case schema.RestKind:
			put(f, r.rest(slot))
		case schema.SpanKind:
			put(f, waiting(r, slot, plain(cell.ReadSpans)))
		}
	}
	nameKeys(into)
	switch record := into.(type) {
	case *Participant:
		record.fillIn()
	case *Task:
		r.work(record, spans)
		r.untold(record)
		if record.Source.paidAs > 0 {
			record.Pay, record.Paid = record.Paid, Field[float64]{}
		}
	}
}

// day reads a day; a time stamp of another zone gives that of the ledger.
func (r *cellReader) day(slot int) Field[cell.Day] {
	order := r.table.DayOrder(slot)
	return readCell(r, slot, func(v cell.Value, _ *schema.Column) (cell.Day, *cell.Note, *cell.Fault) {
		if order != cell.YearFirst {
			return cell.ReadDateOrdered(v, r.table.Zone, order)
		}
		return cell.ReadDateIn(v, r.table.Zone)
	})
}

// put sets a field of a record, which has the type of its column's kind.
func put[T any](field written, value Field[T]) { *field.(*Field[T]) = value }

// fillIn gives blank cells their meaning: a blank residence is resident, a blank registration is the
// start (ledger.md). A value that could not be read stays unknown.
func (p *Participant) fillIn() {
	if Blank(p.Residence) {
		p.Residence.Value = "resident"
	}
	if Blank(p.RegisteredDate) {
		p.RegisteredDate = Field[cell.Day]{Value: p.StartDate.Value, Known: p.StartDate.Known}
	}
}

// columnReader reads the value of a cell as its column asks for.
type columnReader[T any] = func(cell.Value, *schema.Column) (T, *cell.Note, *cell.Fault)

// plain is a reader that needs to know nothing of the column.
func plain[T any](read func(cell.Value) (T, *cell.Note, *cell.Fault)) columnReader[T] {
	return func(v cell.Value, _ *schema.Column) (T, *cell.Note, *cell.Fault) { return read(v) }
}

// limited is a reader of numbers within what the column allows.
func limited(read func(cell.Value, cell.Range) (float64, *cell.Note, *cell.Fault)) columnReader[float64] {
	return func(v cell.Value, c *schema.Column) (float64, *cell.Note, *cell.Fault) { return read(v, c.Limits()) }
}

// year reads a year; of a fiscal year, 2025年度 is one as well.
func year(v cell.Value, c *schema.Column) (int, *cell.Note, *cell.Fault) {
	bare, is := strings.CutSuffix(strings.TrimSpace(v.Text), "年度")
	if is && c.Key == "fiscal_year" && v.Kind == cell.Text {
		v.Text = bare + "年"
	}
	return cell.ReadYear(v)
}

func choice(v cell.Value, c *schema.Column) (string, *cell.Note, *cell.Fault) {
	return cell.ReadChoice(v, c.Accepts)
}

func list(v cell.Value, c *schema.Column) ([]string, *cell.Note, *cell.Fault) {
	return cell.ReadList(v, c.Accepts)
}
