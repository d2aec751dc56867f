package cell

import (
	"strings"
	"testing"
)

// clockOutcome writes a clock with its day, and > for one that the cell puts on the next day.
func clockOutcome(c TimeOfDay, n *Note, f *Fault) string {
	s := c.shown()
	if c.Next {
		s = ">" + s
	}
	return outcome(s, n, f)
}

func TestReadClockText(t *testing.T) {
	for in, want := range map[string]string{
		"9:00": "9:00", "09:05": "9:05", "9:00:00": "9:00", "9:00:15": "9:00:15", "0:00": "0:00", "24:00": "24:00",
		"25:30":  "25:30",
		" 9:00 ": "9:00", "36:00": "36:00", "36:01": "!C114", "99:00": "!C114",
		"9時": "9:00*", "9時30分": "9:30*", "9時半": "9:30*", "9時30": "9:30*", "9時5分15秒": "9:05:15*", "２５時３０分": "25:30*",
		"九時三十分": "9:30*", "正午": "12:00*",
		"0930": "9:30*", "930": "9:30*", "2530": "25:30*", "0000": "0:00*", "0975": "!C114", "3601": "!C114", "3700": "!C114",
		"翌1:30": ">25:30*", "翌日1時30分": ">25:30*", "翌日の1:30": ">25:30*", "翌 0:00": ">24:00*", "1:30（翌）": ">25:30*",
		"1:30(翌日)": ">25:30*",
		"翌午前1:30":  ">25:30*", "翌12:00": ">36:00*", "翌12:01": "!C114", "翌24:00": "!C114", "翌25:30": "!C114",
		"午前9:00": "9:00*", "午後1:30": "13:30*", "午後3時15分": "15:15*", "9:00 AM": "9:00*", "1:30PM": "13:30*",
		"PM1:30":    "13:30*",
		"1:30 p.m.": "13:30*", "9 pm": "21:00*", "12:30 AM": "0:30*", "12:30 PM": "12:30*", "12:00 AM": "0:00*",
		"12:00 PM": "12:00*",
		"午後12:30":  "12:30*", "午前0時": "0:00*", "午後15:00": "!C114", "13:00 PM": "!C114",
		// Law and custom disagree on these two.
		"午前12時": "!C114", "午後12:00": "!C114",
		"９：３０": "9:30*", "９：００～": "!C114", "9.30": "9:30*", "９．３０": "9:30*", "9.75": "!C114",
		"9:5": "!C114", "9:60": "!C114", "12:30:60": "!C114", "-9:00": "!C114", "9::00": "!C114",
		// Numbers alone tell no time.
		"9": "!C114", "30": "!C114", "9.5": "!C114", "0.5": "!C114", "45784": "!C114", "930000": "!C114",
		// A part of a day: 0.395833333 × 24 = 9.5; 0.9479 × 24 = 22.75 to within its digits.
		"0.395833333": "9:30*", "0.375": "9:00*", "0.9479": "22:45*", "1.0625": "25:30*", "0.123": "!C114", "1.6": "!C114",
		"45784.9479166667": "2025-05-07 22:45*", "73051.25": "!C114", "20000.375": "!C114",
		// With a day.
		"2025-05-08 22:00:00": "2025-05-08 22:00", "2025/5/8 9:00": "2025-05-08 9:00", "令和7年5月8日 9時30分": "2025-05-08 9:30",
		"2025/5/8(木) 9:00": "2025-05-08 9:00", "2025/5/8(金) 9:00": "!C107", "2025/5/8 午後12時": "!C114",
		"2025/2/30 9:00":       "!C102",
		"2025-07-05T05:00:00Z": "2025-07-05 14:00*", "2025-03-31T15:00:00.000Z": "2025-04-01 0:00*",
		"2025-04-01T09:00:00+09:00":    "2025-04-01 9:00",
		"2026/08/09 12:11:00 午後 GMT+9": "2026-08-09 12:11", "2100-12-31T15:00:00Z": "!C114",
		"2025-05-08": "!C114", "5/8 9:00": "!C114", "9:00-12:00": "!C114", "2025/5/8 9:00-12:00": "!C114",
		"2時間": "!C114", "90分": "!C114", "未定": "!C114", "朝": "!C114", "-": "!C114", "翌": "!C114",
		"9:OO": "!C112", "l0:30": "!C112", "": "!C101", "　": "!C101", "#N/A": "!C105",
	} {
		if got := clockOutcome(ReadTimeOfDay(text(in), UnknownUnit, Tokyo)); got != want {
			t.Errorf("ReadClock(%q) = %s, want %s", in, got, want)
		}
	}
}

