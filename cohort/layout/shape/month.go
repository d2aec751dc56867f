package shape

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/cell"
	"pilot90/cohort/pattern"
	"pilot90/cohort/setting"
)

// yearMonth is a month of a calendar year.
type yearMonth struct{ year, month int }

// String is the month as messages name it.
func (m yearMonth) String() string {
	return strconv.Itoa(m.year) + "年" + strconv.Itoa(m.month) + "月"
}

// first is the first day of the month.
func (m yearMonth) first() cell.Day { return cell.NewDay(m.year, time.Month(m.month), 1) }

// The ways to write a month: 2025年8月 and 2025.8, 令和7年8月 and R7.8, 202508, 8月; and a fiscal year.
var (
	calendarMonth = pattern.New(`(20[0-9]{2})\s*(?:年|[./\-_]|\s)\s*([0-9]{1,2})`)
	eraMonth      = pattern.New(`(?:^|[^A-Za-z])(?i:(令和|平成|r|h))\s*([0-9]{1,2}|元)\s*(?:年|[./\-_])\s*([0-9]{1,2})`)
	sixDigits     = pattern.New(`(?:^|[^0-9])(20[0-9]{2})(0[1-9]|1[0-2])(?:[^0-9]|$)`)
	monthAlone    = pattern.New(`(?:^|[^0-9])([0-9]{1,2})\s*月`)
	calendarYears = pattern.New(`(20[0-9]{2})\s*年度`)
	eraYears      = pattern.New(`(?:^|[^A-Za-z])(?i:(令和|平成|r|h))\s*([0-9]{1,2}|元)\s*年度`)
	goesOn        = pattern.New(`^\s*(?:月|[./\-])\s*[0-9]`) // a day follows: it is a date
	digitFollows  = pattern.New(`^[0-9]`)
)

// said is what some texts say of a month.
type said struct {
	full   []yearMonth
	months []int // without a year
	fiscal []int
}

func add[T comparable](to []T, v T) []T {
	if slices.Contains(to, v) {
		return to
	}
	return append(to, v)
}

// take adds what a text says.
func (s *said) take(text string) {
	text = norm.NFKC.String(text)
	rest := []byte(text)
	blank := func(at []int) {
		for i := at[0]; i < at[1]; i++ {
			rest[i] = ' '
		}
	}
	for _, form := range []*pattern.Pattern{calendarMonth, eraMonth} {
		for _, at := range form.FindAllStringSubmatchIndex(text, -1) {
			last := len(at) - 2
			year, month := yearOf(text[at[2]:at[3]], text[at[last-2]:at[last-1]]), atoi(text[at[last]:at[last+1]])
			blank(at)
			switch {
			case goesOn.MatchString(text[at[1]:]), digitFollows.MatchString(text[at[1]:]):
				blankDate(rest, at[1])
			case 1 <= month && month <= 12:
				s.full = add(s.full, yearMonth{year, month})
				blankDate(rest, at[1])
			}
		}
	}
	for _, m := range sixDigits.FindAllStringSubmatch(text, -1) {
		s.full = add(s.full, yearMonth{atoi(m[1]), atoi(m[2])})
	}
	for _, m := range calendarYears.FindAllStringSubmatch(text, -1) {
		s.fiscal = add(s.fiscal, atoi(m[1]))
	}
	for _, m := range eraYears.FindAllStringSubmatch(text, -1) {
		s.fiscal = add(s.fiscal, yearOf(m[1], m[2]))
	}
	for _, at := range monthAlone.FindAllSubmatchIndex(rest, -1) {
		month := atoi(string(rest[at[2]:at[3]]))
		if 1 <= month && month <= 12 && !dayFollows.Match(rest[at[1]:]) {
			s.months = add(s.months, month)
		}
	}
}

// dayFollows is the day behind a month, which makes it a date: 3月31日.
var dayFollows = pattern.New(`^\s*[0-9]{1,2}\s*日`)

// blankDate takes what belongs to a date or a month that was read from the text: 月, the day.
func blankDate(rest []byte, from int) {
	if at := dateTail.FindIndex(rest[from:]); at != nil {
		for i := from; i < from+at[1]; i++ {
			rest[i] = ' '
		}
	}
}

var dateTail = pattern.New(`^\s*(?:月(?:\s*[0-9]{1,2}\s*日)?|[./\-]\s*[0-9]{1,2})`)

// yearOf is the calendar year of 2025, of 令和 7 or of 平成 31.
func yearOf(era, number string) int {
	n := atoi(number)
	if number == "元" {
		n = 1
	}
	switch strings.ToLower(era) {
	case "令和", "r":
		return 2018 + n
	case "平成", "h":
		return 1988 + n
	}
	return atoi(era)
}

// atoi reads digits that a regular expression has found.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// settle returns the month that the texts name, those nearest to the table first. Where one says a month
// without a year, its fiscal year or the reporting period has it. Two that differ settle nothing.
func settle(levels []said, clock setting.Clock) (yearMonth, bool) {
	var found yearMonth
	var months, fiscal []int
	for _, s := range levels {
		switch {
		case len(s.full) > 1, len(s.full) == 1 && found.year != 0 && s.full[0] != found:
			return yearMonth{}, false
		case len(s.full) == 1:
			found = s.full[0]
		}
		for _, month := range s.months {
			months = add(months, month)
		}
		for _, year := range s.fiscal {
			fiscal = add(fiscal, year)
		}
	}
	switch {
	case len(months) > 1, len(months) == 1 && found.year != 0 && found.month != months[0]:
		return yearMonth{}, false
	case found.year != 0:
		return found, true
	case len(months) == 0, len(fiscal) > 1:
		return yearMonth{}, false
	case len(fiscal) == 1:
		return inFiscalYear(fiscal[0], months[0]), true
	}
	return inPeriod(clock, months[0])
}

// inFiscalYear is the month in a fiscal year, which begins in April.
func inFiscalYear(year, month int) yearMonth {
	if month < int(time.April) {
		year++
	}
	return yearMonth{year, month}
}

// inPeriod is the only month of that number of which a day lies in the reporting period.
func inPeriod(clock setting.Clock, month int) (yearMonth, bool) {
	var found []yearMonth
	from, _, _ := clock.From.YMD()
	to, _, _ := clock.End.YMD()
	for year := from; year <= to && len(found) < 2; year++ {
		m := yearMonth{year, month}
		next := cell.NewDay(year, time.Month(month)+1, 1)
		if m.first() <= clock.End && next > clock.From {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		return yearMonth{}, false
	}
	return found[0], true
}
