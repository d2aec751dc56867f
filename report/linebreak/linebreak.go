// Package linebreak turns a text and the widths of its characters into lines.
//
// The one idea: where Japanese text may be broken is a matter of the text alone, so there is one table for
// paper, pictures and terminals; how wide a character is, they say themselves, in whatever unit they measure
// in. Widths are whole numbers, so that the same text breaks at the same places on every processor. The
// package draws nothing, knows no fonts and does not justify.
package linebreak

import (
	"strings"
	"unicode"
)

// Line is one line of a text. After holds the spaces at which it was broken: nobody sees them, but whoever
// copies the text or has it read out needs them.
type Line struct {
	Text, After string
	Broken      bool // for want of room, not at the end of a paragraph
}

// Break breaks a text into lines no wider than limit: as many characters on each as fit, cut where the rules
// allow. A word wider than a line is cut after a sign within it, else anywhere; a line has one character at
// least. Every "\n" ends a line, so an empty text gives one empty line. The unit is that of advance, which
// says how wide a character is, and may be 0. A paragraph does not end in a line of one or two letters where the
// line above can spare some.
func Break(text string, limit int, advance func(rune) int) []Line {
	var out []Line
	for paragraph := range strings.SplitSeq(text, "\n") {
		out = append(out, wrap([]rune(paragraph), limit, advance)...)
	}
	return out
}

// wrap breaks one paragraph.
func wrap(text []rune, limit int, advance func(rune) int) []Line {
	may := allowed(text)
	var out []Line
	for start := 0; start < len(text) || len(out) == 0; {
		end := fit(text, may, start, limit, advance)
		out = append(out, lineOf(text[start:end], end < len(text)))
		if end == len(text) {
			out = widowed(out, text, may, start, limit, advance)
		}
		start = end
	}
	return out
}

// A last line of at most mostWidow letters, marks not counted, is given those before it until it has leastLast.
const mostWidow, leastLast = 2, 4

// widowed moves what is before the last line of a paragraph, which begins at start, into it where it has only a letter
// or two. The line above keeps more than half of its characters, else all.
func widowed(lines []Line, text []rune, may []bool, start, limit int, advance func(rune) int) []Line {
	n := len(lines)
	if n < 2 || letters(text[start:]) > mostWidow {
		return lines
	}
	from := start - len([]rune(lines[n-2].Text+lines[n-2].After))
	for i := start - 1; i > (from+start)/2; i-- {
		if !may[i] || letters(text[i:]) < leastLast {
			continue
		}
		if last := lineOf(text[i:], false); width(last.Text, advance) <= limit {
			lines[n-2], lines[n-1] = lineOf(text[from:i], true), last
		}
		break
	}
	return lines
}

func lineOf(text []rune, broken bool) Line {
	whole := string(text)
	shown := strings.TrimRight(whole, spaces)
	return Line{shown, whole[len(shown):], broken}
}

// letters counts the characters of a text that are neither marks nor spaces.
func letters(text []rune) int {
	n := 0
	for _, r := range text {
		if !unicode.IsPunct(r) && !isSpace(r) {
			n++
		}
	}
	return n
}

// fit returns where the line that begins at start ends.
func fit(text []rune, may []bool, start, limit int, advance func(rune) int) int {
	sum, best, soft, i := 0, -1, -1, start
	for ; i < len(text); i++ {
		if i > start && may[i] {
			best = i
		}
		if i > start && isSoftPoint(text[i-1]) && !isSpace(text[i]) {
			soft = i
		}
		sum += advance(text[i])
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

// Even breaks a text into as few lines as Break does, but of much the same length: no heading ends in a line
// of one letter. The limit is narrowed to within step, which is at least 1.
func Even(text string, limit, step int, advance func(rune) int) []Line {
	out := Break(text, limit, advance)
	if len(out) < 2 {
		return out
	}
	narrow := max(limit/(len(out)+1), Longest(text, advance))
	for wide := limit; wide-narrow > step; {
		middle := (narrow + wide) / 2
		if try := Break(text, middle, advance); len(try) == len(out) {
			out, wide = try, middle
		} else {
			narrow = middle
		}
	}
	return out
}

// Longest returns the width of the longest stretch of a text that is kept on one line.
func Longest(text string, advance func(rune) int) int {
	most := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		runes := []rune(paragraph)
		may := allowed(runes)
		for start, i := 0, 1; i <= len(runes); i++ {
			if i == len(runes) || may[i] {
				most = max(most, width(strings.TrimRight(string(runes[start:i]), spaces), advance))
				start = i
			}
		}
	}
	return most
}

func width(text string, advance func(rune) int) int {
	sum := 0
	for _, r := range text {
		sum += advance(r)
	}
	return sum
}
