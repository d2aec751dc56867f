package cell

import (
	"math"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
)

var (
	whyClockDigits = lang.Text{JA: "区切りのない数字を時刻として読みました", EN: "digits without a colon were read as a time"}
	whyClockHour   = lang.Text{JA: "時だけの数字を時刻として読みました", EN: "a number was read as an hour"}
	whyClockPoint  = lang.Text{JA: "「.」で区切った時刻を読みました", EN: "a time with a point in place of the colon was read"}
	whyClockShare  = lang.Text{
		JA: "1日を1とした数（時刻の書式が外れたExcelの時刻）を時刻に直しました",
		EN: "a part of a day, an Excel time without its format, was read as a time",
	}
	whyMidnight = lang.Text{
		JA: "時刻のない日付を、その日の0:00として読みました",
		EN: "a day without a time was read as its midnight",
	}
)

// excelClock reads a number under a format of times or dates: a part of a day, or a serial with its time.
func excelClock(v Value) (TimeOfDay, *Note, *Fault) {
	n := v.Number
	switch {
	case !(n >= 0 && n < lastSerial):
		return TimeOfDay{}, nil, clockForm.reject(v, formatReason(v))
	case math.Round(n*daySeconds) <= MaxTimeOfDay:
		return TimeOfDay{Seconds: int(math.Round(n * daySeconds))}, nil, nil
	case v.Format == Time && n < firstPlainSerial:
		return TimeOfDay{}, nil, clockFault(v, v.Text, timeOfDay{}, lateFault)
	}
	c, fault := serialClock(v)
	if fault == nil && c.Seconds == 0 {
		return c, note(v, c.Day.String()+" "+c.String(), whyMidnight), nil
	}
	return c, nil, fault
}

// serialClock splits a serial into its day and the time of it, to the second.
func serialClock(v Value) (TimeOfDay, *Fault) {
	seconds := int64(math.Round(v.Number * daySeconds))
	d, fault := serialDay(v, int(seconds/daySeconds))
	if fault != nil {
		return TimeOfDay{}, clockForm.reject(v, formatReason(v))
	}
	return TimeOfDay{Seconds: int(seconds % daySeconds), Day: d, HasDay: true}, nil
}

// plainClock reads a number under no format of times. What the sheet shows counts where it shows more than the
// number: 930 under the format 0":"00 is 9:30, 30 under 0000 is 0:30.
func plainClock(v Value, bare UnitKind) (TimeOfDay, *Note, *Fault) {
	shown := strings.TrimSpace(v.Text)
	if seconds, ok := colonClock(shown); ok {
		return TimeOfDay{Seconds: seconds}, nil, nil
	}
	if n, ok := plainNumber(shown); ok && n == v.Number {
		return digitClock(v, shown, bare)
	}
	return digitClock(v, strconv.FormatFloat(v.Number, 'f', -1, 64), bare)
}

// digitClock reads digits with at most one point among them.
func digitClock(v Value, s string, bare UnitKind) (TimeOfDay, *Note, *Fault) {
	whole, fraction, point := strings.Cut(s, ".")
	hour, end := shortInt(whole, 0, 5)
	if end == 0 || end < len(whole) {
		return TimeOfDay{}, nil, clockForm.reject(v, clockNumberReason)
	}
	switch {
	case !point && len(whole) > 2 && len(whole) < 5:
		return hourMinute(v, hour/100, hour%100, whyClockDigits)
	case !point && len(whole) < 3 && bare == UnitHMM:
		return hourMinute(v, 0, hour, whyClockDigits)
	case len(whole) < 3 && bare == UnitHours && (!point || fraction == "0"):
		return hourMinute(v, hour, 0, whyClockHour)
	case len(whole) < 3 && bare == UnitHours && fraction == "5":
		return hourMinute(v, hour, 30, whyClockHour)
	case len(whole) < 3 && v.Kind == Text && len(fraction) == 2:
		minute, _ := shortInt(fraction, 0, 2)
		return hourMinute(v, hour, minute, whyClockPoint)
	case point:
		return shareClock(v, s, len(fraction))
	case len(whole) < 3 && hour <= 24:
		return TimeOfDay{}, nil, clockForm.reject(v, clockNumberReason, whole+":00")
	}
	return TimeOfDay{}, nil, clockForm.reject(v, clockNumberReason)
}

// hourMinute checks a time that was read from digits.
func hourMinute(v Value, hour, minute int, why lang.Text) (TimeOfDay, *Note, *Fault) {
	t := timeOfDay{hour: hour, minute: minute}
	if flaw := t.fault(maxClockHour); flaw != noTimeFault {
		return TimeOfDay{}, nil, clockFault(v, v.Text, t, flaw)
	}
	c := TimeOfDay{Seconds: t.seconds()}
	return c, note(v, c.String(), why), nil
}

// shareClock reads a decimal as a part of a day, or as a serial with its time, when it is a whole
// minute as far as its digits go. 0.5 is one only where it is a stored number: as a text it may be 0:50.
func shareClock(v Value, s string, digits int) (TimeOfDay, *Note, *Fault) {
	n, err := strconv.ParseFloat(s, 64)
	minutes, room := float64(n*1440), 1e-4
	if digits > 3 {
		room += float64(720 * math.Pow10(-digits))
	}
	near := math.Abs(minutes-math.Round(minutes)) <= room
	sure := digits > 2 || v.Kind == Number && n < 1 && math.Mod(minutes, 5) == 0
	if err != nil || !near || !sure {
		return TimeOfDay{}, nil, clockForm.reject(v, clockNumberReason)
	}
	v.Number = math.Round(minutes) / 1440
	if minutes <= MaxTimeOfDay/60 {
		c := TimeOfDay{Seconds: int(math.Round(minutes)) * 60}
		return c, note(v, c.String(), whyClockShare), nil
	}
	if v.Number < firstPlainSerial || v.Number > lastPlainSerial {
		return TimeOfDay{}, nil, clockForm.reject(v, clockNumberReason)
	}
	c, fault := serialClock(v)
	if fault != nil {
		return TimeOfDay{}, nil, fault
	}
	return c, note(v, c.Day.String()+" "+c.String(), whySerial), nil
}

// clockNumberReason is why a number is no time.
var clockNumberReason = lang.Text{JA: "数だけでは何時何分か分かりません。", EN: "The number does not tell hours and minutes."}
