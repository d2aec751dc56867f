package term

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"pilot90/cohort/lang"
	"pilot90/report/linebreak"
)

// Columns is the width of text on a terminal: full-width characters take two columns, marks that
// combine with the character before them none.
func Columns(text string) int { return columns(text, 1) }

// widest is Columns on a console that draws characters of ambiguous width, such as → and …, two
// columns wide, as the console of a Japanese Windows does.
func widest(text string) int { return columns(text, 2) }

func columns(text string, ambiguous int) int {
	n := 0
	for _, r := range text {
		n += runeColumns(r, ambiguous)
	}
	return n
}

func runeColumns(r rune, ambiguous int) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	case width.EastAsianAmbiguous:
		return ambiguous
	}
	return 1
}

// Pad fills text with spaces up to a width; one space at least follows it.
func Pad(text string, to int) string {
	return text + strings.Repeat(" ", max(1, to-Columns(text)))
}

// PadLeft sets spaces before text up to a width.
func PadLeft(text string, to int) string {
	return strings.Repeat(" ", max(0, to-Columns(text))) + text
}

// Wrap breaks text into lines of at most to columns, on every kind of console: at spaces in
// words of Latin letters, anywhere else that kinsoku allows. A word longer than a line is cut.
func Wrap(text string, to int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		paragraph = strings.TrimSpace(lang.OneLine(paragraph))
		if paragraph == "" {
			continue
		}
		for _, l := range linebreak.Break(paragraph, to, func(r rune) int { return runeColumns(r, 2) }) {
			lines = append(lines, l.Text)
		}
	}
	return lines
}
