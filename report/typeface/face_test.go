package typeface

import (
	"bytes"
	"io"
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

func parse(data []byte) (*Face, error) {
	return Parse(io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data))))
}

func builtin(t *testing.T) Faces {
	t.Helper()
	f, err := Load()
	if err != nil {
		t.Skip(err)
	}
	return f
}

func TestGlyphsAndWidths(t *testing.T) {
	plain := builtin(t).Regular
	for _, r := range "亜髙﨑①㈱〜ｱ" {
		if plain.Glyph(r) == 0 {
			t.Errorf("no glyph for %c", r)
		}
	}
	for _, r := range "𠮷⚠\uE000😀" {
		if plain.Glyph(r) != 0 {
			t.Errorf("a glyph for %c, which the face is known to lack", r)
		}
	}
	if w := plain.Advance(plain.Glyph('国')); w != 1000 { // a kanji is one em square
		t.Errorf("国 is %d wide", w)
	}
}

// Numbers stand in columns: all digits are equally wide, the narrow 1 in the middle of its
// room.
func TestDigitsAreEquallyWide(t *testing.T) {
	f := builtin(t)
	for name, face := range map[string]*Face{"regular": f.Regular, "bold": f.Bold} {
		for _, r := range "0123456789" {
			if w, zero := face.Advance(face.Glyph(r)), face.Advance(face.Glyph('0')); w != zero {
				t.Errorf("%s: %c is %d wide, 0 is %d", name, r, w, zero)
			}
		}
	}
	was, err := parse(font(t, templates.FontRegular))
	if err != nil {
		t.Fatal(err)
	}
	one := 4 * was.Glyph('1')
	wider, moved := f.Regular.metrics.u16(one)-was.metrics.u16(one), f.Regular.metrics.u16(one+2)-was.metrics.u16(one+2)
	if wider <= 0 || moved != wider/2 {
		t.Errorf("1 is %d units wider and moved by %d, want half of it", wider, moved)
	}
}

// A part of a font leads from each code to the outline and the width of the glyph it was given, also
// where the glyph is put together from others, and holds little else.
func TestPart(t *testing.T) {
	f := builtin(t)
	for name, c := range map[string]struct {
		face  *Face
		codes map[uint16]rune
	}{
		"rest":    {f.Rest, map[uint16]rune{0xE000: '𠮷', 0x26A0: '⚠'}},
		"regular": {f.Regular, map[uint16]rune{'1': '1', 'é': 'é', '国': '国', 'Å': 'Å'}},
	} {
		glyphs := map[uint16]int{}
		for code, r := range c.codes {
			if glyphs[code] = c.face.Glyph(r); glyphs[code] == 0 {
				t.Fatalf("%s: no glyph for %c", name, r)
			}
		}
		data, err := c.face.Part(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		part, err := parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for code, g := range glyphs {
			now := part.Glyph(rune(code))
			if now == 0 || part.Advance(now) != c.face.Advance(g) || !sameOutline(t, part, now, c.face, g) {
				t.Errorf("%s: code %04X leads to another glyph", name, code)
			}
		}
		if part.Glyph('A') != 0 || part.Glyph(0xE001) != 0 || part.glyphs > 2*len(glyphs)+3 || len(data) > 40_000 {
			t.Errorf("%s: %d glyphs, %d bytes", name, part.glyphs, len(data))
		}
	}
}

// sameOutline follows components on both sides.
func sameOutline(t *testing.T, a *Face, g int, b *Face, h int) bool {
	t.Helper()
	left, err := a.outlines([]int{g})
	if err != nil {
		t.Fatal(err)
	}
	right, err := b.outlines([]int{h})
	if err != nil {
		t.Fatal(err)
	}
	p, q := left[g].components(), right[h].components()
	if len(p) != len(q) {
		return false
	}
	for i := range p {
		if !sameOutline(t, a, left[g].u16(p[i]), b, right[h].u16(q[i])) {
			return false
		}
	}
	return len(p) > 0 || bytes.Equal(bytes.TrimRight(left[g], "\x00"), bytes.TrimRight(right[h], "\x00"))
}

// A damaged font is an error or a font without some glyphs, never a panic.
func TestDamagedFonts(t *testing.T) {
	data := font(t, templates.FontRegular)
	for _, size := range []int{0, 4, 11, 12, 30, 200, 5000, len(data) / 2} {
		if f, err := parse(data[:size]); err == nil {
			f.Glyph('国')
			t.Errorf("a font cut to %d bytes is accepted", size)
		}
	}
	broken := bytes.Clone(data)
	for at := 0; at < 400; at += 3 {
		broken[at] ^= 0xFF
		if f, err := parse(broken); err == nil {
			g := f.Glyph('国')
			f.Advance(g)
			f.evenDigits("01")
			if _, err := f.Part(map[uint16]int{'a': g, 'b': f.glyphs + 1}); err == nil {
				t.Errorf("byte %d: a glyph that is not there is part of a font", at)
			}
		}
		broken[at] ^= 0xFF
	}
}
