package cell

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"pilot90/cohort/lang"
)

// checkClock checks what holds of every time.
func checkClock(t *testing.T, s string, c TimeOfDay) {
	t.Helper()
	dayRead := !c.HasDay || c.Day >= MinDay && c.Day <= MaxDay
	if c.Seconds < 0 || c.Seconds > MaxTimeOfDay || c.Next && c.Seconds < daySeconds || !dayRead {
		t.Errorf("%q = %+v", s, c)
	}
}

func FuzzClock(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, bare := range []UnitKind{UnknownUnit, UnitHours, UnitHMM} {
			read := func(v Value) (TimeOfDay, *Note, *Fault) { return ReadTimeOfDay(v, bare, Tokyo) }
			c, _, fault := same(t, s, read)
			if fault != nil {
				continue
			}
			checkClock(t, s, c)
			if c.HasDay = false; !c.Next {
				again(t, s, TimeOfDay{Seconds: c.Seconds}, c.String(), read)
			}
		}
		spans, n, fault := ReadSpans(text(s))
		checkShape(t, s, n, fault)
		for _, span := range spans {
			checkClock(t, s, span.Start)
			checkClock(t, s, span.End)
		}
		checkWorked(t, s, spans)
		rest, _, fault := same(t, s, func(v Value) (int, *Note, *Fault) { return ReadRest(v, Unit{}) })
		if fault == nil && (rest < 0 || rest > maxRest*3600) {
			t.Errorf("%q is a rest of %d seconds", s, rest)
		}
	})
}

// checkWorked checks what holds of all work: up to a day, and a rest takes off what it lasts.
func checkWorked(t *testing.T, s string, spans []Span) {
	t.Helper()
	for _, paired := range []bool{false, true} {
		hours, at, n, fault := Worked(spans, 0, paired)
		checkShape(t, s, n, fault)
		if !(hours >= 0 && hours <= 24) || at < 0 || at > len(spans) || len(spans) == 0 && fault == nil {
			t.Errorf("%q is %v hours at %d", s, hours, at)
		}
		if less, _, _, restFault := Worked(spans, 60,
			paired); fault == nil && restFault == nil && math.Abs(hours-less-1.0/60) > 1e-12 {
			t.Errorf("%q is %v hours, less a minute %v", s, hours, less)
		}
	}
}

func FuzzInstant(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		home, _, homeFault := ReadDate(text(s))
		for _, zone := range []Zone{0, -maxZone, maxZone} {
			read := func(v Value) (Day, *Note, *Fault) { return ReadDateIn(v, zone) }
			d, _, fault := same(t, s, read)
			switch {
			case fault == nil && (d < MinDay || d > MaxDay):
				t.Errorf("%q = %v", s, d)
			case fault == nil && homeFault == nil && (d-home > 1 || home-d > 1):
				t.Errorf("%q = %v in Japan, %v in %v", s, home, d, zone)
			case fault == nil:
				again(t, s, d, d.String(), read)
			}
		}
		if zone, ok := ParseZone(s); ok && (zone > maxZone || zone < -maxZone) {
			t.Errorf("%q is the zone %v", s, zone)
		}
		checkMonths(t, s)
	})
}

// checkMonths tries the reader of months.
func checkMonths(t *testing.T, s string) {
	t.Helper()
	m, _, fault := same(t, s, ReadMonth)
	if fault == nil {
		if m.Month < 1 || m.Month > 12 || m.Year != 0 && (m.Year < MinYear || m.Year > MaxYear) {
			t.Errorf("%q = %v", s, m)
		}
		again(t, s, m, m.String(), ReadMonth)
	}
}

// timeUnits are the kinds that ReadHoursIn knows, and those that it does not.
var timeUnits = []Unit{
	{}, {Kind: UnitHours, Factor: 1}, {Kind: UnitMinutes}, {Kind: UnitSeconds}, {Kind: UnitBase60}, {Kind: UnitHMM},
	{Kind: UnitMinSec, Text: "分:秒"},
	{Kind: UnitColon, Text: "h:mm"}, {Kind: UnitStep, Factor: 15, Text: "15分単位"},
	{Kind: UnitLessons, Factor: 1.5}, UnitOf(TimeMeasure, "コマ"), UnitOf(TimeMeasure, "予定"),
}

