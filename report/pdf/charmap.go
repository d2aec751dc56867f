package pdf

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// codesUsed returns for each face which codes were drawn, and the rune behind each.
func (d *document) codesUsed() [faceCount]map[uint16]rune {
	var used [faceCount]map[uint16]rune
	for i := range used {
		used[i] = map[uint16]rune{}
	}
	for _, c := range d.flow.pages {
		for _, drawn := range c.ops {
			o, ok := textOf(drawn.op)
			if !ok {
				continue
			}
			for _, r := range o.text {
				used[o.face][uint16(d.t.code(r, o.face))] = r
			}
		}
	}
	return used
}

// toUnicode writes the map from codes to text that a reader uses to search and copy.
func toUnicode(codes map[uint16]rune) string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(codes)), 100) { // the format's limit for one section
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for _, code := range chunk {
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, u := range utf16.Encode([]rune{codes[code]}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}

// subsetTag returns the six letters that mark a font as a subset, made from its codes.
func subsetTag(codes map[uint16]rune) string {
	h := fnv.New32a()
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		_, _ = h.Write([]byte{byte(code >> 8), byte(code)})
	}
	tag, v := make([]byte, 6), h.Sum32()
	for i := range tag {
		tag[i] = 'A' + byte(v%26)
		v /= 26
	}
	return string(tag)
}
