package layout

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// hoursUnit is the unit that the heading of a column of hours, or its unit row, gives to the plain numbers below it:
// 作業時間（分）, 秒数, 時間（60進）. The zero Unit is none.
func hoursUnit(h head, kind schema.Kind) cell.Unit {
	if kind != schema.HoursKind {
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

// hoursAbove returns the unit of hours that remarks above the table, or in its heading rows, give to it
// (※時間は60進, 単位：分); the zero Unit for none.
func (l *layout) hoursAbove(c *candidate) cell.Unit {
	var unit cell.Unit
	for i := range l.rows {
		row := &l.rows[i]
		if row.Number > c.last {
			break
		}
		for j := range row.Cells {
			u, ok := remarkedHours(row.Cells[j].Value)
			if ok && !c.isHeading(row.Number, &row.Cells[j]) && l.standsOver(c, row.Number, row.Cells[j].Col) {
				unit = u
			}
		}
	}
	return unit
}

// remarkedHours returns the unit of hours that a remark gives.
func remarkedHours(v cell.Value) (cell.Unit, bool) {
	if v.Kind != cell.Text || len(v.Text) > maxHeadingBytes {
		return cell.Unit{}, false
	}
	for _, of := range cell.RemarkUnits(v.Text) {
		if of.Measure == cell.TimeMeasure && isHoursUnit(of.Unit) {
			return of.Unit, true
		}
	}
	return cell.Unit{}, false
}

// HoursUnit is the unit of the plain numbers in column i of the schema, a column of hours; the zero Unit where nothing
// gives one.
func (t *Table) HoursUnit(i int) cell.Unit {
	if u := t.Columns[i].unit; u.Kind != cell.UnknownUnit {
		return u
	}
	if t.Schema.Columns[i].Kind == schema.HoursKind {
		return t.hoursUnit
	}
	return cell.Unit{}
}
