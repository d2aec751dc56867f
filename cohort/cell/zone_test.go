package cell

import (
	"strings"
	"testing"
)

// The day in Japan is nine hours ahead: 15:00 UTC is its midnight.
func TestInstantsAreTakenToTheDayOfTheZone(t *testing.T) {
	for in, want := range map[string]string{
		"2025-03-31T15:00:00Z": "2025-04-01*", "2025-03-31T14:59:59Z": "2025-03-31*",
		"2025-03-31T15:00:00.000Z": "2025-04-01*",
		"2025-03-31T15:30Z":        "2025-04-01*", "2025-04-01T00:00:00Z": "2025-04-01*",
		"2025-03-31T20:00:00+00:00": "2025-04-01*",
		"2025-04-01T09:00:00+09:00": "2025-04-01*", "2025-04-01T00:00:00+09:00": "2025-04-01",
		"2025-03-31T23:30:00+0900": "2025-03-31*", "2025-03-31T23:30:00+09": "2025-03-31*",
		"2025-03-31 15:00:00 UTC": "2025-04-01*", "2025-03-31 15:00:00+00:00": "2025-04-01*",
		"2025-03-31 10:00:00-05:00": "2025-04-01*", "2025-03-31T10:00-05:00": "2025-04-01*",
		"2025-03-31T23:59:00+08:00": "2025-04-01*", "2025-04-01T00:30:00+10:00": "2025-03-31*",
		"2025/03/31 15:00 GMT": "2025-04-01*", "2025/03/31 23:00 GMT+9": "2025-03-31*", "2025/03/31 15:00 JST": "2025-03-31*",
		"2025/03/31 10:00:00 午後 GMT+9": "2025-03-31*", "2025/03/31 3:00:00 午後 UTC": "2025-04-01*",
		"2025/03/31 12:30:00 午前 UTC": "2025-03-31*", "20250331T150000Z": "2025-04-01*", "20250331T1500Z": "2025-04-01*",
		"Mon Mar 31 2025 15:00:00 GMT+0900 (日本標準時)":               "2025-03-31*",
		"Mon Mar 31 2025 15:00:00 GMT+0000 (協定世界時)":               "2025-04-01*",
		"Mon Mar 31 2025 23:00:00 GMT+0900 (Japan Standard Time)": "2025-03-31*",
		"Mon, 31 Mar 2025 15:00:00 GMT":                           "2025-04-01*",
		"2025-03-31T15:00+09:00[Asia/Tokyo]":                      "2025-03-31*",
		"２０２５－０３－３１　１５：００：００　ＵＴＣ":                                 "2025-04-01*",
		// No zone: the day is as written.
		"2025-03-31T15:00:00": "2025-03-31*", "2025-03-31 23:59": "2025-03-31*", "2025/3/31 9:00": "2025-03-31*",
		// A start and an end are no zone.
		"2025/3/31 10:00-11:00": "2025-03-31*", "2025/3/31 22:00〜25:00": "2025-03-31*", "2025/3/31 10:00-11:00頃": "!C102",
		// The last day that is read ends at 15:00 UTC.
		"2100-12-31T14:59:00Z": "2100-12-31*", "2100-12-31T15:00:00Z": "!C102",
		"2025-03-31T15:00:00+15:00": "!C102", "2025-03-31T15:00:00+09:07": "!C102", "2025-03-31T15:00:00 EST": "!C102",
		"2025-03-31T15:00:00 JST+9": "!C102", "2025-02-30T15:00:00Z": "!C102", "2025-03-31T25:00:00Z": "!C102",
		"Tue Mar 31 2025 15:00:00 GMT+0900": "!C107", "Monday": "!C102", "Monthly": "!C102", "MonMar 31 2025": "!C102",
	} {
		if got := outcome(ReadDate(text(in))); got != want {
			t.Errorf("ReadDate(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestDatesInOtherZones(t *testing.T) {
	for name, want := range map[string]string{
		"Asia/Tokyo": "2025-04-01*", "UTC": "2025-03-31*", "Asia/Taipei": "2025-03-31*", "+10:00": "2025-04-01*",
		"-10:00": "2025-03-31*",
	} {
		zone, ok := ParseZone(name)
		if got := outcome(ReadDateIn(text("2025-03-31T15:00:00Z"), zone)); !ok || got != want {
			t.Errorf("in %s: %s, want %s", name, got, want)
		}
	}
	_, n, _ := ReadDateIn(text("2025-03-31T15:00:00Z"), Tokyo)
	if n == nil || !strings.Contains(n.Why.JA, "日本の日付") {
		t.Errorf("note %+v", n)
	}
}

func TestParseZone(t *testing.T) {
	for in, want := range map[string]string{
		"Asia/Tokyo": "UTC+09:00", "asia/tokyo": "UTC+09:00", "JST": "UTC+09:00", "Japan": "UTC+09:00", "UTC": "UTC+00:00",
		"GMT":    "UTC+00:00",
		"+09:00": "UTC+09:00", "+0900": "UTC+09:00", "UTC+9": "UTC+09:00", "GMT-5": "UTC-05:00", "-03:30": "UTC-03:30",
		"+14:00": "UTC+14:00",
		"＋０９：００": "UTC+09:00",
		// Zones with summer time are not known, and these are no zones.
		"America/New_York": "", "Europe/London": "", "+14:15": "", "+9": "", "9": "", "": "", "+09:00 ": "UTC+09:00",
		"+09:00x": "",
	} {
		zone, ok := ParseZone(in)
		if ok != (want != "") || ok && zone.String() != want {
			t.Errorf("ParseZone(%q) = %v %v, want %s", in, zone, ok, want)
		}
		if again, ok := ParseZone(zone.String()); !ok || again != zone {
			t.Errorf("%v reads as %v", zone, again)
		}
	}
}