func FuzzUnit(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for m := TimeMeasure; m <= CountMeasure; m++ {
			checkUnit(t, m, UnitOf(m, s))
			for _, u := range HeadingUnits(m, s) {
				checkUnit(t, m, u)
			}
		}
		for _, u := range RemarkUnits(s) {
			checkUnit(t, u.Measure, u.Unit)
		}
		for _, u := range timeUnits {
			h, _, fault := same(t, s, func(v Value) (float64, *Note, *Fault) { return ReadHoursIn(v, u, NonNegative) })
			if !(h >= 0) || math.IsInf(h,
				0) || math.Signbit(h) || fault == nil && u.Kind == UnitLessons && u.Factor == 0 && isPlainNumber(s) {
				t.Errorf("%q = %v in %q", s, h, u.Text)
			}
		}
		LooksBase60(strings.Fields(s))
		LooksLikeDayParts(strings.Fields(s))
	})
}

// checkUnit checks what holds of every unit.
func checkUnit(t *testing.T, m Measure, u Unit) {
	t.Helper()
	if !(u.Factor >= 0) || math.IsInf(u.Factor, 0) || u.Why.Empty() != u.Fix.Empty() ||
		u.Kind == UnknownUnit && u.Readable() {
		t.Errorf("%+v", u)
	}
	for _, text := range []lang.Text{u.Why, u.Fix, {JA: u.Text, EN: u.Text}} {
		if both := text.JA + text.EN; !utf8.ValidString(both) || strings.ContainsAny(both, "\n\r\x00") ||
			(text.JA == "") != (text.EN == "") {
			t.Errorf("text %+q", text)
		}
	}
	again := UnitOf(m, u.Text)
	if !strings.HasSuffix(u.Text, "…") && (again.Kind != u.Kind || again.Factor != u.Factor) {
		t.Errorf("%+v reads again as %+v", u, again)
	}
}

func FuzzName(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, key := range []func(string) string{NameKey, ClientKey} {
			if k := key(s); key(k) != k || !utf8.ValidString(k) {
				t.Errorf("%q has the key %q, and that %q", s, k, key(k))
			}
		}
		for _, other := range []string{"青木と井上", "上田栞 (0123)", "㈱信濃精機", "髙橋 﨑〜", "か\u3099"} {
			if NearName(s, other) != NearName(other, s) || NearClient(s, other) != NearClient(other, s) {
				t.Errorf("%q and %q are near one way only", s, other)
			}
			if NearName(s, other) && NameKey(s) == NameKey(other) || NearName(s, s) || NearClient(s, s) {
				t.Errorf("%q and %q are equal and near", s, other)
			}
		}
	})
}

// checkStoredTimes tries stored numbers on the readers of times.
func checkStoredTimes(t *testing.T, v Value) {
	t.Helper()
	for _, bare := range []UnitKind{UnknownUnit, UnitHours, UnitHMM} {
		c, note, fault := ReadTimeOfDay(v, bare, Tokyo)
		checkShape(t, v.Text, note, fault)
		checkClock(t, v.Text, c)
	}
	for _, u := range timeUnits {
		h, note, fault := ReadHoursIn(v, u, NonNegative)
		checkShape(t, v.Text, note, fault)
		rest, note, restFault := ReadRest(v, u)
		checkShape(t, v.Text, note, restFault)
		if !(h >= 0) || math.IsInf(h, 0) || fault == nil && v.Format == Date || rest < 0 || rest > maxRest*3600 {
			t.Errorf("%+v = %v hours, a rest of %d s in %q", v, h, rest, u.Text)
		}
	}
	m, note, fault := ReadMonth(v)
	checkShape(t, v.Text, note, fault)
	if fault == nil && (m.Month < 1 || m.Month > 12) {
		t.Errorf("%+v = %v", v, m)
	}
}
