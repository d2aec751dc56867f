package cell

import (
	"math"
	"strconv"
	"time"

	"pilot90/cohort/lang"
)

// MinDay and MaxDay bound every date that is read. Before MinDay Japan kept a lunisolar
// calendar, whose dates are not converted; after MaxDay a date is a slip or an "open end".
var (
	MinDay = NewDay(1873, time.January, 1)
	MaxDay = NewDay(2100, time.December, 31)
)

var dateForm = form{
	code:     CodeDate,
	expected: lang.Text{JA: "日付", EN: "a date"},
	fix: lang.Text{
		JA: "2025-04-01 または 令和7年4月1日 のように、年・月・日を書いてください。",
		EN: "Write year, month and day, such as 2025-04-01 or 令和7年4月1日.",
	},
	optional: lang.Text{JA: "該当する日がないときは空欄にしてください。", EN: "Leave the cell blank if there is no such day."},
}

// ReadDate reads a day as ReadDateIn does in Japan.
func ReadDate(v Value) (Day, *Note, *Fault) { return ReadDateIn(v, Tokyo) }

// ReadDateIn reads a day: an Excel serial, a Gregorian date or a date in a Japanese era. A time of
// day is dropped with a note; one with a zone of its own (…T15:00:00Z, GMT+9) gives the day it then
// is in zone. Days outside MinDay–MaxDay, days that do not exist, days that their era does not
// contain and dates without a year are faults.
func ReadDateIn(v Value, zone Zone) (Day, *Note, *Fault) {
	switch v.Kind {
	case Number:
		return readSerial(v)
	case Text:
		if d, ok := isoDay(v.Text); ok {
			return d, nil, nil
		}
	}
	if f := dateForm.unreadable(v); f != nil {
		return 0, nil, f
	}
	if v.Kind != Text {
		return 0, nil, dateForm.reject(v, lang.Text{})
	}
	return readDateText(v, zone)
}

// isoDay reads 2025-04-01, 2025/4/1 and nothing else, without allocating. It reports false for
// every text that needs a closer look, a day that does not exist among them.
func isoDay(s string) (Day, bool) {
	if len(s) < 8 || len(s) > 10 || s[4] != '-' && s[4] != '/' {
		return 0, false
	}
	year, i := shortInt(s, 0, 4)
	if i != 4 {
		return 0, false
	}
	month, i := shortInt(s, 5, 2)
	if i == 5 || i >= len(s) || s[i] != s[4] {
		return 0, false
	}
	day, end := shortInt(s, i+1, 2)
	if end == i+1 || end != len(s) || !exists(year, month, day) {
		return 0, false
	}
	d := NewDay(year, time.Month(month), day)
	return d, d >= MinDay && d <= MaxDay
}

// shortInt reads at most n ASCII digits of s from i on and returns their value and end.
func shortInt(s string, i, n int) (value, end int) {
	for end = i; end < len(s) && end < i+n && s[end] >= '0' && s[end] <= '9'; end++ {
		value = 10*value + int(s[end]-'0')
	}
	return value, end
}

// Serial numbers of whole days. A number under no date format is taken for a serial only
// within the years 2000 to 2099; the gap between the two systems is 1462 days.
const (
	fictitiousLeapDay = 60      // 1900-02-29, which Excel counts and no calendar has
	lastSerial        = 2958465 // 9999-12-31
	firstPlainSerial  = 36526   // 2000-01-01
	lastPlainSerial   = 73050   // 2099-12-31
	epochGap          = 1462
)

var (
	whySerial     = lang.Text{JA: "日付の書式がない数値を日付として読みました", EN: "a number without a date format was read as a date"}
	whySerialText = lang.Text{
		JA: "Excelのシリアル値（日付の書式が外れた通し番号）を日付に直しました",
		EN: "an Excel serial, a date without its format, was converted",
	}
	whyApart = lang.Text{
		JA: "年・月・日がそろっていません。別の列や見出しにある年・月・日も、1つのセルにまとめて書いてください。",
		EN: "Year, month and day are not all there; write them in one cell, " +
			"even if parts of the date stand in other columns or above the table.",
	}
	whyTime = lang.Text{JA: "時刻を外しました", EN: "the time of day was taken off"}
)

// readSerial reads a stored number as a day.
func readSerial(v Value) (Day, *Note, *Fault) {
	// 20250401 is far above the last serial, so it is itself even in a cell formatted as a date.
	if n := v.Number; n == math.Trunc(n) && n >= 10000000 && n <= 99999999 {
		d, ok := compactDay(int(n))
		if !ok {
			return 0, nil, dateForm.reject(v, lang.Text{})
		}
		return d, note(v, d.String(), whyCompact), nil
	}
	day, hasTime := splitSerial(v.Number)
	if v.Format != Date {
		return plainSerial(v, day)
	}
	d, fault := serialDay(v, day)
	if fault == nil && hasTime {
		return d, note(v, d.String(), whyTime), nil
	}
	return d, nil, fault
}

