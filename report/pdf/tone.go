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
	content.Good:  {"良好", "Good", blue, discSign},
	content.Watch: {"注意", "Watch", amber, triangleSign},
	content.Bad:   {"要対応", "Act", red, boxSign},
	content.Away:  {"対象外", "Not counted", grey, ringSign},
}

func (l look) word(lang string) string {
	if lang == "en" {
		return l.en
	}
	return l.ja
}

// signSize is the size of a sign that stands on a line of text of the given style.
func signSize(st style) float64 { return part(1.1, st.size) }

// part is a part of a length, rounded by itself on every machine.
func part(of, length float64) float64 { return float64(of * length) }

// discSign is a filled disc with a tick in it; x, y is the lower left corner, on the baseline.
func discSign(c *canvas, x, y, size float64, colour rgb) {
	r := part(0.5, size)
	mid := point{x + r, y - r + part(0.06, size)}
	c.add(shapeOp{points: []point{mid}, round: r, colour: colour})
	c.add(shapeOp{points: []point{
		{mid.x - part(0.46, r), mid.y + part(0.02, r)},
		{mid.x - part(0.12, r), mid.y + part(0.38, r)},
		{mid.x + part(0.48, r), mid.y - part(0.36, r)}},
		line: part(0.13, size), open: true, colour: white})
}

// ringSign is a ring with a dash in it.
func ringSign(c *canvas, x, y, size float64, colour rgb) {
	r := part(0.5, size)
	mid := point{x + r, y - r + part(0.06, size)}
	c.add(shapeOp{points: []point{mid}, round: r - part(0.05, size), line: part(0.1, size), colour: colour})
	c.add(ruleOp{mid.x - part(0.5, r), mid.y, mid.x + part(0.5, r), mid.y, part(0.11, size), colour})
}

// triangleSign is an outlined triangle with a stroke in it.
func triangleSign(c *canvas, x, y, size float64, colour rgb) {
	mid := x + part(0.5, size)
	y += part(0.02, size)
	c.add(shapeOp{points: []point{
		{mid, y - part(0.92, size)},
		{x + part(0.97, size), y - part(0.06, size)},
		{x + part(0.03, size), y - part(0.06, size)}},
		line: part(0.1, size), colour: colour})
	c.add(ruleOp{mid, y - part(0.62, size), mid, y - part(0.36, size), part(0.12, size), colour})
	c.add(ruleOp{mid, y - part(0.28, size), mid, y - part(0.16, size), part(0.12, size), colour})
}

// boxSign is a filled square with a white stroke in it.
func boxSign(c *canvas, x, y, size float64, colour rgb) {
	mid := x + part(0.5, size)
	y += part(0.06, size)
	c.add(rectOp{x + part(0.04, size), y - part(0.96, size), part(0.92, size), part(0.92, size), colour})
	c.add(ruleOp{mid, y - part(0.8, size), mid, y - part(0.4, size), part(0.14, size), white})
	c.add(ruleOp{mid, y - part(0.31, size), mid, y - part(0.17, size), part(0.14, size), white})
}

// badge draws sign and word of a tone and returns where it ends.
func (d *document) badge(c *canvas, x, y float64, l look, st style) float64 {
	size := signSize(st)
	owner := c.of
	l.sign(c.under(nil), x, y, size, l.colour) // the word says it all
	c.under(owner)
	return c.text(x+size+part(0.35, st.size), y, l.word(d.report.Lang), st.in(l.colour))
}
