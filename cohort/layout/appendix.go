package layout

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// isAppendix reports a row below the records and a blank row, such as one of a box for signatures, a
// legend or a summary: neither it nor any row below it has a date where every record has one.
func (s *Scan) isAppendix(row *grid.Row) bool {
	col := s.dateColumn()
	if col == 0 {
		return false
	}
	if s.appendix == nil {
		from := s.appendixFrom(col)
		s.appendix = &from
	}
	return *s.appendix > 0 && row.Number >= *s.appendix
}

// dateColumn is the column of the date that each record of the table has; 0 when none has one.
func (s *Scan) dateColumn() int {
	for slot, c := range s.Columns {
		if column := &s.Schema.Columns[slot]; column.Required && column.Kind == schema.DateKind {
			return c.From
		}
	}
	return 0
}

// appendixFrom returns the first row below a blank one from which on no row has anything like a date
// in the column; 0 when there is none, or no record above.
func (s *Scan) appendixFrom(col int) int {
	from, next := 0, 0
	for i := len(s.Grid.Rows) - 1; i >= 0; i-- {
		row := &s.Grid.Rows[i]
		if row.Number <= s.last {
			return 0
		}
		if next > row.Number+1 {
			from = next
		}
		if v := row.At(col); !v.IsBlank() && (v.Kind != cell.Text ||
			len(v.Text) <= longestWord && strings.ContainsAny(lang.Compact(v.Text), "0123456789")) {
			if readsAsDate(v) {
				return from
			}
			return 0
		}
		next = row.Number
	}
	return 0
}

// monthText is a month that stands for itself: 6月, 令和7年6月分.
var monthText = pattern.New(`^((令和|平成|[rRhH])?([0-9]{1,4}|元)年度?)?[0-9]{1,2}月[分度]?$`)

// namesMonth reports a row whose date is a month and that names no person: it heads the rows of that
// month.
func (s *Scan) namesMonth() bool {
	month := false
	for slot, v := range s.data.Values {
		column := &s.Schema.Columns[slot]
		switch {
		case !column.Required || s.Columns[slot].From == 0:
		case column.Kind == schema.DateKind:
			month = v.Kind == cell.Text && monthText.MatchString(lang.Compact(v.Text))
		case !v.IsBlank():
			return false
		}
	}
	return month
}
