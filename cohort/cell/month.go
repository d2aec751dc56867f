package cell

import (
	"math"
	"strconv"
	"strings"
	"time"

	"pilot90/cohort/lang"
)

// A YearMonth is a month; Year is 0 when only the month is said.
type YearMonth struct {
	Year  int
	Month time.Month
}

// String returns the month as 2025-08, or 8月 without a year.
func (m YearMonth) String() string {
	if m.Year == 0 {
		return strconv.Itoa(int(m.Month)) + "月"
	}
	return strconv.Itoa(m.Year) + "-" + twoDigits(int(m.Month))
}

// First and Last return the ends of a month with a year.
func (m YearMonth) First() Day { return NewDay(m.Year, m.Month, 1) }
func (m YearMonth) Last() Day  { return NewDay(m.Year, m.Month+1, 1) - 1 }

// inFiscalYear returns the month of the fiscal year that begins in April of year.
func (m YearMonth) inFiscalYear(year int) YearMonth {
	if m.Month < time.April {
		year++
	}
	return YearMonth{year, m.Month}
}

var monthForm = form{
	code:     CodeDate,
	expected: lang.Text{JA: "年月", EN: "a month"},
	fix: lang.Text{
		JA: "2025-08、2025年8月 または 令和7年8月 のように、年と月を書いてください。",
		EN: "Write year and month, such as 2025-08 or 令和7年8月.",
	},
	optional: lang.Text{JA: "該当する月がないときは空欄にしてください。", EN: "Leave the cell blank if there is no such month."},
}

var (
	whyMonthOfDate = lang.Text{JA: "日付から年と月を取り出しました", EN: "the month was taken from a date"}
	whyFiscalMonth = lang.Text{JA: "年度の月を、西暦の年月に直しました", EN: "a month of a fiscal year was converted"}
)

// ReadMonth reads a month: 2025年8月, R7.8, 202508, 2025/8, Aug-25, 令和7年度 8月, 8月分 and 8 (without a
// year), an Excel date, or of a whole date its month with a note. A year of two digits without an
// era is a fault.
func ReadMonth(v Value) (YearMonth, *Note, *Fault) {
	if fault := monthForm.unreadable(v); fault != nil {
		return YearMonth{}, nil, fault
	}
	switch {
	case v.Kind == Number && v.Format == Plain:
		return monthOfNumber(v)
	case v.Kind == Text:
		s, changed := fold(v.Text)
		if m, ok := parseMonth(s); ok {
			return m.checked(v, changed)
		}
	}
	return monthOfDate(v)
}

// ReadWholeMonth reads a month with its year as the first day of it; a month without a year is a fault.
func ReadWholeMonth(v Value) (Day, *Note, *Fault) {
	m, note, fault := ReadMonth(v)
	switch {
	case fault != nil:
		return 0, nil, fault
	case m.Year == 0:
		q := lang.Quote(v.Text)
		return 0, nil, monthForm.fault(CodeNoYear,
			lang.Text{JA: "「" + q + "」には年がありません。", EN: "“" + q + "” has no year."})
	}
	return m.First(), note, nil
}

// monthOfNumber reads 8, 202508 and 2025.08. Of 2025.1 it cannot be told whether it was 2025.10.
func monthOfNumber(v Value) (YearMonth, *Note, *Fault) {
	n := int(v.Number)
	switch {
	case v.Number >= 1 && v.Number <= 12 && v.Number == math.Trunc(v.Number):
		return YearMonth{Month: time.Month(n)}, nil, nil
	case v.Number < 1000 || v.Number > 999999:
		return YearMonth{}, nil, monthForm.reject(v, lang.Text{})
	}
	m, ok := parseMonth(formatNumber(v.Number))
	if _, fraction, point := strings.Cut(formatNumber(v.Number), "."); !ok || point && len(fraction) != 2 {
		return YearMonth{}, nil, monthForm.reject(v, lang.Text{})
	}
	return m.checked(v, false)
}

// monthOfDate takes the month of a whole date.
func monthOfDate(v Value) (YearMonth, *Note, *Fault) {
	s, _ := fold(v.Text)
	if _, serial := serialText(s); v.Kind == Bool || serial && v.Kind == Text {
		return YearMonth{}, nil, monthForm.reject(v, lang.Text{})
	}
	d, _, fault := ReadDate(v)
	switch {
	case fault != nil && (fault.Code == CodeEra || fault.Code == CodeLookalike):
		return YearMonth{}, nil, fault
	case fault != nil:
		return YearMonth{}, nil, monthForm.reject(v, lang.Text{})
	}
	y, month, day := d.YMD()
	m := YearMonth{y, month}
	if y < MinYear || y > MaxYear {
		return YearMonth{}, nil, monthForm.reject(v, whyYearRange)
	}
	if v.Kind == Number && day == 1 { // as Excel keeps a month
		return m, nil, nil
	}
	return m, note(v, m.String(), whyMonthOfDate), nil
}

// checked returns a month as its text says it, or the fault of one that its era does not have.
func (t monthText) checked(v Value, changed bool) (YearMonth, *Note, *Fault) {
	m, fault := t.resolve(v)
	if fault != nil {
		return YearMonth{}, nil, fault
	}
	var why lang.Text
	switch {
	case t.fiscal:
		why = whyFiscalMonth
	case t.era != nil:
		why = whyEra
	case t.english:
		why = whyWord
	case t.remark:
		why = whyDateRemark
	case t.compact:
		why = whyCompact
	case changed:
		why = whyWidth
	default:
		return m, nil, nil
	}
	return m, note(v, m.String(), why), nil
}

// resolve returns the month in the Gregorian calendar.
func (t monthText) resolve(v Value) (YearMonth, *Fault) {
	m := YearMonth{t.year, t.month}
	switch {
	case t.year == 0 && t.era == nil:
		return m, nil
	case t.era != nil && t.year < 1:
		return m, monthForm.reject(v, lang.Text{})
	case t.era == nil && t.year < 100:
		return m, monthForm.shortYear(v)
	case t.era != nil:
		m.Year += t.era.first() - 1
	}
	if t.fiscal {
		m = m.inFiscalYear(m.Year)
	}
	if m.Year < MinYear || m.Year > MaxYear {
		return m, monthForm.reject(v, whyYearRange)
	}
	if t.era != nil && !t.fiscal && eraOf(m.First()) != t.era && eraOf(m.Last()) != t.era {
		return m, wrongEra(v, t.era, m.First())
	}
	return m, nil
}
