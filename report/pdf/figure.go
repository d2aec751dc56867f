package pdf

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"pilot90/report/chart"
	"pilot90/report/content"
)

// sizeCharts notes for each chart among the blocks how large it will be drawn in the frame; low is
// the part of its height that one beside a figure has.
func sizeCharts(blocks []content.Block, at frame, low float64, lang string, charts map[*content.Chart]*drawing) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *content.Chart:
			if b != nil {
				charts[b] = &drawing{width: at.width, height: chart.Height(b, at.width, chart.Look{Lang: lang})}
				if b.Low {
					charts[b].height *= low
				}
			}
		case content.Beside:
			for i, part := range at.parts(b) {
				sizeCharts(b.Parts[i], part, low, lang, charts)
			}
		}
	}
}

// fillSlide makes the chart of a slide that holds nothing else as tall as the slide.
func fillSlide(blocks []content.Block, charts map[*content.Chart]*drawing) {
	if len(blocks) != 1 {
		return
	}
	if c, ok := blocks[0].(*content.Chart); ok && c != nil {
		charts[c].height = max(charts[c].height, slide.body()-chartSurroundings)
	}
}

// chartSurroundings is the room of a heading of two lines and of the line that names the source.
const chartSurroundings = 80

// drawCharts fills in the drawings of every chart of the report at the size they have, several at
// a time: each is drawn by an engine of its own, so their order does not matter.
func drawCharts(ctx context.Context, charts map[*content.Chart]*drawing, r *content.Report) error {
	all := slices.Collect(r.Charts())
	errs := make([]error, len(all))
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var done sync.WaitGroup
	for i, c := range all {
		free <- struct{}{}
		done.Go(func() {
			defer func() { <-free }()
			if errs[i] = ctx.Err(); errs[i] == nil {
				errs[i] = drawChart(charts[c], c, r.Lang)
			}
		})
	}
	done.Wait()
	return errors.Join(errs...)
}

func drawChart(d *drawing, c *content.Chart, lang string) error {
	svg, err := chart.SVG(c, chart.Size{Width: d.width, Height: d.height, Look: chart.Look{Lang: lang}})
	if err != nil {
		return err
	}
	picture, err := parseSVG(svg)
	if err != nil {
		return fmt.Errorf("chart %s: %w", c.ID, err)
	}
	*d = *picture
	return nil
}

// figure sets a chart: what it shows, the drawing, where its numbers come from. The three
// stay together.
func (d *document) figure(parent *element, b *content.Chart, heading string) []*piece {
	at, picture := d.at, d.charts[b]
	caption := d.t.balanced(b.Title, captionStyle, at.width)
	source := d.t.lines(b.Source, noteStyle, at.width)
	scale := min(at.width/picture.width, (at.height-chartSurroundings)/picture.height)
	width, height := float64(scale*picture.width), float64(scale*picture.height)

	whole := parent.add("Figure")
	whole.alt = b.Alt
	if whole.alt == "" {
		whole.alt = b.Title
	}
	out := []*piece{{before: 14, height: height + 6, keep: len(source) > 0, draw: func(c *canvas, top float64) {
		x := at.x + float64((at.width-width)/2)
		whole.bounds = &bounds{c.sheet, x, top, width, height}
		c.under(whole).drawing(picture, x, top, scale)
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
