package pdf

import (
	"bytes"
	"slices"

	"github.com/jung-kurt/gofpdf"

	"pilot90/report/content"
)

// logoOp puts the emblem into a rectangle.
type logoOp struct {
	logo       *content.Logo
	x, y, w, h float64
}

// The bounds of the emblem, in points: it stands in the margin above the title and takes no room
// from the page.
const (
	logoHeight = 26.0
	logoWidth  = 200.0
	logoGap    = 4.0
	logoTop    = 8.0 // least distance to the edge of the paper
)

// logo sets the emblem above what the first page begins with, and first in reading order.
func (d *document) logo() {
	l := d.report.Logo
	if l == nil || len(d.flow.pages) == 0 {
		return
	}
	c := d.flow.pages[0]
	left, top := c.sheet.height, c.sheet.height
	for _, o := range c.ops {
		if text, ok := o.op.(textOp); ok && o.of != nil {
			left, top = min(left, text.x), min(top, text.y-text.size)
		}
	}
	height := min(logoHeight, top-logoGap-logoTop)
	width := height * float64(l.Width) / float64(l.Height)
	if width > logoWidth {
		width, height = logoWidth, logoWidth*float64(l.Height)/float64(l.Width)
	}
	if !(height > 0) || left >= c.sheet.height {
		return
	}
	y := top - logoGap - height
	e := &element{kind: "Figure", alt: l.Alt, bounds: &bounds{c.sheet, left, y, width, height}}
	d.root.kids = slices.Insert(d.root.kids, 0, e)
	c.under(e).add(logoOp{l, left, y, width, height})
	c.under(nil)
}

func (o logoOp) paint(p *painter) {
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	p.f.RegisterImageOptionsReader("logo", options, bytes.NewReader(o.logo.PNG))
	p.f.ImageOptions("logo", o.x, o.y, o.w, o.h, false, options, 0, "")
}
