package chart

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"pilot90/templates"
)

// typeface knows the advance widths of one font, which it reads where it lies in the program.
type typeface struct {
	mu      sync.Mutex
	font    *sfnt.Font
	buffer  sfnt.Buffer
	advance map[rune]float64 // in ems
}

func loadFace(name string) (*typeface, error) {
	file, err := templates.Open(name)
	if err != nil {
		return nil, err
	}
	f, err := sfnt.ParseReaderAt(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &typeface{font: f, advance: map[rune]float64{}}, nil
}

// width is the width of text in ems. A rune that the font lacks counts as one em, one without a shape
// of its own as nothing.
func (t *typeface) width(text string) float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	sum := 0.0
	for _, r := range text {
		w, ok := t.advance[r]
		if !ok {
			w = t.measure(r)
			t.advance[r] = w
		}
		sum += w
	}
	return sum
}

func (t *typeface) measure(r rune) float64 {
	const units = 1000
	i, err := t.font.GlyphIndex(&t.buffer, r)
	switch {
	case err == nil && i == 0 && unicode.In(r, unicode.Cf, unicode.Mn):
		return 0
	case err != nil || i == 0:
		return 1
	}
	a, err := t.font.GlyphAdvance(&t.buffer, i, fixed.I(units), font.HintingNone)
	if err != nil {
		return 1
	}
	return float64(a) / 64 / units
}

// faces are the two weights a drawing uses.
type faces struct{ regular, bold *typeface }

// loadFaces finds the built-in fonts, once.
var loadFaces = sync.OnceValues(func() (faces, error) {
	regular, err := loadFace(templates.FontRegular)
	if err != nil {
		return faces{}, err
	}
	bold, err := loadFace(templates.FontBold)
	return faces{regular, bold}, err
})

// width measures a line of text of the given size.
func (f faces) width(line string, size float64, bold bool) float64 {
	face := f.regular
	if bold {
		face = f.bold
	}
	return float64(face.width(line) * size)
}

// widestLine is the width of the widest line of a text.
func (f faces) widestLine(text string, size float64, bold bool) float64 {
	w := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		w = max(w, f.width(line, size, bold))
	}
	return w
}

// Characters of which none begins a line, and those that end none.
const (
	noHead = "、。，．）」』〜～ー・％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ円人件歳月年"
	noTail = "（「『"
)

// wrapped breaks a name into two lines at the most even place that is allowed: not within a number
// or a Latin word, no closing mark at a line's head, no opening one at its end.
func (f faces) wrapped(name string, size float64, bold bool) string {
	if strings.Contains(name, "\n") {
		return name
	}
	best, least := name, math.Inf(1)
	for i, after := range name {
		if i == 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(name[:i])
		if inWord(before) && (inWord(after) || strings.ContainsRune("%％", after)) ||
			strings.ContainsRune(noHead, after) || strings.ContainsRune(noTail, before) {
			continue
		}
		two := strings.TrimSpace(name[:i]) + "\n" + strings.TrimSpace(name[i:])
		if w := f.widestLine(two, size, bold); w < least {
			best, least = two, w
		}
	}
	return best
}

// inWord reports a character of a number or a Latin word.
func inWord(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || r == '.' || r == ','
}
