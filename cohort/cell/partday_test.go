package cell

import (
	"strings"
	"testing"
	"time"
)

// partOutcome writes a part of a day with its weekday.
func partOutcome(p PartDay, n *Note, f *Fault) string {
	s := p.String()
	if p.HasWeekday {
		s += p.Weekday.String()[:3]
	}
	return outcome(s, n, f)
}

func TestReadPartDay(t *testing.T) {
	for in, want := range map[string]string{
		"1": "1日", "31": "31日", "01": "1日", "1日": "1日", "１": "1日*", "十五日": "15日",
		"1（木）": "1日Thu", "1(木)": "1日Thu", "1日（木）": "1日Thu", "1 木": "1日Thu", "1木": "1日Thu", "1日木曜日": "1日Thu", "4(日)": "4日Sun",
		"29（火・祝）": "29日Tue",
		"5/1":     "5月1日", "5月1日": "5月1日", "5/1(木)": "5月1日Thu", "5月1日（木）": "5月1日Thu", "5-1": "5月1日",
		"2025/5/1": "2025-05-01", "令和7年5月1日": "2025-05-01*", "2025-04-30T15:00:00Z": "2025-05-01*", "20250501": "2025-05-01*",
		"0": "!C102", "32": "!C102", "13/1": "!C102", "5/32": "!C102", "1.5": "!C102", "木": "!C102", "（木）": "!C102",
		"木曜日": "!C102", "日": "!C102", "1日目": "!C102",
		"第1回": "!C102", "45784": "!C102", "計": "!C102", "1日曜": "!C102", "": "!C101", "#N/A": "!C105",
	} {
		if got := partOutcome(ReadPartDay(text(in))); got != want {
			t.Errorf("ReadPartDay(%q) = %s, want %s", in, got, want)
		}
	}
	for _, tt := range []struct {
		in   Value
		want string
	}{
		{number(1), "1日"}, {number(31), "31日"}, {number(32), "!C102"}, {number(0), "!C102"}, {number(1.5), "!C102"},
		{dateCell(45778), "2025-05-01"},
		{dateCell(7), "7日"}, {timeCell(0.5), "!C102"}, {Value{Kind: Bool, Number: 1, Text: "TRUE"}, "!C102"},
		{Value{}, "!C101"},
	} {
		if got := partOutcome(ReadPartDay(tt.in)); got != tt.want {
			t.Errorf("ReadPartDay(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
	if _, _, f := ReadPartDay(text("木")); !strings.Contains(f.Message.JA, "曜日だけ") {
		t.Errorf("木: %+v", f)
	}
}

// 1 May 2025 is a Thursday.
func TestPartDayIn(t *testing.T) {
	for _, tt := range []struct {
		in    string
		year  int
		month time.Month
		want  string
	}{
		{"1", 2025, time.May, "2025-05-01"}, {"1（木）", 2025, time.May, "2025-05-01"}, {"5/1", 2025, time.May, "2025-05-01"},
		{"2025/5/1", 2025, time.May, "2025-05-01"},
		{"1（金）", 2025, time.May, "!C107"}, {"1（木）", 2025, time.June, "!C107"}, {"5/1", 2025, time.June, "!C107"},
		{"2025/5/1", 2024, time.May, "!C107"},
		{"31", 2025, time.April, "!C102"}, {"29", 2024, time.February, "2024-02-29"}, {"29", 2025, time.February, "!C102"},
		{"1", 2200, time.May, "!C102"}, {"1", 0, time.May, "!C102"},
	} {
		p, _, fault := ReadPartDay(text(tt.in))
		if fault != nil {
			t.Fatal(tt.in, fault.Message.EN)
		}
		d, f := p.In(tt.year, tt.month)
		if got := outcome(d, nil, f); got != tt.want {
			t.Errorf("%s in %d-%d = %s, want %s", tt.in, tt.year, tt.month, got, tt.want)
		}
		checkShape(t, tt.in, nil, f)
	}
	_, f := PartDay{Month: time.May, Day: 1}.In(2025, time.June)
	if want := "「5月1日」は、この表の 2025年6月 の日ではありません。"; f.Message.JA != want {
		t.Errorf("%q, want %q", f.Message.JA, want)
	}
}
