package cell

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/lang"
)

func text(s string) Value    { return Value{Kind: Text, Text: s} }
func number(n float64) Value { return Value{Kind: Number, Number: n, Text: formatNumber(n)} }
func dateCell(n float64) Value {
	return Value{Kind: Number, Format: Date, Number: n, Text: formatNumber(n)}
}
func timeCell(n float64) Value {
	return Value{Kind: Number, Format: Time, Number: n, Text: formatNumber(n)}
}

// outcome writes a reader's three results in one line: the value, "!" and the code of a fault,
// and a "*" when there is a note.
func outcome[T any](value T, n *Note, f *Fault) string {
	if f != nil {
		return "!" + f.Code
	}
	if n != nil {
		return fmt.Sprint(value) + "*"
	}
	return fmt.Sprint(value)
}

func TestReadDateText(t *testing.T) {
	tests := []struct{ in, want string }{
		// Gregorian, as typed
		{"2025-04-01", "2025-04-01"}, {"2025/4/1", "2025-04-01"}, {"2025/04/01", "2025-04-01"},
		{" 2025-04-01 ", "2025-04-01"}, {"2025.4.1", "2025-04-01"}, {"2025年4月1日", "2025-04-01"},
		{"2025年 4月 1日", "2025-04-01"}, {"西暦2025年4月1日", "2025-04-01"}, {"2025-04-01T00:00:00", "2025-04-01"},
		{"2025-04-01 00:00:00", "2025-04-01"}, {"2024/2/29", "2024-02-29"},
		// Gregorian, changed
		{"20250401", "2025-04-01*"}, {"２０２５年４月１日", "2025-04-01*"}, {"２０２５／４／１", "2025-04-01*"},
		{"2025ー4ー1", "2025-04-01*"}, {"2025−04−01", "2025-04-01*"}, {"2025・4・1", "2025-04-01"}, {"平15,6,27", "2003-06-27*"},
		{"二〇二五年四月一日", "2025-04-01*"}, {"二千二十五年十二月三十一日", "2025-12-31*"}, {"2025年12月八日", "2025-12-08*"},
		{"April 1, 2025", "2025-04-01*"}, {"1-Apr-2025", "2025-04-01*"},
		// weekday: 2025-04-01 is a Tuesday
		{"2025/4/1(火)", "2025-04-01*"}, {"2025/4/1（火）", "2025-04-01*"}, {"2025年4月1日火曜日", "2025-04-01*"},
		{"2025/4/1㈫", "2025-04-01*"}, {"2025/4/29(火・祝)", "2025-04-29*"}, {"2025/4/1 (Tue)", "2025-04-01*"},
		{"2025年4月6日 日曜日", "2025-04-06*"}, {"2025/4/6日曜日", "2025-04-06*"}, {"2025/4/1(水)", "!C107"},
		// eras
		{"令和7年4月1日", "2025-04-01*"}, {"令和元年5月1日", "2019-05-01*"}, {"令和1年5月1日", "2019-05-01*"},
		{"R7.4.1", "2025-04-01*"}, {"R7/4/1", "2025-04-01*"}, {"R7-4-1", "2025-04-01*"}, {"r7.4.1", "2025-04-01*"},
		{"R.7.4.1", "2025-04-01*"}, {"R07.04.01", "2025-04-01*"}, {"R070401", "2025-04-01*"}, {"R元.5.1", "2019-05-01*"},
		{"Ｒ７．４．１", "2025-04-01*"}, {"㋿7.4.1", "2025-04-01*"}, {"㍻31年4月30日", "2019-04-30*"}, {"令7.4.1", "2025-04-01*"},
		{"㍼64年1月7日", "1989-01-07*"}, {"㍽15年12月24日", "1926-12-24*"}, {"㍾45年7月29日", "1912-07-29*"},
		{"S60.3.31", "1985-03-31*"}, {"H31.4.30", "2019-04-30*"}, {"T15.12.24", "1926-12-24*"}, {"M6.1.1", "1873-01-01*"},
		{"令和七年四月一日", "2025-04-01*"}, {"令和 ７ 年 ４ 月 １ 日", "2025-04-01*"}, {"R7・4・1", "2025-04-01*"},
		{"令和7年4月1日（火）", "2025-04-01*"}, {"令和7(2025)年4月1日", "2025-04-01*"}, {"2025年(令和7年)4月1日", "2025-04-01*"},
		{"令和82年12月31日", "2100-12-31*"},
		// an era that does not hold the day
		{"平成40年4月1日", "!C107"}, {"昭和64年1月8日", "!C107"}, {"令和元年4月30日", "!C107"}, {"平成31年5月1日", "!C107"},
		{"平成元年1月7日", "!C107"}, {"2024年(令和7年)4月1日", "!C107"},
		// time of day
		{"2025/4/1 10:30", "2025-04-01*"}, {"2025-04-01T10:30:00+09:00", "2025-04-01*"},
		{"2025-04-01T10:30:00.123456789Z", "2025-04-01*"},
		{"2025年4月1日 午後3時", "2025-04-01*"}, {"2025/4/1 10時30分", "2025-04-01*"}, {"2025/4/1 3:05 PM", "2025-04-01*"},
		{"2025/4/1 25:00", "!C102"}, {"2025/4/1 10:75", "!C102"},
		// no year, or half a year
		{"4/1", "!C108"}, {"4月1日", "!C108"}, {"４月１日(火)", "!C108"}, {"12-31", "!C108"}, {"25/4/1", "!C108"},
		{"7.4.1", "!C108"},
		{"13/45", "!C102"}, {"45/1", "!C102"},
		// no day
		{"2025年4月", "!C102"}, {"令和7年", "!C102"}, {"2025", "!C102"}, {"令和7年度4月1日", "!C102"},
		// no such day
		{"2025/2/29", "!C102"}, {"2025/2/30", "!C102"}, {"2025/13/1", "!C102"}, {"2025/0/1", "!C102"}, {"2025/4/0", "!C102"},
		{"20250230", "!C102"}, {"R070230", "!C102"}, {"令和0年4月1日", "!C102"}, {"9999/12/31", "!C102"}, {"2025/4/001", "!C102"},
		{"令和十十年4月1日", "!C102"}, {"2205/4/1", "!C102"},
		// a serial that has become a text: 45748 is 2025-04-01; 50401 may be 令和5年4月1日
		{"45748", "2025-04-01*"}, {"45748.0", "2025-04-01*"}, {"45748.3958", "2025-04-01*"}, {"４５７４８", "2025-04-01*"},
		{"36526", "2000-01-01*"}, {"36525", "!C102"}, {"73050", "2099-12-31*"}, {"73050.5", "2099-12-31*"},
		{"73051", "!C102"},
		{"50401", "!C102"}, {"45,748", "!C102"}, {"45748円", "!C102"}, {"045748", "!C102"},
		// a slip of the finger
		{"2O25/4/1", "!C112"}, {"2025/4/l", "!C112"}, {"2025/4/1O", "!C112"}, {"R7.4.I", "!C112"},
		// not one certain day
		{"4/1/2025", "!C102"}, {"2025/4/1頃", "!C102"}, {"2025/4/1〜4/5", "!C102"}, {"2025年4月上旬", "!C102"},
		{"2025/4/1?", "!C102"},
		{"未定", "!C102"}, {"-", "!C102"}, {"なし", "!C102"}, {"2025²/4/1", "!C102"}, {"R", "!C102"},
		{"", "!C101"}, {"　\n", "!C101"}, {"#REF!", "!C105"},
	}
	for _, tt := range tests {
		if got := outcome(ReadDate(text(tt.in))); got != tt.want {
			t.Errorf("ReadDate(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

// Serials: 1900 system 45748 = 2025-04-01 (DATEVALUE("2025/4/1") in Excel); the 1904 system
// counts 1462 days less.
func TestReadDateSerial(t *testing.T) {
	epoch1904 := func(v Value) Value { v.Epoch1904 = true; return v }
	tests := []struct {
		in   Value
		want string
	}{
		{dateCell(45748), "2025-04-01"},
		{dateCell(45748.4375), "2025-04-01*"},
		{dateCell(45747.9999999999), "2025-04-01"},
		{epoch1904(dateCell(44286)), "2025-04-01"},
		{dateCell(1), "1900-01-01"},
		{dateCell(59), "1900-02-28"},
		{dateCell(60), "!C102"},
		{dateCell(61), "1900-03-01"},
		{epoch1904(dateCell(60)), "1904-03-01"},
		{dateCell(0), "!C102"},
		{dateCell(0.5), "!C102"},
		{dateCell(-1), "!C102"},
		{dateCell(73415), "2100-12-31"},
		{dateCell(73416), "!C102"},
		{dateCell(2958465), "!C102"},
		{dateCell(1e300), "!C102"},
		{dateCell(20250401), "2025-04-01*"},
		{number(20250401), "2025-04-01*"},
		{number(20250230), "!C102"},
		{number(45748), "2025-04-01*"},
		{epoch1904(number(44286)), "2025-04-01*"},
		{number(36525), "!C102"},
		{number(36526), "2000-01-01*"},
		{number(73050), "2099-12-31*"},
		{number(73051), "!C102"},
		{number(70401), "!C102"}, // 070401 without its R: 2092-09-28 as a serial
		{number(2025), "!C102"},
		{number(4.1), "!C102"},
		{timeCell(0.4375), "!C102"},
		{Value{Kind: Bool, Number: 1, Text: "TRUE"}, "!C102"},
		{Value{Kind: ErrorValue, Text: "#N/A"}, "!C105"},
		{Value{Kind: Uncomputed}, "!C106"},
		{Value{}, "!C101"},
	}
	for _, tt := range tests {
		if got := outcome(ReadDate(tt.in)); got != tt.want {
			t.Errorf("ReadDate(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

// A serial that has become a text says nothing of the system of the workbook it was copied from: from 1904 it
// would be 1462 days later.
func TestSerialTexts(t *testing.T) {
	v := text("45748")
	if _, n, _ := ReadDate(v); n == nil || n.Why != whySerialText {
		t.Errorf("note %+v", n)
	}
	v.Epoch1904 = true
	_, _, f := ReadDate(v)
	if f == nil || strings.Join(f.Suggest, " ") != "2025-04-01 2029-04-02" {
		t.Errorf("in a workbook from 1904: %+v", f)
	}
}

// Every serial from 61 on is the day after the one before, so two fixed points and a walk show
// them all.
func TestSerialsFollowEachOther(t *testing.T) {
	last := NewDay(1900, time.March, 1)
	for serial := 62; serial <= 73415; serial++ {
		d, _, f := ReadDate(dateCell(float64(serial)))
		if f != nil || d != last+1 {
			t.Fatalf("serial %d = %v %v, want %v", serial, d, f, last+1)
		}
		last = d
	}
	if last != MaxDay {
		t.Errorf("serial 73415 = %v, want %v", last, MaxDay)
	}
}

// forms writes a day in every textual form.
func forms(d Day) []string {
	y, month, day := d.YMD()
	m := int(month)
	name, n := d.Era()
	e := eraOf(d)
	wide := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８",
		"9", "９", "/", "／", ".", "．", "-", "－")
	week := weekdays[d.Time().Weekday()].kanji
	out := []string{
		d.String(),
		fmt.Sprintf("%d/%d/%d", y, m, day),
		fmt.Sprintf("%d.%d.%d", y, m, day),
		fmt.Sprintf("%04d%02d%02d", y, m, day),
		fmt.Sprintf("%d年%d月%d日", y, m, day),
		fmt.Sprintf("%d/%02d/%02d 23:59", y, m, day),
		fmt.Sprintf("%d/%d/%d(%s)", y, m, day, week),
		fmt.Sprintf("%d年%d月%d日%s曜日", y, m, day, week),
		fmt.Sprintf("%s %d, %d", month, day, y),
		d.EraString(lang.JA),
		fmt.Sprintf("%s %d 年 %d 月 %d 日", name, n, m, day),
		fmt.Sprintf("%s%d.%d.%d", strings.ToUpper(e.letter), n, m, day),
		fmt.Sprintf("%s%02d/%02d/%02d", e.letter, n, m, day),
		fmt.Sprintf("%s%02d%02d%02d", strings.ToUpper(e.letter), n, m, day),
		fmt.Sprintf("%s%d.%d.%d", e.short, n, m, day),
		fmt.Sprintf("%d年(%s)%d月%d日", y, eraYear(name, n), m, day),
		fmt.Sprintf("%s年%s月%s日", kanji(y), kanji(m), kanji(day)),
		fmt.Sprintf("%s%s年%s月%s日", name, kanji(n), kanji(m), kanji(day)),
	}
	for _, s := range out[:len(out):len(out)] {
		out = append(out, wide.Replace(s))
	}
	return out
}

// kanji writes 1 to 9999 with units: 二千二十五.
func kanji(n int) string {
	var b strings.Builder
	for _, place := range []struct {
		value int
		unit  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		digit := n / place.value % 10
		if digit > 1 || digit == 1 && place.value == 1 {
			b.WriteString(string([]rune("〇一二三四五六七八九")[digit]))
		}
		if digit > 0 {
			b.WriteString(place.unit)
		}
	}
	return b.String()
}

func TestEveryFormOfADayGivesItBack(t *testing.T) {
	r := rand.New(rand.NewPCG(90, 30))
	days := []Day{MinDay, MaxDay, NewDay(2000, time.February, 29)}
	for i := range eras[1:] {
		days = append(days, eras[i+1].start-1, eras[i+1].start)
	}
	for range 3000 {
		days = append(days, MinDay+Day(r.IntN(int(MaxDay-MinDay)+1)))
	}
	for _, d := range days {
		for _, s := range forms(d) {
			if got, _, f := ReadDate(text(s)); f != nil || got != d {
				t.Fatalf("ReadDate(%q) = %v %+v, want %v", s, got, f, d)
			}
		}
	}
}

func TestDateMessages(t *testing.T) {
	_, n, _ := ReadDate(text("令和7年4月1日"))
	if n.Text.JA != "令和7年4月1日 → 2025-04-01 と読みました" {
		t.Errorf("note = %q", n.Text.JA)
	}
	_, _, f := ReadDate(text("平成40年4月1日")) // 1988 + 40 = 2028 = 令和10年
	if want := "「平成40年4月1日」は平成の期間に入っていません（数えると 2028-04-01、令和10年4月1日 です）。"; f.Message.JA != want {
		t.Errorf("message = %q, want %q", f.Message.JA, want)
	}
	if len(f.Suggest) != 2 || f.Suggest[0] != "令和10年4月1日" {
		t.Errorf("suggest = %q", f.Suggest)
	}
	for in, why := range map[string]lang.Text{
		"明治5年12月2日": whyLunar, "4/1/2025": whyOrder, "2025年4月": whyNoDay, "2025/4/1〜4/5": whyTrailing,
		"9999/12/31": whyYearRange,
	} {
		if _, _, f := ReadDate(text(in)); f == nil ||
			!strings.HasSuffix(f.Message.JA, "読めません。"+why.JA) || !strings.HasSuffix(f.Message.EN, why.EN) {
			t.Errorf("ReadDate(%q): %+v, want the reason %q", in, f, why.JA)
		}
	}
	_, _, f = ReadDate(text("2025/2/30"))
	if want := "「2025/2/30」は日付として読めません。2025年2月の日は1日から28日までです。"; f.Message.JA != want {
		t.Errorf("message = %q, want %q", f.Message.JA, want)
	}
	_, _, f = ReadDate(text("2O25/4/l"))
	if len(f.Suggest) != 1 || f.Suggest[0] != "2025/4/1" {
		t.Errorf("suggest = %q", f.Suggest)
	}
}
