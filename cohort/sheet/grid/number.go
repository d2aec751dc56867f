package grid

import (
	"math"
	"strconv"
	"time"

	"pilot90/cohort/cell"
)

// ParseNumber reads a number as a workbook stores it: an optional sign, digits, one point, an
// optional exponent. Anything else (NaN, hexadecimal, blanks inside) is not a number.
func ParseNumber(b []byte) (float64, bool) {
	if f, ok := ParseShort(b); ok {
		return f, true
	}
	for _, c := range b {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(string(b), 64)
	return f, err == nil
}

// ParseIndex reads a small whole number.
func ParseIndex(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// Pow10 holds the powers of ten that a float64 holds exactly.
var Pow10 = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// ParseShort reads up to 15 digits with at most one point. Both the digits and the power of
// ten are exact then, so one division gives the nearest float64, as ParseFloat would.
func ParseShort(b []byte) (float64, bool) {
	digits := b
	if len(b) > 0 && b[0] == '-' {
		digits = b[1:]
	}
	if len(digits) == 0 || len(digits) > 16 {
		return 0, false
	}
	var n int64
	point := -1
	for i, c := range digits {
		switch {
		case '0' <= c && c <= '9':
			n = n*10 + int64(c-'0')
		case c == '.' && point < 0:
			point = i
		default:
			return 0, false
		}
	}
	f := float64(n)
	if point < 0 && len(digits) == 16 || point >= 0 && len(digits) == 1 {
		return 0, false
	}
	if point >= 0 {
		f /= Pow10[len(digits)-point-1]
	}
	if len(digits) < len(b) {
		f = -f
	}
	return f, true
}

// isShortest reports whether the text of a number is already the text numberText would give:
// at most 15 digits, no exponent, no needless zero.
func isShortest(b []byte) bool {
	if len(b) > 0 && b[0] == '-' {
		b = b[1:]
		if len(b) == 1 && b[0] == '0' {
			return false
		}
	}
	if len(b) == 0 || len(b) > 15 || b[0] == '.' || len(b) > 1 && b[0] == '0' && b[1] != '.' {
		return false
	}
	point := -1
	for i, c := range b {
		switch {
		case c == '.' && point < 0:
			point = i
		case c < '0' || c > '9':
			return false
		}
	}
	return point < 0 || b[len(b)-1] != '0' && point < len(b)-1
}

// appendNumber appends the shortest decimal form of f rounded to the 15 significant digits
// that Excel keeps, so that 0.1+0.2 is 0.3. Numbers of 1e21 and more, or under 1e-9, have an
// exponent.
func appendNumber(dst []byte, f float64) []byte {
	text := strconv.FormatFloat(f, 'e', 14, 64)
	rounded, err := strconv.ParseFloat(text, 64)
	if err != nil {
		rounded = f // only at the very end of the range, where rounding up overflows
	}
	if rounded == 0 {
		return append(dst, '0') // also for -0
	}
	if a := math.Abs(rounded); a >= 1e21 || a < 1e-9 {
		return strconv.AppendFloat(dst, rounded, 'E', -1, 64)
	}
	return strconv.AppendFloat(dst, rounded, 'f', -1, 64)
}

// The last serial Excel shows as a date is 9999-12-31.
const (
	lastSerial1900 = 2958466
	lastSerial1904 = lastSerial1900 - 1462
)

// AppendSerial appends what a serial shows under a date or time format: 2025-04-01,
// 2025-04-01 09:30, 9:30. It is false for a serial that Excel shows as ####.
func AppendSerial(dst []byte, f float64, format cell.Format, epoch1904 bool) ([]byte, bool) {
	last := float64(lastSerial1900)
	if epoch1904 {
		last = lastSerial1904
	}
	if !(f >= 0 && f < last) {
		return dst, false
	}
	seconds := int64(math.Round(f * 86400))
	days, clock := seconds/86400, seconds%86400
	if format == cell.Time && days <= maxTimeDays {
		return appendClock(dst, seconds, 1), true
	}
	dst, ok := appendDay(dst, days, epoch1904)
	if ok && clock != 0 {
		dst = appendClock(append(dst, ' '), clock, 2)
	}
	return dst, ok
}

// maxTimeDays separates, under a time format, a length of time (36:00) from a point in time.
const maxTimeDays = 366

// appendDay appends the ISO form of a whole serial.
func appendDay(dst []byte, days int64, epoch1904 bool) ([]byte, bool) {
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case epoch1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 0:
		return dst, false // Excel shows 1900-01-00
	case days == 60:
		return append(dst, "1900-02-29"...), true // Excel counts this day, which never was
	case days < 60:
		start = start.AddDate(0, 0, 1)
	}
	return start.AddDate(0, 0, int(days)).AppendFormat(dst, time.DateOnly), true
}

// appendClock appends h:mm or h:mm:ss; width is the least number of digits of the hour.
func appendClock(dst []byte, seconds int64, width int) []byte {
	h, m, s := seconds/3600, seconds/60%60, seconds%60
	if h < 10 && width == 2 {
		dst = append(dst, '0')
	}
	dst = strconv.AppendInt(dst, h, 10)
	dst = append(dst, ':', byte('0'+m/10), byte('0'+m%10))
	if s != 0 {
		dst = append(dst, ':', byte('0'+s/10), byte('0'+s%10))
	}
	return dst
}

// isoLayouts are the forms of a t="d" cell, with the format they stand for.
var isoLayouts = []struct {
	layout string
	format cell.Format
}{
	{"2006-01-02", cell.Date},
	{"2006-01-02T15:04:05.999999999", cell.Date},
	{"2006-01-02T15:04:05.999999999Z07:00", cell.Date},
	{"2006-01-02T15:04", cell.Date},
	{"2006-01-02 15:04:05.999999999", cell.Date},
	{"15:04:05.999999999", cell.Time},
	{"T15:04:05.999999999", cell.Time},
}

// ParseISO reads the text of a t="d" cell as a serial.
func ParseISO(s string, epoch1904 bool) (serial float64, format cell.Format, ok bool) {
	for _, l := range isoLayouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		clock := t.Sub(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())).Hours() / 24
		if l.format == cell.Time {
			return clock, l.format, true
		}
		return float64(daySerial(t, epoch1904)) + clock, l.format, true
	}
	return 0, cell.Plain, false
}

// daySerial returns the serial of the day of t; before the epoch it is negative or wrong by
// the day that never was, which AppendSerial shows as such.
func daySerial(t time.Time, epoch1904 bool) int64 {
	day := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / 86400
	const unix1900, unix1904 = -25569, -24107 // 1899-12-30 and 1904-01-01
	if epoch1904 {
		return day - unix1904
	}
	if n := day - unix1900; n > 60 {
		return n
	}
	return day - unix1900 - 1
}
