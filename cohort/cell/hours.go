package cell

import (
	"math"
	"strings"

	"pilot90/cohort/lang"
)

var hoursForm = form{
	code:     CodeHours,
	expected: lang.Text{JA: "時間", EN: "a length of time"},
	fix: lang.Text{
		JA: "1.5 または 1:30 のように、かかった時間の長さを書いてください（1.5 は1時間30分です）。",
		EN: "Write how long it took, such as 1.5 or 1:30 (1.5 is one hour and a half).",
	},
}

var (
	whyHours = lang.Text{JA: "「時間」や「分」を時間数に直しました", EN: "hours and minutes were converted to hours"}
	whyShown = lang.Text{
		JA: "表示形式の「:」のとおりに、時間と分として読みました",
		EN: "it was read as hours and minutes, as the sheet shows it",
	}
	whyWholeDays = lang.Text{JA: "時刻の書式の整数を日数として時間に直しました", EN: "whole days under a time format were converted to hours"}
)

// ReadHours reads a length of time in hours: 1.5, 1:30, 1時間30分, 90分, 1h30m, PT1H30M, and Excel
// times, those over 24 hours too. Times are rounded to the second. A plain number is hours, unless the
// sheet shows it with a colon (15 under the format 0":"00); a point in time (午後3時, 9:00-10:30, a
// date) is a fault.
func ReadHours(v Value, in Range) (float64, *Note, *Fault) {
	switch {
	case v.Kind == Number && v.Format == Time:
		return excelHours(v, in)
	case v.Kind == Number && v.Format == Plain && shownOtherwise(v):
		return shownHours(v, in)
	case v.Kind == Number && v.Format == Plain, v.Kind == Text && isPlainNumber(v.Text):
		return readAmount(v, in, hoursForm, false)
	}
	if fault := hoursForm.unreadable(v); fault != nil {
		return 0, nil, fault
	}
	if v.Kind != Text {
		return 0, nil, hoursForm.reject(v, formatReason(v))
	}
	return hoursText(v, in)
}

// shownOtherwise reports a number whose format puts a colon or a point among its digits.
func shownOtherwise(v Value) bool {
	return shownAsTime(v) || v.Number == math.Trunc(v.Number) && strings.Contains(v.Text, ".") && len(v.Text) > 2
}

// shownHours reads 15 that is shown as 0:15. What is shown with a point may be hours or hours and minutes.
func shownHours(v Value, in Range) (float64, *Note, *Fault) {
	if n, ok := plainNumber(v.Text); ok && n == v.Number {
		return readAmount(v, in, hoursForm, false)
	}
	d, ok := parseHours(strings.TrimSpace(v.Text))
	if !ok || !shownAsTime(v) {
		return 0, nil, hoursForm.reject(v, lang.Text{
			JA: "セルの中の数は " + formatNumber(v.Number) + " で、表示と違います。",
			EN: "The number in the cell is " + formatNumber(v.Number) + ", not what is shown.",
		})
	}
	return inUnit(v, d.hours, in, whyShown)
}

func isPlainNumber(s string) bool {
	_, ok := plainNumber(s)
	return ok
}

// excelHours converts a serial time, whose unit is the day. A whole number of days is noted:
// it may be hours typed as a plain number into a cell with a time format.
func excelHours(v Value, in Range) (float64, *Note, *Fault) {
	if math.IsNaN(v.Number) || math.Abs(v.Number) > lastSerial {
		return 0, nil, hoursForm.reject(v, lang.Text{})
	}
	hours := math.Round(v.Number*86400) / 3600
	if fault := in.check(v, hours, hoursForm); fault != nil {
		return 0, nil, fault
	}
	if hours != 0 && math.Mod(hours, 24) == 0 {
		return hours, note(v, formatNumber(hours)+"時間", whyWholeDays), nil
	}
	return hours, nil, nil
}

// hoursText reads a text that is no plain number.
func hoursText(v Value, in Range) (float64, *Note, *Fault) {
	s, changed := fold(v.Text)
	s, marked := cutMark(s)
	d, ok := parseHours(s)
	if !ok {
		if digits, found := unlook(s); found {
			if _, ok := parseHours(digits); ok {
				return 0, nil, hoursForm.lookalike(v, digits)
			}
		}
		return 0, nil, hoursForm.reject(v, hoursReason(s))
	}
	if fault := in.check(v, d.hours, hoursForm); fault != nil {
		return 0, nil, fault
	}
	switch {
	case d.dressed:
		return d.hours, note(v, formatHours(d.hours), whyHours), nil
	case marked:
		return d.hours, note(v, formatHours(d.hours), whyMark), nil
	case d.kanji:
		return d.hours, note(v, formatHours(d.hours), whyKanji), nil
	case changed:
		return d.hours, note(v, formatHours(d.hours), whyWidth), nil
	}
	return d.hours, nil, nil
}

// formatHours writes hours for a note, to four places so that 20分 is 0.3333.
func formatHours(h float64) string { return formatNumber(math.Round(h*1e4)/1e4) + "時間" }

// hoursReason looks for a usual slip.
func hoursReason(s string) lang.Text {
	switch {
	case commaDecimal(s):
		return lang.Text{
			JA: "「,」が小数点か、けた区切りか分かりません。小数点は「.」で書いてください。",
			EN: "The comma may be a decimal point; write a point.",
		}
	case strings.ContainsAny(s, "~〜") || strings.Contains(s, "から") ||
		strings.Count(s, ":") > 1 && strings.Contains(s, "-"):
		return lang.Text{
			JA: "始めと終わりの時刻ではなく、時間の長さを書いてください。",
			EN: "Write the length, not the start and the end.",
		}
	case strings.Contains(s, "午前") || strings.Contains(s, "午後") || strings.Contains(s, "時") && !strings.Contains(s, "時間"):
		return lang.Text{
			JA: "時刻ではなく、時間の長さを書いてください。",
			EN: "Write a length of time, not a time of day.",
		}
	}
	return lang.Text{}
}
