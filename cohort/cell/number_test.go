package cell

import (
	"math"
	"testing"
)

func TestReadNumber(t *testing.T) {
	tests := []struct{ in, want string }{
		// as typed
		{"1234", "1234"}, {"1,234", "1234"}, {"1,234,567.5", "1.2345675e+06"}, {"-300", "-300"}, {"+300", "300"}, {"0", "0"},
		{"-0", "0"}, {".5", "0.5"}, {"007", "7"}, {" 12 ", "12"}, {"1.2E+3", "1200"}, {"1e-2", "0.01"},
		// folded
		{"１２３４", "1234*"}, {"１，２３４", "1234*"}, {"－３００", "-300*"}, {"−300", "-300*"}, {"１２．５", "12.5*"},
		// units and signs
		{"¥1,234", "1234*"}, {"￥1,234", "1234*"}, {"1,234円", "1234*"}, {"¥-300", "-300*"}, {"-¥300", "-300*"},
		{"\\1,234", "1234*"},
		{"1,234円也", "1234*"}, {"△300", "-300*"}, {"▲300", "-300*"}, {"▲ 1,300円", "-1300*"}, {"(300)", "-300*"},
		{"（1,300）", "-1300*"},
		{"3千円", "3000*"}, {"3千", "3000*"}, {"1.5万円", "15000*"}, {"２万３千円", "23000*"}, {"2万3000円", "23000*"},
		{"1億2,000万円", "1.2e+08*"},
		{"25千円", "25000*"}, {"12百万円", "1.2e+07*"}, {"1.5千万", "1.5e+07*"}, {"1.1万", "11000*"}, {"2万500円", "20500*"},
		{"三千円", "3000*"}, {"二万五千", "25000*"}, {"二十三", "23*"}, {"一〇五", "105*"}, {"十", "10*"}, {"百二十円", "120*"},
		{"50%", "0.5*"}, {"５０％", "0.5*"}, {"12.5%", "0.125*"}, {"-3%", "-0.03*"}, {"33.3%", "0.333*"},
		{"0万円", "0*"}, {"０千円", "0*"}, {"¥3,000-", "3000*"}, {"￥３，０００－", "3000*"}, {"3,000円-", "3000*"}, {"¥3,000.-", "3000*"},
		{"金3,000円也", "3000*"},
		{"3,000円（税込）", "3000*"}, {"3,000円（税抜）", "3000*"}, {"3,000円税別", "3000*"}, {"¥3,000(税込み)", "3000*"},
		{"△3千円（税込）", "-3000*"},
		{"3,000-", "!C103"}, {"3,000也", "!C103"}, {"3,000(税込)", "!C103"}, {"3,000円（税込", "!C103"}, {"3,000円（概算）", "!C103"},
		{"金3,000", "!C103"}, {"万円", "!C103"}, {"5千0万", "5e+07*"},
		{"12件", "12*"}, {"3回", "3*"}, {"4点", "4*"},
		// letters among the digits
		{"1O0", "!C112"}, {"1oo", "!C112"}, {"l50", "!C112"}, {"1,2I4円", "!C112"}, {"1〇0", "!C112"},
		// badly grouped
		{"1,23,4", "!C103"}, {"1,2345", "!C103"}, {",123", "!C103"}, {"1234,567", "!C103"}, {"1,5", "!C103"},
		{"1.234,5", "!C103"},
		// no number
		{"二時間ぐらい", "!C103"}, {"約300", "!C103"}, {"100〜200", "!C103"}, {"12 34", "!C103"}, {"1.2.3", "!C103"}, {"-", "!C103"},
		{"--5", "!C103"}, {"-△5", "!C103"}, {"(-5)", "!C103"}, {"(5", "!C103"}, {"5)", "!C103"}, {"0x10", "!C103"},
		{"1_000", "!C103"},
		{"Inf", "!C103"}, {"NaN", "!C103"}, {"1e999", "!C103"}, {"2万3", "!C103"}, {"2万30000", "!C103"}, {"3千2万3億", "!C103"},
		{"百五千", "!C103"}, {"1.5万5千", "!C103"}, {"2千25百", "!C103"}, {"3千20000万", "!C103"}, {"1.5万千", "!C103"},
		{"千円", "!C103"}, {"百万円", "!C103"}, {"円", "!C103"}, {"%", "!C103"}, {"$5", "!C103"}, {"未定", "!C103"},
		{"2025-04-01", "!C103"}, {"1:30", "!C103"},
		{"", "!C101"}, {"#VALUE!", "!C105"},
	}
	for _, tt := range tests {
		if got := outcome(ReadNumber(text(tt.in), Any)); got != tt.want {
			t.Errorf("ReadNumber(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestReadNumberOfOtherCells(t *testing.T) {
	tests := []struct {
		in   Value
		want string
	}{
		{number(1234.5), "1234.5"},
		{number(math.NaN()), "!C103"},
		{dateCell(45748), "!C103"},
		{timeCell(0.0625), "!C103"},
		{Value{Kind: Bool, Number: 1, Text: "TRUE"}, "!C103"},
		{Value{Kind: ErrorValue, Text: "#DIV/0!"}, "!C105"},
		{Value{Kind: Uncomputed}, "!C106"},
		{Value{}, "!C101"},
	}
	for _, tt := range tests {
		if got := outcome(ReadNumber(tt.in, Any)); got != tt.want {
			t.Errorf("ReadNumber(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestReadYen(t *testing.T) {
	for in, want := range map[string]string{
		"無償": "!C103", "1,234円": "1234*", "3千円": "3000*", "12.5": "12.5", "50%": "!C103", "3件": "!C103", "△300": "!C111",
		"-1": "!C111",
	} {
		if got := outcome(ReadYen(text(in), NonNegative)); got != want {
			t.Errorf("ReadYen(%q) = %s, want %s", in, got, want)
		}
	}
}

// A word for work without pay is no number, and the message says what to write.
func TestReadYenWithoutPay(t *testing.T) {
	_, _, f := ReadYen(text("無償"), NonNegative)
	if want := "「無償」は金額（円）として読めません。支払いのない仕事は 0 と書いてください。"; f.Message.JA != want {
		t.Errorf("message = %q, want %q", f.Message.JA, want)
	}
	_, n, _ := ReadYen(text("3,000円（税抜）"), NonNegative)
	if n.Why != whyTaxNote {
		t.Errorf("note %+v, want one on the tax", n)
	}
}

func TestRange(t *testing.T) {
	score := Range{1, 5}
	for in, want := range map[string]string{"1": "1", "5": "5", "0": "!C111", "6": "!C111", "5.1": "!C111", "５": "5*",
		"６": "!C111"} {
		if got := outcome(ReadNumber(text(in), score)); got != want {
			t.Errorf("ReadNumber(%q, 1–5) = %s, want %s", in, got, want)
		}
	}
	_, _, f := ReadNumber(number(6), score)
	if want := "「6」は1から5までの数ではありません。"; f.Message.JA != want {
		t.Errorf("message = %q, want %q", f.Message.JA, want)
	}
	_, _, f = ReadYen(text("▲300"), NonNegative)
	if want := "「▲300」は0より小さい数です。"; f.Message.JA != want {
		t.Errorf("message = %q, want %q", f.Message.JA, want)
	}
}

// TestReadYenWithPoints: as commas are typed elsewhere, 300.000 may be three hundred thousand; a yen has
// no thousandth part.
func TestReadYenWithPoints(t *testing.T) {
	for in, want := range map[string]string{"300.000": "!C103", "1.234.567": "!C103", " ３００．０００ ": "!C103",
		"300.5": "300.5", "300.00": "300", "300,000": "300000", "1234.567": "1234.567"} {
		if got := outcome(ReadYen(text(in), Any)); got != want {
			t.Errorf("ReadYen(%q) = %s, want %s", in, got, want)
		}
	}
	if got := outcome(ReadYen(number(300.125), Any)); got != "300.125" {
		t.Errorf("a number is no text: %s", got)
	}
}
