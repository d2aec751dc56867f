package grid

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"pilot90/cohort/cell"
)

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		code string
		want cell.Format
	}{
		{"General", cell.Plain}, {"G/標準", cell.Plain}, {`G/標準"日"`, cell.Plain}, {"0.00", cell.Plain},
		{"#,##0;[Red]-#,##0", cell.Plain},
		{"0.00E+00", cell.Plain}, {"##0.0E+0", cell.Plain}, {`0"年"`, cell.Plain}, {`0"days"`, cell.Plain},
		{`0\d`, cell.Plain}, {"@", cell.Plain},
		{`_(* #,##0_);_(* \(#,##0\)`, cell.Plain}, {"[Red]0", cell.Plain}, {"[$¥-411]#,##0", cell.Plain}, {`_d0`, cell.Plain},
		{"yyyy/m/d", cell.Date}, {"yyyy-mm-dd hh:mm", cell.Date}, {`yyyy"年"m"月"d"日"`, cell.Date}, {`m"月"`, cell.Date},
		{"mmm", cell.Date}, {"aaa", cell.Date}, {"d", cell.Date},
		{`[$-411]ggge"年"m"月"d"日";@`, cell.Date}, {"[$-411]ge.m.d", cell.Date}, {"e/m/d", cell.Date}, {"gge-m-d", cell.Date},
		{"YYYY/MM/DD", cell.Date},
		{`[$-ja-JP-x-gannen]ggge"年"m"月"d"日"`, cell.Date}, {`[<43586]"平成"e"年";[$-411]ggge"年"`, cell.Date},
		{"h:mm", cell.Time}, {"[h]:mm", cell.Time}, {"[hh]:mm:ss", cell.Time}, {"[mm]", cell.Time}, {"mm:ss", cell.Time},
		{"h:mm AM/PM", cell.Time}, {`h"時"mm"分"`, cell.Time}, {"[ss].00", cell.Time},
	} {
		if got := Classify(c.code).Format; got != c.want {
			t.Errorf("classify(%s) = %v, want %v", c.code, got, c.want)
		}
	}
	for id := range 60 { // ECMA-376 part 1, 18.8.30, lists for ja-jp
		want := cell.Plain
		switch {
		case id >= 18 && id <= 21, id == 32, id == 33, id >= 45 && id <= 47:
			want = cell.Time
		case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id >= 34 && id <= 36, id >= 50 && id <= 58:
			want = cell.Date
		}
		if got := builtinFormat(id); got != want {
			t.Errorf("builtinFormat(%d) = %v, want %v", id, got, want)
		}
	}
}

func TestZeroFormats(t *testing.T) {
	for _, c := range []struct{ code, digits, want string }{
		{"0000", "12", "0012"}, {"0000", "12345", "12345"}, {"00", "0", "00"},
		{"000-0000", "600001", "060-0001"}, {"000\\-0000", "1234567", "123-4567"}, {`"P"000`, "7", "P007"},
		{`"A0"00`, "7", "A007"},
		{`0000_ ;[Red]\-0000`, "3", "0003"}, {`00":"00`, "930", "09:30"}, {"000-0000", "12345678", "1234-5678"},
	} {
		style := Classify(c.code)
		if style.zeros == nil {
			t.Errorf("%s is no format of zeros", c.code)
			continue
		}
		if got := pad(style.zeros, c.digits); got != c.want {
			t.Errorf("%s under %s = %q, want %q", c.digits, c.code, got, c.want)
		}
	}
	for _, code := range []string{"0", "#,##0", "0.00", "0%", "00.0", "#00", "General", "0,000", `0"円"`} {
		if style := Classify(code); style.zeros != nil {
			t.Errorf("%s was taken for a format of zeros", code)
		}
	}
}

func TestNumberTexts(t *testing.T) {
	for _, c := range []struct {
		f    float64
		want string
	}{ // as Excel's formula bar shows them
		{0.1 + 0.2, "0.3"}, {1.1, "1.1"}, {100, "100"}, {-0.5, "-0.5"}, {0, "0"}, {math.Copysign(0, -1), "0"},
		{123456789012345, "123456789012345"},
		{12345678901234567, "12345678901234600"}, {1e20, "100000000000000000000"}, {1e21, "1E+21"},
		{1.0 / 3, "0.333333333333333"}, {1e-9, "0.000000001"}, {1e-10, "1E-10"},
		{math.MaxFloat64, "1.7976931348623157E+308"}, // rounding to 15 digits would overflow
	} {
		if got := string(appendNumber(nil, c.f)); got != c.want {
			t.Errorf("%v = %s, want %s", c.f, got, c.want)
		}
	}
}

