package deck

import (
	"iter"
	"slices"
	"strings"

	"pilot90/report/content"
)

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

// mostDetail is how many lines the detail of a point has at most.
const mostDetail = 4

// pointTexts breaks points into lines. Of the details only whole sentences are kept: of each the first, then of each
// the second, as far as all points together have room for them.
func (l *layout) pointTexts(items []content.Pair, w, room float64) []point {
	out, rest := make([]point, len(items)), make([][]string, len(items))
	used := -float64(pointGap)
	for i, item := range items {
		out[i].title = l.headline(item.Label, headStyle, w)
		out[i].detail = Text{W: w, Lead: detailStyle.lead}
		rest[i] = slices.Collect(eachSentence(Clean(item.Value)))
		used += out[i].title.H() + pointGap
	}
	for n := 1; slices.ContainsFunc(rest, func(s []string) bool { return len(s) >= n }); n++ {
		for i := range out {
			if len(rest[i]) < n {
				continue
			}
			now := Text{W: w, Lead: detailStyle.lead,
				Lines: l.broken(strings.Join(rest[i][:n], ""), detailStyle, w, mostDetail+1)}
			more := now.H() - out[i].detail.H()
			if len(now.Lines) > mostDetail || used+more > room {
				rest[i] = nil
				continue
			}
			out[i].detail, used = now, used+more
		}
	}
	return out
}

// eachSentence goes through the sentences of a text, each with its full stop and the space behind it.
func eachSentence(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text != "" {
			end := len(text)
			for _, stop := range []string{"。", ". "} {
				if i := strings.Index(text, stop); i >= 0 {
					end = min(end, i+len(stop))
				}
			}
			if !yield(text[:end]) {
				return
			}
			text = text[end:]
		}
	}
}
