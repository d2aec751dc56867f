package pdf

import (
	"math"
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

// clauses breaks a text that needs two lines behind a comma or at a bracket where that leaves them much the same
// length, else at a space, so that a name of Japanese is not parted; any other text as balanced does.
func (t *typesetter) clauses(s string, st style, width float64) []line {
	whole := t.balanced(s, st, width)
	if len(whole) != 2 {
		return whole
	}
	const even = 0.4 // of the width: how far apart the lines may be
	best, gap := whole, width*even
	for _, fit := range []func(text []rune, at int) bool{clauseEnd, spaceAt} {
		for _, pair := range t.halves(s, st, width, fit) {
			if apart := math.Abs(pair[0].width - pair[1].width); apart < gap {
				best, gap = pair, apart
			}
		}
		if len(best) > 0 && &best[0] != &whole[0] {
			break
		}
	}
	return best
}

// halves are the ways to part a text in two lines where fit says that it may.
func (t *typesetter) halves(s string, st style, width float64, fit func(text []rune, at int) bool) [][]line {
	var out [][]line
	runes := []rune(t.clean(s))
	for i := 1; i < len(runes); i++ {
		if !fit(runes, i) {
			continue
		}
		first := strings.TrimRight(string(runes[:i]), " \u3000")
		a, b := t.balanced(first, st, width), t.balanced(string(runes[i:]), st, width)
		if len(a) == 1 && len(b) == 1 {
			a[0].After = string(runes[:i])[len(first):]
			out = append(out, append(a, b...))
		}
	}
	return out
}

// clauseEnd reports whether a clause begins at a place of a text.
func clauseEnd(text []rune, at int) bool {
	before, after := text[at-1], text[at]
	if strings.ContainsRune("、。）", after) {
		return false
	}
	return strings.ContainsRune("、。）", before) || after == '（' || after == '(' ||
		before == ' ' && at > 1 && strings.ContainsRune(",:;", text[at-2])
}

// spaceAt reports whether a word begins behind a space at a place of a text.
func spaceAt(text []rune, at int) bool {
	isSpace := func(r rune) bool { return r == ' ' || r == '\u3000' }
	return isSpace(text[at-1]) && !isSpace(text[at])
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
