package layout

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

const codeOtherUnit = "C337" // warning: a column is not read as its unit is another

// AsksUnit reports the code of a column that is not read until its unit is known.
func AsksUnit(code string) bool { return code == codeOtherUnit || code == codeUntoldHours }

// otherUnits are the kinds of units for which a column is not read at all, by what it measures.
var otherUnits = map[cell.Measure][]cell.UnitKind{
	cell.TimeMeasure:  {cell.UnitLessons, cell.UnitDays, cell.UnitCount, cell.UnitShare},
	cell.MoneyMeasure: {cell.UnitForeign},
	cell.ScoreMeasure: {cell.UnitOtherScale, cell.UnitBestIsLeast},
}

// measureOf returns what a column measures, false for one whose units are not looked at.
func measureOf(t *schema.Table, c *schema.Column) (cell.Measure, bool) {
	switch {
	case c.Kind == schema.HoursKind, c.Kind == schema.RestKind:
		return cell.TimeMeasure, true
	case c.Kind == schema.AmountKind:
		return cell.MoneyMeasure, true
	}
	return cell.ScoreMeasure, t.Key == schema.Surveys && c.Kind == schema.NumberKind
}

// otherUnit returns the unit in the heading of a column, or in the row below it, with which the numbers cannot be used:
// 時間（コマ）, 月額（USD）, 点数（10点満点）. The zero Unit is none.
func (l *layout) otherUnit(t *schema.Table, column int, h head, last int) cell.Unit {
	measure, ok := measureOf(t, &t.Columns[column])
	if !ok {
		return cell.Unit{}
	}
	var units []cell.Unit
	for _, part := range h.parts {
		units = append(units, cell.HeadingUnits(measure, part)...)
	}
	if measure == cell.TimeMeasure {
		for i := range units {
			if units[i].Kind == cell.UnknownUnit && l.numbersBelow(h, last) {
				return units[i].Asked()
			}
		}
	}
	below := l.grid.At(last+1, h.from)
	if below.Kind != cell.Text || !l.reduce(below.Text).unit {
		below.Text = h.parts[len(h.parts)-1]
	}
	if len(h.parts) > 1 || below.Text != h.parts[0] {
		units = append(units, cell.UnitOf(measure, below.Text))
	}
	if measure == cell.ScoreMeasure {
		units = append(units, l.remarkedScores(last)...)
	}
	for _, u := range units {
		if slices.Contains(otherUnits[measure], u.Kind) && !u.Why.Empty() {
			return u
		}
	}
	return cell.Unit{}
}

// remarkedScores returns what remarks above the heading and at the foot of the sheet say of scores: ※1が最高, 10点満点.
func (l *layout) remarkedScores(heading int) []cell.Unit {
	var units []cell.Unit
	for i := range l.rows {
		if l.rows[i].Number < heading {
			units = append(units, l.scoresIn(&l.rows[i])...)
		}
	}
	foot := l.foot()
	for i := range foot {
		if foot[i].Number > heading {
			units = append(units, l.scoresIn(&foot[i])...)
		}
	}
	return units
}

// scoresIn returns what the remarks of one row of the sheet say of scores. A row is asked for every heading below it.
func (l *layout) scoresIn(row *grid.Row) []cell.Unit {
	units, known := l.scores[row.Number]
	if known {
		return units
	}
	for i := range row.Cells {
		if row.Cells[i].Kind != cell.Text {
			continue
		}
		for _, of := range cell.RemarkUnits(row.Cells[i].Text) {
			if of.Measure == cell.ScoreMeasure {
				units = append(units, of.Unit)
			}
		}
	}
	l.scores[row.Number] = units
	return units
}

// numbersBelow reports a column with a number that has no unit of its own.
func (l *layout) numbersBelow(h head, last int) bool {
	for i := range l.grid.Rows {
		if v := l.grid.Rows[i].At(h.from); l.grid.Rows[i].Number > last && cell.IsBareNumber(v) {
			return true
		}
	}
	return false
}

// otherUnitFinding is the C337 of a heading with the words of a column and another unit.
func (n nearMiss) otherUnitFinding(t *Table) finding.Finding {
	name, fix := strings.Join(n.head.parts, " "), n.unit.Fix
	if n.column.Kind == schema.HoursKind {
		fix = lang.Say(fix.JA+unitSettable.JA, fix.EN+" "+unitSettable.EN)
	}
	return finding.Finding{
		Code: codeOtherUnit, Severity: finding.Warning, Column: name, Value: t.Grid.At(t.last, n.head.from).Text,
		Place: finding.Place{File: t.Grid.File, Sheet: t.Grid.Sheet, Range: t.Grid.Ref(t.last, n.head.from)},
		Message: lang.Sayf("見出し「%[1]s」の列は「%[2]s」として読んでいません。%[3]s", "“%[1]s” is not read as %[4]s. %[5]s", lang.Quote(name),
			n.column.Heading.JA, n.unit.Why.JA, n.column.Heading.EN, n.unit.Why.EN),
		Fix: fix,
	}
}

// sayOtherUnits adds to the finding of columns that are missing why a heading with their words is not one of them.
// Where that is why each is missing, the finding asks about the unit and is no error.
func (l *layout) sayOtherUnits(f *finding.Finding, t *schema.Table, best *candidate) {
	asked := map[string]bool{}
	for _, h := range l.unmatched(best) {
		m, ok := l.refused(headingIndexes()[t.Key], h, best.last)
		if !ok || !slices.Contains(best.missing, t.Columns[m.column].Key) {
			continue
		}
		if u := l.otherUnit(t, m.column, h, best.last); !u.Why.Empty() {
			f.Message.JA += u.Why.JA
			f.Message.EN += " " + u.Why.EN
			f.Fix = u.Fix
			asked[t.Columns[m.column].Key] = true
		}
	}
	if len(asked) == len(best.missing) {
		f.Code, f.Severity = codeOtherUnit, finding.Warning
	}
}
