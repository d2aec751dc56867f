package cell

import (
	"strings"
	"testing"
	"time"
)

func TestReadMonth(t *testing.T) {
	for in, want := range map[string]string{
		"2025年8月": "2025-08", "2025年8月分": "2025-08", "2025年08月度": "2025-08", "２０２５年８月": "2025-08*", "2025-08": "2025-08",
		"2025/8":  "2025-08",
		"2025.08": "2025-08", "2025.8": "2025-08", "202508": "2025-08*", "2025 年 8 月": "2025-08",
		"R7.8": "2025-08*", "R7.8月分": "2025-08*", "R7/8": "2025-08*", "R7-12": "2025-12*", "R0708": "2025-08*",
		"令和7年8月": "2025-08*", "令和元年5月": "2019-05*",
		"令7.8": "2025-08*", "r7.8": "2025-08*", "㋿7年8月": "2025-08*", "H31.4": "2019-04*", "平成31年4月分": "2019-04*",
		"令和元年4月": "!C107", "平成31年5月": "!C107", "R0.8": "!C102", "令和0年8月": "!C102",
		"令和元年度 4月": "2019-04*", "令和7年度 8月": "2025-08*", "令和7年度3月": "2026-03*", "2025年度 4月": "2025-04*",
		"R7年度12月分": "2025-12*",
		"8月":       "8月", "８月": "8月*", "8月分": "8月", "8月度": "8月", "12月": "12月", "8": "8月", "08": "8月",
		"Aug-25": "2025-08*", "Aug 2025": "2025-08*", "August 2025": "2025-08*", "2025 Aug": "2025-08*", "Aug'25": "2025-08*",
		"Sept. 2025":      "2025-09*",
		"2025年8月分（9月末支払）": "2025-08*", "8月（夏季）": "8月*",
		// A whole date has its month.
		"2025-08-31": "2025-08*", "2025/8/1": "2025-08*", "令和7年8月31日": "2025-08*", "R7.8.6": "2025-08*",
		"2025-07-31T15:00:00Z": "2025-08*",
		"25/8":                 "!C102", "7.8": "!C102", "13月": "!C102", "0月": "!C102", "13": "!C102", "2025年13月": "!C102",
		"2025-13": "!C102", "25年8月": "!C108",
		"8/31": "!C102", "2025": "!C102", "令和7年": "!C102", "7〜8月": "!C102", "7月〜8月": "!C102", "当月": "!C102", "月": "!C102",
		"45784":  "!C102",
		"25-Aug": "!C102", "平成40年8月": "!C107", "2101-01": "!C102", "": "!C101", "#N/A": "!C105",
	} {
		if got := outcome(ReadMonth(text(in))); got != want {
			t.Errorf("ReadMonth(%q) = %s, want %s", in, got, want)
		}
	}
	// 45870 is 2025-08-01 (45748 is 2025-04-01, and 122 days).
	for _, tt := range []struct {
		in   Value
		want string
	}{
		{number(8), "8月"}, {number(202508), "2025-08*"}, {number(2025.08), "2025-08"}, {number(2025.1), "!C102"},
		{number(2025), "!C102"}, {number(13), "!C102"},
		{number(0), "!C102"}, {number(8.5), "!C102"}, {number(202513), "!C102"}, {dateCell(45870), "2025-08"},
		{dateCell(45871), "2025-08*"}, {dateCell(8), "1900-01*"},
		{timeCell(0.5), "!C102"}, {Value{Kind: Bool, Number: 1, Text: "TRUE"}, "!C102"}, {Value{Kind: Uncomputed}, "!C106"},
	} {
		if got := outcome(ReadMonth(tt.in)); got != tt.want {
			t.Errorf("ReadMonth(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestFindMonth(t *testing.T) {
	for in, want := range map[string]string{
		"8月": "8月", "R7.8": "2025-08", "R7.8月分": "2025-08", "2025.08": "2025-08", "2025年8月": "2025-08",
		"作業報告書（令和7年8月分）": "2025-08",
		"令和7年7月　稼働表":     "2025-07", "勤務表_202508.xlsx": "2025-08", "勤務表202508": "2025-08", "log202508.csv": "2025-08",
		"report_2025-08": "2025-08", "2025_08": "2025-08",
		"令和7年度 8月": "2025-08", "令和7年度　作業日報　2月": "2026-02", "作業日報 2月（令和7年度）": "2026-02", "2025年度8月": "2025-08",
		"Aug-25": "2025-08", "8月（2025年8月）": "2025-08",
		"2025年8月 8月分": "2025-08", "８月": "8月", "稼働表 R0708": "2025-08",
		"2000-10": "2000-10", "R7.12": "2025-12", "2025.10分": "2025-10", "2025/11": "2025-11",
		// None, a whole date, or two.
		"": "", "Sheet8": "", "作業ログ": "", "令和8年3月31日現在": "", "2025-05-08": "", "20250508": "", "R7.8.6": "", "台帳_0131": "",
		"7月〜9月": "", "2025年7月〜8月": "",
		"3か月": "", "3ヶ月分": "", "3月間": "", "令和7年度": "", "Ver2.10": "", "2025年13月": "", "平成40年8月": "", "前年8月": "", "12345月": "",
		strings.Repeat("8月 ", 100): "",
	} {
		m, ok := FindMonth(in)
		got := ""
		if ok {
			got = m.String()
		}
		if got != want {
			t.Errorf("FindMonth(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFindFiscalYear(t *testing.T) {
	for in, want := range map[string]int{
		"令和7年度　テレワーク実証事業": 2025, "R7年度": 2025, "2025年度": 2025, "令和元年度": 2019, "平成31年度": 2019, "ｒ７年度": 2025,
		"令和7年度（2025年度）": 2025,
		"令和7年":          0, "7年度": 0, "令和7年度・令和8年度": 0, "前年度": 0, "": 0, "令和0年度": 0,
	} {
		if got, ok := FindFiscalYear(in); got != want || ok != (want != 0) {
			t.Errorf("FindFiscalYear(%q) = %d %v, want %d", in, got, ok, want)
		}
	}
}

// The fiscal year 2025 goes from April 2025 to March 2026.
func TestMonthWithin(t *testing.T) {
	first, last := NewDay(2025, time.April, 1), NewDay(2026, time.March, 31)
	for m, want := range map[YearMonth]string{
		{0, time.April}: "2025-04", {0, time.December}: "2025-12", {0, time.January}: "2026-01", {0, time.March}: "2026-03",
		{2024, time.April}: "2024-04",
	} {
		if got, ok := m.Within(first, last); !ok || got.String() != want {
			t.Errorf("%v = %v %v, want %s", m, got, ok, want)
		}
	}
	august := YearMonth{0, time.August}
	if m, ok := august.Within(first, NewDay(2025, time.July, 31)); ok || m != august {
		t.Errorf("August lies between April and July as %v", m)
	}
	if m, ok := august.Within(first, NewDay(2026, time.August, 1)); ok || m != august {
		t.Errorf("of two Augusts %v was taken", m)
	}
	if m, ok := august.Within(NewDay(2025, time.August, 31), last); !ok || m.Year != 2025 {
		t.Errorf("the August in which the period begins = %v", m)
	}
	feb := YearMonth{2024, time.February}
	if feb.First().String() != "2024-02-01" || feb.Last().String() != "2024-02-29" {
		t.Errorf("%v to %v", feb.First(), feb.Last())
	}
}
