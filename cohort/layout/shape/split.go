package shape

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// splitDate is a date in two or three columns: the month left of the day, the year left of the month.
type splitDate struct {
	table            *layout.Table
	year, month, day int // columns; year 0 for none
	fiscal           bool
	era              string // of the year's heading: 年（令和）
	stated           said   // the fiscal year above the table or in a name
	clock            setting.Clock
}

var (
	yearHeading = pattern.New(`^(西暦|令和|平成|和暦)?(年度?)([(](西暦|令和|平成|R|H)[)])?$`)
	yearText    = pattern.New(`^(令和|平成|R|H)?([0-9]{1,4}|元)(年度?)?$`)
	monthText   = pattern.New(`^([0-9]{1,2})(月分?)?$`)
)

// joinDates reads the columns of year, month and day as one date, which stands in the cell of the day. A
// year or a month that is left blank is that of the row above.
func joinDates(t *layout.Table, clock setting.Clock) (finding.Finding, bool) {
	s := &splitDate{table: t, clock: clock, day: column(t, "date")}
	if s.day < 2 || heading(t, s.day) != "日" || heading(t, s.day-1) != "月" {
		return finding.Finding{}, false
	}
	s.month = s.day - 1
	if m := yearHeading.FindStringSubmatch(heading(t, s.month-1)); m != nil {
		s.year, s.fiscal, s.era = s.month-1, m[2] == "年度", cmp.Or(m[1]+m[4], s.eraBelow())
	}
	s.stated = statedYear(t.Grid, t.HeadingRange().FromRow)
	changes, ok := s.dates()
	if !ok {
		return finding.Finding{}, false
	}
	apply(t, changes)
	return s.said(), true
}

// eraBelow is the era that stands in a row of units below the heading of the year.
func (s *splitDate) eraBelow() string {
	row := s.table.HeadingRange().ToRow + 1
	text := lang.Compact(s.table.Grid.At(row, s.month-1).Text)
	if !s.table.Grid.At(row, s.day).IsBlank() || !slices.Contains(eras, text) {
		return ""
	}
	return text
}

// eras are those of dates in pieces.
var eras = []string{"令和", "平成", "R", "H"}

// heading is the heading of a column as it is compared.
func heading(t *layout.Table, col int) string { return lang.Compact(t.HeadingOf(col)) }

// fewestDates is how many rows must have a date; one in mostAmiss may be no date, and is told as such.
const (
	fewestDates = 3
	mostAmiss   = 20
)

// dates returns the dates of the rows, if nearly all of them are dates.
func (s *splitDate) dates() ([]change, bool) {
	var out []change
	year, month, amiss := 0, 0, 0
	for _, row := range s.table.Grid.Rows {
		if row.Number <= s.table.HeadingRange().ToRow {
			continue
		}
		if n, ok := s.yearIn(row.Number); ok {
			year = n
		}
		if n, ok := monthIn(s.table.Grid.Merged(row.Number, s.month)); ok {
			month = n
		}
		v := row.At(s.day)
		if v.IsBlank() || hasTotal(row) {
			continue
		}
		day, ok := s.date(v, year, month)
		if !ok {
			amiss++
			continue
		}
		out = append(out, change{row: row.Number, cell: grid.Cell{Col: s.day, Value: dateValue(day, v)}})
	}
	return out, len(out) >= fewestDates && amiss*mostAmiss <= len(out)
}

// yearIn reads the year of a row.
func (s *splitDate) yearIn(row int) (int, bool) {
	if s.year == 0 {
		return 0, false
	}
	m := yearText.FindStringSubmatch(lang.Compact(norm.NFKC.String(s.table.Grid.Merged(row, s.year).Text)))
	if m == nil {
		return 0, false
	}
	if era := m[1] + s.era; len(m[2]) < 4 && (strings.ContainsAny(era, "令平RH")) {
		for _, e := range eras {
			if strings.Contains(era, e) {
				return yearOf(e, m[2]), true
			}
		}
	}
	n := atoi(m[2])
	return n, len(m[2]) == 4
}

// monthIn reads the month of a row.
func monthIn(v cell.Value) (int, bool) {
	m := monthText.FindStringSubmatch(lang.Compact(norm.NFKC.String(v.Text)))
	if m == nil {
		return 0, false
	}
	n := atoi(m[1])
	return n, 1 <= n && n <= 12
}

// date is the day of a row; without a year it lies in the stated fiscal year or in the period.
func (s *splitDate) date(v cell.Value, year, month int) (cell.Day, bool) {
	m, ok := readMark(v)
	if !ok || m.dated || month == 0 || s.year > 0 && year == 0 {
		return 0, false
	}
	at := yearMonth{year, month}
	switch {
	case s.year == 0:
		if at, ok = settle([]said{s.stated, {months: []int{month}}}, s.clock); !ok {
			return 0, false
		}
	case s.fiscal:
		at = inFiscalYear(year, month)
	}
	return m.in(at)
}

// said is the C334 of the table.
func (s *splitDate) said() finding.Finding {
	first, year := s.month, lang.Say("。年は、年度か対象期間から取りました", "; the year is that of the fiscal year or the period")
	if s.year > 0 {
		first, year = s.year, lang.Text{}
	}
	row := s.table.HeadingRange().ToRow
	return read(s.table.Grid, grid.Range{FromRow: row, FromCol: first, ToRow: row, ToCol: s.day},
		lang.Sayf("%[1]d列に分かれた日付を、1つの日付として読みました%[2]s。", "A date in %[1]d columns was read as one%[3]s.",
			s.day-first+1, year.JA, year.EN))
}
