package chart

import (
	"math"
	"strings"
)

// fit.go, shapes.go and label.go do for paper what layout.js and renderers.js do for the page, where
// the width and the font are known only in the browser: TestPageAndPaper holds the two together.

// fitted is a canvas in a box, with lengths in the units of the box.
type fitted struct {
	*canvas
	drawn
	faces         faces
	em            float64 // height of the text
	width, height float64
	plot          box
	margins       float64  // above and below the plot
	rows          [][]cell // of the legend
	names         naming
}

// box is a rectangle from its upper left corner.
type box struct{ x, y, width, height float64 }

// cell is an entry of the legend and where it begins in its row.
type cell struct {
	swatch
	x float64
}

// naming is how the names under the bands of the x axis are written: each, or every k-th
// in a room of so much height; more is what that needs below the axis beyond one line.
type naming struct {
	every int
	more  float64
}

// fit measures names and gives the plot its margins.
func fit(cv *canvas, measure faces, width, height float64) *fitted {
	f := &fitted{canvas: cv, faces: measure, em: cv.plan.Em, width: width, height: height}
	p := &cv.plan
	left := float64(p.Left*f.em) + f.beside(p.LeftLabels, 0.36)
	right := float64(p.Right*f.em) + f.beside(p.RightLabels, 0.4)
	if len(p.LeftTicks) > 0 {
		left = max(left, float64(p.Left*f.em)+f.widest(p.LeftTicks)+float64(f.em*0.8))
	}
	if n := len(p.Ticks); n > 0 { // half of the last number stands beyond its tick
		right = max(right, f.widest(p.Ticks[n-1:])/2)
	}
	f.rows = f.legendRows()
	f.names = f.fitNames(width - left - right)
	top := float64(p.Top * f.em)
	if n := len(f.rows); n > 0 {
		top += float64(float64(n)*f.em*1.7) + float64(f.em*0.6)
	}
	bottom := float64(p.Bottom*f.em) + f.names.more
	f.margins = top + bottom
	f.plot = box{left, top, max(width-left-right, 1), max(height-top-bottom, 1)}
	return f
}

// beside is the margin that labels need, which take at most a part of the whole width.
func (f *fitted) beside(labels []string, most float64) float64 {
	if len(labels) == 0 {
		return 0
	}
	return min(f.widest(labels)+float64(f.em*0.8), float64(f.width*most))
}

func (f *fitted) widest(labels []string) float64 {
	w := 0.0
	for _, l := range labels {
		w = max(w, f.faces.widestLine(l, f.em, false))
	}
	return w
}

// legendRows breaks the legend into rows that fit the width.
func (f *fitted) legendRows() [][]cell {
	var rows [][]cell
	x := f.width
	for _, s := range f.plan.Legend {
		w := float64(f.em*2.3) + f.faces.width(s.Name, f.em, false)
		if len(rows) == 0 || x+w > f.width {
			rows, x = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], cell{s, x})
		x += w + float64(f.em*1.6)
	}
	return rows
}

// fitNames decides how names are written under bands that share a room.
func (f *fitted) fitNames(room float64) naming {
	labels := f.plan.XLabels
	if len(labels) == 0 {
		return naming{every: 1}
	}
	band := float64(room / float64(len(labels)) * 0.88)
	one, two, broken := f.widest(labels), 0.0, false
	for _, l := range labels {
		two = max(two, f.faces.widestLine(f.faces.wrapped(l, f.em, false), f.em, false))
		broken = broken || strings.Contains(l, "\n")
	}
	switch {
	case one <= band && broken, one > band && one > f.em*3.6 && two <= band:
		return naming{every: 1, more: f.em * 1.2}
	case one <= band:
		return naming{every: 1}
	case one <= f.em*3.6:
		return naming{every: thinned(float64(one*1.1) / band)}
	}
	if one <= f.em*6 {
		out := naming{every: thinned(float64(one*1.5) / band)}
		if broken {
			out.more = f.em * 1.2
		}
		return out
	}
	return naming{every: thinned(float64(two*1.5) / band), more: f.em * 1.2}
}

// thinned is the step at which labels of a crowded axis stay: every one, 2nd, 3rd, 6th, 12th and on.
func thinned(least float64) int {
	for _, k := range []int{1, 2, 3} {
		if float64(k) >= least {
			return k
		}
	}
	k := 6
	for float64(k) < least {
		k *= 2
	}
	return k
}

// tall is the height that the chart needs at this width. The natural height allows for two rows of
// legend and names of two lines, that of a low chart for what it has; the plot has at least the height
// of its rows or numbers.
func (f *fitted) tall(natural float64) float64 {
	extra := float64(float64(max(0, len(f.rows)-2))*f.em*1.7) + max(0, f.names.more-float64(f.em*1.2))
	if f.plan.Low {
		extra = 0
	}
	return math.Ceil(max(natural+extra, f.margins+float64(f.em*f.plan.Least)))
}

// at turns one point of a mark into a place; words name the edges of the plot and of the box.
func (f *fitted) at(p point, shift em) (x, y float64) {
	if word, ok := p[0].(string); ok {
		x = edge(word, f.plot.x, f.plot.width, f.width)
	} else {
		x = f.plot.x + float64(f.x.share(numberOf(p[0]))*f.plot.width)
	}
	if word, ok := p[1].(string); ok {
		y = edge(word, f.plot.y, f.plot.height, f.height)
	} else {
		share := f.y.share(numberOf(p[1]))
		if !f.y.inverse {
			share = 1 - share
		}
		y = f.plot.y + float64(share*f.plot.height)
	}
	return x + float64(shift[0]*f.em), y + float64(shift[1]*f.em)
}

// edge is the place that a word names along a plot from a place on, in a box of a whole length.
func edge(word string, from, length, whole float64) float64 {
	switch word {
	case "left", "top":
		return from
	case "center", "middle":
		return from + float64(length/2)
	case "right", "bottom":
		return from + length
	case "end":
		return whole
	}
	return 0 // "start"
}

// numberOf is a data coordinate.
func numberOf(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return math.NaN() // Draw refuses it
}

// share is how far along the axis a value lies.
func (a axis) share(v float64) float64 { return (v - a.min) / (a.max - a.min) }

// down is the length of a stretch of the y axis.
func (f *fitted) down(stretch float64) float64 {
	return math.Abs(float64(stretch / (f.y.max - f.y.min) * f.plot.height))
}

// across is the length of a stretch of the x axis.
func (f *fitted) across(stretch float64) float64 {
	return math.Abs(float64(stretch / (f.x.max - f.x.min) * f.plot.width))
}
