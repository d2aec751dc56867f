package deck

import (
	"slices"

	"pilot90/report/content"
	"pilot90/report/picture"
)

// slide lays out one section: as its parts say, or block by block.
func (l *layout) slide(s *content.Section) {
	parts := s.Slide
	if parts == nil {
		parts = &content.SlideParts{Title: s.Title, Body: s.Blocks}
	}
	if parts.Cover {
		l.cover(parts)
		return
	}
	l.turn(s.Title, parts.Foot, parts.Notes)
	l.gauges(parts.Gauges)
	l.charted(parts)
	l.lists(parts.Lists)
	l.body(s.Title, parts)
}

// cover is the first page: what the deck is about, the result, the counts, for whom.
func (l *layout) cover(s *content.SlideParts) {
	l.pages = append(l.pages, Page{Title: plainLine(s.Title), Cover: true, Notes: s.Notes})
	l.feet = append(l.feet, "")
	kicker := Text{X: side, Y: 62, W: measure, Lead: bodyStyle.lead,
		Lines: l.broken(s.Kicker, bodyStyle.in(quiet), measure,
			1)}
	title := l.headline(s.Title, coverStyle, measure)
	title.X, title.Y, title.Role = side, 146, Title
	l.put(kicker, l.rule(side, 126, 90, 4.5, blue), title)
	y := title.Y + title.H() + 22
	small := Text{X: side, W: measure, Lead: 30}
	for _, line := range s.Small {
		small.Lines = append(small.Lines, l.broken(line, detailStyle, measure, 2)...)
	}
	lead := Text{X: side, Y: y, W: measure, Lead: 37}
	for _, line := range s.Lead {
		lead.Lines = append(lead.Lines, l.broken(line, bodyStyle, measure, 2)...)
	}
	const foot = Height - 34 // above the mark of a draft
	small.Y = min(max(424, y+lead.H()+6), foot-small.H())
	if room := int((small.Y - y) / lead.Lead); len(lead.Lines) > room {
		lead.Lines = lead.Lines[:max(room, 0)]
	}
	l.put(lead, small)
}

// gauges sets figures side by side, each with a bar up to its target.
func (l *layout) gauges(gauges []content.Gauge) {
	if len(gauges) == 0 {
		return
	}
	const gap = 30.0
	n := float64(max(len(gauges), 2))
	w := float64((measure - float64(gap*(n-1))) / n)
	most, titles, details := 2, 1, 0
	if l.y > top+float64(2*titleStyle.lead)+20 { // below a heading of three lines
		most = 1
	}
	for _, g := range gauges {
		titles = max(titles, len(l.broken(g.Title, headStyle, w, most)))
		details = max(details, len(l.broken(g.Detail, bodyStyle, w, most)))
	}
	bars := slices.ContainsFunc(gauges, func(g content.Gauge) bool { return g.Measured && g.Aims })
	low := l.y
	number, unit := l.numberStyles(gauges, w)
	for i, g := range gauges {
		low = max(low, l.gauge(g, side+float64(float64(i)*(w+gap)), l.y, w, [2]style{number, unit},
			[2]int{titles, details}, most, bars))
	}
	l.y = low + 16
}

// numberStyles are how large the numbers of a row and their units are set, all alike: units give way before numbers do,
// until the widest has room. One that has none at the least size is set in words and does not count.
func (l *layout) numberStyles(gauges []content.Gauge, w float64) (number, unit style) {
	number, unit = numberStyle, unitStyle
	for _, g := range gauges {
		wide := func(number, unit style) bool { return l.width(g.Number, number)+l.width(" "+g.Unit, unit) > w }
		own, its := number, unit
		for wide(own, its) && its.size > labelStyle.size+2 {
			its.size -= 2
		}
		for wide(own, its) && own.size > sideStyle.size { // a long amount
			own.size -= 8
		}
		if !wide(own, its) {
			number, unit = own, its
		}
	}
	return number, unit
}

