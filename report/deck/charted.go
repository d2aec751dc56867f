package deck

import (
	"pilot90/report/chart"
	"pilot90/report/content"
	"pilot90/report/picture"
)

// The text of a chart on a slide, in points: as large as its rows allow.
const mostEm, leastEm = 20.0, 18.0

// charted sets the chart of a slide with what stands beside and below it.
func (l *layout) charted(s *content.SlideParts) {
	if s.Chart == nil && len(s.Side) == 0 {
		l.lead(s.Lead)
		return
	}
	below := l.leadLines(s.Lead, measure)
	floor := l.floor - float64(bodyStyle.lead*float64(len(below)))
	width, beside := measure, 0.0
	if len(s.Side) > 0 {
		beside = l.sideWidth(s.Side)
		width = measure - beside - 32
		l.sides(s.Side, side+measure-beside, l.y, beside, floor)
	}
	if s.Chart != nil {
		y := l.y
		if lines := l.broken(s.Subtitle, labelStyle, width, 2); len(lines) > 0 {
			text := Text{X: side, Y: y, W: width, Lead: labelStyle.lead, Lines: lines}
			l.put(text)
			y += text.H() + 6
		}
		l.chart(s.Chart, side, y, width, floor-y)
	}
	if len(below) > 0 {
		l.put(Text{X: side, Y: floor, W: measure, Lead: bodyStyle.lead, Lines: below})
	}
	l.y = l.floor
}

// chart puts a chart into a box, with the largest text at which it has the height it needs.
func (l *layout) chart(c *content.Chart, x, y, w, h float64) {
	em := mostEm
	for em > leastEm && naturalHeight(c, w, em, l.report.Lang) > h {
		em--
	}
	l.put(Chart{X: x, Y: y, W: w, H: h, Em: em, Chart: c})
}

// lead sets sentences below what stands on the slide, the last left out where there is no room for all.
func (l *layout) lead(texts []string) {
	lines := l.leadLines(texts, measure)
	for len(texts) > 0 && l.y+float64(bodyStyle.lead*float64(len(lines))) > l.floor {
		texts = texts[:len(texts)-1]
		lines = l.leadLines(texts, measure)
	}
	if len(lines) > 0 {
		text := Text{X: side, Y: l.y, W: measure, Lead: bodyStyle.lead, Lines: lines}
		l.put(text)
		l.y += text.H()
	}
}

func (l *layout) leadLines(texts []string, w float64) []Line {
	var out []Line
	for _, t := range texts {
		out = append(out, l.broken(t, bodyStyle, w, 3)...)
	}
	return out
}

// sideWidth is the room of what stands beside a chart.
func (l *layout) sideWidth(all []content.Side) float64 {
	want := 200.0
	for _, s := range all {
		want = max(want, l.width(Clean(s.Number), sideStyle), min(l.width(Clean(s.Label), bodyStyle)+1, 280))
		if s.Squares != nil {
			want = max(want, min(l.width(Clean(s.Remark), headStyle)+1, 280))
		}
	}
	return min(want, 342)
}

// sides sets labels, numbers and remarks one below the other, as far as there is room.
func (l *layout) sides(all []content.Side, x, y, w, floor float64) {
	for i, s := range all {
		if s.Ruled && i > 0 && y+60 < floor {
			l.put(l.rule(x, y+6, w, 1, ruleColour))
			y += 18
		}
		remark := labelStyle
		if s.Squares != nil {
			remark = headStyle
		}
		for _, part := range []struct {
			text string
			st   style
			most int
		}{{s.Label, bodyStyle, 3}, {s.Number, sideStyle, 1}, {s.Remark, remark, 2}} {
			lines := l.broken(part.text, part.st, w, part.most)
			text := Text{X: x, Y: y, W: w, Lead: part.st.lead, Lines: lines}
			if len(lines) == 0 || y+text.H() > floor {
				continue
			}
			l.put(text)
			y += text.H()
			if rows := rowsOf(s.Squares); rows > 0 && part.text == s.Label && y+float64(38*rows)+6 < floor {
				l.put(Chart{X: x, Y: y + 4, W: w, H: float64(38 * rows), Em: leastEm, Chart: s.Squares})
				y += float64(38*rows) + 6
			}
		}
		y += 10
	}
}

// rowsOf is how many rows of squares a chart has.
func rowsOf(c *content.Chart) float64 {
	if c == nil {
		return 0
	}
	return float64(len(c.Categories))
}

// naturalHeight is the height that a chart needs at a width, its text so high.
func naturalHeight(c *content.Chart, w, em float64, lang string) float64 {
	scale := em / chart.PrintText
	return float64(scale * chart.Height(c, w/scale, chart.Look{Lang: lang}))
}

// Drawing is the chart as outlines and texts in its box, from the upper left corner of that.
func (c *Chart) Drawing(lang string) (*picture.Picture, error) {
	scale := c.Em / chart.PrintText
	p, err := chart.Draw(c.Chart, chart.Size{Width: c.W / scale, Height: c.H / scale, Look: chart.Look{Lang: lang}})
	if err != nil {
		return nil, err
	}
	at := func(q picture.Point) picture.Point { return picture.Point{X: q.X * scale, Y: q.Y * scale} }
	p.Width, p.Height = c.W, c.H
	for i := range p.Shapes {
		s := &p.Shapes[i]
		s.Outline, s.At = picture.Mapped(s.Outline, at), at(s.At)
		s.Line, s.Size = s.Line*scale, s.Size*scale
		for k := range s.Dash {
			s.Dash[k] *= scale
		}
	}
	return p, nil
}
