package pdf

import (
	"context"
	"io"

	"pilot90/report/content"
	"pilot90/report/deck"
	"pilot90/report/step"
)

// projected is a page of a deck: its points are those of the file.
var projected = &sheet{width: deck.Width, height: deck.Height, zoom: 1}

// WriteDeck writes the slides of a report as a PDF of 16:9 pages; the report has slides alone. Bytes and errors are as
// those of Write.
func WriteDeck(ctx context.Context, w io.Writer, r *content.Report) (Notes, error) {
	t, err := newTypesetter()
	if err != nil {
		return Notes{}, err
	}
	pages, err := deck.LayOut(r)
	if err != nil {
		return Notes{}, err
	}
	d := newDocument(t, r, nil)
	step.Expect(ctx, len(pages))
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return Notes{}, err
		}
		if err := d.slidePage(&pages[i]); err != nil {
			return Notes{}, err
		}
		step.Done(ctx)
	}
	return d.written(w)
}

// slidePage draws the items of a page; its title is a heading, its foot an artifact.
func (d *document) slidePage(p *deck.Page) error {
	d.flow.turn(projected)
	c := d.flow.pages[len(d.flow.pages)-1]
	d.flow.bookmarks = append(d.flow.bookmarks, bookmark{d.t.clean(p.Title), len(d.flow.pages) - 1, 0})
	sect := d.root.add("Sect")
	for _, item := range p.Items {
		switch item := item.(type) {
		case deck.Text:
			d.slideText(c, sect, p, item)
		case deck.Shape:
			c.under(nil).add(outlineOp{item.Outline, item.Fill, item.Stroke, item.Line, nil})
		case deck.Chart:
			if err := d.slideChart(c, sect, item); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) slideText(c *canvas, sect *element, p *deck.Page, text deck.Text) {
	switch {
	case len(text.Lines) == 0:
		return
	case text.Role == deck.Foot, text.Role == deck.Number:
		c.under(sect.add("P"))
	case text.Role == deck.Title && p.Cover:
		c.under(sect.add("H1"))
	case text.Role == deck.Title:
		c.under(sect.add("H2"))
	default:
		c.under(sect.add("P"))
	}
	for i, line := range text.Lines {
		x := text.X
		if text.Right {
			x += text.W - d.lineWidth(line)
		}
		for k, r := range line.Runs {
			st := style{bold: r.Bold, size: r.Size, colour: rgb{r.Colour.R, r.Colour.G, r.Colour.B}}
			said := d.t.clean(r.Text)
			if k == len(line.Runs)-1 {
				said += line.After
			}
			x = c.text(x, text.Baseline(i), said, st)
		}
	}
}

func (d *document) lineWidth(line deck.Line) float64 {
	w := 0.0
	for _, r := range line.Runs {
		w += d.t.width(d.t.clean(r.Text), style{bold: r.Bold, size: r.Size})
	}
	return w
}

func (d *document) slideChart(c *canvas, sect *element, item deck.Chart) error {
	drawn, err := item.Drawing(d.report.Lang)
	if err != nil {
		return err
	}
	figure := sect.add("Figure")
	if figure.alt = item.Chart.Alt; figure.alt == "" {
		figure.alt = item.Chart.Title
	}
	figure.bounds = &bounds{c.sheet, item.X, item.Y, item.W, item.H}
	c.under(figure).drawing(drawn, item.X, item.Y)
	return nil
}
