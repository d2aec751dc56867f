package html

import (
	"fmt"
	"math"
	"strings"

	"pilot90/report/content"
)

// Some charts are tables of words with a bar or a row of discs in each line. A page sets those itself: words that
// can be read at any width, and small drawings that take its colours, in the dark too. Paper draws the marks of
// package chart.

// goals are figures against their targets.
type goals struct {
	Rows []goal
}

type goal struct {
	content.Goal
	Tone tone
	Bar  bar
}

// bar is a track 400 wide and 20 high with a bar up to To and a tick at Tick; Hatch is the pattern of one that is not
// solid.
type bar struct {
	To, Tick float64
	Hatch    string
}

// panels are small charts side by side.
type panels struct {
	Panels []panel
	First  string
	Middle string
	Last   string
}

type panel struct {
	Name, Value string
	Columns     []column
}

// column is a rectangle of a drawing; a bar of squares has the class of its fill.
type column struct {
	X, Y, Width, Height float64
	Class               string
}

// squares are rows of places, one a person.
type squares struct {
	Width float64 // of the drawing, which is 24 high
	Rows  []places
	Names []cell // of the fills, where there are two
}

type places struct {
	Name, Count, Share string
	Discs              []disc
	Bars               []column // where there are too many for discs
	Hatch              string
	Empty              string // why there are none
	Single             bool   // of things of another kind than the first row: hatched
}

// disc is a place: "full", "later" (hatched) or "free".
type disc struct {
	X     float64
	Class string
	Hatch string
}

// native sets the drawings of a chart that the page is itself, and reports whether it is one.
func (b *builder) native(f *figure) bool {
	switch f.Chart.Kind {
	case content.TargetRows:
		f.Goals = b.goals(f.Chart)
	case content.Multiples:
		f.Panels = panelsOf(f.Chart)
	case content.Squares:
		f.Squares = squaresOf(f.Chart)
	default:
		return false
	}
	return f.Squares != nil || f.Goals != nil || f.Panels != nil
}

const trackWidth, trackHeight = 400.0, 20.0

func (b *builder) goals(c *content.Chart) *goals {
	out := &goals{}
	for _, g := range c.Goals {
		row := goal{Goal: g, Bar: bar{Tick: trackWidth * g.Target}}
		switch {
		case !g.Known:
			row.Tone = toneOf(content.Note, b.words)
		case g.Met:
			row.Tone = toneOf(content.Good, b.words)
		default:
			row.Tone = toneOf(content.Watch, b.words)
		}
		row.Tone.Hidden = true
		if g.Known {
			row.Bar.To = trackWidth * g.Reached
			if !g.Met {
				row.Bar.Hatch = stripes(0, 3, row.Bar.To, trackHeight-6, 9)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// stripes is the path of lines at 45° inside a rectangle.
func stripes(x, y, width, height, step float64) string {
	var b strings.Builder
	for at := step; at < width+height; at += step {
		from, to := max(0, at-height), min(width, at)
		fmt.Fprintf(&b, "M%.1f %.1fL%.1f %.1f", x+from, y+at-from, x+to, y+at-to)
	}
	return b.String()
}

const panelWidth, panelHeight = 240.0, 80.0

func panelsOf(c *content.Chart) *panels {
	out := &panels{}
	n := len(c.Categories)
	if n > 0 {
		out.First, out.Last = c.Categories[0], c.Categories[n-1]
	}
	if n > 2 {
		out.Middle = c.Categories[n/2]
	}
	for _, p := range c.Small {
		drawn := panel{Name: p.Name, Value: p.Value}
		top := p.Top
		for _, v := range p.Values {
			if v != nil {
				top = max(top, *v)
			}
		}
		band := panelWidth / float64(max(n, 1))
		for i, v := range p.Values {
			if v == nil || *v <= 0 || i >= n {
				continue
			}
			height := panelHeight * *v / top
			drawn.Columns = append(drawn.Columns, column{X: band * (float64(i) + 0.09), Y: panelHeight - height,
				Width: band * 0.82, Height: height})
		}
		out.Panels = append(out.Panels, drawn)
	}
	return out
}

// A row of places: each is 24 wide; more than mostDiscs are one bar.
const (
	placeWidth = 24.0
	mostDiscs  = 20
	barWidth   = 480.0
)

// squaresOf sets each row as discs, or as a bar where there are too many; nil where there is nothing to set.
func squaresOf(c *content.Chart) *squares {
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		return nil
	}
	most, whole := float64(c.Whole), true
	for i := range c.Categories {
		sum := 0.0
		for _, s := range c.Series {
			if i < len(s.Values) && s.Values[i] != nil {
				sum += max(*s.Values[i], 0)
				whole = whole && *s.Values[i] == math.Trunc(*s.Values[i])
			}
		}
		most = max(most, sum)
	}
	discs := whole && most <= mostDiscs
	out := &squares{Width: barWidth}
	if discs {
		out.Width = placeWidth * max(most, 1)
	}
	for i, name := range c.Categories {
		out.Rows = append(out.Rows, placesOf(c, i, name, discs, max(most, 1)))
	}
	if len(c.Series) > 1 {
		out.Names = []cell{{Text: c.Series[0].Name, Class: "full"}, {Text: c.Series[1].Name, Class: "later"}}
	}
	return out
}

// placesOf is one row: the places of each series in turn, then the free ones.
func placesOf(c *content.Chart, i int, name string, discs bool, most float64) places {
	row := places{Name: name}
	if labels := c.Series[0].Labels; i < len(labels) {
		row.Count, row.Share, _ = strings.Cut(labels[i], "\u3000")
	}
	row.Single = c.Whole == 0 && i == 1
	from, known := 0.0, false
	for k, s := range c.Series {
		if i >= len(s.Values) || s.Values[i] == nil {
			continue
		}
		known = true
		to := from + max(*s.Values[i], 0)
		class := "full"
		if k > 0 || row.Single {
			class = "later"
		}
		row.fill(from, to, class, discs, most)
		from = to
	}
	if !known {
		row.Empty, row.Count = row.Count, ""
		return row
	}
	row.fill(from, max(float64(c.Whole), from), "free", discs, most)
	return row
}

// fill adds the places from one to another.
func (p *places) fill(from, to float64, class string, discs bool, most float64) {
	if to <= from {
		return
	}
	if !discs {
		x, width := barWidth*from/most, barWidth*(to-from)/most
		p.Bars = append(p.Bars, column{X: x, Width: width, Class: class})
		if class == "later" {
			p.Hatch = stripes(x, 3, width, 18, 7)
		}
		return
	}
	for n := from; n < to; n++ {
		d := disc{X: placeWidth * (n + 0.5), Class: class}
		if class == "later" { // three strokes inside the disc
			d.Hatch = fmt.Sprintf("M%.1f 14L%.1f 4.5M%.1f 18L%.1f 6M%.1f 19.5L%.1f 10", d.X-7.5, d.X+2, d.X-6, d.X+6, d.X-2,
				d.X+7.5)
		}
		p.Discs = append(p.Discs, d)
	}
}
