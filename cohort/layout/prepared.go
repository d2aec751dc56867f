package layout

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// weekdayText is a day of the week, as calendars have it beside the date.
var weekdayText = pattern.New(`^[(]?[月火水木金土日]([・/]?[祝休])?(曜日?)?[)]?$`)

// isDayAhead reports a row of a log of work that has a date and a person and nothing else, in a
// sheet that has a column for hours or pay and another one: one of a calendar in which every day
// was filled in beforehand. A 0 and a FALSE are what formulas and boxes leave there. Where hours
// are all that a sheet asks for, a blank may well be a task whose hours nobody knows.
func (s *Scan) isDayAhead(row *grid.Row) bool {
	if s.Schema.Key != schema.Tasks {
		return false
	}
	hasFigure, asked := false, 0
	for slot, c := range s.Columns {
		column := &s.Schema.Columns[slot]
		if c.From > 0 && !s.needs[slot] {
			asked++
			hasFigure = hasFigure || saysFigure(column.Kind)
		}
		v := s.data.Values[slot]
		if !column.Required && c.From > 0 && !nothing(v) || column.Kind == schema.DateKind && column.Required &&
			!readsAsDate(v) {
			return false
		}
	}
	if !hasFigure || asked < 2 {
		return false
	}
	alone := true
	s.inTable(row, func(c *grid.Cell) bool {
		alone = c.Col < len(s.slotOf) && s.slotOf[c.Col] >= 0 || nothing(c.Value) || s.goesWithKey(c)
		return alone
	})
	return alone
}

// saysFigure reports a kind of column in which the amount or the length of the work stands.
func saysFigure(k schema.Kind) bool {
	return k == schema.HoursKind || k == schema.AmountKind || k == schema.ClockKind || k == schema.SpanKind
}

// readsAsDate reports a value that is a date; what is none is told as such.
func readsAsDate(v cell.Value) bool {
	_, _, fault := cell.ReadDate(v)
	return fault == nil
}

// nothing reports a cell without a value, or with what a formula or a box leaves there.
func nothing(v cell.Value) bool {
	return v.IsBlank() || (v.Kind == cell.Number || v.Kind == cell.Bool) && v.Number == 0
}

// goesWithKey reports a cell that is not read and says no more than the date and the person do: a
// day of the week, a running number before the first column that is read, the person's name.
func (s *Scan) goesWithKey(c *grid.Cell) bool {
	if c.Kind == cell.Text && weekdayText.MatchString(lang.Compact(c.Text)) {
		return true
	}
	first := c.Kind == cell.Number
	for _, f := range s.Columns {
		first = first && (f.From == 0 || c.Col < f.From)
	}
	m, ok := headingIndexes()[s.Schema.Key].match(s.HeadingOf(c.Col))
	return first || ok && s.Schema.Columns[m.column].Required
}
