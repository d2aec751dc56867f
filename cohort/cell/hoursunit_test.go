package cell

import (
	"strings"
	"testing"
)

// 20 / 60 = 0.3333…; 1 h 30 = 1.5; 2 h 45 = 2.75; 50 / 60 = 0.8333…; 15 / 3600 = 0.0041666…
func TestReadHoursIn(t *testing.T) {
	for _, tt := range []struct {
		unit UnitKind
		in   Value
		want string
	}{
		{UnitMinutes, text("15"), "0.25*"}, {UnitMinutes, number(20), "0.3333333333333333*"},
		{UnitMinutes, text("１５"), "0.25*"},
		{UnitMinutes, text("1,200"), "20*"}, {UnitMinutes, text("7.5"), "0.125*"}, {UnitMinutes, text("0"), "0*"},
		{UnitMinutes, text("-5"), "!C111"},
		{UnitMinutes, text("15分"), "0.25*"}, {UnitMinutes, text("1:30"), "1.5*"}, {UnitMinutes, text("1時間"), "1*"},
		{UnitMinutes, text("15※"), "0.25*"},
		{UnitMinutes, timeCell(0.03125), "0.75*"}, {UnitMinutes, text("未定"), "!C109"}, {UnitMinutes, text("1O"), "!C112"},
		{UnitMinutes, text(""), "!C101"},
		{UnitSeconds, text("15"), "0.004166666666666667*"}, {UnitSeconds, text("3600"), "1*"},
		{UnitSeconds, text("01:00:00"), "1*"},

		{UnitBase60, text("1.30"), "1.5*"}, {UnitBase60, text("2.45"), "2.75*"},
		{UnitBase60, text("0.50"), "0.8333333333333334*"},
		{UnitBase60, text("1.3"), "1.5*"}, {UnitBase60, number(1.3), "1.5*"},
		{UnitBase60, number(0.5), "0.8333333333333334*"}, {UnitBase60, number(2), "2*"},
		{UnitBase60, number(1.15), "1.25*"}, {UnitBase60, number(4.3), "4.5*"}, {UnitBase60, number(0.1 + 0.2), "0.5*"},
		{UnitBase60, text("1.05"), "1.0833333333333333*"},
		{UnitBase60, text("0.75"), "!C109"}, {UnitBase60, text("1.60"), "!C109"},
		{UnitBase60, text("1.59"), "1.9833333333333334*"}, {UnitBase60, text("1.333"), "!C109"},
		{UnitBase60, text("-1.30"), "!C111"}, {UnitBase60, text("1:30"), "1.5*"}, {UnitBase60, timeCell(0.0625), "1.5*"},
		{UnitBase60, number(1e300), "!C109"},

		{UnitHMM, text("130"), "1.5*"}, {UnitHMM, number(45), "0.75*"}, {UnitHMM, text("0130"), "1.5*"},
		{UnitHMM, number(175), "!C109"},
		{UnitHMM, number(1.5), "!C109"}, {UnitHMM, text("1:30"), "1.5*"}, {UnitHMM, number(0), "0*"},
		{UnitHMM, number(1e300), "!C109"},

		{UnitMinSec, text("15:30"), "0.25833333333333336*"}, {UnitMinSec, text("90:00"), "1.5*"},
		{UnitMinSec, text("1:15:30"), "1.2583333333333333*"},
		{UnitMinSec, text("15"), "!C109"}, {UnitMinSec, text("15:75"), "!C109"}, {UnitMinSec, text("15:3"), "!C109"},
		{UnitMinSec, text("90分"), "1.5*"},
		{UnitMinSec, timeCell(0.645833333333333), "!C109"}, {UnitMinSec, timeCell(930.0 / 86400), "0.25833333333333336"},
		{UnitMinSec, timeCell(0), "0"},

		{UnitColon, text("1:30"), "1.5"}, {UnitColon, text("1.5"), "!C109"}, {UnitColon, timeCell(0.0625), "1.5"},
		{UnitColon, text("90分"), "1.5*"},
		{UnitHours, text("1.5"), "1.5"}, {UnknownUnit, text("1.5"), "1.5"}, {UnitHours, text("1:30"), "1.5"},
		{UnitHours, text("1,5"), "!C109"}, {UnitMinutes, text("1,5"), "!C109"},
	} {
		if got := outcome(ReadHoursIn(tt.in, Unit{Kind: tt.unit}, NonNegative)); got != tt.want {
			t.Errorf("ReadHoursIn(%+v, %d) = %s, want %s", tt.in, tt.unit, got, tt.want)
		}
	}
}

// A lesson has no length of its own; one of 90 minutes has.
func TestReadHoursInUnitsOfTheirOwnLength(t *testing.T) {
	known, unknown := UnitOf(TimeMeasure, "1コマ90分"), UnitOf(TimeMeasure, "コマ")
	if got := outcome(ReadHoursIn(text("2"), known, NonNegative)); got != "3*" {
		t.Errorf("2 lessons of 90 minutes = %s", got)
	}
	_, _, f := ReadHoursIn(text("2"), unknown, NonNegative)
	if f == nil || f.Code != CodeHours || !strings.Contains(f.Message.JA, "コマ") || !strings.Contains(f.Fix.JA, "コマ") {
		t.Errorf("2 lessons: %+v", f)
	}
	if got := outcome(ReadHoursIn(text("90分"), unknown, NonNegative)); got != "1.5*" {
		t.Errorf("90分 in a column of lessons = %s", got)
	}
	step := UnitOf(TimeMeasure, "15分単位")
	for in, want := range map[string]string{"0.25": "0.25", "1.5": "1.5", "15": "!C109", "90": "!C109", "1:15": "1.25"} {
		if got := outcome(ReadHoursIn(text(in), step, NonNegative)); got != want {
			t.Errorf("%s in steps of 15 minutes = %s, want %s", in, got, want)
		}
	}
}

