package pdf

import "pilot90/report/content"

// document lays a report out.
type document struct {
	t      *typesetter
	report *content.Report
	root   *element
	flow   *flow
	charts map[*content.Chart]*drawing
}

// layOut turns the report into pages of operations and a logical structure.
func layOut(t *typesetter, r *content.Report) (*document, error) {
	d := &document{t: t, report: r, root: &element{kind: "Document"}, flow: newFlow(t)}
	var err error
	if d.charts, err = drawCharts(r); err != nil {
		return nil, err
	}
	pieces := d.front()
	for i := range r.Sections {
		pieces = append(pieces, d.section(&r.Sections[i])...)
	}
	d.flow.place(pieces)
	d.furnish()
	d.logo()
	return d, nil
}

// section is the heading of a section and all its blocks.
func (d *document) section(s *content.Section) []*piece {
	sect := d.root.add("Sect")
	var out []*piece
	if s.Title != "" {
		out = d.heading(sect, s.Title)
	}
	for i, b := range s.Blocks {
		pieces := d.block(sect, b)
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
		out[0].newPage = s.NewPage
		out[0].bookmark = d.t.clean(s.Title)
	}
	return out
}

// block lays out one block; a block without anything to show gives no pieces.
func (d *document) block(parent *element, b content.Block) []*piece {
	switch b := b.(type) {
	case content.Paragraph:
		return d.paragraph(parent, b)
	case content.List:
		return d.list(parent, b)
	case content.Cards:
		return d.cards(parent, b)
	case *content.Table:
		if b != nil && len(b.Columns) > 0 {
			return d.table(parent, b)
		}
	case *content.Chart:
		if b != nil {
			return d.figure(parent, b)
		}
	}
	return nil
}

// heading is a section's title over a thin rule; it stays with what follows.
func (d *document) heading(sect *element, title string) []*piece {
	h := sect.add("H2")
	lines := d.t.balanced(title, headingStyle, bodyWidth-10)
	if len(lines) == 0 {
		return nil
	}
	height := float64(len(lines))*headingStyle.lead + 10
	return []*piece{{before: 24, height: height, keep: true, draw: func(c *canvas, top float64) {
		c.rect(marginSide, top+1.5, 3.2, height-13, navy)
		c.under(h)
		for i, l := range lines {
			c.text(marginSide+10, top+float64(i)*headingStyle.lead+15, l.text+l.after, headingStyle)
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
