package cell

import (
	"strconv"
	"strings"

	"pilot90/cohort/lang"
)

// MaxClock is the latest time that is read, 36:00 of the day on which the work began, in seconds.
const MaxTimeOfDay = maxClockHour * 3600

const maxClockHour = 36

// A Clock is a point in time at which work began or ended.
type TimeOfDay struct {
	// Seconds since the midnight that began the day of the work, 0 to MaxClock: 25:30 and 翌1:30 are 91800.
	Seconds int
	Next    bool // the cell says that the time lies on the next day: 翌1:30
	Day     Day  // the day in the cell, when HasDay
	HasDay  bool
}

// String returns the time as 9:00, 25:30 or 9:00:15.
func (c TimeOfDay) String() string {
	s := strconv.Itoa(c.Seconds/3600) + ":" + twoDigits(c.Seconds/60%60)
	if c.Seconds%60 != 0 {
		s += ":" + twoDigits(c.Seconds%60)
	}
	return s
}

var clockForm = form{
	code:     CodeClock,
	expected: lang.Text{JA: "時刻", EN: "a time of day"},
	fix: lang.Text{
		JA: "9:00 のように、時と分を「:」で区切って書いてください。日付をまたぐときは 25:30 または 翌1:30 と書きます。",
		EN: "Write hours and minutes with a colon, such as 9:00; past midnight write 25:30 or 翌1:30.",
	},
	optional: lang.Text{JA: "時刻が分からないときは空欄にしてください。", EN: "Leave the cell blank if the time is not known."},
}

var (
	whyNextDay = lang.Text{
		JA: "「翌」のついた時刻を、始めた日の24時より後の時刻として読みました",
		EN: "a time of the next day was read as one past 24:00",
	}
	whyClockWords = lang.Text{JA: "時刻の書き方を 9:00 の形に直しました", EN: "the time was put in the form 9:00"}
	whyHalfDay    = lang.Text{JA: "午前・午後を24時間の時刻に直しました", EN: "the half of the day was converted"}
)

// ReadTimeOfDay reads a time of day: 9:00, 9時30分, 午後1:30, 25:30, 翌1:30, an Excel time, or a day with
// a time, whose day is then that in zone. bare is what a number without a unit is: under
// UnitHours 9 is 9:00, under UnitHMM 30 is 0:30, under UnknownUnit both are faults; 930 and
// 0930 are 9:30 under each. Times after MaxClock are faults.
func ReadTimeOfDay(v Value, bare UnitKind, zone Zone) (TimeOfDay, *Note, *Fault) {
	if v.Kind == Text {
		if seconds, ok := colonClock(v.Text); ok {
			return TimeOfDay{Seconds: seconds}, nil, nil
		}
	}
	if fault := clockForm.unreadable(v); fault != nil {
		return TimeOfDay{}, nil, fault
	}
	switch {
	case v.Kind == Number && v.Format == Plain:
		return plainClock(v, bare)
	case v.Kind == Number:
		return excelClock(v)
	case v.Kind != Text:
		return TimeOfDay{}, nil, clockForm.reject(v, lang.Text{})
	}
	return clockOfText(v, bare, zone)
}

// colonClock reads 9:00, 09:00 and 25:30 and nothing else, without allocating.
func colonClock(s string) (seconds int, ok bool) {
	hour, i := shortInt(s, 0, 2)
	if i == 0 || i+3 != len(s) || s[i] != ':' {
		return 0, false
	}
	minute, end := shortInt(s, i+1, 2)
	seconds = 3600*hour + 60*minute
	return seconds, end == len(s) && minute < 60 && seconds <= MaxTimeOfDay
}

// clockOfText reads a text that is not simply 9:00.
func clockOfText(v Value, bare UnitKind, zone Zone) (TimeOfDay, *Note, *Fault) {
	s, changed := fold(v.Text)
	if isPlainNumber(s) {
		return digitClock(v, s, bare)
	}
	t, flaw := parseClock(s)
	if flaw == noTimeShape {
		if c, n, f, ok := dayAndClock(v, s, zone); ok {
			return c, n, f
		}
		if digits, found := unlook(s); found {
			if _, flaw := parseClock(digits); flaw == noTimeFault {
				return TimeOfDay{}, nil, clockForm.lookalike(v, digits)
			}
		}
	}
	if flaw != noTimeFault {
		return TimeOfDay{}, nil, clockFault(v, s, t, flaw)
	}
	c := TimeOfDay{Seconds: t.seconds(), Next: t.next}
	if why := t.why(changed); !why.Empty() {
		return c, note(v, c.String(), why), nil
	}
	return c, nil, nil
}

