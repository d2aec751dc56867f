package ods

import (
	"strconv"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/pattern"
	"pilot90/cohort/sheet/grid"
)

// daySerial reads a date, with or without a time, as a serial. Those of early 1900, where Excel
// counts a day that never was, are by LibreOffice's count from 1899-12-30, as in the .xlsx it
// writes: such a date is mostly a number under the format of a date (7 is 1900-01-06), or a time
// of day (1899-12-30T09:30:00).
func daySerial(text string, epoch1904 bool) (float64, bool) {
	serial, format, ok := grid.ParseISO(text, epoch1904)
	if !epoch1904 && serial < 60 {
		serial++
	}
	return serial, ok && format == cell.Date
}

// firstDay returns the serial of the day that a document counts from, by the calendar.
func firstDay(text string) (float64, bool) {
	day, err := time.Parse(time.DateOnly, text)
	return day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24, err == nil
}

// durations are lengths of time such as PT09H30M00S, P1DT2H and -PT1H: sign, days, hours, minutes,
// seconds.
var durations = pattern.New(`^(-?)P(?:([0-9]{1,9})D)?` +
	`(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9}(?:[.][0-9]{1,20})?)S)?)?$`)

// timeSerial reads a length of time in days.
func timeSerial(text string) (float64, bool) {
	parts := durations.FindStringSubmatch(text)
	if parts == nil || len(parts[2]+parts[3]+parts[4]+parts[5]) == 0 {
		return 0, false
	}
	seconds := float64(86400*number(parts[2])) + float64(3600*number(parts[3])) + float64(60*number(parts[4])) +
		number(parts[5])
	if parts[1] != "" {
		seconds = -seconds
	}
	return seconds / 86400, true
}

// number reads decimal digits; none are 0.
func number(digits string) float64 {
	f, _ := strconv.ParseFloat(digits, 64) // the pattern allows nothing else
	return f
}