// What the column says of numbers without a unit.
func TestReadClockOfBareNumbers(t *testing.T) {
	for _, tt := range []struct {
		in   Value
		bare UnitKind
		want string
	}{
		{text("9"), UnitHours, "9:00*"}, {number(9), UnitHours, "9:00*"}, {text("25"), UnitHours, "25:00*"},
		{text("37"), UnitHours, "!C114"},
		{text("9.5"), UnitHours, "9:30*"}, {number(9.5), UnitHours, "9:30*"}, {text("9.0"), UnitHours, "9:00*"},
		{number(9.25), UnitHours, "!C114"}, {text("930"), UnitHours, "9:30*"},
		{text("30"), UnitHMM, "0:30*"}, {number(30), UnitHMM, "0:30*"}, {text("0"), UnitHMM, "0:00*"},
		{text("75"), UnitHMM, "!C114"},
		{number(1730), UnitHMM, "17:30*"}, {number(930), UnknownUnit, "9:30*"}, {number(9), UnknownUnit, "!C114"},
		{Value{Kind: Number, Number: 30, Text: "0030"}, UnknownUnit, "0:30*"},
		{Value{Kind: Number, Number: 930, Text: "9:30"}, UnknownUnit, "9:30"},
		{Value{Kind: Number, Number: 12, Text: "No.12"}, UnknownUnit, "!C114"},
	} {
		if got := clockOutcome(ReadTimeOfDay(tt.in, tt.bare, Tokyo)); got != tt.want {
			t.Errorf("ReadClock(%+v, %d) = %s, want %s", tt.in, tt.bare, got, tt.want)
		}
	}
}

// Serials: 0.375 × 24 = 9 hours; 1.0625 × 24 = 25.5; 45785 is 2025-05-08 (45748 is 2025-04-01, and 37 days).
func TestReadClockOfExcelTimes(t *testing.T) {
	late := dateCell(45785.9375)
	late.Epoch1904 = true
	for _, tt := range []struct {
		in   Value
		want string
	}{
		{timeCell(0.375), "9:00"}, {timeCell(0), "0:00"}, {timeCell(1), "24:00"}, {timeCell(1.0625), "25:30"},
		{timeCell(1.5), "36:00"},
		{timeCell(0.340277777777778), "8:10"}, {timeCell(1.51), "!C114"}, {timeCell(8), "!C114"}, {timeCell(-0.1), "!C114"},
		{dateCell(45785.9375), "2025-05-08 22:30"}, {timeCell(45785.9375), "2025-05-08 22:30"},
		{dateCell(45785), "2025-05-08 0:00*"},
		{dateCell(45785.99999999), "2025-05-09 0:00*"}, {dateCell(0.9375), "22:30"}, {dateCell(1.0625), "25:30"},
		{dateCell(60.5), "!C114"},
		{late, "2029-05-09 22:30"}, // the 1904 system counts 1462 days less
		{number(0.375), "9:00*"}, {number(0.5), "12:00*"}, {number(0.3), "!C114"}, {number(1.25), "!C114"},
		{number(-1), "!C114"},
		{number(1e300), "!C114"}, {number(45785.9375), "2025-05-08 22:30*"},
		{Value{Kind: Bool, Number: 1, Text: "TRUE"}, "!C114"}, {Value{Kind: Uncomputed}, "!C106"}, {Value{}, "!C101"},
	} {
		if got := clockOutcome(ReadTimeOfDay(tt.in, UnknownUnit, Tokyo)); got != tt.want {
			t.Errorf("ReadClock(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestClockReasons(t *testing.T) {
	for in, want := range map[string]string{
		"2時間": "時刻を書いてください", "2025-05-08": "時刻がありません", "9:00〜12:00": "始めと終わり", "9:75": "59まで", "37:00": "36:00",
		"午後12時": "昼の12時か夜の12時", "午後15:00": "12時まで", "9": "何時何分", "未定": "読めません。",
	} {
		_, _, f := ReadTimeOfDay(text(in), UnknownUnit, Tokyo)
		if f == nil || f.Code != CodeClock || !strings.Contains(f.Message.JA, want) || !strings.Contains(f.Fix.JA, "9:00") {
			t.Errorf("%s: %+v, want %q", in, f, want)
		}
	}
	_, n, _ := ReadTimeOfDay(text("翌1:30"), UnknownUnit, Tokyo)
	if n == nil || n.Text.JA != "翌1:30 → 25:30 と読みました" {
		t.Errorf("note %+v", n)
	}
	if _, _, f := ReadTimeOfDay(text("9"), UnknownUnit, Tokyo); strings.Join(f.Suggest, " ") != "9:00" {
		t.Errorf("9: suggests %q", f.Suggest)
	}
}
