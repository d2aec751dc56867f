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
	for i, item := range p.Items {
		title := Text{X: x, W: w, Lead: headStyle.lead, Lines: l.broken(item.Label, headStyle, w, 2)}
		detail := Text{X: x, W: w, Lead: detailStyle.lead, Lines: l.broken(item.Value, detailStyle, w, 2)}
		if y+title.H()+detail.H() > l.floor {
			return
		}
		if i > 0 {
			l.put(l.rule(x, y-9, w, 1, ruleColour))
		}
		title.Y, detail.Y = y, y+title.H()
		l.put(title)
		if len(detail.Lines) > 0 {
			l.put(detail)
		}
		y += title.H() + detail.H() + 18
	}
}
