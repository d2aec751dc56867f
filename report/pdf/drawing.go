package pdf

import (
	"fmt"
	"strings"
)

// outlineOp draws an outline; clipOp limits what follows to an outline until unclipOp.
type outlineOp struct {
	steps  []step
	fill   paint
	stroke paint
	line   float64
	dash   []float64
	round  bool
}

type (
	clipOp   struct{ steps []step }
	unclipOp struct{}
)

// turnedOp is a text that does not run level: each is one stretch in one face.
type turnedOp struct {
	frame matrix
	textOp
}

// drawing puts a picture on the page with its upper left corner at x, y, scaled.
func (c *canvas) drawing(d *drawing, x, y, scale float64) {
	place := matrix{scale, 0, 0, scale, x, y}
	var clip *step // first step of the clip in force: outlines are shared, so it tells them apart
	leave := func() {
		if clip != nil {
			c.add(unclipOp{})
			clip = nil
		}
	}
	for _, s := range d.shapes {
		if len(s.clip) == 0 {
			leave()
		} else if clip != &s.clip[0] {
			leave()
			clip = &s.clip[0]
			c.add(clipOp{place.steps(s.clip)})
		}
		if s.text != "" {
			c.drawnText(s, place)
			continue
		}
		c.add(outlineOp{place.steps(s.outline), s.fill, s.stroke, s.line * scale, s.dash, s.round})
	}
	leave()
}

// drawnText sets a text of a picture, as real text.
func (c *canvas) drawnText(s shape, place matrix) {
	frame := place.mul(s.frame)
	st := style{bold: s.bold, size: s.size * frame.scale(), colour: s.fill.colour}
	text := strings.ReplaceAll(c.t.clean(s.text), "\n", " ")
	back := float64(-s.anchor * c.t.width(text, st))
	if frame[1] == 0 && frame[2] == 0 && frame[0] > 0 {
		c.text(frame[4]+back, frame[5], text, st)
		return
	}
	turn := frame.mul(matrix{1 / frame.scale(), 0, 0, 1 / frame.scale(), 0, 0})
	level := &canvas{t: c.t}
	level.text(back, 0, text, st)
	for _, o := range level.ops {
		c.add(turnedOp{turn, o.op.(textOp)})
	}
}

// number writes a length with at most two decimals.
func number(v float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// pathData writes steps in the operators of a page, whose y runs upwards.
func pathData(steps []step, height float64) string {
	var b strings.Builder
	put := func(p point) { b.WriteString(number(p.x) + " " + number(height-p.y) + " ") }
	for _, s := range steps {
		switch s.kind {
		case moveTo:
			put(s.p[0])
			b.WriteString("m ")
		case lineTo:
			put(s.p[0])
			b.WriteString("l ")
		case curveTo:
			put(s.p[0])
			put(s.p[1])
			put(s.p[2])
			b.WriteString("c ")
		case closing:
			b.WriteString("h ")
		}
	}
	return b.String()
}

func (o clipOp) paint(p *painter) { p.f.RawWriteStr("q " + pathData(o.steps, p.height) + "W n") }

func (o unclipOp) paint(p *painter) {
	p.f.RawWriteStr("Q")
	p.forget()
}

func (o outlineOp) paint(p *painter) {
	path := pathData(o.steps, p.height)
	if o.fill.opacity > 0 {
		p.ink(o.fill, p.f.SetFillColor)
		p.f.RawWriteStr(path + "f")
	}
	if o.stroke.opacity > 0 {
		p.ink(o.stroke, p.f.SetDrawColor)
		p.f.SetLineWidth(o.line)
		p.f.RawWriteStr(o.lineStyle() + path + "S")
		if o.round || len(o.dash) > 0 {
			p.f.RawWriteStr("[] 0 d 0 J 0 j")
		}
	}
}

func (o outlineOp) lineStyle() string {
	s := ""
	if o.round {
		s = "1 J 1 j "
	}
	if len(o.dash) > 0 {
		lengths := make([]string, len(o.dash))
		for i, v := range o.dash {
			lengths[i] = number(v)
		}
		s += "[" + strings.Join(lengths, " ") + "] 0 d "
	}
	return s
}

// ink sets a colour and its opacity.
func (p *painter) ink(ink paint, set func(r, g, b int)) {
	set(int(ink.colour.r), int(ink.colour.g), int(ink.colour.b))
	p.opacity(ink.opacity)
}

func (o turnedOp) paint(p *painter) {
	m := o.frame
	p.f.RawWriteStr(fmt.Sprintf("q %.4f %.4f %.4f %.4f %s %s cm", m[0], -m[1], -m[2], m[3], number(m[4]),
		number(p.height-m[5])))
	p.forget()
	o.y += p.height // the origin of the turned frame is its lower left corner
	o.textOp.paint(p)
	p.f.RawWriteStr("Q")
	p.forget()
}