// gauge sets one figure, its number and its unit in these styles, its texts on at most so many lines, and returns where
// it ends. The titles and details of its row have so many lines.
func (l *layout) gauge(g content.Gauge, x, y, w float64, styles [2]style, lines [2]int, most int, bars bool) float64 {
	colour := blue
	if g.Tone == content.Watch || g.Tone == content.Bad {
		colour = amber
	}
	l.put(l.rule(x, y, w, 3, colour))
	y += 16
	l.put(Text{X: x, Y: y, W: w, Lead: headStyle.lead, Lines: l.broken(g.Title, headStyle, w, most)})
	y += float64(headStyle.lead * float64(lines[0]))
	big, unit := styles[0].in(colour), styles[1].in(colour)
	value := Text{X: x, Y: y, W: w, Lead: big.lead,
		Lines: []Line{{Runs: []Run{big.run(Clean(g.Number)), unit.run(Clean(" " + g.Unit))}, Ends: true}}}
	if l.width(g.Number, big)+l.width(" "+g.Unit, unit) > w { // words in place of a number
		value.Lead, value.Lines = 40, l.broken(g.Number+" "+g.Unit, unitStyle.in(colour), w, 2)
	}
	l.put(value)
	y += big.lead
	if detail := l.broken(g.Detail, bodyStyle, w, most); len(detail) > 0 {
		l.put(Text{X: x, Y: y, W: w, Lead: bodyStyle.lead, Lines: detail})
	}
	if lines[1] > 0 {
		y += float64(bodyStyle.lead*float64(lines[1])) + 10
	}
	if bars {
		l.bar(g, x, y, w, colour)
		y += 50
	}
	if g.Verdict == "" {
		return y
	}
	l.put(l.statusMark(g.Tone, x, y+5, colour)...)
	verdict := headStyle.in(colour)
	const lead = 32.0
	text := Text{X: x + 34, Y: y, W: w - 34, Lead: lead,
		Lines: l.broken(g.Verdict, verdict, w-34, max(1, int((l.floor-y)/lead)))}
	l.put(text)
	return y + text.H()
}

// bar is a value against its target, on a track that both fit on.
func (l *layout) bar(g content.Gauge, x, y, w float64, colour picture.Paint) {
	if !g.Measured || !g.Aims {
		return
	}
	scale := float64(max(g.Target, 1e-9) * 1.5)
	if g.Unit == "%" {
		scale = 100
	}
	scale = max(scale, g.Value, g.Target)
	const high = 9.0
	at := func(v float64) float64 { return float64(min(max(v, 0), scale) / scale * w) }
	l.put(Shape{Name: "track", Outline: picture.Box(x, y+22, w, high, 0), Fill: track})
	if length := at(g.Value); length > 0 {
		fill := Shape{Name: "bar", Outline: picture.Box(x, y+22, length, high, 0), Fill: colour}
		if colour == amber {
			fill.Fill, fill.Stroke, fill.Line = amberPaper, amber, 0.75
		}
		l.put(fill)
		if colour == amber {
			l.put(Shape{Name: "hatch", Outline: stripes(x, y+22, length, high, 6), Stroke: amber, Line: 1.2})
		}
	}
	l.put(l.rule(x+at(g.Target)-1.4, y+17, 2.8, high+10, ink))
	word := noteStyle.in(ink)
	text := g.Tick
	switch {
	case text == "" && l.report.Lang == "en":
		text = "target"
	case text == "":
		text = "目標"
	}
	width := l.width(text, word)
	l.put(Text{X: min(max(x, x+at(g.Target)-float64(width/2)), x+w-width), Y: y - 3, W: width + 2, Lead: word.lead,
		Lines: []Line{{Runs: []Run{word.run(text)}, Ends: true}}})
}

// stripes are 45° lines inside a box.
func stripes(x, y, w, h, pitch float64) []picture.Step {
	var out []picture.Step
	for c := pitch / 2; c < w+h; c += pitch {
		from := picture.Point{X: x + max(0, c-h), Y: y + min(h, c)}
		to := picture.Point{X: x + min(w, c), Y: y + max(0, c-w)}
		out = append(out, picture.Through([]picture.Point{from, to}, false)...)
	}
	return out
}

// statusMark is the sign of a verdict: a disc with a tick, or a triangle with a stroke.
func (l *layout) statusMark(tone content.Tone, x, y float64, colour picture.Paint) []Item {
	at := func(points ...float64) (out []picture.Point) {
		for i := 0; i+1 < len(points); i += 2 {
			out = append(out, picture.Point{X: x + points[i], Y: y + points[i+1]})
		}
		return out
	}
	switch tone {
	case content.Good:
		return []Item{
			Shape{Name: "mark", Outline: picture.Circle(picture.Point{X: x + 12, Y: y + 12}, 12), Fill: colour},
			Shape{Name: "tick", Outline: picture.Through(at(6.5, 12.4, 10.4, 16.2, 17.6, 8.4), false), Stroke: white, Line: 2.4},
		}
	case content.Watch, content.Bad:
		return []Item{
			Shape{Name: "mark", Outline: picture.Through(at(12, 1.5, 24, 22.5, 0, 22.5), true), Stroke: colour, Line: 2},
			Shape{Name: "stroke", Outline: picture.Through(at(12, 9, 12, 15.5), false), Stroke: colour, Line: 2.2},
			Shape{Name: "dot", Outline: picture.Circle(picture.Point{X: x + 12, Y: y + 18.8}, 1.4), Fill: colour},
		}
	}
	return nil
}
