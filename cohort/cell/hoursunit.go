package cell

import (
	"math"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
)

var (
	whyMinutes = lang.Text{JA: "単位が「分」のため、時間に直しました", EN: "the unit is minutes"}
	whySeconds = lang.Text{JA: "単位が「秒」のため、時間に直しました", EN: "the unit is seconds"}
	whyBase60  = lang.Text{JA: "60進（小数点の後ろが分）の値を、時間に直しました", EN: "the digits behind the point are minutes"}
	whyHMM     = lang.Text{JA: "時と分を続けた数（130 は1時間30分）を、時間に直しました", EN: "hours and minutes were written as one number"}
	whyMinSec  = lang.Text{JA: "単位が「分:秒」のため、時間に直しました", EN: "the unit is minutes and seconds"}
	whyOwnUnit = lang.Text{
		JA: "見出しの単位ではなく、セルの書き方どおりに読みました",
		EN: "it was read as written in the cell, not in the unit of the heading",
	}
	whyConverted = lang.Text{JA: "見出しにある長さで、時間に直しました", EN: "the heading says how long one is"}
)

// DayParts is the unit of Excel times that have lost their format; see LooksLikeDayParts.
var DayParts = Unit{Kind: UnitDays, Factor: 24, Text: "1日"}

var whyDayParts = lang.Text{
	JA: "1日を1とした数（Excelの時刻のシリアル値）を時間に直しました",
	EN: "a part of a day, an Excel time without its format, was converted",
}

// ReadHoursIn reads a length of time in hours as ReadHours does, with its plain numbers in the unit of
// the column. A value with a unit or form of its own (1:30, 90分, an Excel time) is read as what it
// says. A number that the unit does not settle is a fault.
func ReadHoursIn(v Value, u Unit, in Range) (float64, *Note, *Fault) {
	n, plain := bareHours(v)
	switch {
	case u.Kind == UnitMinSec && !plain:
		return minutesSeconds(v, in)
	case !plain:
		return ownUnit(v, u, in)
	case !u.Readable() && u.Kind != UnknownUnit:
		fault := hoursForm.reject(v, u.Why)
		fault.Fix = u.Fix
		return 0, nil, fault
	}
	switch u.Kind {
	case UnitMinutes:
		return inUnit(v, n/60, in, whyMinutes)
	case UnitSeconds:
		return inUnit(v, n/3600, in, whySeconds)
	case UnitLessons, UnitDays:
		if u == DayParts {
			return inUnit(v, math.Round(n*daySeconds)/3600, in, whyDayParts)
		}
		return inUnit(v, float64(n*u.Factor), in, whyConverted)
	case UnitBase60:
		return base60(v, n, in)
	case UnitHMM:
		return hourMinuteNumber(v, n, in)
	case UnitColon, UnitMinSec:
		return 0, nil, hoursForm.reject(v, lang.Text{
			JA: "見出しの単位は「" + u.Text + "」ですが、「:」がありません。",
			EN: "The unit is “" + u.Text + "”, but there is no colon.",
		})
	case UnitStep:
		if n >= u.Factor {
			return 0, nil, hoursForm.reject(v, lang.Text{
				JA: "「" + u.Text + "」の数が、時間か分か分かりません。",
				EN: "It may be hours or, in “" + u.Text + "”, minutes.",
			})
		}
	}
	return ReadHours(v, in)
}

// IsBareNumber reports a value that is a number without a unit or a form of its own, as hours are read: 1.5, not 1:30.
func IsBareNumber(v Value) bool {
	_, ok := bareHours(v)
	return ok
}

// bareHours returns a number that has no unit and no form of its own.
func bareHours(v Value) (float64, bool) {
	switch v.Kind {
	case Number:
		return v.Number, v.Format == Plain && !math.IsNaN(v.Number) && !shownAsTime(v)
	case Text:
		if n, ok := plainNumber(v.Text); ok {
			return n, true
		}
		s, _ := fold(v.Text)
		s, _ = cutMark(s)
		return plainNumber(s)
	}
	return 0, false
}

// shownAsTime reports a number whose format puts a colon among its digits: 15 under 0":"00 is shown as 0:15.
func shownAsTime(v Value) bool {
	return v.Kind == Number && v.Format == Plain && strings.Contains(v.Text, ":")
}

// ownUnit reads a value that says itself what it is.
func ownUnit(v Value, u Unit, in Range) (float64, *Note, *Fault) {
	h, n, fault := ReadHours(v, in)
	usual := u.Kind == UnknownUnit || u.Kind == UnitHours || u.Kind == UnitColon || u.Kind == UnitStep
	if fault == nil && n == nil && !usual {
		n = note(v, formatHours(h), whyOwnUnit)
	}
	return h, n, fault
}

// inUnit checks hours that were converted.
func inUnit(v Value, hours float64, in Range, why lang.Text) (float64, *Note, *Fault) {
	if fault := in.check(v, hours, hoursForm); fault != nil {
		return 0, nil, fault
	}
	return hours + 0, note(v, formatHours(hours), why), nil
}

// base60 reads 1.30 as an hour and a half. A stored 1.3 and a typed 1.3 are shown as 1.30.
func base60(v Value, n float64, in Range) (float64, *Note, *Fault) {
	hundredths := math.Round(n * 100)
	if math.Abs(float64(n*100)-hundredths) > 1e-6 || math.Abs(n) > lastSerial {
		return 0, nil, hoursForm.reject(v, lang.Text{
			JA: "60進では、小数点の後ろに分を2けたで書きます。",
			EN: "In this unit two digits of minutes stand behind the point.",
		})
	}
	return sixties(v, hundredths, in, whyBase60)
}

