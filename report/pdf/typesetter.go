package pdf

import (
	"slices"
	"strings"
	"unicode"

	"pilot90/report/typeface"
)

// The faces in the order they are tried; bold falls back to the plain fallback face.
const (
	regular = iota
	bold
	fallback
	faceCount
)

// geta (〓) stands where no face has the glyph: what Japanese printing has always used.
const geta = '〓'

// firstPrivate is where runes above U+FFFF get their two-byte codes; no face has a glyph
// of its own in the private area, so no typed rune can meet them.
const firstPrivate, lastPrivate = 0xE000, 0xF8FF

// typesetter measures text and decides with which face and code each rune is drawn.
type typesetter struct {
	faces    [faceCount]*typeface.Face
	widths   [faceCount]map[rune]int
	private  map[rune]uint16 // codes given to runes above U+FFFF
	replaced map[rune]bool
}

func newTypesetter() (*typesetter, error) {
	f, err := typeface.Load()
	if err != nil {
		return nil, err
	}
	t := &typesetter{faces: [faceCount]*typeface.Face{f.Regular, f.Bold, f.Rest}, private: map[rune]uint16{},
		replaced: map[rune]bool{}}
	for i := range t.widths {
		t.widths[i] = map[rune]int{}
	}
	return t, nil
}

// clean makes text fit to be set: every rune of the result is a line feed or has a glyph.
// Marks without a shape of their own (variation selectors, joiners, controls) are left out,
// separated voicing marks are joined to their kana, and what no face can draw becomes 〓
// and is remembered.
func (t *typesetter) clean(s string) string {
	var b strings.Builder
	var last rune
	flush := func() {
		if last != 0 {
			b.WriteRune(last)
		}
	}
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		if joined := voiced(last, r); joined != 0 {
			last = joined
			continue
		}
		if r = t.settable(r); r != 0 {
			flush()
			last = r
		}
	}
	flush()
	return b.String()
}

// settable returns the rune to set for r, or 0 for none.
func (t *typesetter) settable(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x2028 || r == 0x2029:
		return '\n'
	case r == '\t' || r == 0xA0 || r == 0x202F || 0x2000 <= r && r <= 0x200A:
		return ' '
	case 0xFE00 <= r && r <= 0xFE0F, 0xE0100 <= r && r <= 0xE01EF:
		return 0 // variation selectors: the base glyph is set
	case unicode.Is(unicode.C, r) && !unicode.Is(unicode.Co, r):
		return 0
	}
	if t.face(r, false) < 0 {
		t.replaced[r] = true
		return geta
	}
	return r
}

// voiced joins a kana and a combining (semi-)voiced sound mark; 0 when they do not join.
func voiced(kana, mark rune) rune {
	if mark == 0x3099 {
		switch {
		case strings.ContainsRune("かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ", kana):
			return kana + 1
		case kana == 'う':
			return 'ゔ'
		case kana == 'ウ':
			return 'ヴ'
		}
	}
	if mark == 0x309A && strings.ContainsRune("はひふへほハヒフヘホ", kana) {
		return kana + 2
	}
	return 0
}

// face returns the face that draws r, or -1.
func (t *typesetter) face(r rune, isBold bool) int {
	first := regular
	if isBold {
		first = bold
	}
	if t.faces[first].Glyph(r) != 0 {
		return first
	}
	if t.faces[fallback].Glyph(r) == 0 {
		return -1
	}
	if _, known := t.private[r]; r > 0xFFFF && !known && len(t.private) > lastPrivate-firstPrivate {
		return -1
	}
	return fallback
}

// advance returns the width of r in thousandths of the font size.
func (t *typesetter) advance(r rune, isBold bool) int {
	slot := regular
	if isBold {
		slot = bold
	}
	w, known := t.widths[slot][r]
	if !known {
		if face := t.face(r, isBold); face >= 0 {
			w = t.faces[face].Advance(t.faces[face].Glyph(r))
		}
		t.widths[slot][r] = w
	}
	return w
}

// width returns the width in points of cleaned text on one line.
func (t *typesetter) width(s string, st style) float64 {
	sum := 0
	for _, r := range s {
		sum += t.advance(r, st.bold)
	}
	return float64(sum) * st.size / 1000
}

// code returns the two-byte code that draws r with the given face.
func (t *typesetter) code(r rune, face int) rune {
	if face != fallback {
		return r
	}
	code := uint16(r)
	if r > 0xFFFF {
		known := false
		if code, known = t.private[r]; !known {
			code = firstPrivate + uint16(len(t.private))
			t.private[r] = code
		}
	}
	return rune(code)
}

// Undrawable returns a function that tells the runes of a text that no built-in font can draw, in
// order, each once; the PDF has 〓 in their place. The error is that of reading the fonts.
func Undrawable() (func(text string) []rune, error) {
	t, err := newTypesetter()
	if err != nil {
		return nil, err
	}
	return func(text string) []rune {
		clear(t.replaced)
		t.clean(text)
		return t.missing()
	}, nil
}

// missing returns the runes that were replaced, in order.
func (t *typesetter) missing() []rune {
	out := make([]rune, 0, len(t.replaced))
	for r := range t.replaced {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}
