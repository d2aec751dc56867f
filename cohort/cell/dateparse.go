package cell

import (
	"strings"
	"time"
)

var dateSeparators = []string{"/", ".", "-", ",", "・", "·"}

// parseDate takes the parts of a date from folded text. It reports false when the text has not
// the shape of a date; a date that lacks a part, or with something behind it, has the shape.
func parseDate(s string) (*dateText, bool) {
	if s == "" {
		return nil, false
	}
	p := &scanner{s}
	t := &dateText{}
	t.englishWeekday(p)
	if hasEnglishMonth(p.s) {
		return t, t.english(p)
	}
	p.eat("西暦")
	t.era = p.era()
	if ok := t.parseYear(p); !ok {
		return nil, false
	}
	if t.compact {
		return t, t.tail(p)
	}
	if p.done() {
		t.fault = dayMissing
		return t, t.era != nil || t.year.n >= 1873 && t.year.n <= 2100
	}
	return t, t.monthAndDay(p) && t.tail(p)
}

// era takes 令和, 令 or R with an optional full stop, when a year follows.
func (p *scanner) era() *era {
	for i := range eras {
		e, before := &eras[i], p.s
		if p.eat(e.name, e.short) || p.eatFold(e.letter) {
			p.eat(".")
			return e
		}
		p.s = before
	}
	return nil
}

// parseYear takes the year with what ends it, or a whole date without separators.
func (t *dateText) parseYear(p *scanner) bool {
	var ok bool
	if t.year, ok = p.year(t.era != nil); !ok {
		return false
	}
	t.kanji = t.year.kanji && t.era == nil
	compact := t.era == nil && t.year.digits == 8 || t.era != nil && t.year.digits == 6
	if compact {
		n := t.year.n
		t.compact, t.year.n, t.month, t.day = true, n/10000, n/100%100, n%100
		return true
	}
	if t.year.digits > 4 {
		return false
	}
	p.eat("年")
	return t.otherYear(p)
}

// year takes a year; 元 is year 1 of an era.
func (p *scanner) year(inEra bool) (count, bool) {
	if inEra && p.eat("元") {
		return count{n: 1, kanji: true}, true
	}
	return p.count()
}

// otherYear takes the same year in brackets, as in 2025年(令和7年)4月1日 and 2025(令和7)年4月1日.
func (t *dateText) otherYear(p *scanner) bool {
	before := p.s
	if !p.eat("(") {
		return true
	}
	other := &dateText{}
	p.eat("西暦")
	other.era = p.era()
	var ok bool
	if other.year, ok = p.year(other.era != nil); !ok || (other.era == nil) == (t.era == nil) {
		p.s = before
		return false
	}
	p.eat("年")
	if !p.eat(")") {
		return false
	}
	p.eat("年")
	t.other = other
	return true
}

// monthAndDay takes month and day behind a year. Two numbers alone are a date without a year,
// or without a day when the first can only be a year.
func (t *dateText) monthAndDay(p *scanner) bool {
	if p.eat("元日", "元旦") {
		t.month, t.day, t.word = 1, 1, true
		return true
	}
	// The number taken for the year is the month of 4月1日.
	monthFirst := t.era == nil && t.other == nil && p.eat("月")
	p.eat(dateSeparators...)
	month, ok := p.count()
	if !ok {
		return false
	}
	if monthFirst {
		p.eat("日")
		t.fault = yearMissing
		return looksShort(t.year.n, month.n)
	}
	t.month, t.kanji = month.n, t.kanji || month.kanji && t.era == nil
	if !p.eat("月") && !p.eat(dateSeparators...) || p.done() {
		return t.twoNumbers()
	}
	return t.takeDay(p)
}

// twoNumbers judges a date of two numbers.
func (t *dateText) twoNumbers() bool {
	if t.era != nil || t.other != nil || t.year.n >= 1000 {
		t.fault = dayMissing
		return t.month >= 1 && t.month <= 12
	}
	t.fault = yearMissing
	return looksShort(t.year.n, t.month)
}

func (t *dateText) takeDay(p *scanner) bool {
	switch {
	case p.eat("朔日"):
		t.day, t.word = 1, true
		return true
	case p.eat("晦日", "末日"):
		t.lastDay = true
		return true
	}
	day, ok := p.count()
	if !ok {
		return false
	}
	if day.digits == 4 && t.era == nil && t.year.n <= 31 {
		t.fault = yearLast
		return true
	}
	t.day, t.kanji = day.n, t.kanji || day.kanji && t.era == nil
	if p.space(); !strings.HasPrefix(p.s, "日曜") {
		p.eat("日")
	}
	return day.digits <= 2
}

// tail takes weekday and time of day. What is left over is a flaw.
func (t *dateText) tail(p *scanner) bool {
	if t.fault != noDateFault {
		return true
	}
	if day, ok := p.weekday(); ok {
		t.weekday, t.hasWeekday = day, true
	}
	if !p.done() {
		t.takeTime(p)
	}
	if !p.done() {
		t.remark, t.fault = p.dateRemark()
	}
	return true
}

// takeTime takes the time of day behind a date, or the start and end of what was done on it.
func (t *dateText) takeTime(p *scanner) {
	before := p.s
	t.time, t.timed = p.clock()
	if !p.done() {
		rest := scanner{before}
		if spans, ok := rest.spans(); ok && rest.done() {
			t.time, t.timed, t.spans, p.s = spans[0].start, true, spans, ""
		}
	}
	t.hasTime = t.timed && !t.time.midnight()
}

// weekdays are the names of the days of the week from Sunday on.
var weekdays = [...]struct{ kanji, middle, long, english string }{
	{"日", "日曜", "日曜日", "sunday"},
	{"月", "月曜", "月曜日", "monday"},
	{"火", "火曜", "火曜日", "tuesday"},
	{"水", "水曜", "水曜日", "wednesday"},
	{"木", "木曜", "木曜日", "thursday"},
	{"金", "金曜", "金曜日", "friday"},
	{"土", "土曜", "土曜日", "saturday"},
}

// weekday takes (火), (火曜日), (火・祝), 火曜日 or (Tue).
func (p *scanner) weekday() (time.Weekday, bool) {
	before := p.s
	bracket := p.eat("(")
	for day, name := range weekdays {
		if !p.eat(name.long, name.middle) && !(bracket && (p.eat(name.kanji) || p.eatFold(name.english, name.english[:3]))) {
			continue
		}
		if bracket {
			p.eat("・祝日", "・祝", "祝")
		}
		if !bracket || p.eat(")") {
			return time.Weekday(day), true
		}
	}
	p.s = before
	return 0, false
}
