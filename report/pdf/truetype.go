package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// trueType is as much of a TrueType file as line breaking needs: which runes have a glyph
// and how wide each glyph is. Drawing and subsetting are left to gofpdf.
type trueType struct {
	data       []byte
	tables     map[string]tableSpan
	unitsPerEm int
	glyphCount int
	wide       int // glyphs with an advance of their own; later ones share the last
	segments   []segment
}

// tableSpan is where a table lies, and where its entry stands in the table directory.
type tableSpan struct{ entry, offset, length int }

// segment maps the runes first … last to consecutive glyphs from glyph on, or, when list is
// set, to the glyph numbers standing in the file from list on.
type segment struct {
	first, last rune
	glyph       int
	list        int
	delta       int
}

var errFont = errors.New("font file is damaged")

// parseTrueType reads the table directory, the metrics and the character map of a font.
func parseTrueType(data []byte) (*trueType, error) {
	f := &trueType{data: data, tables: map[string]tableSpan{}}
	if len(data) < 12 {
		return nil, errFont
	}
	for i := range f.u16(4) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errFont
		}
		span := tableSpan{at, f.u32(at + 8), f.u32(at + 12)}
		if span.offset+span.length > len(data) {
			return nil, errFont
		}
		f.tables[string(data[at:at+4])] = span
	}
	for _, name := range []string{"head", "hhea", "hmtx", "maxp", "cmap"} {
		if f.tables[name].length == 0 {
			return nil, fmt.Errorf("%w: no table %q", errFont, name)
		}
	}
	f.unitsPerEm = f.u16(f.tables["head"].offset + 18)
	f.wide = f.u16(f.tables["hhea"].offset + 34)
	f.glyphCount = f.u16(f.tables["maxp"].offset + 4)
	if f.unitsPerEm == 0 || f.wide == 0 || f.tables["hmtx"].length < 4*f.wide {
		return nil, errFont
	}
	return f, f.parseCharacterMap()
}

// u16 reads two bytes; out of the file it reads 0, which names the missing glyph.
func (f *trueType) u16(at int) int {
	if at < 0 || at+2 > len(f.data) {
		return 0
	}
	return int(binary.BigEndian.Uint16(f.data[at:]))
}

func (f *trueType) u32(at int) int {
	if at < 0 || at+4 > len(f.data) {
		return 0
	}
	return int(binary.BigEndian.Uint32(f.data[at:]))
}

// parseCharacterMap reads the fullest Unicode subtable: format 12 before format 4.
func (f *trueType) parseCharacterMap() error {
	cmap := f.tables["cmap"].offset
	format4, format12 := 0, 0
	for i := range f.u16(cmap + 2) {
		at := cmap + f.u32(cmap+8+8*i)
		switch f.u16(at) {
		case 4:
			format4 = at
		case 12:
			format12 = at
		}
	}
	switch {
	case format12 != 0:
		f.parseFormat12(format12)
	case format4 != 0:
		f.parseFormat4(format4)
	default:
		return fmt.Errorf("%w: no Unicode character map", errFont)
	}
	return nil
}

func (f *trueType) parseFormat12(at int) {
	for i := range min(f.u32(at+12), len(f.data)/12) {
		group := at + 16 + 12*i
		f.segments = append(f.segments, segment{
			first: rune(f.u32(group)),
			last:  rune(f.u32(group + 4)),
			glyph: f.u32(group + 8),
		})
	}
}

func (f *trueType) parseFormat4(at int) {
	count := f.u16(at+6) / 2
	ends, starts := at+14, at+16+2*count
	deltas, offsets := starts+2*count, starts+4*count
	for i := range count {
		s := segment{first: rune(f.u16(starts + 2*i)), last: rune(f.u16(ends + 2*i))}
		s.delta = f.u16(deltas + 2*i)
		if offset := f.u16(offsets + 2*i); offset != 0 {
			s.list = offsets + 2*i + offset
		} else {
			s.glyph = int(s.first) + s.delta
		}
		f.segments = append(f.segments, s)
	}
}

// glyph returns the glyph of r; 0 means that the font has none.
func (f *trueType) glyph(r rune) int {
	i, found := slices.BinarySearchFunc(f.segments, r, func(s segment, r rune) int {
		switch {
		case s.last < r:
			return -1
		case s.first > r:
			return 1
		}
		return 0
	})
	if !found {
		return 0
	}
	s := f.segments[i]
	g := s.glyph + int(r-s.first)
	if s.list != 0 {
		if g = f.u16(s.list + 2*int(r-s.first)); g != 0 {
			g += s.delta
		}
	}
	if g &= 0xFFFF; g < f.glyphCount {
		return g
	}
	return 0
}

// advance returns the width of a glyph in thousandths of the font size, rounded as gofpdf
// rounds it into the file, so that what is measured is what a reader draws.
func (f *trueType) advance(glyph int) int {
	at := f.tables["hmtx"].offset + 4*min(glyph, f.wide-1)
	return (f.u16(at)*2000 + f.unitsPerEm) / (2 * f.unitsPerEm)
}

// evenDigits gives the narrower digits of a set the width of the widest, each in the middle
// of its room, so that numbers stand in columns. The face has no tabular digits of its own;
// the left bearing moves a glyph, as readers draw it from there.
func (f *trueType) evenDigits(digits string) {
	hmtx, widest := f.tables["hmtx"].offset, 0
	for _, r := range digits {
		widest = max(widest, f.u16(hmtx+4*f.glyph(r)))
	}
	for _, r := range digits {
		g := f.glyph(r)
		if g == 0 || g >= f.wide {
			continue
		}
		at := hmtx + 4*g
		more := widest - f.u16(at)
		binary.BigEndian.PutUint16(f.data[at:], uint16(widest))
		binary.BigEndian.PutUint16(f.data[at+2:], uint16(f.u16(at+2)+more/2))
	}
}

// withCharacterMap returns a copy of the font whose character map holds exactly codes:
// code → glyph, codes below 0xFFFF. gofpdf reads only two-byte codes; so a rune above U+FFFF
// is drawn through a private code that leads to its glyph. (A copy, since gofpdf also appends
// within the bytes it is given.)
func (f *trueType) withCharacterMap(codes map[uint16]int) []byte {
	table := characterMap(codes)
	out := slices.Clone(f.data)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	entry := f.tables["cmap"].entry
	binary.BigEndian.PutUint32(out[entry+8:], uint32(len(out)))
	binary.BigEndian.PutUint32(out[entry+12:], uint32(len(table)))
	return append(out, table...)
}

// characterMap writes a cmap table with one format 4 subtable, one segment a code.
func characterMap(codes map[uint16]int) []byte {
	keys := make([]uint16, 0, len(codes)+1)
	for code := range codes {
		keys = append(keys, code)
	}
	slices.Sort(keys)
	keys = append(keys, 0xFFFF)
	n := len(keys)
	var b []byte
	put := func(values ...int) {
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
	}
	put(0, 1, 3, 1, 0, 12)          // version, one subtable: Windows, Unicode, at byte 12
	put(4, 16+8*n, 0, 2*n, 0, 0, 0) // format, length, language, segments; search hints unused
	for _, k := range keys {
		put(int(k))
	} // ends
	put(0)
	for _, k := range keys {
		put(int(k))
	} // starts
	for _, k := range keys[:n-1] {
		put(codes[k] - int(k))
	} // deltas
	put(1)
	put(make([]int, n)...) // no glyph lists
	return b
}
