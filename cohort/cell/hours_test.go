package cell

import "testing"

func TestReadHoursText(t *testing.T) {
	tests := []struct{ in, want string }{
		{"1.5", "1.5"}, {"8", "8"}, {"1:30", "1.5"}, {"01:30:00", "1.5"}, {"30:15", "30.25"}, {"0:00", "0"},
		{"100:00", "100"},
		{"１．５", "1.5*"}, {"１：３０", "1.5*"},
		{"1時間30分", "1.5*"}, {"１時間３０分", "1.5*"}, {"1時間", "1*"}, {"1.5時間", "1.5*"}, {"90分", "1.5*"}, {"90 分", "1.5*"},
		{"1.5h", "1.5*"}, {"1.5H", "1.5*"}, {"1h30m", "1.5*"}, {"1h 30min", "1.5*"}, {"1h30", "1.5*"}, {"2hrs", "2*"},
		{"45min", "0.75*"},
		{"1時間半", "1.5*"}, {"二時間", "2*"}, {"十二時間", "12*"}, {"二時間三十分", "2.5*"}, {"2時間0分", "2*"},
		{"-1", "!C111"}, {"-1:30", "!C111"}, {"△2", "!C109"}, {"-2時間", "!C111"},
		{"1:75", "!C109"}, {"1:3", "!C109"}, {"1:30:75", "!C109"}, {"1時間90分", "!C109"}, {"1.5時間30分", "!C109"},
		{"1,5", "!C109"},
		{"二時間ぐらい", "!C109"}, {"約2時間", "!C109"}, {"9:00-10:30", "!C109"}, {"9:00〜10:30", "!C109"}, {"午後3時", "!C109"},
		{"1:30 PM", "!C109"},
		{"3時", "!C109"}, {"2日", "!C109"}, {"2025/4/1", "!C109"}, {"未定", "!C109"}, {"-", "!C109"}, {"二", "!C109"},
		{"2万時間", "!C109"},
		{"1.O", "!C112"}, {"l:30", "!C112"}, {"3O分", "!C112"},
		{"", "!C101"}, {"#N/A", "!C105"},
	}
	for _, tt := range tests {
		if got := outcome(ReadHours(text(tt.in), NonNegative)); got != tt.want {
			t.Errorf("ReadHours(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

// A serial time is a part of a day: 0.0625 × 24 = 1.5; 30:15 is 1 day + 6.25/24.
func TestReadHoursOfNumbers(t *testing.T) {
	tests := []struct {
		in   Value
		want string
	}{
		{number(1.5), "1.5"},
		{number(-1.5), "!C111"},
		{timeCell(0.0625), "1.5"},
		{timeCell(1 + 6.25/24), "30.25"},
		{timeCell(0), "0"},
		{timeCell(1), "24*"},
		{timeCell(8), "192*"}, // 8 typed into a cell formatted h:mm: never silent
		{timeCell(20.0 / 60 / 24 * 3), "1"},
		{timeCell(-0.5), "!C111"},
		{dateCell(45748), "!C109"},
		{Value{Kind: Bool, Number: 1, Text: "TRUE"}, "!C109"},
		{Value{Kind: Uncomputed}, "!C106"},
		{Value{}, "!C101"},
	}
	for _, tt := range tests {
		if got := outcome(ReadHours(tt.in, NonNegative)); got != tt.want {
			t.Errorf("ReadHours(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
	// 8:10 as a file holds it, with 15 digits, is 29400 seconds.
	if got, _, _ := ReadHours(timeCell(0.340277777777778), NonNegative); got != 29400.0/3600 {
		t.Errorf("8:10 = %v", got)
	}
	if got := outcome(ReadHours(timeCell(8), Range{0, 24})); got != "!C111" {
		t.Errorf("192 hours in a range of 24 = %s", got)
	}
}

func TestHoursReasons(t *testing.T) {
	for in, want := range map[string]string{
		"9:00〜10:30": "「9:00〜10:30」は時間として読めません。始めと終わりの時刻ではなく、時間の長さを書いてください。",
		"午後3時":       "「午後3時」は時間として読めません。時刻ではなく、時間の長さを書いてください。",
		"二時間ぐらい":     "「二時間ぐらい」は時間として読めません。",
	} {
		_, _, f := ReadHours(text(in), NonNegative)
		if f == nil || f.Message.JA != want {
			t.Errorf("ReadHours(%q): %+v, want %q", in, f, want)
		}
	}
}