// TestShortNumbers checks the quick reading of numbers against the standard library, and that
// a text called shortest is the text that would be made.
func TestShortNumbers(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	texts := []string{"", "-", ".", "-.", "1.", ".5", "-0", "00", "01", "0.0", "1.50", "123456789012345",
		"1234567890123456", "0.1234567890123456", "1e5", "1E-3", "+1", "1_0", "0x1", "inf", "NaN", " 1"}
	for range 20_000 {
		texts = append(texts, strconv.FormatFloat(float64(random.IntN(1e9))/Pow10[random.IntN(10)], 'f', -1, 64))
	}
	for _, s := range texts {
		want, err := strconv.ParseFloat(s, 64)
		f, ok := ParseShort([]byte(s))
		if ok && (err != nil || f != want) {
			t.Fatalf("parseShort(%q) = %v, want %v %v", s, f, want, err)
		}
		if isShortest([]byte(s)) && string(appendNumber(nil, want)) != s {
			t.Fatalf("isShortest(%q), but the text is %s", s, appendNumber(nil, want))
		}
	}
	for _, bad := range []string{"", "-", ".", "1_0", "0x10", "inf", "NaN", " 1", "1 ", "1e", "1,0", "１"} {
		if f, ok := ParseNumber([]byte(bad)); ok {
			t.Errorf("parseNumber(%q) = %v", bad, f)
		}
	}
}

func TestSerials(t *testing.T) {
	for _, c := range []struct {
		f      float64
		format cell.Format
		mac    bool
		want   string // "" for what Excel shows as ####
	}{
		{45748, cell.Date, false, "2025-04-01"}, {44286, cell.Date, true, "2025-04-01"}, // 1462 days apart
		{1, cell.Date, false, "1900-01-01"}, {59, cell.Date, false, "1900-02-28"}, {60, cell.Date, false, "1900-02-29"},
		{61, cell.Date, false, "1900-03-01"},
		{0, cell.Date, false, ""}, {0, cell.Date, true, "1904-01-01"}, {-1, cell.Date, false, ""},
		{2958465, cell.Date, false, "9999-12-31"}, {2958466, cell.Date, false, ""}, {2957003, cell.Date, true, "9999-12-31"},
		{2957004, cell.Date, true, ""},
		{45748.5, cell.Date, false, "2025-04-01 12:00"}, {45748.999999999, cell.Date, false, "2025-04-02"},
		{45748.25 + 1.0/86400, cell.Date, false, "2025-04-01 06:00:01"},
		{0.0625, cell.Time, false, "1:30"}, {1.5, cell.Time, false, "36:00"}, {1.0 / 86400, cell.Time, false, "0:00:01"},
		{0, cell.Time, false, "0:00"},
		{45748.375, cell.Time, false, "2025-04-01 09:00"}, {-0.5, cell.Time, false, ""}, {math.NaN(), cell.Date, false, ""},
	} {
		got, ok := AppendSerial(nil, c.f, c.format, c.mac)
		if ok != (c.want != "") || ok && string(got) != c.want {
			t.Errorf("serial %v (1904 %v) = %q %v, want %q", c.f, c.mac, got, ok, c.want)
		}
	}
}

// TestISODates reads t="d" texts and shows them again.
func TestISODates(t *testing.T) {
	for _, c := range []struct {
		text   string
		serial float64
		format cell.Format
	}{ // serials as Excel shows them under General
		{"2025-04-01", 45748, cell.Date}, {"1900-03-01", 61, cell.Date}, {"1900-02-28", 59, cell.Date},
		{"2025-04-01T12:00:00", 45748.5, cell.Date},
		{"2025-04-01T12:00:00Z", 45748.5, cell.Date}, {"06:00:00", 0.25, cell.Time},
	} {
		f, format, ok := ParseISO(c.text, false)
		if !ok || f != c.serial || format != c.format {
			t.Errorf("%s = %v %v %v, want %v", c.text, f, format, ok, c.serial)
		}
	}
	if f, _, _ := ParseISO("2025-04-01", true); f != 44286 {
		t.Errorf("2025-04-01 in the 1904 system = %v, want 44286", f)
	}
	if _, _, ok := ParseISO("2025/04/01", false); ok {
		t.Error("2025/04/01 is no ISO date")
	}
}
