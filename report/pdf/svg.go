package pdf

import "pilot90/report/picture"

// drawing is a picture in the terms of this package, in points from its upper left corner.
type drawing struct {
	width, height float64
	shapes        []shape
}

// shape is an outline or, with text set, a text that begins at the origin of frame.
type shape struct {
	clip    []step
	outline []step
	fill    paint
	stroke  paint
	line    float64
	dash    []float64
	round   bool // round caps and joins

	text   string
	anchor float64 // part of the width left of the origin: 0, 0.5 or 1
	bold   bool
	size   float64
	frame  matrix
}

// paint is a colour with its opacity; opacity 0 paints nothing.
type paint struct {
	colour  rgb
	opacity float64
}

// The kinds of steps.
const (
	moveTo  = picture.MoveTo
	lineTo  = picture.LineTo
	curveTo = picture.CurveTo
	closing = picture.Closing
)

// step is one step of an outline: to p[0] (M, L), or a curve over p[0] and p[1] to p[2].
type step struct {
	kind byte
	p    [3]point
}

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f); in SVG's order a b c d e f.
type matrix [6]float64

func (m matrix) mul(n matrix) matrix { return matrix(picture.Matrix(m).Mul(picture.Matrix(n))) }

// scale is by how much the matrix widens a line.
func (m matrix) scale() float64 { return picture.Matrix(m).Scale() }

func (m matrix) steps(steps []step) []step {
	out := make([]step, len(steps))
	for i, s := range steps {
		out[i].kind = s.kind
		for k, p := range s.p {
			out[i].p[k] = pointOf(picture.Matrix(m).Apply(picture.Point{X: p.x, Y: p.y}))
		}
	}
	return out
}

// parseSVG reads a picture. Shapes that share a clip share it here too.
func parseSVG(data []byte) (*drawing, error) {
	p, err := picture.Parse(data)
	if err != nil {
		return nil, err
	}
	d := &drawing{width: p.Width, height: p.Height, shapes: make([]shape, len(p.Shapes))}
	clips := map[*picture.Step][]step{}
	for i, s := range p.Shapes {
		var clip []step
		if len(s.Clip) > 0 {
			if clip = clips[&s.Clip[0]]; clip == nil {
				clip = stepsOf(s.Clip)
				clips[&s.Clip[0]] = clip
			}
		}
		d.shapes[i] = shape{
			clip: clip, outline: stepsOf(s.Outline), fill: paintOf(s.Fill), stroke: paintOf(s.Stroke), line: s.Line,
			dash: s.Dash, round: s.Round,
			text: s.Text, anchor: s.Anchor, bold: s.Bold, size: s.Size, frame: matrix(s.Frame),
		}
	}
	return d, nil
}

func paintOf(p picture.Paint) paint { return paint{rgb{p.R, p.G, p.B}, p.Opacity} }

func pointOf(p picture.Point) point { return point{p.X, p.Y} }

func stepsOf(steps []picture.Step) []step {
	out := make([]step, len(steps))
	for i, s := range steps {
		out[i] = step{s.Kind, [3]point{pointOf(s.P[0]), pointOf(s.P[1]), pointOf(s.P[2])}}
	}
	return out
}
