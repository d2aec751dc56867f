// Package typeface reads the built-in fonts: which characters have a glyph, how wide each glyph is,
// and a font of the glyphs alone that a file needs.
//
// The one idea: a font is read where it lies in the program, once. Only its character map and its
// widths are held in memory; outlines are read when a part of the font is written. Drawing glyphs is
// left to others.
package typeface

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"
	"sync"
	"unicode"

	"pilot90/templates"
)

// Faces are the two weights, and what stands in for characters that they lack.
type Faces struct{ Regular, Bold, Rest *Face }

// Load reads the built-in fonts, once. Numbers stand in columns: their digits are equally wide.
var Load = sync.OnceValues(func() (Faces, error) {
	var f Faces
	for _, one := range []struct {
		to   **Face
		name string
	}{{&f.Regular, templates.FontRegular}, {&f.Bold, templates.FontBold}, {&f.Rest, templates.FontFallback}} {
		file, err := templates.Open(one.name)
		if err != nil {
			return Faces{}, err
		}
		face, err := Parse(file)
		if err != nil {
			return Faces{}, fmt.Errorf("%s: %w", one.name, err)
		}
		face.evenDigits("0123456789")
		face.evenDigits("０１２３４５６７８９")
		*one.to = face
	}
	return f, nil
})

// Advance is the width of a character in thousandths of its size. One that no font has counts as a whole one, for the
// sign in its place; one without a shape of its own as nothing.
func (f Faces) Advance(r rune, bold bool) int {
	first := f.Regular
	if bold {
		first = f.Bold
	}
	for _, face := range []*Face{first, f.Rest} {
		if g := face.Glyph(r); g != 0 {
			return face.Advance(g)
		}
	}
	if unicode.In(r, unicode.Cf, unicode.Mn) {
		return 0
	}
	return 1000
}

// Face is one TrueType font. It is safe for several goroutines once it is parsed.
type Face struct {
	file       *io.SectionReader
	tables     map[string]span
	characters table // the fullest Unicode subtable of the character map
	metrics    table // advance and left bearing of each glyph
	unitsPerEm int
	glyphs     int
	wide       int  // glyphs with an advance of their own; later ones share the last
	longPlaces bool // offsets of outlines have four bytes
}

// span is where a table lies.
type span struct{ offset, length int64 }

var errFont = errors.New("font file is damaged")

// Parse reads the table directory, the metrics and the character map of a font.
func Parse(file *io.SectionReader) (*Face, error) {
	f := &Face{file: file, tables: map[string]span{}}
	head, err := f.read(span{0, 12})
	if err != nil {
		return nil, err
	}
	directory, err := f.read(span{12, 16 * int64(head.u16(4))})
	if err != nil {
		return nil, err
	}
	for at := 0; at < len(directory); at += 16 {
		s := span{int64(directory.u32(at + 8)), int64(directory.u32(at + 12))}
		if s.offset > file.Size() || s.length > file.Size()-s.offset {
			return nil, errFont
		}
		f.tables[string(directory[at:at+4])] = s
	}
	return f, f.parseTables()
}

func (f *Face) parseTables() error {
	need := map[string]table{}
	for _, name := range []string{"head", "hhea", "hmtx", "maxp", "cmap"} {
		t, err := f.table(name)
		if err != nil {
			return err
		}
		need[name] = t
	}
	f.metrics = need["hmtx"]
	f.unitsPerEm = need["head"].u16(18)
	f.longPlaces = need["head"].u16(50) == 1
	f.wide = need["hhea"].u16(34)
	f.glyphs = need["maxp"].u16(4)
	if f.unitsPerEm == 0 || f.wide == 0 || f.wide > f.glyphs || len(f.metrics) < 4*f.wide {
		return errFont
	}
	return f.chooseCharacters(need["cmap"])
}

// table reads a table that must be there.
func (f *Face) table(name string) (table, error) {
	s := f.tables[name]
	if s.length == 0 {
		return nil, fmt.Errorf("%w: no table %q", errFont, name)
	}
	return f.read(s)
}

