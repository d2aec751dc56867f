package cell

import "strings"

// clock takes a time of day: 10:30, T10:30:00.000Z, 10時30分, 午後3時, 10:30 PM. It reports
// whether there was one that a day has, otherwise the text is left as it was; and whether it is
// the bare 00:00:00 that programs add to a day.
func (p *scanner) clock() (midnight, ok bool) {
	before := p.s
	p.eat("T")
	half := p.half()
	hour, ok := p.count()
	if !ok || hour.n > 24 {
		p.s = before
		return false, false
	}
	minute, second, ok := p.minutes()
	if !half {
		half = p.half()
	}
	p.zone()
	if !ok || minute > 59 || second > 59 || half && hour.n > 12 || hour.n == 24 && minute+second > 0 {
		p.s = before
		return false, false
	}
	return hour.n+minute+second == 0 && !half, true
}

// half takes 午前, 午後, AM or PM.
func (p *scanner) half() bool {
	return p.eat("午前", "午後") || p.eatFold("a.m.", "p.m.", "am", "pm")
}

// minutes takes what follows the hour. An hour alone needs 時.
func (p *scanner) minutes() (minute, second int, ok bool) {
	if p.eat("時") {
		if p.eat("半") {
			return 30, 0, true
		}
		m, found := p.count()
		if !found {
			return 0, 0, true
		}
		if !p.eat("分") {
			return 0, 0, false
		}
		s, found := p.count()
		return m.n, s.n, !found || p.eat("秒")
	}
	if !p.eat(":") {
		return 0, 0, false
	}
	m, found := p.count()
	if !found || !p.eat(":") {
		return m.n, 0, found && m.digits == 2
	}
	s, found := p.count()
	if found && p.eat(".") {
		p.s = strings.TrimLeft(p.s, "0123456789")
	}
	return m.n, s.n, found
}

// zone takes the zone of an ISO time. The day stays the one that is written.
func (p *scanner) zone() {
	if p.eat("Z") {
		return
	}
	before := p.s
	if !p.eat("+", "-") {
		return
	}
	if hours, ok := p.count(); !ok || hours.digits != 2 && hours.digits != 4 {
		p.s = before
		return
	}
	if p.eat(":") {
		p.count()
	}
}
