package pdf

import (
	"testing"

	"pilot90/templates"
)

func font(t *testing.T, name string) []byte {
	t.Helper()
	data, err := templates.Asset(name)
	if err != nil {
		t.Skip(err)
	}
	return data
}

func TestGlyphsAndWidths(t *testing.T) {
	plain, err := parseTrueType(font(t, templates.FontRegular))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "亜髙﨑①㈱〜ｱ" {
		if plain.glyph(r) == 0 {
			t.Errorf("no glyph for %c", r)
		}
	}
	for _, r := range "𠮷⚠\uE000😀" {
		if plain.glyph(r) != 0 {
			t.Errorf("a glyph for %c, which the face is known to lack", r)
		}
	}
	if w := plain.advance(plain.glyph('国')); w != 1000 { // a kanji is one em square
		t.Errorf("国 is %d wide", w)
	}
}

// Numbers stand in columns: all digits are equally wide, the narrow 1 in the middle of its
// room.
func TestDigitsAreEquallyWide(t *testing.T) {
	s := setter(t)
	for _, isBold := range []bool{false, true} {
		for _, r := range "0123456789" {
			if w := s.advance(r, isBold); w != s.advance('0', isBold) {
				t.Errorf("%c is %d wide, 0 is %d (bold %v)", r, w, s.advance('0', isBold), isBold)
			}
		}
	}
	was, err := parseTrueType(font(t, templates.FontRegular))
	if err != nil {
		t.Fatal(err)
	}
	one := was.tables["hmtx"].offset + 4*was.glyph('1')
	now := s.faces[regular]
	wider, moved := now.u16(one)-was.u16(one), now.u16(one+2)-was.u16(one+2)
	if wider <= 0 || moved != wider/2 {
		t.Errorf("1 is %d units wider and moved by %d, want half of it", wider, moved)
	}
}

// A font whose character map was rewritten leads from each code to the glyph it was given.
func TestWithCharacterMap(t *testing.T) {
	rest, err := parseTrueType(font(t, templates.FontFallback))
	if err != nil {
		t.Fatal(err)
	}
	yoshi, sign := rest.glyph('𠮷'), rest.glyph('⚠')
	if yoshi == 0 || sign == 0 {
		t.Fatal("the fallback face lacks 𠮷 or ⚠")
	}
	again, err := parseTrueType(rest.withCharacterMap(map[uint16]int{0xE000: yoshi, 0x26A0: sign}))
	if err != nil {
		t.Fatal(err)
	}
	if again.glyph(0xE000) != yoshi || again.glyph('⚠') != sign || again.glyph('A') != 0 || again.glyph(0xE001) != 0 {
		t.Error("codes do not lead where they were told to")
	}
}

// A damaged font is an error or a font without some glyphs, never a panic.
func TestDamagedFonts(t *testing.T) {
	data := font(t, templates.FontRegular)
	for _, size := range []int{0, 4, 11, 12, 30, 200, 5000, len(data) / 2} {
		if f, err := parseTrueType(data[:size]); err == nil {
			f.glyph('国')
			t.Errorf("a font cut to %d bytes is accepted", size)
		}
	}
	for at := 0; at < 400; at += 3 {
		broken := append([]byte(nil), data...)
		broken[at] ^= 0xFF
		if f, err := parseTrueType(broken); err == nil {
			f.advance(f.glyph('国'))
		}
	}
}

func TestTakeApartRefusesOtherFiles(t *testing.T) {
	for _, raw := range []string{"", "%PDF-1.4", "startxref\n5\n%%EOF", "xref\n0 2\nstartxref\n0\n"} {
		if _, err := takeApart([]byte(raw)); err == nil {
			t.Errorf("%q is taken apart", raw)
		}
	}
}
