package cohort

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet"
)

// headings reports the table's own headings printed again, or the headings of another table.
func (s *rowScan) headings(row *sheet.Row) (rowKind, bool) {
	if !s.wordsOnly() {
		return 0, false
	}
	own, other, cells := 0, 0, 0
	index := headingIndexes[s.schema.Key]
	s.inTable(row, func(c *sheet.Cell) bool {
		cells++
		if c.Kind != cell.Text {
			return true
		}
		slot := -1
		if c.Col < len(s.slotOf) {
			slot = s.slotOf[c.Col]
		}
		if m, ok := index.match(c.Text); ok && m.column == slot || s.headAbove(c) {
			own++
		} else if namesAColumn(c.Text) {
			other++
		}
		return true
	})
	switch {
	case own*2 > cells && (own > 1 || s.score == 1):
		return headingRow, true
	case (own+other)*3 >= cells*2 && own+other > 1:
		return otherTable, true
	}
	return 0, false
}

// wordsOnly reports that no date, id or number of the row holds a digit: headings do not.
func (s *rowScan) wordsOnly() bool {
	for slot, c := range s.columns {
		v := s.data.values[slot]
		if v.Kind == cell.Blank || c.from == 0 {
			continue
		}
		k := s.schema.Columns[slot].Kind
		free := k == TextKind || k == ChoiceKind || k == ListKind || k == YesNoKind
		if v.Kind != cell.Text || !free && strings.ContainsAny(compact(v.Text), "0123456789") {
			return false
		}
	}
	return true
}

// headAbove reports a cell that repeats a heading cell of its own column.
func (s *rowScan) headAbove(c *sheet.Cell) bool {
	for row := s.first; row <= s.last; row++ {
		if above := s.grid.At(row, c.Col); above.Kind == cell.Text && above.Text == c.Text {
			return true
		}
	}
	return false
}

// namesAColumn reports whether the text is a heading of any table.
func namesAColumn(s string) bool {
	for _, index := range headingIndexes {
		if m, ok := index.match(s); ok && m.rank <= synonymRank {
			return true
		}
	}
	return false
}
