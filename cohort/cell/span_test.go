package cell

import (
	"fmt"
	"strings"
	"testing"
)

// spansOutcome writes the spans of a cell and the hours that they make.
func spansOutcome(spans []Span, n *Note, f *Fault) string {
	var all []string
	for _, s := range spans {
		all = append(all, s.Start.shown()+"-"+s.End.shown())
	}
	return outcome(strings.Join(all, ","), n, f)
}

func TestReadSpans(t *testing.T) {
	for in, want := range map[string]string{
		"9:00-12:00": "9:00-12:00", "9:00〜12:00": "9:00-12:00", "9:00～12:00": "9:00-12:00*", "9：00−12：00": "9:00-12:00*",
		"9:00→12:00": "9:00-12:00", "9時〜12時半": "9:00-12:30*", "9〜12時": "9:00-12:00*", "9時から12時まで": "9:00-12:00*",
		"0900-1200": "9:00-12:00*", "AM9:00-PM1:00": "9:00-13:00*", "午後1:00〜3:30": "13:00-15:30*",
		"午前9:00〜12:30": "9:00-12:30*",
		"22:00〜翌1:30":  "22:00-25:30*", "22:00〜25:30": "22:00-25:30", "22:00-1:30": "22:00-1:30",
		"9:00～12:00、13:00～15:00": "9:00-12:00,13:00-15:00*", "9:00-12:00,13:00-15:00": "9:00-12:00,13:00-15:00",
		"9:00-12:00 13:00-15:00": "9:00-12:00,13:00-15:00", "9:00-12:00\n13:00-15:00": "9:00-12:00,13:00-15:00",
		"9:00-12:00/13:00-15:00": "9:00-12:00,13:00-15:00", "9:00-12:00・13:00-15:00": "9:00-12:00,13:00-15:00",
		"9:00-12:00と13:00-15:00":             "9:00-12:00,13:00-15:00",
		"2025/5/8 9:00-12:00":                "2025-05-08 9:00-2025-05-08 12:00",
		"2025/5/8(木) 9:00〜12:00、13:00〜15:00": "2025-05-08 9:00-2025-05-08 12:00,2025-05-08 13:00-2025-05-08 15:00",
		"2025/2/30 9:00-12:00":               "!C102", "9-12": "!C114", "9:00": "!C114", "9:00-": "!C114", "-12:00": "!C114",
		"9:00-12:00-15:00": "!C114", "9:00-12:75": "!C114", "9:00-37:00": "!C114", "9:00-12:00(休憩30分)": "!C114",
		"5/8 9:00-12:00": "!C114", "3時間": "!C114", "": "!C101", "#N/A": "!C105",
		strings.Repeat("9:00-12:00 ", 13): "!C114",
	} {
		if got := spansOutcome(ReadSpans(text(in))); got != want {
			t.Errorf("ReadSpans(%q) = %s, want %s", in, got, want)
		}
	}
	if _, _, f := ReadSpans(timeCell(0.5)); f == nil || f.Code != CodeClock {
		t.Errorf("an Excel time: %+v", f)
	}
}

// spanOf reads a start and an end as in cells of their own.
func spanOf(t *testing.T, start, end string) Span {
	t.Helper()
	var s Span
	for i, in := range []string{start, end} {
		c, _, f := ReadTimeOfDay(text(in), UnknownUnit, Tokyo)
		if f != nil {
			t.Fatal(in, f.Message.EN)
		}
		*[]*TimeOfDay{&s.Start, &s.End}[i] = c
	}
	return s
}

// end − start − rest: 9:00 to 12:00 less 30 minutes is 2.5 h, 22:45 to 25:15 is 2.5 h, 22:00 to 1:30 is 3.5 h.
func TestWorked(t *testing.T) {
	for _, tt := range []struct {
		times  string
		rest   int
		paired bool
		want   string
	}{
		{"9:00 12:00", 0, false, "3 1"}, {"9:00 12:00", 1800, false, "2.5 1"},
		{"9:00 9:20", 0, false, "0.3333333333333333 1"},
		{"9:00 9:00", 0, false, "0 1"}, {"0:00 24:00", 0, false, "24 1"}, {"9:00 12:00", 3 * 3600, false, "0 1"},
		{"22:45 25:15", 0, false, "2.5 1"}, {"22:45 翌1:15", 0, false, "2.5 1"}, {"22:45 24:00", 0, false, "1.25 1"},
		{"22:45 翌0:00", 0, false, "1.25 1"},
		{"25:00 26:00", 0, false, "1 1"}, {"翌1:00 翌2:00", 0, false, "1 1"}, {"翌1:00 2:00", 0, false, "1 0*"},
		{"22:00 1:30", 0, false, "!C115 0"}, {"22:00 1:30", 0, true, "3.5 0*"}, {"22:00 1:30", 3600, true, "2.5 0*"},
		{"22:00 10:00", 0, true, "12 0*"}, {"22:00 10:01", 0, true, "!C115 0"}, {"12:00 9:00", 0, true, "!C115 0"},
		{"12:00 9:00", 0, false, "!C115 0"},
		{"9:00 12:00 13:00 15:00", 0, false, "5 2"}, {"9:00 12:00 13:00 15:00", 900, false, "4.75 2"},
		{"13:00 15:00 9:00 12:00", 0, false, "5 2"},
		{"9:00 12:00 22:00 1:30", 0, false, "6.5 1*"}, {"9:00 12:00 17:00 13:00", 0, false, "!C115 1"},
		{"9:00 12:00 11:59 13:00", 0, false, "!C115 1"}, {"9:00 12:00 12:00 13:00", 0, false, "4 2"},
		{"9:00 18:00 10:00 11:00", 0, false, "!C115 1"},
		{"22:00 1:30 25:00 26:00", 0, false, "!C115 1"}, {"0:00 20:00 20:00 30:00", 0, false, "!C115 2"},
		{"0:00 翌1:00", 0, false, "!C115 0"},
		{"0:00 24:00:01", 0, false, "!C115 0"},
		{"9:00 12:00", 3*3600 + 1, false, "!C115 1"}, {"9:00 12:00", -1, false, "!C115 1"},
		{"9:00 12:00 13:00 15:00", 6 * 3600, false, "!C115 2"},
		{"2025-05-08T22:00 2025-05-09T01:30", 0, false, "3.5 1"}, {"2025-05-08T22:00 2025-05-08T01:30", 0, true, "!C115 0"},
		{"2025-05-08T22:00 2025-05-10T01:30", 0, false, "!C115 0"}, {"2025-05-08T22:00 25:30", 0, false, "3.5 1"},
		{"22:00 2025-05-08T23:00", 0, false, "1 1"}, {"2025-05-08T22:00 1:30", 0, false, "!C115 0"},
		{"2025-07-05T05:00:00Z 2025-07-05T06:15:00Z", 0, false, "1.25 1"},
		{"2025-05-08T09:00 12:00 11:00 13:00", 0, false, "!C115 1"},
	} {
		times := strings.Fields(tt.times)
		var spans []Span
		for i := 0; i < len(times); i += 2 {
			spans = append(spans, spanOf(t, times[i], times[i+1]))
		}
		hours, at, n, f := Worked(spans, tt.rest, tt.paired)
		got := fmt.Sprintf("%v %d", hours, at)
		switch {
		case f != nil:
			got = fmt.Sprintf("!%s %d", f.Code, at)
		case n != nil:
			got += "*"
		}
		if got != tt.want {
			t.Errorf("%s less %d = %s, want %s", tt.times, tt.rest, got, tt.want)
		}
	}
	if _, _, _, f := Worked(nil, 0, false); f == nil || f.Code != CodeBlank {
		t.Errorf("no span: %+v", f)
	}
}

