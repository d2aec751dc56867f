package cell

import (
	"strconv"
	"strings"

	"pilot90/cohort/lang"
)

// A Zone is a fixed distance from UTC in seconds, east positive. Summer time is not known: rules for
// it would come from the machine that reads, and the same file must give the same day on each.
type Zone int32

// Tokyo is the zone of a ledger that names none; Japan has no summer time.
const Tokyo Zone = 9 * 3600

// maxZone is the farthest zone from UTC that there is, in seconds.
const maxZone = 14 * 3600

// zones are the names of zones without summer time that a hub may give, in lower case.
var zones = map[string]Zone{
	"asia/tokyo": Tokyo, "japan": Tokyo, "jst": Tokyo, "日本時間": Tokyo, "日本標準時": Tokyo, "asia/seoul": Tokyo,
	"utc": 0, "gmt": 0, "z": 0, "etc/utc": 0, "etc/gmt": 0, "協定世界時": 0,
	"asia/taipei": 8 * 3600, "asia/shanghai": 8 * 3600, "asia/hong_kong": 8 * 3600, "asia/singapore": 8 * 3600,
	"asia/manila": 8 * 3600, "asia/bangkok": 7 * 3600, "asia/ho_chi_minh": 7 * 3600, "asia/jakarta": 7 * 3600,
	"asia/kolkata": 5*3600 + 1800, "pacific/honolulu": -10 * 3600,
}

// ParseZone reads the name of a zone (Asia/Tokyo, JST, UTC) or its distance from UTC (+09:00,
// UTC+9, GMT+0900). It is false for a zone with summer time and for what is no zone.
func ParseZone(name string) (Zone, bool) {
	s, _ := fold(name)
	if z, ok := zones[strings.ToLower(s)]; ok {
		return z, true
	}
	p := &scanner{s}
	z, ok := p.zone(true)
	return z, ok && p.done()
}

// String returns the zone as UTC+09:00.
func (z Zone) String() string {
	sign, n := "+", int(z)
	if n < 0 {
		sign, n = "-", -n
	}
	return "UTC" + sign + twoDigits(n/3600) + ":" + twoDigits(n/60%60)
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// civil returns the day and the second of the day in the zone when it is so many seconds past
// midnight of a day in another.
func (z Zone) civil(d Day, seconds int, other Zone) (Day, int) {
	seconds += int(z) - int(other)
	for ; seconds < 0; d-- {
		seconds += daySeconds
	}
	return d + Day(seconds/daySeconds), seconds % daySeconds
}

// daySeconds is the length of a day.
const daySeconds = 86400

// whyZone is the reason of the note on an instant that was taken to the day of the zone.
func (z Zone) whyZone() lang.Text {
	if z == Tokyo {
		return lang.Text{JA: "時差のついた日時を日本の日付に直しました", EN: "a time stamp was taken to its day in Japan"}
	}
	return lang.Text{
		JA: "時差のついた日時を " + z.String() + " の日付に直しました",
		EN: "a time stamp was taken to its day in " + z.String(),
	}
}

// zone takes the zone behind a time of day: Z, UTC, JST, +09:00, +0900, GMT+9 and its name in brackets
// behind it. A minus without a word before it is a zone only when sure says that the text is an
// instant: 10:00-11:00 has a start and an end. It reports whether there was a zone.
func (p *scanner) zone(sure bool) (Zone, bool) {
	before := p.s
	z, ok := p.zoneWord()
	word := ok
	if p.eat("+") || (sure || word) && p.eat("-") {
		minus := strings.HasSuffix(strings.TrimSuffix(before, p.s), "-")
		distance, found := p.zoneDistance(word)
		if !found || word && z != 0 {
			p.s = before
			return 0, false
		}
		if z, ok = distance, true; minus {
			z = -distance
		}
	}
	if ok {
		p.zoneName()
	}
	return z, ok
}

// zoneWord takes Z, UTC, GMT or JST.
func (p *scanner) zoneWord() (Zone, bool) {
	switch {
	case p.eat("日本時間", "日本標準時"), p.eatFold("jst"):
		return Tokyo, true
	case p.eatFold("utc", "gmt", "z"):
		return 0, true
	}
	return 0, false
}

// zoneDistance takes 09, 0900 or 09:00, and 9 behind a word.
func (p *scanner) zoneDistance(word bool) (Zone, bool) {
	n, ok := p.count()
	if !ok || n.digits != 2 && n.digits != 4 && (n.digits != 1 || !word) {
		return 0, false
	}
	hours, minutes := n.n, 0
	if n.digits == 4 {
		hours, minutes = n.n/100, n.n%100
	} else if p.eat(":") {
		m, ok := p.count()
		if !ok || m.digits != 2 {
			return 0, false
		}
		minutes = m.n
	}
	z := Zone(3600*hours + 60*minutes)
	return z, minutes%15 == 0 && minutes < 60 && z <= maxZone
}

// zoneName takes the name of a zone behind its distance: (日本標準時), (Japan Standard Time), [Asia/Tokyo].
func (p *scanner) zoneName() {
	p.space()
	for _, pair := range []string{"()", "[]"} {
		rest, open := strings.CutPrefix(p.s, pair[:1])
		name, rest, closed := strings.Cut(rest, pair[1:])
		if open && closed && !strings.ContainsAny(name, "0123456789()[]") && knownZoneName(name) {
			p.s = rest
		}
	}
}

// knownZoneName reports the words with which programs name zones.
func knownZoneName(name string) bool {
	name = strings.ToLower(name)
	_, known := zones[strings.TrimSpace(name)]
	return known || strings.Contains(name, "標準時") || strings.Contains(name, "世界時") ||
		strings.HasSuffix(name, "time") || strings.Contains(name, "/")
}