// parseClock reads folded text as one time of day.
func parseClock(s string) (timeOfDay, timeFault) {
	p := &scanner{s}
	t, ok := p.timeOfDay()
	if !ok || t.bare || !p.done() {
		return t, noTimeShape
	}
	return t, t.fault(maxClockHour)
}

// why returns what was done to the text of a time beyond white space, the weightiest thing first.
func (t timeOfDay) why(changed bool) lang.Text {
	switch {
	case t.next:
		return whyNextDay
	case t.half != noHalf:
		return whyHalfDay
	case t.words:
		return whyClockWords
	case changed:
		return whyWidth
	}
	return lang.Text{}
}

// dayAndClock reads a text with a day and a time; ok is false for one that has not both.
func dayAndClock(v Value, s string, zone Zone) (TimeOfDay, *Note, *Fault, bool) {
	t, ok := parseDate(s)
	if !ok || !t.timed || t.fault != noDateFault || len(t.spans) > 0 {
		return TimeOfDay{}, nil, nil, false
	}
	if t.time.fault(24) == noonFault {
		return TimeOfDay{}, nil, clockFault(v, s, t.time, noonFault), true
	}
	d, fault := t.resolve(v)
	if fault != nil {
		return TimeOfDay{}, nil, fault, true
	}
	c := TimeOfDay{Seconds: t.time.seconds(), Day: d, HasDay: true}
	if !t.abroad(zone) {
		return c, nil, nil, true
	}
	if c.Day, c.Seconds = zone.civil(d, c.Seconds, t.time.zone); c.Day < MinDay || c.Day > MaxDay {
		return TimeOfDay{}, nil, clockForm.reject(v, whyYearRange), true
	}
	return c, note(v, c.Day.String()+" "+c.String(), zone.whyZone()), nil, true
}

// clockFault is the fault of a text that is no time of day, or one that cannot be told.
func clockFault(v Value, s string, t timeOfDay, flaw timeFault) *Fault {
	switch flaw {
	case sixtyFault:
		return clockForm.reject(v, lang.Text{JA: "分と秒は59までです。", EN: "Minutes and seconds go up to 59."})
	case lateFault:
		return clockForm.reject(v, lang.Text{
			JA: "始めた日の0時から36:00（翌日の正午）までの時刻だけを読みます。",
			EN: "Only times up to 36:00, noon of the next day, are read.",
		})
	case doubleFault:
		return clockForm.reject(v, lang.Text{
			JA: "午前・午後は12時まで、「翌」は23:59までの時刻につけます。",
			EN: "A half of the day has hours up to 12, the next day up to 23:59.",
		})
	case noonFault:
		noon, night := "12:00", "24:00"
		if t.half == morning {
			night = "0:00"
		}
		return clockForm.reject(v, lang.Text{
			JA: "昼の12時か夜の12時か分かりません。",
			EN: "It may be noon or midnight.",
		}, noon, night)
	}
	return clockForm.reject(v, clockReason(s))
}

// clockReason looks for a usual slip.
func clockReason(s string) lang.Text {
	if _, ok := parseHours(s); ok {
		return lang.Text{JA: "時間の長さではなく、時刻を書いてください。", EN: "Write a time of day, not a length of time."}
	}
	if d, ok := parseDate(s); ok && d.fault == noDateFault && !d.timed {
		return lang.Text{JA: "日付だけで、時刻がありません。", EN: "There is a day but no time."}
	}
	if spans, ok := parseSpans(s); ok && len(spans) > 0 || strings.ContainsAny(s, "~〜") {
		return lang.Text{
			JA: "1つのセルに始めと終わりの両方があります。始めと終わりの列に分けて書いてください。",
			EN: "It has both a start and an end; write them in columns of their own.",
		}
	}
	return lang.Text{}
}