func TestWorkedMessages(t *testing.T) {
	_, _, _, f := Worked([]Span{spanOf(t, "22:00", "1:30")}, 0, false)
	if want := "終わりの時刻 1:30 が、始めの時刻 22:00 より前です。"; f.Message.JA != want || strings.Join(f.Suggest, " ") != "25:30 翌1:30" {
		t.Errorf("%q, suggests %q", f.Message.JA, f.Suggest)
	}
	if !strings.Contains(f.Fix.JA, "25:30 または 翌1:30") || !strings.Contains(f.Fix.EN, "25:30") {
		t.Errorf("fix %+v", f.Fix)
	}
	if _, _, _, f := Worked([]Span{spanOf(t, "17:00", "13:00")}, 0, false); len(f.Suggest) != 0 {
		t.Errorf("13:00 of the next day would be after 36:00, but %q is suggested", f.Suggest)
	}
	_, _, n, _ := Worked([]Span{spanOf(t, "22:00", "1:30")}, 0, true)
	if want := "22:00 から 1:30 まで → 翌日の 1:30 までと読みました"; n.Text.JA != want {
		t.Errorf("note %q, want %q", n.Text.JA, want)
	}
}

func TestReadRest(t *testing.T) {
	minutes, hours := Unit{Kind: UnitMinutes, Factor: 1.0 / 60}, Unit{Kind: UnitHours, Factor: 1}
	for _, tt := range []struct {
		in   Value
		unit Unit
		want string
	}{
		{text("0:45"), Unit{}, "2700"}, {text("45分"), Unit{}, "2700*"}, {text("1時間"), Unit{}, "3600*"},
		{text("1:00"), minutes, "3600*"},
		{text("60"), minutes, "3600*"}, {text("5"), minutes, "300*"}, {number(15), minutes, "900*"},
		{text("60"), hours, "!C111"}, {text("1"), hours, "3600"},
		{text("60"), Unit{}, "3600*"}, {text("10"), Unit{}, "600*"}, {text("7"), Unit{}, "!C109"},
		{text("5"), Unit{}, "!C109"}, {text("1"), Unit{}, "3600"},
		{text("0.75"), Unit{}, "2700"}, {text("0"), Unit{}, "0"}, {text("720"), Unit{}, "43200*"},
		{text("721"), Unit{}, "!C111"}, {text("-15"), minutes, "!C111"},
		{timeCell(0.03125), Unit{}, "2700"}, {timeCell(0.03125), minutes, "2700*"}, {timeCell(1), Unit{}, "!C111"},
		{text("12:00-13:00"), Unit{}, "3600*"}, {text("12:00〜12:45、15:00〜15:15"), minutes, "3600*"},
		{text("13:00-12:00"), Unit{}, "!C115"},
		{text("なし"), Unit{}, "0*"}, {text("無"), minutes, "0*"}, {text("あり"), Unit{}, "!C109"}, {text(""), Unit{}, "!C101"},
		{Value{Kind: ErrorValue, Text: "#N/A"}, Unit{}, "!C105"},
	} {
		if got := outcome(ReadRest(tt.in, tt.unit)); got != tt.want {
			t.Errorf("ReadRest(%+v, %d) = %s, want %s", tt.in, tt.unit.Kind, got, tt.want)
		}
	}
	if _, _, f := ReadRest(text("7"), Unit{}); !strings.Contains(f.Message.JA, "時間か分か") || !strings.Contains(f.Fix.JA,
		"休憩（分）") {
		t.Errorf("7: %+v", f)
	}
}
