package layout

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

const codeUntoldHours = "C338" // warning: hours look like hours and minutes, and nothing says so

// hoursUnit is the unit that the heading of a column of hours, a rest or a time, or its unit row, gives to the plain
// numbers below it: 作業時間（分）, 秒数, 時間（60進）. The zero Unit is none.
func hoursUnit(h head, kind schema.Kind) cell.Unit {
	if kind != schema.HoursKind && kind != schema.RestKind && kind != schema.ClockKind {
		return cell.Unit{}
	}
	for i := len(h.parts) - 1; i >= 0; i-- {
		units := cell.HeadingUnits(cell.TimeMeasure, h.parts[i])
		if u := cell.UnitOf(cell.TimeMeasure, h.parts[i]); len(h.parts) > 1 && i == len(h.parts)-1 {
			units = append(units, u)
		}
		for _, u := range units {
			if isHoursUnit(u) {
				return u
			}
		}
	}
	return cell.Unit{}
}

// isHoursUnit reports a unit of hours that is read, whether one number tells it or its digits do.
func isHoursUnit(u cell.Unit) bool {
	return u.Kind >= cell.UnitHours && u.Kind <= cell.UnitDays && u.Readable()
}

// remarkedUnit returns the unit of hours that remarks beside the table give to it (※時間は60進, 単位：分); the zero Unit
// for none.
func (l *layout) remarkedUnit(c *candidate) cell.Unit {
	var unit cell.Unit
	for v := range l.remarks(c) {
		if u, ok := remarkedHours(v); ok {
			unit = u
		}
	}
	return unit
}

// remarkedHours returns the unit of hours that a remark gives.
func remarkedHours(v cell.Value) (cell.Unit, bool) {
	if v.Kind != cell.Text || len(v.Text) > maxHeadingBytes {
		return cell.Unit{}, false
	}
	unit := hoursRemarks.get(v.Text)
	return unit, unit != cell.Unit{}
}

// hoursRemarks remembers the units of remarks: the rows of one cell below a table are all read as remarks, and a file
// may have a million that say the same.
var hoursRemarks = remember(func(remark string) cell.Unit {
	for _, of := range cell.RemarkUnits(remark) {
		if of.Measure == cell.TimeMeasure && isHoursUnit(of.Unit) {
			return of.Unit
		}
	}
	return cell.Unit{}
})

// HoursUnit is the unit of the plain numbers in column i of the schema, a column of hours, a rest or a time; the zero
// Unit where nothing gives one.
func (t *Table) HoursUnit(i int) cell.Unit {
	if u := t.Columns[i].unit; u.Kind != cell.UnknownUnit {
		return u
	}
	if t.Schema.Columns[i].Kind == schema.HoursKind {
		return t.hoursUnit
	}
	return cell.Unit{}
}

// unitSettable says that a sheet need not be changed.
var unitSettable = lang.Say("表を書きかえずに直すには、読み取りの設定でこの列の単位を決めます。",
	"To leave the sheet as it is, give the unit of the column in the settings of reading.")

// untoldHours is a column of hours that was not read: whether 1.30 is an hour and a half is not told.
type untoldHours struct {
	hours  foundColumn
	column *schema.Column
}

// UntoldHours is the column of hours that was not read as nothing tells their unit (1-based); 0 for none. Whether there
// are any hours is told all the same.
func (t *Table) UntoldHours() int {
	if len(t.untold) == 0 {
		return 0
	}
	return t.untold[0].hours.From
}

// settleUnits takes the unit of hours from the values where the heading gives none: Excel times without their format
// are parts of a day; and where a heading may mean hours and minutes (作業時間・分) though its numbers are minutes.
func (t *Table) settleUnits() {
	for i := range t.Columns {
		c := &t.Columns[i]
		if t.Schema.Columns[i].Kind != schema.HoursKind || c.From == 0 || c.rank == pinnedRank {
			continue
		}
		switch u := t.HoursUnit(i); {
		case u.Kind == cell.UnknownUnit && cell.LooksLikeDayParts(t.typedBelow(c.From)):
			c.unit = cell.DayParts
		case u.Kind == cell.UnitBase60 && strings.Contains(c.Heading, "分") && cell.LooksLikeMinutes(t.typedBelow(c.From)):
			c.unit = cell.UnitOf(cell.TimeMeasure, "分")
		}
	}
}

// leaveUntoldHours gives up a column of hours whose values look like hours and minutes (1.30) where neither heading,
// unit row, remark nor pin says what they are. Where rows cannot do without it, it stays.
func (l *layout) leaveUntoldHours(t *Table) {
	for i := range t.Columns {
		c := t.Columns[i]
		if t.Schema.Columns[i].Kind != schema.HoursKind || c.From == 0 || c.rank == pinnedRank || t.Requires(i) ||
			t.HoursUnit(i).Kind != cell.UnknownUnit ||
			isHoursUnit(cell.UnitOf(cell.TimeMeasure, l.grid.At(t.last+1, c.From).Text)) {
			continue
		}
		if cell.LooksBase60(t.typedBelow(c.From)) {
			t.untold = append(t.untold, untoldHours{c, &t.Schema.Columns[i]})
			t.Columns[i] = foundColumn{}
		}
	}
}

// typedBelow returns the texts of a column below the heading.
func (t *Table) typedBelow(col int) []string {
	typed := make([]string, 0, len(t.Grid.Rows))
	for i := range t.Grid.Rows {
		if row := &t.Grid.Rows[i]; row.Number > t.last {
			typed = append(typed, row.At(col).Text)
		}
	}
	return typed
}

// wordsBelow are those of typedBelow that are texts: dates that Excel knows as dates have no order of their own.
func (t *Table) wordsBelow(col int) []string {
	var words []string
	for i := range t.Grid.Rows {
		if row := &t.Grid.Rows[i]; row.Number > t.last {
			if v := row.At(col); v.Kind == cell.Text {
				words = append(words, v.Text)
			}
		}
	}
	return words
}

// finding is the C338 of the column.
func (u untoldHours) finding(t *Table) finding.Finding {
	at := sheetPlace(t.Grid)
	at.Range = t.Grid.Ref(t.last, u.hours.From)
	heading := lang.Quote(u.hours.Heading)
	return finding.Finding{
		Code: codeUntoldHours, Severity: finding.Warning, Place: at, Column: u.hours.Heading,
		Message: lang.Sayf("「%[1]s」の小数が分（1.30＝1時間30分）か、時間の小数（1.3＝1時間18分）か分からないため、この列は読んでいません。",
			"Whether the fractions in “%[1]s” are minutes (1.30 is an hour and a half) or parts of an hour (1.3 is 1 h 18 min) "+
				"cannot be told; the column is not read.", heading),
		Fix: lang.Sayf("分であれば見出しを「%[1]s（60進）」に、時間の小数であれば「%[1]s（10進）」に書きかえてください。%[2]s",
			"Write %[1]s（60進） in the heading if they are minutes, %[1]s（10進） if they are parts of an hour. %[3]s",
			heading, unitSettable.JA, unitSettable.EN),
	}
}

// settleOrders takes the order of dates with their year at the end (07/13/2025, as tools set to English export them)
// from all dates of the column.
func (t *Table) settleOrders() {
	t.orders = map[int]cell.DayOrder{}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.From > 0 && t.Schema.Columns[i].Kind == schema.DateKind {
			if order := cell.OrderOf(t.wordsBelow(c.From)); order != cell.YearFirst {
				t.orders[i] = order
			}
		}
	}
}

// DayOrder is the order of the dates in column i of the schema.
func (t *Table) DayOrder(i int) cell.DayOrder { return t.orders[i] }
