package cell

import "strings"

// half is the half of the day in which a time is said to lie.
type half uint8

const (
	noHalf half = iota
	morning
	afternoon
)

// A timeOfDay is a time as its text says it.
type timeOfDay struct {
	hour, minute, second int
	half                 half
	kanji                bool // 午前 or 午後, not AM or PM
	next                 bool // 翌
	words                bool // written otherwise than h:mm: 9時30分, 午後1:30, 0930, 9.30
	bare                 bool // an hour without its 時
	zoned                bool
	zone                 Zone
}

// seconds returns the time in seconds since the midnight that began the day of the work.
func (t timeOfDay) seconds() int {
	hour := t.hour
	switch {
	case t.half == morning && hour == 12:
		hour = 0
	case t.half == afternoon && hour < 12:
		hour += 12
	}
	if t.next {
		hour += 24
	}
	return 3600*hour + 60*t.minute + t.second
}

// midnight reports the bare 0:00 that programs add to a day.
func (t timeOfDay) midnight() bool {
	return t.hour+t.minute+t.second == 0 && t.half == noHalf && !t.next
}

// timeFault is why a text with the shape of a time is none.
type timeFault uint8

const (
	noTimeFault timeFault = iota
	sixtyFault            // minutes or seconds of sixty or more
	lateFault             // an hour beyond those that are read
	noonFault             // 午前12時 and 午後12時: noon or midnight
	doubleFault           // 翌25:30, 午後15:00
	noTimeShape           // not the shape of a time
)

// fault checks the time. Hours go up to maxHour; in the half of a day up to 12, on the next day to 23.
func (t timeOfDay) fault(maxHour int) timeFault {
	switch {
	case t.minute > 59 || t.second > 59:
		return sixtyFault
	case t.half != noHalf && t.hour > 12, t.next && t.hour > 23:
		return doubleFault
	case t.kanji && t.hour == 12 && t.minute+t.second == 0 && !t.zoned:
		return noonFault
	case t.seconds() > 3600*maxHour:
		return lateFault
	}
	return noTimeFault
}

// clock takes a time of day behind a date: 10:30, T10:30:00.000Z, 10時30分, 午後3時, 10:30 PM. It
// reports whether there was one that a day has; otherwise the text is left as it was.
func (p *scanner) clock() (timeOfDay, bool) {
	before := p.s
	iso := p.eat("T")
	t, ok := p.isoTime(iso)
	if !ok {
		t, ok = p.timeOfDay()
	}
	if !ok || t.bare {
		p.s = before
		return t, false
	}
	t.zone, t.zoned = p.zone(iso || t.second > 0 || strings.Count(strings.TrimSuffix(before, p.s), ":") > 1)
	// Which half 午前12時 is in does not matter to its day.
	if flaw := t.fault(24); flaw != noTimeFault && flaw != noonFault || t.next {
		p.s = before
		return t, false
	}
	return t, true
}

// isoTime takes the 150000 or 1500 of 20250331T150000Z.
func (p *scanner) isoTime(iso bool) (timeOfDay, bool) {
	digits, end := asciiDigits(p.s, 0)
	if !iso || end != 4 && end != 6 {
		return timeOfDay{}, false
	}
	p.s = p.s[end:]
	n, _ := shortInt(digits+"00", 0, 6)
	return timeOfDay{hour: n / 10000, minute: n / 100 % 100, second: n % 100}, true
}

// timeOfDay takes a time of day, its half and the word for the next day before or behind it.
func (p *scanner) timeOfDay() (t timeOfDay, ok bool) {
	t.next = p.nextDay()
	if p.eat("正午") {
		t.hour, t.words = 12, true
		return t, true
	}
	t.takeHalf(p)
	hour, ok := p.count()
	if !ok || hour.digits > 2 {
		return t, false
	}
	t.hour, t.words = hour.n, t.next || t.half != noHalf || hour.kanji
	if !t.minutes(p) {
		return t, false
	}
	if t.half == noHalf {
		t.takeHalf(p)
	}
	if !t.next && p.eat("(翌日)", "(翌)") {
		t.next, t.words = true, true
	}
	return t, true
}

// nextDay takes a word for the day after.
func (p *scanner) nextDay() bool {
	return p.eat("翌日の", "翌日", "翌朝", "翌", "次の日") || p.eat("(翌日)", "(翌)")
}

// takeHalf takes 午前, 午後, AM or PM.
func (t *timeOfDay) takeHalf(p *scanner) {
	switch {
	case p.eat("午前"):
		t.half, t.kanji = morning, true
	case p.eat("午後"):
		t.half, t.kanji = afternoon, true
	case p.eatFold("a.m.", "am"):
		t.half = morning
	case p.eatFold("p.m.", "pm"):
		t.half = afternoon
	default:
		return
	}
	t.words = true
}

// minutes takes what follows the hour. An hour without a unit is bare, unless its half is said.
func (t *timeOfDay) minutes(p *scanner) bool {
	if p.eat("時") {
		t.words = true
		return !strings.HasPrefix(p.s, "間") && t.wordMinutes(p)
	}
	if !p.eat(":") {
		t.bare = t.half == noHalf && !p.halfAhead()
		return true
	}
	m, ok := p.count()
	if !ok || m.digits != 2 {
		return false
	}
	if t.minute = m.n; !p.eat(":") {
		return true
	}
	s, ok := p.count()
	if ok && p.eat(".") {
		p.s = strings.TrimLeft(p.s, "0123456789")
	}
	t.second = s.n
	return ok && !s.kanji && s.digits <= 2
}

// halfAhead reports 9 PM.
func (p *scanner) halfAhead() bool {
	ahead, t := scanner{p.s}, timeOfDay{}
	t.takeHalf(&ahead)
	return t.half != noHalf
}

// wordMinutes takes 30分, 30分15秒, 半 or nothing behind 9時.
func (t *timeOfDay) wordMinutes(p *scanner) bool {
	if p.eat("半") {
		t.minute = 30
		return true
	}
	m, found := p.count()
	if !found {
		return true
	}
	if t.minute = m.n; !p.eat("分") {
		return m.digits == 2 // 9時30
	}
	before := p.s
	s, found := p.count()
	if found && p.eat("秒") {
		t.second = s.n
		return true
	}
	p.s = before
	return true
}
