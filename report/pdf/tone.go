package pdf

import "pilot90/report/content"

// look is how a tone is shown: a word, a drawn sign and a colour, so that it is understood
// without the colour and without the sign.
type look struct {
	ja, en string
	colour rgb
	sign   func(c *canvas, x, y, size float64, colour rgb)
}

var looks = map[content.Tone]look{
	content.Good:  {"良好", "Good", green, checkSign},
	content.Watch: {"注意", "Watch", ochre, triangleSign},
	content.Bad:   {"要対応", "Act", crimson, boxSign},
}

func (l look) word(lang string) string {
	if lang == "en" {
		return l.en
	}
	return l.ja
}

// signSize is the size of a sign that stands on a line of text of the given style.
func signSize(st style) float64 { return 0.86 * st.size }

// checkSign is a ring with a tick; x, y is the lower left corner, on the baseline.
func checkSign(c *canvas, x, y, size float64, colour rgb) {
	r := size / 2
	mid := point{x + r, y - r + 0.06*size}
	c.add(shapeOp{points: []point{mid}, round: r - 0.05*size, line: 0.1 * size, colour: colour})
	c.add(shapeOp{points: []point{{mid.x - 0.45*r, mid.y + 0.02*r}, {mid.x - 0.1*r, mid.y + 0.4*r},
		{mid.x + 0.48*r, mid.y - 0.4*r}},
		line: 0.12 * size, open: true, colour: colour})
}

// triangleSign is an outlined triangle with a stroke in it.
func triangleSign(c *canvas, x, y, size float64, colour rgb) {
	y += 0.02 * size
	c.add(shapeOp{points: []point{{x + 0.5*size, y - 0.92*size}, {x + 0.97*size, y - 0.06*size},
		{x + 0.03*size, y - 0.06*size}},
		line: 0.1 * size, colour: colour})
	c.add(ruleOp{x + 0.5*size, y - 0.62*size, x + 0.5*size, y - 0.36*size, 0.12 * size, colour})
	c.add(ruleOp{x + 0.5*size, y - 0.28*size, x + 0.5*size, y - 0.16*size, 0.12 * size, colour})
}

// boxSign is a filled square with a white stroke in it.
func boxSign(c *canvas, x, y, size float64, colour rgb) {
	y += 0.06 * size
	c.add(rectOp{x + 0.04*size, y - 0.96*size, 0.92 * size, 0.92 * size, colour})
	c.add(ruleOp{x + 0.5*size, y - 0.8*size, x + 0.5*size, y - 0.4*size, 0.14 * size, white})
	c.add(ruleOp{x + 0.5*size, y - 0.31*size, x + 0.5*size, y - 0.17*size, 0.14 * size, white})
}

// badge draws sign and word of a tone and returns where it ends.
func (d *document) badge(c *canvas, x, y float64, l look, st style) float64 {
	size := signSize(st)
	owner := c.of
	l.sign(c.under(nil), x, y, size, l.colour) // the word says it all
	c.under(owner)
	return c.text(x+size+0.35*st.size, y, l.word(d.report.Lang), st.in(l.colour))
}
