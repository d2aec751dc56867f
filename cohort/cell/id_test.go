package cell

import (
	"strings"
	"testing"
)

// What Excel makes of a long id in a CSV file, and ids that only look like it.
func TestIDsAsNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"2.02504E+11": "!C113", "2.02504e+11": "!C113", "２．０２５０４Ｅ＋１１": "!C113", "1E+15": "!C113", "2.02504E11": "!C113",
		"1E5": "1E5", "3E12": "3E12", "E+11": "E+11", "2.5": "2.5", "12E+11": "12E+11",
	} {
		if got := outcome(ReadID(text(in))); got != want {
			t.Errorf("ReadID(%q) = %s, want %s", in, got, want)
		}
	}
	_, _, f := ReadID(text("2.02504E+11"))
	if f == nil || !strings.Contains(f.Message.JA, "Excel") || !strings.Contains(f.Fix.JA, "文字列") {
		t.Errorf("%+v", f)
	}
}

func TestSeveralIDs(t *testing.T) {
	for _, in := range []string{
		"P01、P02", "P01,P02", "P01，P02", "P01;P02", "P01\nP03", "P01/P02", "P02／P03", "P01・P02", "P01と P02", "P01 と P02",
		"P01 & P02", "P01＆P02", "P01 P02", "P01　P02",
		"P01及びP02", "P01〜P03", "A01,A02", "A-001、A-002", "0012、0013", "P01、P02、P03", "w01+w02", "P01 and P02",
	} {
		_, _, f := ReadID(text(in))
		if f == nil || f.Code != CodeID || !strings.Contains(f.Message.JA, "2つ以上") || !strings.Contains(f.Fix.JA,
			"1行") || len(f.Suggest) > 0 {
			t.Errorf("ReadID(%q): %+v", in, f)
		}
	}
	for in, want := range map[string]string{
		"R7/001": "R7/001", "R7/A001": "R7/A001", "2025/0012": "2025/0012", "25/01": "25/01", "P01": "P01", "W-001": "W-001",
		"A 1":   "A 1",
		"入力、整理": "入力、整理", "1、2月分の整理": "1、2月分の整理",
		"1,234": "1,234", "P01、": "P01、", "青木・井上": "青木・井上", "P&G": "P&G", "A/B": "A/B", "C-1・2": "C-1・2",
		"サーバー1と2": "サーバー1と2", "12-13": "12-13",
	} {
		if got := outcome(ReadID(text(in))); got != want {
			t.Errorf("ReadID(%q) = %s, want %s", in, got, want)
		}
	}
}

// TestFoldID: ids are compared without width, dashes of every kind and what is not seen; NFKC makes blanks of every
// width one, also between words.
func TestFoldID(t *testing.T) {
	for typed, want := range map[string]string{"Ｗ－００１": "W-001", "Wー001": "W-001", "サーバー1": "サーバー1",
		"\u00a0P 01\u3000": "P 01", "P\u300001": "P 01", "P\u00a001": "P 01", "P\u200b01": "P01"} {
		if got := foldID(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
