package pdf

import "strings"

// line is one line of set text; full marks a line that was broken for want of room and may
// be spread to the measure. after holds the spaces at which it was broken: nobody sees them,
// but whoever copies the text or has it read out needs them.
type line struct {
	text  string
	after string
	width float64
	full  bool
}

// lines breaks text into lines no wider than width points. Empty text gives no line.
func (t *typesetter) lines(s string, st style, width float64) []line {
	s = strings.Trim(t.clean(s), "\n")
	if strings.TrimSpace(s) == "" {
		return nil
	}
	var out []line
	for _, paragraph := range strings.Split(s, "\n") {
		out = append(out, t.wrap([]rune(paragraph), st, width)...)
	}
	return out
}

// wrap breaks one paragraph: as many runes on each line as fit, cut where kinsoku allows.
func (t *typesetter) wrap(text []rune, st style, width float64) []line {
	limit := int(width*1000/st.size + 0.5)
	allowed := breaks(text)
	var out []line
	for start := 0; start < len(text) || len(out) == 0; {
		end := t.fit(text, allowed, start, limit, st.bold)
		whole := string(text[start:end])
		shown := strings.TrimRight(whole, " \u3000")
		out = append(out, line{shown, whole[len(shown):], t.width(shown, st), end < len(text)})
		if start = end; end == len(text) {
			break
		}
		for start < len(text) && text[start] == ' ' {
			start++
		}
	}
	return out
}

// fit returns where the line that begins at start ends.
func (t *typesetter) fit(text []rune, allowed []bool, start, limit int, isBold bool) int {
	sum, best, soft, i := 0, -1, -1, start
	for ; i < len(text); i++ {
		if i > start && allowed[i] {
			best = i
		}
		if i > start && isSoftPoint(text[i-1]) {
			soft = i
		}
		sum += t.advance(text[i], isBold)
		if sum > limit && !isSpace(text[i]) {
			break
		}
	}
	switch {
	case i == len(text):
		return i
	case best > 0:
		return best
	case soft > 0:
		return soft
	}
	return max(i, start+1)
}

// balanced breaks text into as few lines as lines does, but of much the same length: no
// heading ends in a line of one letter.
func (t *typesetter) balanced(s string, st style, width float64) []line {
	out := t.lines(s, st, width)
	if len(out) < 2 {
		return out
	}
	narrow := max(width/float64(len(out)+1), t.longest(s, st))
	for wide := width; wide-narrow > 1; {
		middle := (narrow + wide) / 2
		if try := t.lines(s, st, middle); len(try) == len(out) {
			out, wide = try, middle
		} else {
			narrow = middle
		}
	}
	return out
}

// longest returns the width of the longest stretch of text that is kept on one line.
func (t *typesetter) longest(s string, st style) float64 {
	most := 0.0
	for _, paragraph := range strings.Split(t.clean(s), "\n") {
		text := []rune(paragraph)
		allowed := breaks(text)
		for start, i := 0, 1; i <= len(text); i++ {
			if i == len(text) || allowed[i] {
				most = max(most, t.width(strings.TrimRight(string(text[start:i]), " \u3000"), st))
				start = i
			}
		}
	}
	return most
}

// widest returns the width of the longest line of text that is not broken at all.
func (t *typesetter) widest(s string, st style) float64 {
	most := 0.0
	for _, paragraph := range strings.Split(t.clean(s), "\n") {
		most = max(most, t.width(paragraph, st))
	}
	return most
}
