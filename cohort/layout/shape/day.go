package shape

import (
	"strconv"
	"strings"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
)

// mark is what a cell says of a day: its number in the month, and perhaps the month, the weekday or the
// whole date.
type mark struct {
	month   int // 0 where it is not said
	day     int // 1 to 31
	weekday int // as in package time; unsaid where it is not said
	full    cell.Day
	dated   bool // full is the day
}

const unsaid = -1

// dayText is a day without a year: 1, 1日, 1（木）, 1/木, 5/1, 5月1日(木).
var dayText = pattern.New(
	`^(?:([0-9]{1,2})[/月])?([0-9]{1,2})日?(?:[(/]?([月火水木金土日])(?:曜日?)?[・/]?[祝休]?\)?)?$`)

// weekdayText is a day of the week in a cell of its own.
var weekdayText = pattern.New(`^\(?([月火水木金土日])(?:[・/]?[祝休])?(?:曜日?)?\)?$`)

// weekdays are in the order of package time.
const weekdays = "日月火水木金土"

// weekdayOf returns the place of the sign in the week.
func weekdayOf(sign string) int {
	if sign == "" {
		return unsaid
	}
	return strings.Index(weekdays, sign) / len("日")
}

// readMark reads a cell as a day.
func readMark(v cell.Value) (mark, bool) {
	m := mark{weekday: unsaid}
	switch {
	case v.Kind == cell.Number && v.Format == cell.Plain:
		if m.day = int(v.Number); float64(m.day) != v.Number || m.day < 1 || m.day > 31 {
			return mark{}, false
		}
		return m, true
	case v.Kind == cell.Text:
		if parts := dayText.FindStringSubmatch(lang.Compact(v.Text)); parts != nil {
			m.month, _ = strconv.Atoi(parts[1]) // the form allows digits only
			m.day, _ = strconv.Atoi(parts[2])
			m.weekday = weekdayOf(parts[3])
			return m, 1 <= m.day && m.day <= 31 && m.month <= 12
		}
	case v.Kind != cell.Number || v.Format != cell.Date:
		return mark{}, false
	}
	day, _, fault := cell.ReadDate(v)
	if fault != nil {
		return mark{}, false
	}
	_, month, number := day.YMD()
	return mark{month: int(month), day: number, weekday: unsaid, full: day, dated: true}, true
}

// in returns the day in the month; false where the month has no such day or the mark says another.
func (m mark) in(month yearMonth) (cell.Day, bool) {
	if m.dated {
		return m.full, true
	}
	day := cell.NewDay(month.year, time.Month(month.month), m.day)
	_, got, _ := day.YMD()
	return day, int(got) == month.month && (m.month == 0 || m.month == month.month)
}

// firstSerial is the serial of 1970-01-01 in Excel's system of 1900.
const firstSerial = 25569

// dateValue is the day as a cell that holds a date; typed is what stands in the user's sheet.
func dateValue(day cell.Day, from cell.Value) cell.Value {
	return cell.Value{Kind: cell.Number, Format: cell.Date, Strike: from.Strike, Text: from.Text,
		Number: float64(day) + firstSerial}
}
