package sheet

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"pilot90/cohort/finding"
	"pilot90/cohort/sheet/delimited"
	"pilot90/cohort/sheet/sheettest"
)

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"plain", "a.csv", "a,b\n1,2\n", "A1=a B1=b A2=1 B2=2"},
		{"no last line end", "a.csv", "a,b\n1,2", "A1=a B1=b A2=1 B2=2"},
		{"mixed line ends", "a.csv", "a\r\nb\nc\rd", "A1=a A2=b A3=c A4=d"},
		{"blank rows are counted", "a.csv", "a\n\n,,\nb\n", "A1=a A4=b"},
		{"quoted line end is one row", "a.csv", "\"a\r\nb\",c\nd", "A1=a⏎b B1=c A2=d"},
		{"quoted quote and comma", "a.csv", `"a""b","c,d"`, `A1=a"b B1=c,d`},
		{"quote inside a field", "a.csv", `a"b,c`, `A1=a"b B1=c`},
		{"text after a closing quote", "a.csv", `"a"b,c`, `A1=ab B1=c`},
		{"empty quoted field", "a.csv", `"",b`, `B1=b`},
		{"quote never closed", "a.csv", "a\nb,\"c\nd,e\n", "C301 B2"},
		{"formula for zeros", "a.csv", `="0012",b`, "A1=0012 B1=b"},
		{"_x000D_ is text here", "a.csv", "a_x000D_b", "A1=a_x000D_b"},
		{"spaces stay", "a.csv", " a , b ", "A1= a  B1= b "},
		{"tab by name", "a.tsv", "a\tb,c\n", "A1=a B1=b,c"},
		{"named as divided by tabs, divided by commas", "a.tsv", "氏名,時間\n\n山田,1\n", "A1=氏名 B1=時間 A3=山田 B3=1"},
		{"one column with a comma in it", "a.tsv", "氏名\n山田,佐藤\n", "A1=氏名 A2=山田,佐藤"},
		{"one row with a comma in it", "a.tsv", "山田,佐藤\n", "A1=山田,佐藤"},
		{"tab by content", "a.csv", "a\tb\n1,5\t2\n", "A1=a B1=b A2=1,5 B2=2"},
		{"semicolon by content", "a.csv", "a;b\n1,5;2\n", "A1=a B1=b A2=1,5 B2=2"},
		{"sep line", "a.csv", "sep=;\na;b,c\n", "A1=a B1=b,c"},
		{"quoted commas do not count", "a.csv", "\"a,b,c\"\td\n\"e,f,g\"\th\n", "A1=a,b,c B1=d A2=e,f,g B2=h"},
		{"one column", "a.csv", "あ\nい\n", "A1=あ A2=い"},
		{"DOS end of file", "a.csv", "a\n\x1a", "A1=a"},
		{"padded with NUL", "a.csv", "a,b\n\x00\x00\x00", "C309"},
		{"a NUL in UTF-8 of an even length", "a.csv", "氏名\x00,参加者ID,開始\n", "C308"},
		{"a NUL in ASCII of an even length", "a.csv", "name\x00,id,hours,title\nP01,1,2,abc\n", "C308"},
		// U+3042 is the bytes 42 30, "B0"
		{"UTF-16 of hiragana without a mark", "a.csv", "B0D0,\x00F0H0\r\x00\n\x00", "A1=あい B1=うえ"},
		{"NUL inside", "a.csv", "a,b\nc\x00d,e\n1,2", "C308"},
		{"nothing but line ends", "a.csv", "\n\n", ""},
		{"only a byte order mark", "a.csv", "\ufeff", "C302"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, c.file, []byte(c.text), Options{})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// cp932Text has the characters that Shift_JIS without Microsoft's additions loses.
const cp932Text = "氏名,備考\n髙橋 﨑子,①㈱～－∥㌔㍻ﾊﾝｶｸ\n"