// hourMinuteNumber reads 130 as an hour and a half.
func hourMinuteNumber(v Value, n float64, in Range) (float64, *Note, *Fault) {
	if n != math.Trunc(n) || math.Abs(n) > lastSerial {
		return 0, nil, hoursForm.reject(v, lang.Text{
			JA: "時と分を続けた整数（1時間30分は 130）ではありません。",
			EN: "It is no whole number of hours and minutes, such as 130 for an hour and a half.",
		})
	}
	return sixties(v, n, in, whyHMM)
}

// sixties reads a whole number whose last two digits are minutes.
func sixties(v Value, n float64, in Range, why lang.Text) (float64, *Note, *Fault) {
	if minutes := int(math.Abs(n)) % 100; minutes > 59 {
		m := strconv.Itoa(minutes)
		return 0, nil, hoursForm.reject(v, lang.Text{
			JA: "分に当たる " + m + " が60以上です。",
			EN: "Its minutes, " + m + ", are sixty or more.",
		})
	}
	minutes := float64(60*math.Trunc(n/100)) + math.Mod(n, 100)
	return inUnit(v, minutes/60, in, why)
}

// minutesSeconds reads 15:30 as 15 minutes and a half. An Excel time without seconds may be either: 15:30 typed
// into a cell is stored as hours and minutes.
func minutesSeconds(v Value, in Range) (float64, *Note, *Fault) {
	if v.Kind == Number && v.Format == Time {
		if seconds := math.Round(v.Number * daySeconds); math.Mod(seconds, 60) == 0 && seconds != 0 {
			return 0, nil, hoursForm.reject(v, lang.Text{
				JA: "Excelの時刻が、分と秒か、時と分か分かりません。",
				EN: "The Excel time may be minutes and seconds, or hours and minutes.",
			})
		}
		return ReadHours(v, in)
	}
	s, _ := fold(v.Text)
	minutes, seconds, ok := strings.Cut(s, ":")
	m, end := shortInt(minutes, 0, 5)
	sec, secEnd := shortInt(seconds, 0, 2)
	if !ok || end == 0 || end < len(minutes) || secEnd != 2 || len(seconds) != 2 || sec > 59 {
		return ownUnit(v, Unit{Kind: UnitMinSec}, in)
	}
	return inUnit(v, float64(60*m+sec)/3600, in, whyMinSec)
}

// LooksBase60 reports a column whose hours, as typed, look like hours and minutes (1.30 for an hour and a half)
// though nothing says so. Either every fraction is .15, .30 or .45, and there are two or more; or there are many,
// all of five minutes and none of sixty or more, which decimals hardly give. Quarters and halves
// of hours (.25, .5, .75) are decimals. Texts that are no plain numbers are left out.
func LooksBase60(typed []string) bool {
	fractions, quarters, decimal := 0, 0, 0
	for _, s := range typed {
		minutes, ok := fractionDigits(s)
		switch {
		case !ok || minutes == 0:
			continue
		case minutes >= 60 || minutes%5 != 0:
			return false
		case minutes == 15 || minutes == 30 || minutes == 45:
			quarters++
		case minutes == 25 || minutes == 50:
			decimal++
		}
		fractions++
	}
	return quarters == fractions && fractions >= 2 || fractions >= manyFractions && 2*decimal < fractions
}

// manyFractions is how many fractions of decimals are hardly ever all below .60: in steps of .05, eight times out
// of 600.
const manyFractions = 8

// fractionDigits returns the two digits behind the point of a plain number, 30 of 1.3; with more digits
// than two it gives 99, and it is false for what is no plain number.
func fractionDigits(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if _, ok := plainNumber(s); !ok {
		return 0, false
	}
	_, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	if len(fraction) > 2 {
		return 99, true
	}
	n, _ := shortInt(fraction+"00", 0, 2)
	return n, true
}

// LooksLikeDayParts reports a column whose hours, as typed, look like Excel times that have lost their format: 0.0833…
// is two hours as a part of a day. Every value is below a day and a half and a whole minute of it, one has
// more decimals than anybody types, and one is no whole minute as hours.
func LooksLikeDayParts(typed []string) bool {
	long, broken := false, false
	for _, s := range typed {
		s = strings.TrimSpace(s)
		n, ok := plainNumber(s)
		if !ok || n == 0 {
			continue
		}
		if _, digits, _ := strings.Cut(s, "."); len(digits) >= 6 {
			long = true
		}
		if n < 0 || n > 1.5 || !wholeWithin(float64(n*1440)) {
			return false
		}
		broken = broken || !wholeWithin(float64(n*60))
	}
	return long && broken
}

// LooksLikeMinutes reports a column of whole numbers, one of which is no number of hours of a day: 75, 150.
func LooksLikeMinutes(typed []string) bool {
	over := false
	for _, s := range typed {
		if n, ok := plainNumber(strings.TrimSpace(s)); ok {
			if n != math.Trunc(n) {
				return false
			}
			over = over || n > 24
		}
	}
	return over
}

// wholeWithin reports a whole number, as far as six decimals of the number it was made from go.
func wholeWithin(n float64) bool { return math.Abs(n-math.Round(n)) < 1e-3 }
