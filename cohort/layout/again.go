package layout

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// headingKind reports the table's own headings printed again, or the headings of another table. What
// was found of them is in next.
func (s *Scan) headingKind(row *grid.Row) (rowKind, bool) {
	s.next = nil
	if !s.wordsOnly() {
		return 0, false
	}
	own, other, cells := s.countHeadings(row)
	if own+other > 1 || own > 0 && s.score == 1 {
		if s.next = s.again(row.Number); s.next != nil {
			if s.next.continues(s.candidate, s.Schema) {
				return headingRow, true
			}
			return otherTable, true
		}
	}
	switch {
	case s.away:
	case own*2 > cells && (own > 1 || s.score == 1):
		return headingRow, true
	case (own+other)*3 >= cells*2 && own+other > 1:
		return otherTable, true
	}
	return 0, false
}

// countHeadings counts the row's cells within the table: those that repeat its headings, those that
// are headings of any other column, all.
func (s *Scan) countHeadings(row *grid.Row) (own, other, cells int) {
	index := headingIndexes()[s.Schema.Key]
	s.inTable(row, func(c *grid.Cell) bool {
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
	return own, other, cells
}

// again returns the heading of the same table, with every required column, that begins in the row;
// or nil.
func (s *Scan) again(row int) *candidate {
	if s.layout == nil {
		s.layout = newLayout(s.Grid)
	}
	var all []*candidate
	for depth := 0; depth < maxHeadingDepth; depth++ {
		for _, c := range s.layout.at(s.Schema, row, row+depth, s.Constants) {
			s.layout.pinColumns(c, s.Schema, s.pin)
			beside := c.to < s.from || s.to < c.from
			if c.full() && c.score >= min(2, s.score) && !beside {
				all = append(all, c)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return slices.MinFunc(all, better)
}

// takeHeading goes on below a heading that was printed again: with its columns, when they are
// others.
func (s *Scan) takeHeading(row *grid.Row) {
	s.away = false
	if s.next == nil {
		s.afterHead, s.begun = row.Number+1, false
		return
	}
	before := s.candidate
	s.layout.head(s.Table, s.next)
	s.underHeading()
	if before.sameColumns(s.candidate) {
		return
	}
	s.Headings = s.headingTexts()
	s.reader.Heading()
	s.findings = append(s.findings, s.headingFindings()...)
	s.findings = append(s.findings, s.otherColumns())
}

// pageTitle is how many rows of a title may stand over the headings of a printed page.
const pageTitle = 3

// overHeading reports a row right above the table's own headings printed again: it belongs to the
// title of the page.
func (s *Scan) overHeading(row *grid.Row) bool {
	for below := row.Number + 1; below <= row.Number+pageTitle; below++ {
		i, ok := slices.BinarySearchFunc(s.Grid.Rows, below, func(r grid.Row, n int) int { return cmp.Compare(r.Number, n) })
		if !ok {
			continue
		}
		same, cells := 0, 0
		s.inTable(&s.Grid.Rows[i], func(c *grid.Cell) bool {
			cells++
			if s.headAbove(c) {
				same++
			}
			return true
		})
		if same > 1 && same*2 > cells {
			return true
		}
	}
	return false
}

// otherColumns is the C315 of a heading whose columns are not those of the one above it.
func (s *Scan) otherColumns() finding.Finding {
	return finding.Finding{
		Code: codeSkippedRows, Severity: finding.Info, Place: headingPlace(s.Grid, s.candidate),
		Message: lang.Say("この見出しは上の見出しと列がちがうため、ここから下の行はこの見出しで読みました。",
			"The columns of this heading are not those of the one above; the rows below were read by it."),
		Fix: lang.Say("正しければ、このままで構いません。", "Nothing need be done if that is right."),
	}
}

// leave remembers the heading of another table, and that the rows below are that table's.
func (s *Scan) leave(row *grid.Row) {
	s.away = true
	s.others = append(s.others, otherPart{row, s.next})
}

// wordsOnly reports that no date, id or number of the row holds a digit: headings do not.
func (s *Scan) wordsOnly() bool {
	for slot, c := range s.Columns {
		v := s.data.Values[slot]
		if v.Kind == cell.Blank || c.From == 0 {
			continue
		}
		k := s.Schema.Columns[slot].Kind
		free := k == schema.TextKind || k == schema.ChoiceKind || k == schema.ListKind || k == schema.YesNoKind
		if v.Kind != cell.Text || len(v.Text) > longestWord ||
			!free && strings.ContainsAny(lang.Compact(v.Text), "0123456789") {
			return false
		}
	}
	return true
}

// headAbove reports a cell that repeats a heading cell of its own column.
func (s *Scan) headAbove(c *grid.Cell) bool {
	for row := s.first; row <= s.last; row++ {
		if above := s.Grid.At(row, c.Col); above.Kind == cell.Text && above.Text == c.Text {
			return true
		}
	}
	return false
}

// namesAColumn reports whether the text is a heading of any table.
func namesAColumn(s string) bool {
	for _, index := range headingIndexes() {
		if m, ok := index.match(s); ok && m.rank <= synonymRank {
			return true
		}
	}
	return false
}
