package cell

import (
	"math"
	"strings"
)

// duration is a length of time as its text says it.
type duration struct {
	hours   float64
	dressed bool // a unit was taken off
	kanji   bool
}

var (
	hourWords   = []string{"時間", "hours", "hour", "hrs", "hr", "h"}
	minuteWords = []string{"分間", "分", "minutes", "minute", "mins", "min", "m"}
	secondWords = []string{"秒間", "秒", "seconds", "second", "secs", "sec", "s"}
)

// parseHours reads folded text: h:mm, h:mm:ss, PT1H30M, or numbers with units, or a number.
func parseHours(s string) (duration, bool) {
	p := &scanner{s}
	if d, ok := p.colonTime(); ok {
		d.dressed = p.eatFold(hourWords...)
		return d, p.done()
	}
	p.s = s
	negative := p.eat("-")
	iso := p.eat("PT", "P0DT")
	first, ok := p.part()
	if !ok || p.done() && first.kanji || iso && p.done() {
		return duration{}, false
	}
	d := duration{hours: first.value, kanji: first.kanji}
	if !p.done() {
		d.hours, d.dressed = p.unitsAfter(first)
		if !d.dressed {
			return duration{}, false
		}
	}
	if negative && d.hours != 0 {
		d.hours = -d.hours
	}
	return d, p.done()
}

// unitsAfter takes the unit behind a number, and the smaller units behind it, and returns the hours.
func (p *scanner) unitsAfter(first amount) (hours float64, ok bool) {
	switch {
	case p.eatFold(hourWords...):
		minutes, ok := p.minutesAfterHours(first)
		return first.value + float64(minutes/60), ok
	case p.eatFold(minuteWords...):
		seconds, ok := p.secondsAfterMinutes(first)
		return (float64(60*first.value) + seconds) / 3600, ok
	case p.eatFold(secondWords...):
		return first.value / 3600, true
	}
	return 0, false
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

// minutesAfterHours takes 30分, 30m, 30分15秒, 半 or nothing behind whole hours. The unit of the minutes
// may be left out.
func (p *scanner) minutesAfterHours(hours amount) (float64, bool) {
	whole := hours.value == math.Trunc(hours.value)
	if p.eat("半") {
		return 30, whole
	}
	if p.done() {
		return 0, true
	}
	minutes, ok := p.part()
	if !ok || !whole || minutes.value >= 60 {
		return 0, false
	}
	if !p.eatFold(minuteWords...) {
		return minutes.value, true
	}
	seconds, ok := p.secondsAfterMinutes(minutes)
	return (float64(60*minutes.value) + seconds) / 60, ok
}

// secondsAfterMinutes takes 15秒, 15s or nothing behind minutes.
func (p *scanner) secondsAfterMinutes(minutes amount) (float64, bool) {
	if p.done() {
		return 0, true
	}
	seconds, ok := p.part()
	whole := minutes.value == math.Trunc(minutes.value)
	return seconds.value, ok && whole && seconds.value < 60 && p.eatFold(secondWords...)
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

// commaDecimal reports 1,5.
func commaDecimal(s string) bool {
	whole, fraction, ok := strings.Cut(s, ",")
	_, end := asciiDigits(whole, 0)
	_, fractionEnd := asciiDigits(fraction, 0)
	return ok && end > 0 && end == len(whole) && fractionEnd > 0 && fractionEnd == len(fraction)
}
