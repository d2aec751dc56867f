package delimited

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// longPieces has a character of every length at every distance from the ends of the pieces that
// text is decoded in, and is several pieces long.
func longPieces() string {
	var b strings.Builder
	for i := range 9000 {
		b.WriteString("ab"[:1+i%2] + ",あ,ｱ,髙橋," + strings.Repeat("x", i%7) + "\r\n")
	}
	return b.String()
}

// TestDecodingInPieces compares with the decoding of the whole text by its library.
func TestDecodingInPieces(t *testing.T) {
	want := longPieces()
	if len(want) < 4*pieceSize {
		t.Fatalf("only %d bytes", len(want))
	}
	for _, c := range []struct {
		name string
		cs   charset
		enc  encoding.Encoding
	}{
		{"CP932", cp932, japanese.ShiftJIS},
		{"UTF-16LE", utf16LE, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16BE", utf16BE, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"UTF-32LE", utf32LE, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"UTF-32BE", utf32BE, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"UTF-8", UTF8Charset, encoding.Nop},
	} {
		raw := string(sheettest.Encode(t, c.enc, want))
		if got, err := decode(raw, c.cs, grid.Unlimited); err != nil || got != want {
			t.Errorf("%s: %d bytes of %d, %v", c.name, len(got), len(want), err)
		}
		if _, err := decode(raw, c.cs, int64(len(want))-1); err == nil || !strings.Contains(err.Error(), grid.CodeLimit) {
			t.Errorf("%s: one byte over the limit was taken: %v", c.name, err)
		}
	}
}

// TestLineOfABadByteFarBehind checks the line number after several pieces: 9,000 lines stand
// before the bad byte.
func TestLineOfABadByteFarBehind(t *testing.T) {
	for _, c := range []struct{ name, encoding, bad string }{
		{"CP932", "cp932", "\xff"}, {"UTF-8", "utf-8", "\xff"}, {"UTF-16", "utf-16le", "\x00\xd8a\x00"}, // half a pair
	} {
		raw := longPieces()
		switch c.encoding {
		case "cp932":
			raw = string(sheettest.Encode(t, japanese.ShiftJIS, raw))
		case "utf-16le":
			raw = string(sheettest.Encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), raw))
		}
		_, err := ToUTF8(c.encoding, raw+c.bad, grid.DefaultLimits())
		if f, ok := errors.AsType[*grid.Fault](err); !ok || !strings.Contains(f.Message.JA, "9001行目") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestGaijiInPieces has such a character at every distance from the ends of the pieces.
func TestGaijiInPieces(t *testing.T) {
	var raw, want strings.Builder
	for i := range 9000 {
		raw.WriteString("abc"[:1+i%3] + "\x82\xa0\xf0\x41\xb1\xf9\xfc,")
		want.WriteString("abc"[:1+i%3] + "あ\ue001ｱ\ue757,")
	}
	for n := range 10 {
		front := strings.Repeat("x", n)
		if got, err := decode(front+raw.String(), cp932, grid.Unlimited); err != nil || got != front+want.String() {
			t.Errorf("%d bytes of %d, %v", len(got), n+want.Len(), err)
		}
	}
}
