package chart

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"pilot90/templates"
)

// typeface knows the advance widths of one font.
type typeface struct {
	mu      sync.Mutex
	font    *sfnt.Font
	buffer  sfnt.Buffer
	advance map[rune]float64 // in ems
}

var regularFace = sync.OnceValues(func() (*typeface, error) { return loadFace(templates.FontRegular) })
var boldFace = sync.OnceValues(func() (*typeface, error) { return loadFace(templates.FontBold) })

func loadFace(name string) (*typeface, error) {
	data, err := templates.Asset(name)
	if err != nil {
		return nil, err
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &typeface{font: f, advance: map[rune]float64{}}, nil
}

// width is the width of text in ems. A rune that the font lacks counts as one em.
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
	if err != nil || i == 0 {
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

func loadFaces() (faces, error) {
	regular, err := regularFace()
	if err != nil {
		return faces{}, err
	}
	bold, err := boldFace()
	return faces{regular, bold}, err
}

// width measures text in a CSS font such as "bold 9px BIZ UDPGothic", in pixels.
func (f faces) width(text, css string) float64 {
	face := f.regular
	for _, word := range strings.Fields(css) {
		if word == "bold" {
			face = f.bold
		}
		if size, ok := strings.CutSuffix(word, "px"); ok {
			if px, err := strconv.ParseFloat(size, 64); err == nil {
				return face.width(text) * px
			}
		}
	}
	return face.width(text) * printEm
}