func TestEncodings(t *testing.T) {
	want := "A1=氏名 B1=備考 A2=髙橋 﨑子 B2=①㈱～－∥㌔㍻ﾊﾝｶｸ"
	le, be := unicode.LittleEndian, unicode.BigEndian
	for _, c := range []struct {
		name     string
		data     []byte
		encoding string
		want     string
	}{
		{"UTF-8", []byte(cp932Text), "", want},
		{"UTF-8 with mark", []byte("\ufeff" + cp932Text), "", want},
		{"CP932", sheettest.Encode(t, japanese.ShiftJIS, cp932Text), "", want},
		{"CP932 named", sheettest.Encode(t, japanese.ShiftJIS, cp932Text), "Shift_JIS", want},
		{"UTF-16LE with mark", sheettest.Encode(t, unicode.UTF16(le, unicode.UseBOM), cp932Text), "", want},
		{"UTF-16BE with mark", sheettest.Encode(t, unicode.UTF16(be, unicode.UseBOM), cp932Text), "utf-16", want},
		{"UTF-16LE", sheettest.Encode(t, unicode.UTF16(le, unicode.IgnoreBOM), cp932Text), "", want},
		{"UTF-16BE", sheettest.Encode(t, unicode.UTF16(be, unicode.IgnoreBOM), cp932Text), "", want},
		{"UTF-16BE named", sheettest.Encode(t, unicode.UTF16(be, unicode.IgnoreBOM), cp932Text), "utf-16be", want},
		{"UTF-32LE with mark", sheettest.Encode(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), cp932Text), "", want},
		{"surrogate pair in UTF-16", sheettest.Encode(t, unicode.UTF16(le, unicode.UseBOM), "𠮷野"), "", "A1=𠮷野"},
		{"half a pair", []byte("\xff\xfea\x00\x42\xd8"), "", "C308"},
		{"UTF-16 cut off", []byte("\xff\xfea\x00b"), "", "C309"},
		{"UTF-8 cut off in a character", []byte("あい\xe3\x81"), "", "C308"},
		{"neither UTF-8 nor CP932", []byte("a,\xff\xfd\n"), "", "C308"},
		{"EUC-JP", sheettest.Encode(t, japanese.EUCJP, "しめい,びこう\nさとうはなこ,なし\n"), "", "C308"},
		{"EUC-JP of katakana", sheettest.Encode(t, japanese.EUCJP, "カナ,データ\n"), "", "C308"},
		{"EUC-JP that is not CP932", sheettest.Encode(t, japanese.EUCJP, "氏名,しめい\n参加者,とし\n"), "", "C308"},
		{"JIS", sheettest.Encode(t, japanese.ISO2022JP, "氏名,時間\n"), "", "C308"},
		{"JIS, named UTF-8", sheettest.Encode(t, japanese.ISO2022JP, "氏名,時間\n"), "utf-8", "C308"},
		{"half-width katakana and dots in CP932", sheettest.Encode(t, japanese.ShiftJIS, "ｻﾄｳ･ﾊﾅｺ,ﾔﾏﾀﾞ･ﾀﾛｳ\n"), "",
			"A1=ｻﾄｳ･ﾊﾅｺ B1=ﾔﾏﾀﾞ･ﾀﾛｳ"},
		// F0 40 is U+E000; 188 to a row; FA 40 is IBM's ⅰ
		{"gaiji in CP932", []byte("\x8eR\xf0\x40,\xf0\x7e\xf0\x80\xf0\xfc\xf1\x40\xf9\xfc\n\xfa\x40"), "",
			"A1=山\ue000 B1=\ue03e\ue03f\ue0bb\ue0bc\ue757 A2=ⅰ"},
		{"half of a gaiji", []byte("a,\xf0\n"), "cp932", "C308"},
		{"a gaiji without its second byte", []byte("a,\xf0"), "cp932", "C308"},
		{"half-width katakana in CP932", sheettest.Encode(t, japanese.ShiftJIS, "ｻﾄｳ ﾊﾅｺ,ﾔﾏﾀﾞ\n氏名\n"), "",
			"A1=ｻﾄｳ ﾊﾅｺ B1=ﾔﾏﾀﾞ A2=氏名"},
		{"CP932 named, but UTF-8", []byte("髙橋,備考"), "cp932", "C308"},
		{"CP932 named, but marked as UTF-8", []byte("\ufeff" + cp932Text), "cp932", want},
		{"UTF-8 named, but marked as UTF-16", sheettest.Encode(t, unicode.UTF16(be, unicode.UseBOM), cp932Text), "utf-8",
			want},
		{"UTF-8 named, but CP932", sheettest.Encode(t, japanese.ShiftJIS, cp932Text), "utf-8", "C308"},
		{"unknown name", []byte("a"), "latin-9", "C308"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, "a.csv", c.data, Options{Encoding: c.encoding})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	for name, want := range map[string]bool{"": true, "UTF-8": true, "cp932": true, "euc-jp": false} {
		if delimited.KnownEncoding(name) != want {
			t.Errorf("KnownEncoding(%q) = %v", name, !want)
		}
	}
}

// TestEncodingFaultNamesTheLine checks that a clerk is told where to look.
func TestEncodingFaultNamesTheLine(t *testing.T) {
	_, findings := read(t, "台帳/a.csv", []byte("a\nb\nあ\xff\n"), Options{Encoding: "utf-8"})
	if len(findings) != 1 || !strings.Contains(findings[0].Message.JA, "3行目") ||
		!strings.Contains(findings[0].Message.EN, "Line 3") {
		t.Fatal(findings)
	}
	want := finding.Place{File: "台帳/a.csv", Sheet: "a"}
	if findings[0].Place != want {
		t.Errorf("place %+v, want %+v", findings[0].Place, want)
	}
}

// TestOtherEncodingsAreNamed: the advice to open it in Excel would show rubbish.
func TestOtherEncodingsAreNamed(t *testing.T) {
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
	}{
		{"EUC-JP", "カナ,データ\n", japanese.EUCJP},
		{"EUC-JP", "氏名,番号\n凜堯,遙\n", japanese.EUCJP}, // F4 A6 and others are nothing in CP932
		{"ISO-2022-JP", "氏名\n", japanese.ISO2022JP},
	} {
		name := c.name
		_, findings := read(t, "a.csv", sheettest.Encode(t, c.enc, c.text), Options{})
		if len(findings) != 1 || !strings.Contains(findings[0].Message.JA, name) ||
			!strings.Contains(findings[0].Fix.JA, "テキストまたはCSVから") {
			t.Errorf("%s: %v", name, findings)
		}
	}
}

// TestRowsTwice reads a CSV two times from one Reader.
func TestRowsTwice(t *testing.T) {
	text := "\"a\r\nb\",c\nd\n"
	r, _, err := NewReader("a.csv", strings.NewReader(text), int64(len(text)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		n := 0
		for row, err := range r.Sheets[0].Rows() {
			if n++; err != nil || n == 1 && row.At(1).Text != "a\nb" {
				t.Fatal(row, err)
			}
		}
		if n != 2 {
			t.Errorf("%d rows, want 2", n)
		}
	}
}
