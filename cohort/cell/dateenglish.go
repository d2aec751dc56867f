package cell

import (
	"strings"
	"time"
)

// englishWeekday takes the Mon of "Mon Mar 31 2025", as programs write it before the date.
func (t *dateText) englishWeekday(p *scanner) {
	for day, name := range weekdays {
		before := p.s
		if !p.eatFold(name.english, name.english[:3]) {
			continue
		}
		if ends := strings.HasPrefix(p.s, " "); p.eat(",", ".") || ends {
			t.weekday, t.hasWeekday = time.Weekday(day), true
		} else {
			p.s = before
		}
		return
	}
}

// english takes "April 1, 2025", "1 April 2025" and "1-Apr-2025".
func (t *dateText) english(p *scanner) bool {
	t.word = true
	if !p.month(t) {
		day, ok := p.count()
		if !ok {
			return false
		}
		t.day = day.n
		p.eat("-", "/", ".")
		if !p.month(t) {
			return false
		}
		p.eat("-", "/", ",")
	} else {
		day, ok := p.count()
		if !ok {
			return false
		}
		t.day = day.n
		p.eat(",")
	}
	var ok bool
	if t.year, ok = p.count(); !ok {
		return false
	}
	return t.tail(p)
}

// months are the English names of the months in lower case.
var months = [...]string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

// month takes the English name of a month, whole or its first three letters.
func (p *scanner) month(t *dateText) bool {
	for i, name := range months {
		if p.eatFold(name, name[:3]) {
			p.eat(".")
			t.month = i + 1
			return true
		}
	}
	return false
}

// hasEnglishMonth reports whether the first three ASCII letters of the text begin a month.
func hasEnglishMonth(s string) bool {
	start := strings.IndexFunc(s, func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' })
	if start < 0 || len(s) < start+3 {
		return false
	}
	for _, name := range months {
		if strings.EqualFold(s[start:start+3], name[:3]) {
			return true
		}
	}
	return false
}
