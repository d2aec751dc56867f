package cell

import (
	"strings"
	"testing"
)

var (
	jobKinds = []Choice{{"recurring", strings.Fields("定期 月額 月次 継続")}, {"one_off", strings.Fields("単発 スポット 1回 都度")}}
	homes    = []Choice{{"resident", strings.Fields("住民 町内")}, {"migrant", strings.Fields("移住 町内(移住)")},
		{"outside", strings.Fields("町外 県外")}}
)

// A remark behind a word of the list is noted, unless it takes the word back or names another.
func TestWordsWithARemark(t *testing.T) {
	for _, tt := range []struct {
		choices  []Choice
		in, want string
	}{
		{jobKinds, "定期（月次）", "recurring*"}, {jobKinds, "定期・月額", "recurring*"}, {jobKinds, "スポット（1回）", "one_off*"},
		{jobKinds, "定期※", "recurring*"}, {jobKinds, "定期※1", "recurring*"},
		{jobKinds, "継続（月1回）", "recurring*"}, {jobKinds, "定期 (経理)", "recurring*"},
		{homes, "町内（中央地区）", "resident*"}, {homes, "移住（R6.4）", "migrant*"}, {homes, "県外（東京都）", "outside*"},
		{homes, "町内（移住）", "migrant*"},
		{jobKinds, "定期（単発）", "!C104"}, {jobKinds, "定期・単発", "!C104"}, {jobKinds, "定期（7月まで単発）", "!C104"},
		{homes, "移住（予定）", "!C104"}, {homes, "移住（検討中）", "!C104"},
		{homes, "町外（元住民）", "!C104"}, {homes, "県外（町内に実家）", "!C104"}, {homes, "町外から移住", "!C104"}, {jobKinds, "定期（", "!C104"},
		{jobKinds, "定期（）", "!C104"}, {jobKinds, "（定期）", "!C104"}, {jobKinds, "業務（定期）", "!C104"}, {jobKinds, "定期・", "!C104"},
	} {
		if got := outcome(ReadChoice(text(tt.in), tt.choices)); got != tt.want {
			t.Errorf("ReadChoice(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
	keys, n, fault := ReadList(text("町内（中央）、県外（東京都）"), homes)
	if strings.Join(keys, " ") != "resident outside" || n == nil || fault != nil {
		t.Errorf("list %v, %v, %v", keys, n, fault)
	}
}

func TestDatesWithARemark(t *testing.T) {
	for in, want := range map[string]string{
		"R8.3.31（自動更新）": "2026-03-31*", "2026/3/31（以降自動更新）": "2026-03-31*", "2026-03-31 (契約満了)": "2026-03-31*",
		"2026/3/31（火）":  "2026-03-31*",
		"2026/3/31（予定）": "!C102", "R8.3.31（見込み）": "!C102", "2026/3/31（未払い）": "!C102", "2026/3/31（頃）": "!C102",
		"2026/3/31（4/2に変更）": "!C102", "2026/3/31（変更前）": "!C102",
		"2026/3/31自動更新": "!C102", "2026/3/31（": "!C102", "2026/3/31（月）": "!C107", "3/31（自動更新）": "!C108",
		"2026/2/30（自動更新）": "!C102",
	} {
		if got := outcome(ReadDate(text(in))); got != want {
			t.Errorf("ReadDate(%q) = %s, want %s", in, got, want)
		}
	}
	if _, _, fault := ReadDate(text("2026/3/31（予定）")); fault == nil || !strings.Contains(fault.Message.JA, "予定や見込み") {
		t.Errorf("planned: %+v", fault)
	}
}

func TestNumbersWithAMark(t *testing.T) {
	for in, want := range map[string]string{"3,300円※": "3300*", "3300※": "3300*", "3,300 ※1": "3300*", "※3300": "!C103",
		"3300※税込": "!C103", "3300*2": "!C103", "※": "!C103", "3,600円(源泉前)": "!C103"} {
		if got := outcome(ReadYen(text(in), NonNegative)); got != want {
			t.Errorf("ReadYen(%q) = %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"3.5※": "3.5*", "3h※1": "3*", "3h(うち移動1h)": "!C109", "※": "!C109"} {
		if got := outcome(ReadHours(text(in), NonNegative)); got != want {
			t.Errorf("ReadHours(%q) = %s, want %s", in, got, want)
		}
	}
}

// What a message suggests: R7.5.7 for 7.5.7; one cell for parts of a date; no 1234 for a negative number.
func TestFixes(t *testing.T) {
	_, _, short := ReadDate(text("7.5.7"))
	if short == nil || strings.Join(short.Suggest, " ") != "R7.5.7" {
		t.Errorf("7.5.7: %+v", short)
	}
	if _, _, f := ReadDate(text("25/4/1")); f == nil || len(f.Suggest) != 0 {
		t.Errorf("25/4/1: %+v", f)
	}
	for _, n := range []float64{7, 31, 2025} {
		if _, _, f := ReadDate(number(n)); f == nil || !strings.Contains(f.Message.JA, "1つのセルにまとめて") {
			t.Errorf("%v: %+v", n, f)
		}
	}
	if _, _, f := ReadDate(number(32)); f == nil || strings.Contains(f.Message.JA, "1つのセル") {
		t.Errorf("32: %+v", f)
	}
	for _, f := range []*Fault{faultOf(ReadYen(text("△500"), NonNegative)), faultOf(ReadHours(number(-2), NonNegative))} {
		if f == nil || f.Code != CodeRange || strings.Contains(f.Fix.JA, "1234") || !strings.Contains(f.Fix.JA, "0以上") {
			t.Errorf("negative: %+v", f)
		}
	}
}

func faultOf(_ float64, _ *Note, f *Fault) *Fault { return f }