func TestHoursUnitMessages(t *testing.T) {
	_, _, f := ReadHoursIn(text("0.75"), Unit{Kind: UnitBase60}, NonNegative)
	if f == nil || !strings.Contains(f.Message.JA, "75 が60以上") {
		t.Errorf("0.75: %+v", f)
	}
	_, n, _ := ReadHoursIn(text("20"), Unit{Kind: UnitMinutes}, NonNegative)
	if n == nil || n.Text.JA != "20 → 0.3333時間 と読みました" || !strings.Contains(n.Why.JA, "分") {
		t.Errorf("20 minutes: %+v", n)
	}
	if _, _, f := ReadHours(text("1,5"), NonNegative); f == nil || !strings.Contains(f.Message.JA, "小数点") {
		t.Errorf("1,5: %+v", f)
	}
}

// 15 under the format 0":"00 is shown as 0:15, a quarter of an hour; 130 under 0"."00 as 1.30.
func TestHoursShownOtherwise(t *testing.T) {
	for _, tt := range []struct {
		number float64
		shown  string
		want   string
	}{
		{15, "0:15", "0.25*"}, {130, "1:30", "1.5*"}, {0, "0:00", "0*"}, {175, "1:75", "!C109"}, {130, "1.30", "!C109"},
		{2, "2.0", "2"}, {1.5, "1.5", "1.5"},
	} {
		v := Value{Kind: Number, Number: tt.number, Text: tt.shown}
		if got := outcome(ReadHours(v, NonNegative)); got != tt.want {
			t.Errorf("%v shown as %s = %s, want %s", tt.number, tt.shown, got, tt.want)
		}
		if got := outcome(ReadHoursIn(v, Unit{Kind: UnitHours}, NonNegative)); got != tt.want {
			t.Errorf("in hours, %v shown as %s = %s, want %s", tt.number, tt.shown, got, tt.want)
		}
	}
}

func TestDurations(t *testing.T) {
	for in, want := range map[string]string{
		"PT1H30M": "1.5*", "PT45M": "0.75*", "PT1H": "1*", "PT30S": "0.008333333333333333*",
		"PT1H30M15S": "1.5041666666666667*", "PT": "!C109", "PT1": "!C109",
		"1h 30m": "1.5*", "90 min": "1.5*", "01:30:00": "1.5", "1:30h": "1.5*", "1:30時間": "1.5*",
		"1h 30m 15s": "1.5041666666666667*",
		"1時間30分15秒":  "1.5041666666666667*", "90分30秒": "1.5083333333333333*", "5400秒": "1.5*", "5400s": "1.5*",
		"30分60秒": "!C109",
		"1時間60分": "!C109", "1時間59分": "1.9833333333333334*", "1.5分30秒": "!C109",
	} {
		if got := outcome(ReadHours(text(in), NonNegative)); got != want {
			t.Errorf("ReadHours(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestLooksBase60(t *testing.T) {
	for in, want := range map[string]bool{
		"1.30 2.45 0.15 3": true, "1.3 2.3": true, "4.3 3.0 1.3 2.3 0.45 1.15": true, "1.30": false, "2 3": false, "": false,
		"1.30 2.45 0.50": false, "1.5 2.25 0.75": false, "1.5 2.5": false, "1.30 1.75": false, "1.3 0.6": false,
		"1.2 0.3 2.4": false, "1.33 2.15 0.45": false,
		// Many fractions of five minutes, none of sixty or more.
		"1.10 2.20 0.30 0.40 1.05 2.35 0.55 1.45": true, "1.10 2.20 0.30 0.40 1.05 2.35 0.55": false,
		"1.10 2.20 0.30 0.40 1.05 2.35 0.55 1.85": false,
		"1.5 2.25 0.5 0.25 1.5 2.5 3.5 0.1":       false, "1:30 1.30 2.15": true, "未定 1.30 2.15": true, "1.300 2.15": true,
		"1.305 2.15": false,
	} {
		if got := LooksBase60(strings.Fields(in)); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

// As parts of a day 0.0833… is 2 h, 0.0625 is 1.5 h and 0.125 is 3 h; as hours 0.0625 would be 3.75 minutes.
func TestLooksLikeDayParts(t *testing.T) {
	for in, want := range map[string]bool{
		"0.0833333333333333 0.0625 0.125": true, "0.083333 0.0625": true, "0.0625 0.125": false,
		"0.166666667 0.75 0.333333333": false, "2 1.5 3": false,
		"0.0833333333333333 0.0625 2": false, "": false, "0.0833333333333333 0.07": false,
	} {
		if got := LooksLikeDayParts(strings.Fields(in)); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}
