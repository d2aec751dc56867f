package png

import (
	"image"
	"strings"

	"pilot90/report/picture"
)

// sheet is the picture while it is painted: opaque, white to begin with.
type sheet struct {
	pixels *image.RGBA
	faces  *faces
	filler filler
	scale  float64 // pixels for one unit of the drawing
	left   float64 // where the drawing begins, in units
	top    float64
}

func newSheet(width, height int, f *faces, scale float64) *sheet {
	s := &sheet{pixels: image.NewRGBA(image.Rect(0, 0, width, height)), faces: f, scale: scale}
	for i := range s.pixels.Pix {
		s.pixels.Pix[i] = 0xFF
	}
	return s
}

func (s *sheet) size() (width, height int) { return s.pixels.Rect.Dx(), s.pixels.Rect.Dy() }

// shape paints one shape of a drawing.
func (s *sheet) shape(p picture.Shape) error {
	if p.Text != "" {
		return s.text(p)
	}
	outlines := s.straight(p.Outline)
	if p.Fill.Solid {
		s.blend(s.fill(outlines), p.Fill)
	}
	if p.Stroke.Solid {
		line := stroke{half: float64(p.Line*s.scale) / 2}
		for _, d := range p.Dash {
			line.dash = append(line.dash, float64(d*s.scale))
		}
		width, height := s.size()
		s.blend(s.filler.fill(line.polygons(outlines), width, height), p.Stroke)
	}
	return nil
}

// straight places an outline on the sheet.
func (s *sheet) straight(steps []picture.Step) []polyline {
	return straighten(picture.Mapped(steps, func(p picture.Point) picture.Point {
		return picture.Point{X: p.X + s.left, Y: p.Y + s.top}
	}), s.scale)
}

func (s *sheet) fill(outlines []polyline) *mask {
	width, height := s.size()
	return s.filler.fill(areas(outlines), width, height)
}

// text paints a text, glyph by glyph.
func (s *sheet) text(p picture.Shape) error {
	glyphs, err := s.faces.glyphs(strings.ReplaceAll(p.Text, "\n", " "), p.Bold)
	if err != nil {
		return err
	}
	pen := -float64(p.Anchor * width(glyphs))
	for _, g := range glyphs {
		placed := picture.Mapped(g.outline, func(q picture.Point) picture.Point {
			along, down := float64((pen+q.X)*p.Size), float64(q.Y*p.Size)
			if p.Up {
				return picture.Point{X: p.At.X + down, Y: p.At.Y - along}
			}
			return picture.Point{X: p.At.X + along, Y: p.At.Y + down}
		})
		s.blend(s.fill(s.straight(placed)), p.Fill)
		pen += g.advance
	}
	return nil
}

// blend lays a colour over what is covered.
func (s *sheet) blend(m *mask, ink picture.Paint) {
	for y := range m.height {
		for x := range m.width {
			alpha := int(m.cover[y*m.width+x])
			if alpha == 0 {
				continue
			}
			at := s.pixels.PixOffset(m.left+x, m.top+y)
			for i, c := range [3]uint8{ink.R, ink.G, ink.B} {
				old := int(s.pixels.Pix[at+i])
				s.pixels.Pix[at+i] = uint8((old*(255-alpha) + int(c)*alpha + 127) / 255)
			}
		}
	}
}
