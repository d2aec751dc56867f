package png

import (
	"image"
	"math"
	"strings"

	"pilot90/report/picture"
)

// sheet is the picture while it is painted: opaque, white to begin with.
type sheet struct {
	pixels *image.RGBA
	faces  *faces
	clips  map[*picture.Step]*mask
	scale  float64 // pixels for one unit of the drawing
	left   float64 // where the drawing begins, in units
	top    float64
}

func newSheet(width, height int, f *faces, scale float64) *sheet {
	s := &sheet{pixels: image.NewRGBA(image.Rect(0, 0, width, height)), faces: f, clips: map[*picture.Step]*mask{},
		scale: scale}
	for i := range s.pixels.Pix {
		s.pixels.Pix[i] = 0xFF
	}
	return s
}

func (s *sheet) size() (width, height int) { return s.pixels.Rect.Dx(), s.pixels.Rect.Dy() }

// shape paints one shape of a drawing.
func (s *sheet) shape(p picture.Shape) error {
	var clip *mask
	if len(p.Clip) > 0 {
		if clip = s.clips[&p.Clip[0]]; clip == nil {
			clip = s.fill(s.straight(p.Clip))
			s.clips[&p.Clip[0]] = clip
		}
	}
	if p.Text != "" {
		return s.text(p, clip)
	}
	outlines := s.straight(p.Outline)
	if p.Fill.Opacity > 0 {
		s.blend(s.fill(outlines), clip, p.Fill)
	}
	if p.Stroke.Opacity > 0 {
		line := stroke{half: float64(p.Line*s.scale) / 2, round: p.Round}
		for _, d := range p.Dash {
			line.dash = append(line.dash, float64(d*s.scale))
		}
		width, height := s.size()
		s.blend(cover(line.polygons(outlines), width, height), clip, p.Stroke)
	}
	return nil
}

// straight places an outline on the sheet.
func (s *sheet) straight(steps []picture.Step) []polyline {
	return straighten(picture.Matrix{1, 0, 0, 1, s.left, s.top}.Steps(steps), s.scale)
}

func (s *sheet) fill(outlines []polyline) *mask {
	width, height := s.size()
	return cover(areas(outlines), width, height)
}

// text paints a text, glyph by glyph.
func (s *sheet) text(p picture.Shape, clip *mask) error {
	glyphs, err := s.faces.glyphs(strings.ReplaceAll(p.Text, "\n", " "), p.Bold)
	if err != nil {
		return err
	}
	x := -float64(p.Anchor * width(glyphs))
	for _, g := range glyphs {
		frame := p.Frame.Mul(picture.Matrix{p.Size, 0, 0, p.Size, float64(x * p.Size), 0})
		s.blend(s.fill(s.straight(frame.Steps(g.outline))), clip, p.Fill)
		x += g.advance
	}
	return nil
}

// blend lays a colour over what is covered.
func (s *sheet) blend(m, clip *mask, ink picture.Paint) {
	opacity := int(math.Floor(float64(min(1, ink.Opacity)*255) + 0.5))
	for y := range m.height {
		for x := range m.width {
			alpha := int(m.cover[y*m.width+x]) * opacity / 255
			if clip != nil {
				alpha = alpha * int(clip.at(m.left+x, m.top+y)) / 255
			}
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
