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
	whyHours     = lang.Text{JA: "「時間」や「分」を時間数に直しました", EN: "hours and minutes were converted to hours"}
	whyWholeDays = lang.Text{JA: "時刻の書式の整数を日数として時間に直しました", EN: "whole days under a time format were converted to hours"}
)

// ReadHours reads a length of time in hours: 1.5, 1:30, 1時間30分, 90分, 1h30m, and Excel times,
// those over 24 hours too. Times are rounded to the second. A plain number is hours; a point in
// time (午後3時, 9:00-10:30, a date) is a fault.
func ReadHours(v Value, in Range) (float64, *Note, *Fault) {
	switch {
	case v.Kind == Number && v.Format == Time:
		return excelHours(v, in)
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
	case strings.ContainsAny(s, "~〜") || strings.Contains(s, "から") || strings.Count(s, ":") > 1 &&
		strings.Contains(s, "-"):
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

// duration is a length of time as its text says it.
type duration struct {
	hours   float64
	dressed bool // a unit was taken off
	kanji   bool
}

var (
	hourWords   = []string{"時間", "hours", "hour", "hrs", "hr", "h"}
	minuteWords = []string{"分間", "分", "minutes", "minute", "mins", "min", "m"}
)

// parseHours reads folded text: h:mm, h:mm:ss, or numbers with units, or a number.
func parseHours(s string) (duration, bool) {
	p := &scanner{s}
	if d, ok := p.colonTime(); ok {
		return d, p.done()
	}
	p.s = s
	negative := p.eat("-")
	first, ok := p.part()
	if !ok || p.done() && first.kanji {
		return duration{}, false
	}
	d := duration{hours: first.value, kanji: first.kanji}
	switch {
	case p.done():
	case p.eatFold(hourWords...):
		d.dressed = true
		minutes, ok := p.minutesAfterHours(first)
		if !ok {
			return duration{}, false
		}
		d.hours += float64(minutes / 60)
	case p.eatFold(minuteWords...):
		d.dressed, d.hours = true, first.value/60
	}
	if negative && d.hours != 0 {
		d.hours = -d.hours
	}
	return d, p.done()
}

// part takes a number in digits or kanji.
func (p *scanner) part() (amount, bool) {
	m, ok := p.magnitude()
	if !ok || m.units > 0 && !m.kanji {
		return amount{}, false
	}
	n, ok := m.value(0)
	return amount{value: n, kanji: m.kanji}, ok
}

// minutesAfterHours takes 30分, 30m, 半 or nothing behind whole hours. The unit of the minutes
// may be left out.
func (p *scanner) minutesAfterHours(hours amount) (float64, bool) {
	if p.eat("半") {
		return 30, hours.value == math.Trunc(hours.value)
	}
	if p.done() {
		return 0, true
	}
	minutes, ok := p.part()
	p.eatFold(minuteWords...)
	whole := hours.value == math.Trunc(hours.value)
	return minutes.value, ok && whole && minutes.value < 60
}

// colonTime takes 1:30 or 1:30:00 as a length of time. Minutes and seconds have two digits.
func (p *scanner) colonTime() (duration, bool) {
	negative := p.eat("-")
	hours, ok := p.count()
	if !ok || hours.kanji || hours.digits > 5 || !p.eat(":") {
		return duration{}, false
	}
	minutes, ok := p.count()
	if !ok || minutes.digits != 2 || minutes.n > 59 {
		return duration{}, false
	}
	var seconds count
	if p.eat(":") {
		if seconds, ok = p.count(); !ok || seconds.digits != 2 || seconds.n > 59 {
			return duration{}, false
		}
	}
	total := float64(3600*hours.n+60*minutes.n+seconds.n) / 3600
	if negative && total != 0 {
		total = -total
	}
	return duration{hours: total}, true
}
