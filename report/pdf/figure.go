package pdf

import (
	"context"

	"pilot90/report/chart"
	"pilot90/report/content"
	"pilot90/report/picture"
	"pilot90/report/step"
)

// sized is a chart on a sheet: the box it is drawn in, and the drawing.
type sized struct {
	size    chart.Size
	drawing picture.Picture // empty while sheets are tried
}

// sizeCharts notes for each chart among the blocks how large it will be drawn in the frame: never smaller
// than its text needs, and at most as tall as a page.
func sizeCharts(blocks []content.Block, at frame, lang string, charts map[*content.Chart]*sized) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *content.Chart:
			if b != nil {
				look := chart.Look{Lang: lang}
				height := min(chart.Height(b, at.width, look), at.height-chartSurroundings)
				charts[b] = &sized{size: chart.Size{Width: at.width, Height: height, Look: look}}
			}
		case content.Beside:
			for i, part := range at.parts(b) {
				sizeCharts(b.Parts[i], part, lang, charts)
			}
		}
	}
}

// fillSlide makes the chart of a slide that holds nothing else as tall as the slide.
func fillSlide(blocks []content.Block, charts map[*content.Chart]*sized) {
	if len(blocks) != 1 {
		return
	}
	if c, ok := blocks[0].(*content.Chart); ok && c != nil {
		charts[c].size.Height = max(charts[c].size.Height, slide.body()-chartSurroundings)
	}
}

// chartSurroundings is the room of a heading of two lines and of the line that names the source.
const chartSurroundings = 80

// drawCharts fills in the drawings of every chart of the report at the size they have.
func drawCharts(ctx context.Context, charts map[*content.Chart]*sized, r *content.Report) error {
	step.Expect(ctx, len(charts))
	for c := range r.Charts() {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, err := chart.Draw(c, charts[c].size)
		if err != nil {
			return err
		}
		charts[c].drawing = *d
		step.Done(ctx)
	}
	return nil
}

// figure sets a chart: what it shows, the drawing, where its numbers come from. The three
// stay together.
func (d *document) figure(parent *element, b *content.Chart, heading string) []*piece {
	at, drawn := d.at, d.charts[b]
	size := drawn.size
	caption := d.t.balanced(b.Title, captionStyle, at.width)
	source := d.t.lines(b.Source, noteStyle, at.width)
	width, height := size.Width, size.Height

	whole := parent.add("Figure")
	whole.alt = b.Alt
	if whole.alt == "" {
		whole.alt = b.Title
	}
	out := []*piece{{before: 4, height: height + 4, keep: len(source) > 0, draw: func(c *canvas, top float64) {
		whole.bounds = &bounds{c.sheet, at.x, top, width, height}
		c.under(whole).drawing(&drawn.drawing, at.x, top)
	}}}
	if len(caption) > 0 && b.Title != heading {
		e := whole.add("Caption")
		out = append([]*piece{{before: 14, height: float64(float64(len(caption))*captionStyle.lead) + 5, keep: true,
			draw: func(c *canvas, top float64) {
				d.drawLines(c.under(e), at.x, top, caption, captionStyle)
			}}}, out...)
		out[1].before = 0
	}
	if len(source) > 0 {
		out = append(out, d.textPieces(parent.add("P"), source, noteStyle, at.x, at.width)...)
	}
	return out
}
