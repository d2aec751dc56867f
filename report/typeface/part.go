package typeface

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Part returns a font file that holds the glyphs of codes alone (code → glyph of this face, codes
// below 0xFFFF), with a character map of exactly those codes. A writer of files that reads only
// two-byte codes so reaches every glyph, and has a few kilobytes to read, not megabytes. The error
// says that the font is damaged.
func (f *Face) Part(codes map[uint16]int) ([]byte, error) {
	outlines, err := f.outlines(slices.Collect(maps.Values(codes)))
	if err != nil {
		return nil, err
	}
	order := slices.Sorted(maps.Keys(outlines))
	renumbered := map[int]int{}
	for i, g := range order {
		renumbered[g] = i
	}
	parts := map[string]table{}
	for _, g := range order {
		parts["loca"] = binary.BigEndian.AppendUint32(parts["loca"], uint32(len(parts["glyf"])))
		parts["glyf"] = append(parts["glyf"], outlines[g].renumbered(renumbered)...)
		for len(parts["glyf"])%4 != 0 {
			parts["glyf"] = append(parts["glyf"], 0)
		}
		parts["hmtx"] = append(parts["hmtx"], f.metric(g)...)
	}
	parts["loca"] = binary.BigEndian.AppendUint32(parts["loca"], uint32(len(parts["glyf"])))
	for _, name := range []string{"OS/2", "cvt ", "fpgm", "gasp", "name", "prep", "head", "hhea", "maxp", "post"} {
		if f.tables[name].length == 0 {
			continue
		}
		if parts[name], err = f.table(name); err != nil {
			return nil, err
		}
	}
	for _, change := range []struct {
		table     string
		at, value int
	}{{"head", 50, 1}, {"hhea", 34, len(order)}, {"maxp", 4, len(order)}} {
		if len(parts[change.table]) < change.at+2 {
			return nil, errFont
		}
		binary.BigEndian.PutUint16(parts[change.table][change.at:], uint16(change.value))
	}
	parts["post"] = parts["post"][:min(32, len(parts["post"]))] // without names of glyphs
	numbered := map[uint16]int{}
	for code, g := range codes {
		numbered[code] = renumbered[g]
	}
	parts["cmap"] = characterMap(numbered)
	return assembled(parts), nil
}

// metric is the advance and the left bearing of a glyph.
func (f *Face) metric(g int) []byte {
	advance, bearing := f.metrics.u16(4*min(g, f.wide-1)), f.metrics.u16(4*g+2)
	if g >= f.wide {
		bearing = f.metrics.u16(4*f.wide + 2*(g-f.wide))
	}
	return binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(nil, uint16(advance)), uint16(bearing))
}

// outlines reads the outlines of glyphs, of those they are put together from, and of glyph 0.
func (f *Face) outlines(glyphs []int) (map[int]table, error) {
	places, err := f.table("loca")
	if err != nil {
		return nil, err
	}
	out := map[int]table{}
	for open := append(slices.Clone(glyphs), 0); len(open) > 0; {
		g := open[len(open)-1]
		open = open[:len(open)-1]
		if _, known := out[g]; known {
			continue
		}
		if g < 0 || g >= f.glyphs {
			return nil, fmt.Errorf("%w: no glyph %d", errFont, g)
		}
		from, to := 2*places.u16(2*g), 2*places.u16(2*g+2)
		if f.longPlaces {
			from, to = places.u32(4*g), places.u32(4*g+4)
		}
		if from > to || int64(to) > f.tables["glyf"].length {
			return nil, errFont
		}
		if out[g], err = f.read(span{f.tables["glyf"].offset + int64(from), int64(to - from)}); err != nil {
			return nil, err
		}
		for _, at := range out[g].components() {
			open = append(open, out[g].u16(at))
		}
	}
	return out, nil
}

// components are the places in an outline that hold the number of a glyph which it is put together
// from; none in one that is drawn itself.
func (t table) components() []int {
	const words, scale, more, twoScales, fourScales = 0x01, 0x08, 0x20, 0x40, 0x80
	if t.u16(0) < 0x8000 { // a number of contours, not −1
		return nil
	}
	var out []int
	for at := 10; at+4 <= len(t); {
		flags := t.u16(at)
		out = append(out, at+2)
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&more == 0 {
			break
		}
	}
	return out
}

// renumbered is an outline whose components have their new numbers.
func (t table) renumbered(to map[int]int) table {
	out := slices.Clone(t)
	for _, at := range t.components() {
		binary.BigEndian.PutUint16(out[at:], uint16(to[t.u16(at)]))
	}
	return out
}

// assembled puts tables together to a font file. The sums of its directory are left 0: no reader of
// ours asks for them.
func assembled(parts map[string]table) []byte {
	names := slices.Sorted(maps.Keys(parts))
	out := []byte{0, 1, 0, 0, 0, byte(len(names)), 0, 0, 0, 0, 0, 0}
	at := len(out) + 16*len(names)
	for _, name := range names {
		out = append(append(out, name...), 0, 0, 0, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(parts[name])))
		at += (len(parts[name]) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, parts[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
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
