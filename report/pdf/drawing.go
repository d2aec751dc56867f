package pdf

import (
	"strings"

	"pilot90/report/picture"
)

// outlineOp draws an outline.
type outlineOp struct {
	steps  []picture.Step
	fill   picture.Paint
	stroke picture.Paint
	line   float64
	dash   []float64
}

// upOp is a text that runs upwards from its place: each is one stretch in one face.
type upOp struct {
	x, y float64
	textOp
}

// drawing puts a picture on the page with its upper left corner at x, y, in its own size.
func (c *canvas) drawing(d *picture.Picture, x, y float64) {
	place := func(p picture.Point) picture.Point { return picture.Point{X: x + p.X, Y: y + p.Y} }
	for _, s := range d.Shapes {
		if s.Text != "" {
			c.drawnText(s, place(s.At))
			continue
		}
		c.add(outlineOp{picture.Mapped(s.Outline, place), s.Fill, s.Stroke, s.Line, s.Dash})
	}
}

// drawnText sets a text of a picture, as real text.
func (c *canvas) drawnText(s picture.Shape, at picture.Point) {
	st := style{bold: s.Bold, size: s.Size, colour: rgb{s.Fill.R, s.Fill.G, s.Fill.B}}
	text := strings.ReplaceAll(c.t.clean(s.Text), "\n", " ")
	back := float64(-s.Anchor * c.t.width(text, st))
	if !s.Up {
		c.text(at.X+back, at.Y, text, st)
		return
	}
	level := &canvas{t: c.t}
	level.text(back, 0, text, st)
	for _, o := range level.ops {
		c.add(upOp{at.X, at.Y, o.op.(textOp)})
	}
}

// pathData writes steps in the operators of a page, whose y runs upwards.
func pathData(steps []picture.Step, height float64) string {
	operators := map[byte]string{picture.MoveTo: "m ", picture.LineTo: "l ", picture.CurveTo: "c ", picture.Closing: "h "}
	var b strings.Builder
	for _, s := range steps {
		for k := range s.Places() {
			b.WriteString(picture.Number(s.P[k].X) + " " + picture.Number(height-s.P[k].Y) + " ")
		}
		b.WriteString(operators[s.Kind])
	}
	return b.String()
}

func (o outlineOp) paint(p *painter) {
	path := pathData(o.steps, p.height)
	if o.fill.Solid {
		p.ink(o.fill, p.f.SetFillColor)
		p.f.RawWriteStr(path + "f")
	}
	if !o.stroke.Solid {
		return
	}
	p.ink(o.stroke, p.f.SetDrawColor)
	p.f.SetLineWidth(o.line)
	if len(o.dash) == 0 {
		p.f.RawWriteStr(path + "S")
		return
	}
	lengths := make([]string, len(o.dash))
	for i, v := range o.dash {
		lengths[i] = picture.Number(v)
	}
	p.f.RawWriteStr("[" + strings.Join(lengths, " ") + "] 0 d " + path + "S [] 0 d")
}

func (p *painter) ink(ink picture.Paint, set func(r, g, b int)) {
	set(int(ink.R), int(ink.G), int(ink.B))
}

func (o upOp) paint(p *painter) {
	p.f.RawWriteStr("q 0 1 -1 0 " + picture.Number(o.x) + " " + picture.Number(p.height-o.y) + " cm")
	p.forget()
	o.textOp.y += p.height // the origin of the turned frame is its lower left corner
	o.textOp.paint(p)
	p.f.RawWriteStr("Q")
	p.forget()
}
