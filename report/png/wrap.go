package png

import (
	"strings"

	"pilot90/report/linebreak"
)

// em is the size of the type in the unit in which text is measured.
const em = 1000

// wrap breaks a text into lines of at most the given width; white space in it counts as one space.
func (f *faces) wrap(text string, size, room float64) ([]string, error) {
	return f.broken(text, func(text string, advance func(rune) int) []linebreak.Line {
		return linebreak.Break(text, int(room*em/size), advance)
	})
}

// balanced wraps a text into as few lines as wrap and as even ones as may be, so that no word is
// left alone on the last.
func (f *faces) balanced(text string, size, room float64) ([]string, error) {
	return f.broken(text, func(text string, advance func(rune) int) []linebreak.Line {
		return linebreak.Even(text, int(room*em/size), em/2, advance)
	})
}

// broken is a text broken into lines by the widths of its characters in bold type.
func (f *faces) broken(text string,
	into func(text string, advance func(rune) int) []linebreak.Line) ([]string, error) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return nil, nil
	}
	glyphs, err := f.glyphs(text, true)
	if err != nil {
		return nil, err
	}
	widths := map[rune]int{}
	for i, r := range []rune(text) {
		widths[r] = int(float64(glyphs[i].advance*em) + 0.5)
	}
	var lines []string
	for _, l := range into(text, func(r rune) int { return widths[r] }) {
		lines = append(lines, l.Text)
	}
	return lines, nil
}
