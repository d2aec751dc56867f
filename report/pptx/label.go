package pptx

import (
	"fmt"

	"pilot90/report/deck"
	"pilot90/report/picture"
)

// label adds a text of a drawing in a box around its place; one that runs upwards is turned.
func (c *canvas) label(s picture.Shape) {
	const wide = 240.0 // half the box: no text of a drawing is wider
	align, left := "l", s.At.X
	switch s.Anchor {
	case 0.5:
		align, left = "ctr", s.At.X-wide/2
	case 1:
		align, left = "r", s.At.X-wide
	}
	x, y, h, turn := left, s.At.Y-float64(0.95*s.Size), float64(1.2*s.Size), ""
	if s.Up { // around the middle of the box, a quarter turn back
		middle := s.At.Y - float64((0.5-s.Anchor)*wide)
		x, y, turn = s.At.X-float64(0.35*s.Size)-wide/2, middle-float64(h/2), ` rot="16200000"`
	}
	id := c.next()
	box := place("a:xfrm", x, y, wide, h)
	fmt.Fprintf(&c.shapes, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Label %d"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>`+
		`<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>`+
		`<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>`+
		`<a:p><a:pPr algn="%s"/>`, id, id, "<a:xfrm"+turn+box[len("<a:xfrm"):], align)
	c.run(deck.Run{Size: s.Size, Bold: s.Bold, Colour: s.Fill}, deck.Clean(s.Text))
	c.shapes.WriteString(`</a:p></p:txBody></p:sp>`)
}
