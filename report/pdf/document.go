package pdf

import (
	"context"

	"pilot90/report/content"
)

// document lays a report out.
type document struct {
	t      *typesetter
	report *content.Report
	root   *element
	flow   *flow
	at     frame  // what is laid out next is set in it
	level  string // of a heading among the blocks
	charts map[*content.Chart]*sized

	waiting []after // for the pages of sections
}

// layOut turns the report into pages of operations and a logical structure.
func layOut(ctx context.Context, t *typesetter, r *content.Report) (*document, error) {
	sheets := make([]*sheet, len(r.Sections))
	charts := map[*content.Chart]*sized{}
	for i := range r.Sections {
		sheets[i] = chooseSheet(r, i, charts)
	}
	if err := drawCharts(ctx, charts, r); err != nil {
		return nil, err
	}
	d := newDocument(t, r, charts)
	d.place(sheets)
	if len(d.flow.pages) == 0 {
		d.flow.turn(upright)
	}
	d.finishPages()
	d.furnish()
	d.logo()
	return d, nil
}

func newDocument(t *typesetter, r *content.Report, charts map[*content.Chart]*sized) *document {
	return &document{t: t, report: r, root: &element{kind: "Document"}, flow: newFlow(t), charts: charts}
}

// place lays out the head of the report and its sections, each on the sheet chosen for it.
func (d *document) place(sheets []*sheet) {
	var pieces []*piece
	first := upright
	if len(sheets) > 0 {
		first = sheets[0]
	}
	d.at = first.frame()
	pieces = append(pieces, on(first, d.front())...)
	for i, s := range sheets {
		d.at = s.frame()
		pieces = append(pieces, on(s, d.section(&d.report.Sections[i]))...)
	}
	d.flow.place(d.flow.spared(pieces))
}

func on(s *sheet, pieces []*piece) []*piece {
	for _, p := range pieces {
		p.sheet = s
	}
	return pieces
}

// chooseSheet returns the sheet of section i and notes in charts the size of each of its charts on it.
func chooseSheet(r *content.Report, i int, charts map[*content.Chart]*sized) *sheet {
	s, form := &r.Sections[i], upright
	if s.Paging == content.Slide {
		form = slide
	}
	sizeCharts(s.Blocks, form.frame(), r.Lang, charts)
	if form == slide {
		fillSlide(s.Blocks, charts)
	}
	return form
}

// section is the heading of a section and all its blocks.
func (d *document) section(s *content.Section) []*piece {
	sect := d.root.add("Sect")
	var out []*piece
	d.level = "H2"
	blocks := s.Blocks
	for len(blocks) > 0 {
		b, ok := blocks[0].(content.Band) // what is to be done first stands before the heading
		if !ok {
			break
		}
		out, blocks = append(out, d.band(sect, b)...), blocks[1:]
	}
	switch {
	case s.Title == "", s.Headed(): // whose blocks have headings of their own
	case len(blocks) > 0 && headsItself(blocks[0]):
		out, d.level = append(out, d.quietHeading(sect, s.Title)...), "H3"
	default:
		out, d.level = append(out, d.heading(sect, "H2", s.Title)...), "H3"
	}
	out = append(out, d.column(sect, blocks, s.Title)...)
	if len(out) > 0 {
		out[0].newPage = s.NewPage || s.Paging == content.Slide
		out[0].bookmark = d.t.clean(s.Title)
		out[0].section = s.ID
	}
	return out
}

// column lays blocks out one below the other, under the heading that was set last.
func (d *document) column(parent *element, blocks []content.Block, heading string) []*piece {
	var out []*piece
	for i, b := range blocks {
		pieces := d.block(parent, b, heading)
		switch {
		case len(pieces) == 0:
		case i == 0 || isHeading(blocks[i-1]):
			pieces[0].before = 0 // the heading leaves room below itself
		default:
			pieces[0].before = max(pieces[0].before, 4)
		}
		if h, ok := b.(content.Heading); ok {
			heading = h.Text
		}
		if n := len(out); n > 0 && len(pieces) > 0 && isNote(b) {
			out[n-1].keep = true // a note stands on the page of what it is on
		}
		out = append(out, pieces...)
	}
	return out
}

// headsItself reports whether a block begins with headings of its own, side by side.
func headsItself(b content.Block) bool {
	beside, ok := b.(content.Beside)
	return ok && len(beside.Parts) > 0 && len(beside.Parts[0]) > 0 && isHeading(beside.Parts[0][0])
}

// quietHeading is the title of a section whose parts have headings under rules: without one of its own.
func (d *document) quietHeading(sect *element, title string) []*piece {
	at, h := d.at, sect.add("H2")
	lines := d.t.balanced(title, captionStyle, at.width)
	return []*piece{{before: sectionGap, height: float64(float64(len(lines))*captionStyle.lead) + 4, keep: true,
		draw: func(c *canvas, top float64) { d.drawLines(c.under(h), at.x, top, lines, captionStyle) }}}
}

func isNote(b content.Block) bool {
	p, is := b.(content.Paragraph)
	return is && p.Tone == content.Note
}

func isHeading(b content.Block) bool {
	_, is := b.(content.Heading)
	return is
}

// block lays out one block; a block without anything to show gives no pieces. A title that only
// repeats the heading above is left out.
func (d *document) block(parent *element, b content.Block, heading string) []*piece {
	switch b := b.(type) {
	case content.Paragraph:
		return d.paragraph(parent, b)
	case content.Heading:
		return d.headingBlock(parent, b)
	case content.Band:
		return d.band(parent, b)
	case content.Choices:
		return d.choices(parent, b)
	case content.Blanks:
		return d.blanks(parent, b)
	case content.List:
		return d.list(parent, b)
	case content.Lines:
		return d.facts(parent, b)
	case content.Errands:
		return d.errands(parent, b)
	case content.Contents:
		return d.contents(parent, b)
	case content.Points:
		return d.points(parent, b)
	case content.Panel:
		return d.panel(parent, b)
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

// headingBlock is a heading among the blocks of a section.
func (d *document) headingBlock(parent *element, b content.Heading) []*piece {
	out := d.heading(parent, d.level, b.Text)
	if len(out) > 0 {
		out[0].newPage = b.NewPage
	}
	return out
}

// heading is a title under a rule of ink; it stays with what follows.
func (d *document) heading(parent *element, kind, title string) []*piece {
	at := d.at
	lines := d.t.balanced(title, headingStyle, at.width)
	if len(lines) == 0 {
		return nil
	}
	h := parent.add(kind)
	height := 5 + float64(float64(len(lines))*headingStyle.lead) + 4
	return []*piece{{before: sectionGap, height: height, keep: true, draw: func(c *canvas, top float64) {
		c.rect(at.x, top, at.width, 1.5, ink)
		d.drawLines(c.under(h), at.x, top+5, lines, headingStyle)
	}}}
}

// pair gives the text of the report's language.
func (d *document) pair(ja, en string) string {
	if d.report.Lang == "en" {
		return en
	}
	return ja
}
