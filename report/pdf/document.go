package pdf

import (
	"context"

	"pilot90/report/content"
)

// document lays a report out.
type document struct {
	t        *typesetter
	report   *content.Report
	root     *element
	flow     *flow
	cardLook cardStyles
	at       frame // what is laid out next is set in it
	charts   map[*content.Chart]*sized
}

// layOut turns the report into pages of operations and a logical structure.
func layOut(ctx context.Context, t *typesetter, r *content.Report) (*document, error) {
	sheets := make([]*sheet, len(r.Sections))
	charts := map[*content.Chart]*sized{}
	for i := range r.Sections {
		sheets[i] = chooseSheet(t, r, i, charts)
	}
	if err := drawCharts(ctx, charts, r); err != nil {
		return nil, err
	}
	d := newDocument(t, r, charts)
	d.place(sheets)
	if len(d.flow.pages) == 0 {
		d.flow.turn(upright)
	}
	d.furnish()
	d.logo()
	return d, nil
}

func newDocument(t *typesetter, r *content.Report, charts map[*content.Chart]*sized) *document {
	return &document{t: t, report: r, root: &element{kind: "Document"}, flow: newFlow(t), charts: charts,
		cardLook: plainCards}
}

// place lays out the head of the report and its sections, each on the sheet chosen for it.
func (d *document) place(sheets []*sheet) {
	var pieces []*piece
	first := upright
	if len(sheets) > 0 {
		first = sheets[0]
	}
	pieces = append(pieces, on(first, d.opening(first))...)
	for i, s := range sheets {
		d.at, d.cardLook = s.frame(), plainCards
		if s == slide {
			d.cardLook = bigCards
		}
		pieces = append(pieces, on(s, d.section(&d.report.Sections[i]))...)
	}
	d.flow.place(pieces)
}

// opening is the head of the report: short where it shares one page with what it heads, a slide of
// its own before slides.
func (d *document) opening(s *sheet) []*piece {
	d.at = s.frame()
	if s == upright || s == slide {
		return d.front()
	}
	return d.shortFront()
}

func on(s *sheet, pieces []*piece) []*piece {
	for _, p := range pieces {
		p.sheet = s
	}
	return pieces
}

// settings are the ways to set a section that has to fit one page, the best first: how small, and
// how much of their height the charts that stand beside a figure have.
var settings = []struct{ zoom, low float64 }{
	{1, 1}, {0.96, 1}, {0.92, 1}, {0.88, 1}, {0.84, 1}, {0.84, 0.88}, {0.8, 0.88}, {0.8, 0.78}, {0.76, 0.78},
}

// chooseSheet returns the sheet of section i and notes in charts the size of each of its charts on
// it. A section that belongs on one page gets the first setting in which it fits; one that fits in
// none is not made small for nothing and flows over pages in full size, the first in the smallest.
func chooseSheet(t *typesetter, r *content.Report, i int, charts map[*content.Chart]*sized) *sheet {
	s := &r.Sections[i]
	switch s.Form {
	case content.Slide:
		sizeCharts(s.Blocks, slide.frame(), 1, r.Lang, charts)
		fillSlide(s.Blocks, charts)
		return slide
	case content.OnePage:
		var form *sheet
		for _, set := range settings {
			form = onePage(set.zoom)
			sizeCharts(s.Blocks, form.frame(), set.low, r.Lang, charts)
			if fitsOnePage(t, r, i, form, charts) {
				return form
			}
		}
		if i == 0 {
			return form // the head of the report is on it
		}
	}
	sizeCharts(s.Blocks, upright.frame(), 1, r.Lang, charts)
	return upright
}

// fitsOnePage lays the section out alone, with the head of the report when it is the first.
func fitsOnePage(t *typesetter, r *content.Report, i int, form *sheet,
	charts map[*content.Chart]*sized) bool {
	d := newDocument(t, r, charts)
	var pieces []*piece
	if i == 0 {
		pieces = on(form, d.opening(form))
	}
	d.at = form.frame()
	d.flow.place(append(pieces, on(form, d.section(&r.Sections[i]))...))
	return len(d.flow.pages) == 1
}

// section is the heading of a section and all its blocks.
func (d *document) section(s *content.Section) []*piece {
	sect := d.root.add("Sect")
	var out []*piece
	if s.Title != "" {
		out = d.heading(sect, s.Title)
	}
	for i, b := range s.Blocks {
		pieces := d.block(sect, b, s.Title)
		switch {
		case len(pieces) == 0:
		case i == 0:
			pieces[0].before = 0 // the heading leaves room below itself
		default:
			pieces[0].before = max(pieces[0].before, 9)
		}
		out = append(out, pieces...)
	}
	if len(out) > 0 {
		if s.Form == content.OnePage {
			out[0].before = 12
		}
		out[0].newPage = s.NewPage || s.Form == content.Slide
		out[0].bookmark = d.t.clean(s.Title)
	}
	return out
}

// block lays out one block; a block without anything to show gives no pieces. A title that only
// repeats the heading above is left out.
func (d *document) block(parent *element, b content.Block, heading string) []*piece {
	switch b := b.(type) {
	case content.Paragraph:
		return d.paragraph(parent, b)
	case content.List:
		return d.list(parent, b)
	case content.Cards:
		return d.cards(parent, b)
	case content.Beside:
		return d.beside(parent, b)
	case *content.Table:
		if b != nil && len(b.Columns) > 0 {
			return d.table(parent, b, heading)
		}
	case *content.Chart:
		if b != nil {
			return d.figure(parent, b, heading)
		}
	}
	return nil
}

// heading is a section's title over a thin rule; it stays with what follows.
func (d *document) heading(sect *element, title string) []*piece {
	h := sect.add("H2")
	at := d.at
	lines := d.t.balanced(title, headingStyle, at.width-10)
	if len(lines) == 0 {
		return nil
	}
	height := float64(float64(len(lines))*headingStyle.lead) + 10
	return []*piece{{before: 24, height: height, keep: true, draw: func(c *canvas, top float64) {
		c.rect(at.x, top+1.5, 3.2, height-13, navy)
		c.under(h)
		for i, l := range lines {
			c.text(at.x+10, top+float64(float64(i)*headingStyle.lead)+15, l.Text+l.After, headingStyle)
		}
	}}}
}

// pair gives the text of the report's language.
func (d *document) pair(ja, en string) string {
	if d.report.Lang == "en" {
		return en
	}
	return ja
}
