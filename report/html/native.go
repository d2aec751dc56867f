package html

import (
	"fmt"
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
	default:
		return false
	}
	return true
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
