package pdf

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"pilot90/report/chart"
	"pilot90/report/content"
)

// drawCharts draws every chart of the report as a picture of the full measure, several at a
// time: each is drawn by an engine of its own, so their order does not matter.
func drawCharts(r *content.Report) (map[*content.Chart]*drawing, error) {
	var all []*content.Chart
	for i := range r.Sections {
		for _, b := range r.Sections[i].Blocks {
			if c, ok := b.(*content.Chart); ok && c != nil {
				all = append(all, c)
			}
		}
	}
	drawings, errs := make([]*drawing, len(all)), make([]error, len(all))
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var done sync.WaitGroup
	for i, c := range all {
		free <- struct{}{}
		done.Go(func() {
			drawings[i], errs[i] = drawChart(c, r.Lang)
			<-free
		})
	}
	done.Wait()
	out := make(map[*content.Chart]*drawing, len(all))
	for i, c := range all {
		out[c] = drawings[i]
	}
	return out, errors.Join(errs...)
}

func drawChart(c *content.Chart, lang string) (*drawing, error) {
	svg, err := chart.SVG(c, chart.Size{Width: bodyWidth, Look: chart.Look{Lang: lang}})
	if err != nil {
		return nil, err
	}
	picture, err := parseSVG(svg)
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	return picture, nil
}

// figure sets a chart: what it shows, the drawing, where its numbers come from. The three
// stay together.
func (d *document) figure(parent *element, b *content.Chart) []*piece {
	picture := d.charts[b]
	caption := d.t.balanced(b.Title, captionStyle, bodyWidth)
	source := d.t.lines(b.Source, noteStyle, bodyWidth)
	scale := min(bodyWidth/picture.width, (bodyHeight-120)/picture.height)
	width, height := scale*picture.width, scale*picture.height

	whole := parent.add("Figure")
	whole.alt = b.Alt
	if whole.alt == "" {
		whole.alt = b.Title
	}
	out := []*piece{{before: 14, height: height + 6, keep: len(source) > 0, draw: func(c *canvas, top float64) {
		x := marginSide + (bodyWidth-width)/2
		whole.bounds = &bounds{c.page, x, top, width, height}
		c.under(whole).drawing(picture, x, top, scale)
	}}}
	if len(caption) > 0 {
		e := whole.add("Caption")
		out = append([]*piece{{before: 14, height: float64(len(caption))*captionStyle.lead + 5, keep: true, draw: func(c *canvas, top float64) {
			d.drawLines(c.under(e), marginSide, top, caption, captionStyle)
		}}}, out...)
		out[1].before = 0
	}
	if len(source) > 0 {
		out = append(out, d.textPieces(parent.add("P"), source, noteStyle, marginSide, bodyWidth)...)
	}
	return out
}
