package deck

import "pilot90/report/content"

// lists sets what was done badly and what comes next side by side. Items that have no room are left out; the paper
// beside the deck has them all.
func (l *layout) lists(lists []content.SlideList) {
	if len(lists) == 0 {
		return
	}
	const gap = 42.0
	n := float64(max(len(lists), 1))
	w := float64((measure - float64(gap*(n-1))) / n)
	for i, p := range lists {
		l.points(p, side+float64(float64(i)*(w+gap)), l.y, w)
	}
	l.y = l.floor
}

func (l *layout) points(p content.SlideList, x, y, w float64) {
	colour := blue
	if p.Tone == content.Watch {
		colour = amber
	}
	l.put(l.rule(x, y, w, 3, colour))
	y += 12
	head := Text{X: x, Y: y, W: w, Lead: bodyStyle.lead, Lines: l.broken(p.Title, bodyStyle, w, 1)}
	l.put(head)
	y += head.H() + 14
	for i, item := range l.pointTexts(p.Items, w, l.floor-y) {
		if y+item.title.H()+item.detail.H() > l.floor {
			return
		}
		if i > 0 {
			l.put(l.rule(x, y-9, w, 1, ruleColour))
		}
		item.title.X, item.title.Y, item.detail.X, item.detail.Y = x, y, x, y+item.title.H()
		l.put(item.title)
		if len(item.detail.Lines) > 0 {
			l.put(item.detail)
		}
		y += item.title.H() + item.detail.H() + pointGap
	}
}

const pointGap = 18.0 // between two points, the rule in its middle

// point is what a point says, without its place.
type point struct{ title, detail Text }

// pointTexts breaks points into lines, the details into three where all points then have room, else into two.
func (l *layout) pointTexts(items []content.Pair, w, room float64) (out []point) {
	for _, most := range []int{3, 2} {
		out = nil
		sum := 0.0
		for _, item := range items {
			p := point{Text{W: w, Lead: headStyle.lead, Lines: l.broken(item.Label, headStyle, w, 2)},
				Text{W: w, Lead: detailStyle.lead, Lines: l.broken(item.Value, detailStyle, w, most)}}
			out, sum = append(out, p), sum+p.title.H()+p.detail.H()+pointGap
		}
		if sum-pointGap <= room {
			break
		}
	}
	return out
}
