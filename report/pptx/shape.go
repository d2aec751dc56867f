package pptx

import (
	"fmt"
	"math"
	"strings"

	"pilot90/report/deck"
	"pilot90/report/picture"
)

// decorative marks a shape that a screen reader passes over.
const decorative = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative ` +
	`xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`

// shape adds a rectangle, or a free outline.
func (c *canvas) shape(s deck.Shape) {
	c.shapes.WriteString(c.outlined(s.Name, s.Outline, s.Fill, s.Stroke, s.Line))
}

// outlined is the element of an outline.
func (c *canvas) outlined(name string, steps []picture.Step, inside, stroke picture.Paint, line float64) string {
	id := c.next()
	x, y, w, h := extent(steps)
	form := `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
	if !rectangle(steps) {
		form = freeform(steps, x, y, w, h)
	}
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s %d">%s</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>`+
		`<p:spPr>%s%s%s%s</p:spPr></p:sp>`, id, escaped(name), id, decorative, place("a:xfrm", x, y, w, h), form,
		fill(inside),
		outline(stroke, line))
}

// extent is the box around an outline.
func extent(steps []picture.Step) (x, y, w, h float64) {
	low := picture.Point{X: math.Inf(1), Y: math.Inf(1)}
	high := picture.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, s := range steps {
		for k := range s.Places() {
			p := s.P[k]
			low.X, low.Y, high.X, high.Y = min(low.X, p.X), min(low.Y, p.Y), max(high.X, p.X), max(high.Y, p.Y)
		}
	}
	if math.IsInf(low.X, 1) {
		return 0, 0, 0, 0
	}
	return low.X, low.Y, high.X - low.X, high.Y - low.Y
}

// rectangle reports a closed outline of four corners whose sides are upright and level.
func rectangle(steps []picture.Step) bool {
	if len(steps) != 5 || steps[4].Kind != picture.Closing {
		return false
	}
	for i, s := range steps[:4] {
		next := steps[(i+1)%4]
		if s.Kind == picture.CurveTo || s.P[0].X != next.P[0].X && s.P[0].Y != next.P[0].Y {
			return false
		}
	}
	return true
}

// freeform writes an outline in its own box.
func freeform(steps []picture.Step, x, y, w, h float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>`+
		`<a:path w="%d" h="%d">`, emu(w), emu(h))
	tags := map[byte]string{picture.MoveTo: "a:moveTo", picture.LineTo: "a:lnTo", picture.CurveTo: "a:cubicBezTo"}
	for _, s := range steps {
		if s.Kind == picture.Closing {
			b.WriteString(`<a:close/>`)
			continue
		}
		b.WriteString("<" + tags[s.Kind] + ">")
		for k := range s.Places() {
			fmt.Fprintf(&b, `<a:pt x="%d" y="%d"/>`, emu(s.P[k].X-x), emu(s.P[k].Y-y))
		}
		b.WriteString("</" + tags[s.Kind] + ">")
	}
	b.WriteString(`</a:path></a:pathLst></a:custGeom>`)
	return b.String()
}
