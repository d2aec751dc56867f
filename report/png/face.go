package png

import (
	"fmt"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"pilot90/report/picture"
	"pilot90/templates"
)

// face is a font whose glyphs are read as outlines, in ems.
type face struct {
	font  *sfnt.Font
	units float64
}

// faces are the two weights, and what stands in for characters that they lack.
type faces struct{ regular, bold, rest *face }

var loadFaces = sync.OnceValues(func() (*faces, error) {
	var f faces
	for _, one := range []struct {
		to   **face
		name string
	}{{&f.regular, templates.FontRegular}, {&f.bold, templates.FontBold}, {&f.rest, templates.FontFallback}} {
		file, err := templates.Open(one.name)
		if err != nil {
			return nil, err
		}
		parsed, err := sfnt.ParseReaderAt(file) // reads each glyph where it lies in the program
		if err != nil {
			return nil, fmt.Errorf("%s: %w", one.name, err)
		}
		*one.to = &face{parsed, float64(parsed.UnitsPerEm())}
	}
	return &f, nil
})

// glyph is a character as an outline whose origin is on the baseline, in ems.
type glyph struct {
	outline []picture.Step
	advance float64
}

// missing is drawn where no font has the character, as the other formats do.
const missing = '〓'

// glyphs are those of a text; characters without a shape of their own (joiners, variation selectors)
// have none.
func (f *faces) glyphs(text string, bold bool) ([]glyph, error) {
	first := f.regular
	if bold {
		first = f.bold
	}
	var buffer sfnt.Buffer
	var out []glyph
	for _, r := range text {
		from, index, err := f.find(&buffer, first, r)
		if err != nil {
			return nil, err
		}
		if index == 0 {
			continue
		}
		g, err := from.glyph(&buffer, index)
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

// find is the glyph of a character in the font, in the one that stands in, or the sign for what is
// missing; 0 for a character that has no shape.
func (f *faces) find(buffer *sfnt.Buffer, first *face, r rune) (*face, sfnt.GlyphIndex, error) {
	for _, from := range []*face{first, f.rest} {
		if i, err := from.font.GlyphIndex(buffer, r); i != 0 || err != nil {
			return from, i, err
		}
	}
	if unicode.In(r, unicode.Cf, unicode.Mn) {
		return first, 0, nil
	}
	i, err := first.font.GlyphIndex(buffer, missing)
	return first, i, err
}

func (f *face) glyph(buffer *sfnt.Buffer, i sfnt.GlyphIndex) (glyph, error) {
	whole := fixed.I(int(f.units)) // in units of the font: nothing is rounded
	advance, err := f.font.GlyphAdvance(buffer, i, whole, font.HintingNone)
	if err != nil {
		return glyph{}, err
	}
	segments, err := f.font.LoadGlyph(buffer, i, whole, nil)
	if err != nil {
		return glyph{}, err
	}
	g := glyph{advance: float64(advance) / 64 / f.units}
	pen := picture.Point{}
	at := func(p fixed.Point26_6) picture.Point {
		return picture.Point{X: float64(p.X) / 64 / f.units, Y: float64(p.Y) / 64 / f.units}
	}
	for _, s := range segments {
		var step picture.Step
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			pen = at(s.Args[0])
			step = picture.Step{Kind: picture.MoveTo, P: [3]picture.Point{pen}}
		case sfnt.SegmentOpLineTo:
			pen = at(s.Args[0])
			step = picture.Step{Kind: picture.LineTo, P: [3]picture.Point{pen}}
		case sfnt.SegmentOpQuadTo:
			c, end := at(s.Args[0]), at(s.Args[1])
			step = picture.Step{Kind: picture.CurveTo, P: [3]picture.Point{toward(pen, c), toward(end, c), end}}
			pen = end
		case sfnt.SegmentOpCubeTo:
			pen = at(s.Args[2])
			step = picture.Step{Kind: picture.CurveTo, P: [3]picture.Point{at(s.Args[0]), at(s.Args[1]), pen}}
		}
		g.outline = append(g.outline, step)
	}
	return g, nil
}

// toward is two thirds of the way to the control point: it raises a quadratic curve to a cubic one.
func toward(a, c picture.Point) picture.Point {
	return picture.Point{X: a.X + float64(2.0/3*(c.X-a.X)), Y: a.Y + float64(2.0/3*(c.Y-a.Y))}
}

func width(glyphs []glyph) float64 {
	sum := 0.0
	for _, g := range glyphs {
		sum += g.advance
	}
	return sum
}
