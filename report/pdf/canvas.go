package pdf

import "pilot90/report/linebreak"

// A page is first a list of operations and only then a file: layout decides everything
// with exact numbers (so the number of pages is known when the first footer is written, and
// a test can look for text that leaves its page), painting decides nothing.

// op is one operation. Coordinates are points from the top left corner of the page.
type op interface{ paint(p *painter) }

// drawn is an operation and the element it belongs to; nil marks decoration.
type drawn struct {
	op op
	of *element
}

// textOp is a stretch of text in one face; y is its baseline. spread is added after every
// rune.
type textOp struct {
	x, y, width float64
	text        string
	face        int
	size        float64
	colour      rgb
	spread      float64
}

// rectOp is a filled rectangle.
type rectOp struct {
	x, y, w, h float64
	fill       rgb
}

// ruleOp is a straight line.
type ruleOp struct {
	x1, y1, x2, y2, width float64
	colour                rgb
}

// shapeOp is a closed polygon or, with round set, a circle around its first point: filled,
// or stroked when line is above 0.
type shapeOp struct {
	points []point
	round  float64
	line   float64
	open   bool
	colour rgb
}

type point struct{ x, y float64 }

// canvas collects the operations of one page for the element under work.
type canvas struct {
	t     *typesetter
	page  int // from 0
	sheet *sheet
	ops   []drawn
	of    *element
}

// under makes e the owner of what is drawn next; nil for decoration.
func (c *canvas) under(e *element) *canvas {
	c.of = e
	return c
}

func (c *canvas) add(o op) { c.ops = append(c.ops, drawn{o, c.of}) }

// deco adds decoration whatever element is under work.
func (c *canvas) deco(o op) { c.ops = append(c.ops, drawn{o, nil}) }

// text sets cleaned text with its left end at x on the baseline y and returns where it ends.
func (c *canvas) text(x, y float64, s string, st style) float64 {
	return c.spread(x, y, s, st, 0)
}

// textRight sets text that ends at x.
func (c *canvas) textRight(x, y float64, s string, st style) {
	c.text(x-c.t.width(s, st), y, s, st)
}

// spread sets text with extra points after each rune at which a line may be stretched, one
// operation for each stretch of the same face and spacing.
func (c *canvas) spread(x, y float64, s string, st style, extra float64) float64 {
	runes := []rune(s)
	var stretch []rune
	face, spacing := -1, 0.0
	flush := func() {
		if len(stretch) == 0 {
			return
		}
		width := c.t.width(string(stretch), st) + float64(spacing*float64(len(stretch)))
		c.add(textOp{x, y, width, string(stretch), face, st.size, st.colour, spacing})
		x += width
		stretch = stretch[:0]
	}
	for i, r := range runes {
		f, gap := c.t.face(r, st.bold), 0.0
		if extra > 0 && i+1 < len(runes) && stretchable(r, runes[i+1]) {
			gap = extra
		}
		if f != face || gap != spacing {
			flush()
			face, spacing = f, gap
		}
		stretch = append(stretch, r)
	}
	flush()
	return x
}

// stretchable reports whether space may be added between two runes: not within a word.
func stretchable(a, b rune) bool { return !linebreak.InWord(a, b) }

// stretchPoints counts where a line can be stretched.
func stretchPoints(s string) int {
	n, last := 0, rune(0)
	for i, r := range s {
		if i > 0 && stretchable(last, r) {
			n++
		}
		last = r
	}
	return n
}

// justify sets a line to the measure when that opens no gap an eye would notice, else as
// it is.
func (c *canvas) justify(x, y float64, l line, st style, measure float64) {
	extra := 0.0
	if n := stretchPoints(l.Text); l.Broken && n > 0 {
		if gap := (measure - l.width) / float64(n); gap > 0 && gap <= 0.07*st.size {
			extra = gap
		}
	}
	c.spread(x, y, l.Text+l.After, st, extra)
}

func (c *canvas) rect(x, y, w, h float64, fill rgb) { c.deco(rectOp{x, y, w, h, fill}) }

func (c *canvas) rule(x1, x2, y, width float64, colour rgb) {
	c.deco(ruleOp{x1, y, x2, y, width, colour})
}
