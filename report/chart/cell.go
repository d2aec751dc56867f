package chart

import (
	"pilot90/report/content"
	"pilot90/report/picture"
)

// Cell draws what stands in a cell of a table into a box, light, from its upper left corner. A cell that has nothing to
// draw gives an empty picture.
func Cell(d content.Drawing, width, height float64) *picture.Picture {
	p := &picture.Picture{Width: width, Height: height}
	switch d := d.(type) {
	case content.Spark:
		spark(p, d)
	case content.Progress:
		progress(p, d)
	case content.Units:
		squares(p, d)
	}
	return p
}

// CellWidth is how wide a cell is drawn at most, in points.
func CellWidth(d content.Drawing) float64 {
	if s, ok := d.(content.Units); ok {
		return float64(squareSide * float64(max(s.Count, s.Target)))
	}
	return 92
}

// CellClass names what a shape of a cell is, for a page whose colours are not those of paper.
func CellClass(s picture.Shape) string {
	is := func(p picture.Paint, colour string) bool { return p == inkOf(colour) }
	switch {
	case is(s.Fill, light.main):
		return "filled"
	case is(s.Fill, light.track):
		return "empty"
	case is(s.Fill, light.paper) && is(s.Stroke, light.main):
		return "blank"
	case is(s.Fill, light.paper) && is(s.Stroke, light.rule):
		return "missing"
	case is(s.Fill, light.paper):
		return "under"
	case is(s.Stroke, light.other):
		return "left"
	case is(s.Stroke, light.ink):
		return "mark"
	}
	return "base"
}

const (
	outlineLine = 0.75
	squareSide  = 10.6 // with the gap behind it
)

func outlined(steps []picture.Step, fill, stroke string) picture.Shape {
	return picture.Shape{Outline: steps, Fill: inkOf(fill), Stroke: inkOf(stroke), Line: outlineLine}
}

// spark draws a column a value over a line; a value that is not known leaves its place empty.
func spark(p *picture.Picture, d content.Spark) {
	if len(d.Values) == 0 {
		return
	}
	step := p.Width / float64(len(d.Values))
	for i, v := range d.Values {
		if v == nil || *v <= 0 || d.Top <= 0 {
			continue
		}
		tall := max(float64(min(*v/d.Top, 1)*(p.Height-1)), 1)
		fill := light.main
		if d.Running && i == len(d.Values)-1 {
			fill = light.paper
		}
		at := float64(step*float64(i)) + float64(step*0.15)
		p.Shapes = append(p.Shapes, outlined(picture.Box(at, p.Height-tall, step*0.7, tall, 0), fill, light.main))
	}
	p.Shapes = append(p.Shapes, picture.Shape{Stroke: inkOf(light.rule), Line: outlineLine,
		Outline: picture.Through([]picture.Point{{X: 0, Y: p.Height}, {X: p.Width, Y: p.Height}}, false)})
}

// progress draws the phases one behind the other, filled as far as the days are behind, hatched where it stopped.
func progress(p *picture.Picture, d content.Progress) {
	all, x, left := 0, 0.0, d.Done
	for _, days := range d.Days {
		all += days
	}
	if all == 0 {
		return
	}
	const gap = 1.2
	for _, days := range d.Days {
		width := float64((p.Width - float64(gap*float64(len(d.Days)-1))) * float64(days) / float64(all))
		done := float64(width * float64(min(max(left, 0), days)) / float64(max(days, 1)))
		p.Shapes = append(p.Shapes, outlined(picture.Box(x, 0, width, p.Height, 0), light.track, ""))
		switch {
		case done <= 0:
		case d.Stopped:
			p.Shapes = append(p.Shapes, outlined(picture.Box(x, 0, done, p.Height, 0), light.paper, ""))
			p.Shapes = append(p.Shapes, slashes(x, done, p.Height)...)
			p.Shapes = append(p.Shapes, outlined(picture.Box(x, 0, done, p.Height, 0), "", light.other))
		default:
			p.Shapes = append(p.Shapes, outlined(picture.Box(x, 0, done, p.Height, 0), light.main, ""))
		}
		x += width + gap
		left -= days
	}
}

// slashes hatch a box of so much width from x, 4.5 points apart.
func slashes(x, width, height float64) []picture.Shape {
	const pitch = 4.5
	var out []picture.Shape
	for from := x - height; from < x+width; from += pitch {
		a, b := picture.Point{X: from, Y: height}, picture.Point{X: from + height, Y: 0}
		if a.X < x {
			a = picture.Point{X: x, Y: height - (x - from)}
		}
		if over := b.X - (x + width); over > 0 {
			b = picture.Point{X: x + width, Y: over}
		}
		if a.X < b.X {
			out = append(out, picture.Shape{Outline: picture.Through([]picture.Point{a, b}, false), Stroke: inkOf(light.other),
				Line: 1})
		}
	}
	return out
}

// squares draws things one by one, those missing to the target as outlines, with a tick behind the target.
func squares(p *picture.Picture, d content.Units) {
	n := max(d.Count, d.Target)
	if n == 0 {
		return
	}
	step := min(squareSide, p.Width/float64(n))
	side := step - 1.8
	top := float64((p.Height - side) / 2)
	for i := range n {
		fill, stroke := light.main, light.main
		if i >= d.Count {
			fill, stroke = light.paper, light.rule
		}
		p.Shapes = append(p.Shapes, outlined(picture.Box(float64(step*float64(i))+0.4, top, side, side, 0), fill, stroke))
	}
	if d.Target > 0 {
		x := float64(step * float64(d.Target))
		p.Shapes = append(p.Shapes, picture.Shape{Stroke: inkOf(light.ink), Line: 1.8,
			Outline: picture.Through([]picture.Point{{X: x, Y: top - 2.5}, {X: x, Y: top + side + 2.5}}, false)})
	}
}
