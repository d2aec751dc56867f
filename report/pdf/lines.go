package pdf

import (
	"strings"

	"pilot90/report/linebreak"
)

// line is one line of set text, its width in points.
type line struct {
	linebreak.Line
	width float64
}

// lines breaks text into lines no wider than width points. Empty text gives no line.
func (t *typesetter) lines(s string, st style, width float64) []line {
	return t.broken(s, st, func(text string) []linebreak.Line {
		return linebreak.Break(text, thousandths(width, st), t.advances(st))
	})
}

// balanced breaks text into as few lines as lines does, but of much the same length, to within a point.
func (t *typesetter) balanced(s string, st style, width float64) []line {
	return t.broken(s, st, func(text string) []linebreak.Line {
		return linebreak.Even(text, thousandths(width, st), thousandths(1, st), t.advances(st))
	})
}

// broken measures the lines into which a text, made fit to be set, is broken.
func (t *typesetter) broken(s string, st style, into func(text string) []linebreak.Line) []line {
	s = strings.Trim(t.clean(s), "\n")
	if strings.TrimSpace(s) == "" {
		return nil
	}
	var out []line
	for _, l := range into(s) {
		out = append(out, line{l, t.width(l.Text, st)})
	}
	return out
}

// thousandths is a length in points in thousandths of the font size, the unit of advance.
func thousandths(points float64, st style) int { return int(points*1000/st.size + 0.5) }

// advances says how wide the characters of a style are, in thousandths of the font size.
func (t *typesetter) advances(st style) func(rune) int {
	return func(r rune) int { return t.advance(r, st.bold) }
}

// longest returns the width in points of the longest stretch of text that is kept on one line.
func (t *typesetter) longest(s string, st style) float64 {
	return float64(linebreak.Longest(t.clean(s), t.advances(st))) * st.size / 1000
}

// widest returns the width of the longest line of text that is not broken at all.
func (t *typesetter) widest(s string, st style) float64 {
	most := 0.0
	for _, paragraph := range strings.Split(t.clean(s), "\n") {
		most = max(most, t.width(paragraph, st))
	}
	return most
}