// plainSerial reads a number under no date format as a serial, where that is the only reading.
func plainSerial(v Value, day int) (Day, *Note, *Fault) {
	doubtful := day
	if v.Epoch1904 {
		day += epochGap
	}
	if day < firstPlainSerial || day > lastPlainSerial {
		return 0, nil, plainNumberFault(v)
	}
	if d, ok := compactEra(doubtful); ok {
		return 0, nil, dateForm.reject(v, lang.Text{
			JA: "日付の書式がなく、令和の年月日（" + d.EraString(lang.JA) + "）とも日数の通し番号とも読めます。",
			EN: "Without a date format it could be " + d.EraString(lang.EN) + " or a serial number.",
		}, d.String(), serialToDay(day).String())
	}
	d, why := serialToDay(day), whySerial
	if v.Kind == Text {
		why = whySerialText
	}
	return d, note(v, d.String(), why), nil
}

// serialText reports a text of five digits, with or without the time behind the point, that a CSV
// file holds where the date had lost its format: 45784, 45785.0, 45786.3958.
func serialText(s string) (float64, bool) {
	digits, end := asciiDigits(s, 0)
	if len(digits) != 5 || end < len(s) && s[end] != '.' {
		return 0, false
	}
	n, ok := plainNumber(s)
	return n, ok && n >= firstPlainSerial && n < lastPlainSerial+1
}

// typedSerial reads such a text. In a workbook that counts from 1904 it cannot be told where it was copied from.
func typedSerial(v Value, n float64) (Day, *Note, *Fault) {
	day := int(n)
	if v.Epoch1904 {
		return 0, nil, dateForm.reject(v, lang.Text{
			JA: "1900年と1904年のどちらから数えた通し番号か分かりません。",
			EN: "The serial may count from 1900 or from 1904.",
		}, serialToDay(day).String(), serialToDay(day+epochGap).String())
	}
	return plainSerial(v, day)
}

// plainNumberFault says why a number such as 2025, 202504 or 4.1 is no date.
func plainNumberFault(v Value) *Fault {
	n := v.Number
	if n == math.Trunc(n) && (n >= 1873 && n <= 2100 || n >= 187301 && n <= 210012) {
		return dateForm.reject(v, whyApart)
	}
	if n == math.Trunc(n) && n >= 1 && n <= 31 {
		return dateForm.reject(v, whyApart)
	}
	return dateForm.reject(v, lang.Text{
		JA: "セルが日付ではなく数値になっています。",
		EN: "The cell holds a number, not a date.",
	})
}

// splitSerial returns the whole days of a serial and whether a time of day is left. A date
// computed in floating point may lie a hair (under half a millisecond) off its midnight.
func splitSerial(n float64) (day int, hasTime bool) {
	if !(n > -1 && n < lastSerial+1) {
		return -1, false
	}
	const hair = 5e-9
	whole := math.Floor(n + hair)
	return int(whole), n-whole > hair
}

// serialDay checks a serial under a date format. Serials below 1 are what Excel shows for a
// zero or a bare time.
func serialDay(v Value, serial int) (Day, *Fault) {
	if serial < 1 || serial == fictitiousLeapDay && !v.Epoch1904 {
		return 0, dateForm.reject(v, lang.Text{
			JA: "カレンダーにない日付です（日付の書式のセルに 0 や時刻だけが入っていることがあります）。",
			EN: "There is no such day (a date cell may hold 0 or only a time).",
		})
	}
	if v.Epoch1904 {
		serial += epochGap
	}
	d := serialToDay(serial)
	if d < MinDay || d > MaxDay {
		return 0, dateForm.reject(v, whyYearRange)
	}
	return d, nil
}

// serialToDay converts a serial of the 1900 system.
func serialToDay(serial int) Day {
	if serial < fictitiousLeapDay {
		serial++
	}
	return NewDay(1899, time.December, 30) + Day(serial)
}

// compactDay reads 20250401 as a day.
func compactDay(n int) (Day, bool) {
	year, month, day := n/10000, n/100%100, n%100
	if !exists(year, month, day) {
		return 0, false
	}
	d := NewDay(year, time.Month(month), day)
	return d, d >= MinDay && d <= MaxDay
}

// compactEra reads 70401 as 令和7年4月1日: what Excel leaves of 070401 typed without a letter.
func compactEra(n int) (Day, bool) {
	year, month, day := 2018+n/10000, n/100%100, n%100
	if !exists(year, month, day) {
		return 0, false
	}
	return NewDay(year, time.Month(month), day), true
}

// yearOf formats a year for messages.
func yearOf(y int) string { return strconv.Itoa(y) + "年" }