func (f *Face) read(s span) (table, error) {
	if s.offset > f.file.Size() || s.length > f.file.Size()-s.offset {
		return nil, errFont
	}
	t := make(table, s.length)
	if _, err := f.file.ReadAt(t, s.offset); err != nil {
		return nil, fmt.Errorf("%w: %w", errFont, err)
	}
	return t, nil
}

// chooseCharacters keeps the fullest Unicode subtable: format 12 before format 4.
func (f *Face) chooseCharacters(cmap table) error {
	best := 0
	for i := range cmap.u16(2) {
		at := cmap.u32(8 + 8*i)
		if at >= len(cmap) {
			continue
		}
		if format := cmap.u16(at); (format == 4 || format == 12) && format > best {
			best, f.characters = format, cmap[at:]
		}
	}
	if best == 0 {
		return fmt.Errorf("%w: no Unicode character map", errFont)
	}
	return nil
}

// Glyph returns the glyph of r; 0 means that the font has none.
func (f *Face) Glyph(r rune) int {
	g := 0
	if f.characters.u16(0) == 12 {
		g = f.characters.group(r)
	} else if r <= 0xFFFF {
		g = f.characters.segment(int(r))
	}
	if g < f.glyphs {
		return g
	}
	return 0
}

// Advance returns the width of a glyph in thousandths of the font size, rounded as gofpdf
// rounds it into a file, so that what is measured is what a reader draws.
func (f *Face) Advance(glyph int) int {
	return (f.metrics.u16(4*min(glyph, f.wide-1))*2000 + f.unitsPerEm) / (2 * f.unitsPerEm)
}

// evenDigits gives the narrower digits of a set the width of the widest, each in the middle
// of its room, so that numbers stand in columns. The face has no tabular digits of its own;
// the left bearing moves a glyph, as readers draw it from there.
func (f *Face) evenDigits(digits string) {
	widest := 0
	for _, r := range digits {
		if g := f.Glyph(r); g != 0 && g < f.wide {
			widest = max(widest, f.metrics.u16(4*g))
		}
	}
	for _, r := range digits {
		g := f.Glyph(r)
		if g == 0 || g >= f.wide {
			continue
		}
		more := widest - f.metrics.u16(4*g)
		binary.BigEndian.PutUint16(f.metrics[4*g:], uint16(widest))
		binary.BigEndian.PutUint16(f.metrics[4*g+2:], uint16(f.metrics.u16(4*g+2)+more/2))
	}
}

// table is the bytes of a table or of a part of one.
type table []byte

// u16 reads two bytes; out of the table it reads 0, which names the missing glyph.
func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

func (t table) u32(at int) int {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint32(t[at:]))
}

// group finds a character in a subtable of format 12: groups of first, last and first glyph.
func (t table) group(r rune) int {
	n := min(t.u32(12), len(t)/12)
	i := sort.Search(n, func(i int) bool { return t.u32(16+12*i+4) >= int(r) })
	if at := 16 + 12*i; i < n && t.u32(at) <= int(r) {
		return t.u32(at+8) + int(r) - t.u32(at)
	}
	return 0
}

// segment finds a character in a subtable of format 4: lists of last and first characters, of what is
// added to a character, and of places in a list of glyphs.
func (t table) segment(code int) int {
	n := t.u16(6) / 2
	ends, starts := 14, 16+2*n
	i := sort.Search(n, func(i int) bool { return t.u16(ends+2*i) >= code })
	first := t.u16(starts + 2*i)
	if i == n || first > code {
		return 0
	}
	delta, place := t.u16(starts+2*n+2*i), starts+4*n+2*i
	if offset := t.u16(place); offset != 0 {
		g := t.u16(place + offset + 2*(code-first))
		if g == 0 {
			return 0
		}
		return (g + delta) & 0xFFFF
	}
	return (code + delta) & 0xFFFF
}
