package cell

import "time"

// Day is a civil day, counted in days since 1970-01-01. It has no time zone; differences of
// two Days are whole days.
type Day int32

// NewDay returns the day of a proleptic Gregorian date; out-of-range months and days are
// carried over as in time.Date.
func NewDay(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// YMD returns the Gregorian year, month and day of the month.
func (d Day) YMD() (int, time.Month, int) { return d.Time().Date() }

// String returns the day as 2025-07-03.
func (d Day) String() string { return d.Time().Format("2006-01-02") }

// FiscalYear returns the Japanese fiscal year (1 April to 31 March) that holds the day.
func (d Day) FiscalYear() int {
	y, m, _ := d.YMD()
	if m < time.April {
		return y - 1
	}
	return y
}

// exists reports whether the proleptic Gregorian calendar has the date.
func exists(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// daysIn returns the length of a month, 1 to 12.
func daysIn(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}

// FirstOfMonth and LastOfMonth are the ends of the day's calendar month.
func (d Day) FirstOfMonth() Day {
	y, m, _ := d.YMD()
	return NewDay(y, m, 1)
}

// LastOfMonth is the last day of the day's calendar month.
func (d Day) LastOfMonth() Day {
	y, m, _ := d.YMD()
	return NewDay(y, m+1, 1) - 1
}
