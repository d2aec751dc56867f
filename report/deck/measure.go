package deck

import (
	"math"
	"strings"
	"unicode"

	"pilot90/report/linebreak"
	"pilot90/report/picture"
	"pilot90/report/typeface"
)

// measurer measures and breaks text with the built-in font.
type measurer struct{ faces typeface.Faces }

func newMeasurer() (*measurer, error) {
	f, err := typeface.Load()
	return &measurer{f}, err
}

// style is how text is set; lead is the distance of baselines, both in points.
type style struct {
	size, lead float64
	bold       bool
	colour     picture.Paint
}

var (
	ink        = paint(0x1A1F2B)
	quiet      = paint(0x4A5362)
	ruleColour = paint(0xC8CED8)
	track      = paint(0xE8ECF1)
	blue       = paint(0x0B4C8C)
	amber      = paint(0x9A4A00)
	amberPaper = paint(0xFDF1DF)
	white      = paint(0xFFFFFF)
)

func paint(rgb uint32) picture.Paint {
	return picture.Paint{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), Solid: true}
}

var (
	coverStyle  = style{42, 55, true, ink}
	titleStyle  = style{30, 39, true, ink}
	bodyStyle   = style{24, 34, false, ink}
	headStyle   = style{24, 34, true, ink}
	numberStyle = style{72, 80, true, blue}
	unitStyle   = style{28, 80, true, blue}
	sideStyle   = style{40, 50, true, blue}
	detailStyle = style{20, 27, false, quiet}
	labelStyle  = style{18, 25, false, quiet}
	noteStyle   = style{14, 19, false, quiet}
)

func (s style) in(colour picture.Paint) style {
	s.colour = colour
	return s
}

func (s style) run(text string) Run {
	return Run{Text: text, Size: s.size, Bold: s.bold, Colour: s.colour}
}

// width is the width of a text on one line.
func (m *measurer) width(text string, st style) float64 {
	sum := 0
	for _, r := range text {
		sum += m.faces.Advance(r, st.bold)
	}
	return float64(sum) * st.size / 1000
}

// Clean drops from a text what no slide shows: control and direction characters, and those that XML does not have.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == 0x2028 || r == 0x2029:
			return ' '
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) || r&0xFFFE == 0xFFFE ||
			r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// broken breaks a text into at most so many lines; the last then ends in an ellipsis. Empty text gives none.
func (m *measurer) broken(text string, st style, room float64, most int) []Line {
	text = strings.Trim(Clean(text), "\n ")
	if text == "" {
		return nil
	}
	return m.cut(linebreak.Break(text, m.units(room, st), m.advances(st)), st, room, most)
}

// headline breaks a heading: where its sentences end if each fits a line, else into lines of much the same length.
func (m *measurer) headline(text string, st style, room float64) Text {
	text = strings.Trim(Clean(text), "\n ")
	whole := sentences(text)
	if strings.Contains(whole, "\n") && m.fits(whole, st, room) && !m.fits(strings.ReplaceAll(text, "\n", ""), st, room) {
		text = whole
	}
	var lines []Line
	if text != "" {
		broken := linebreak.Even(text, m.units(room, st), m.units(1, st), m.advances(st))
		if phrased := m.phrased(text, st, room); len(broken) == 2 && broken[0].Broken && phrased != text {
			broken = linebreak.Break(phrased, m.units(room, st), m.advances(st))
		}
		if parts := strings.Split(text, "\n"); len(parts) > 1 && len(broken) <= mostTitle { // each for itself
			broken = nil
			for _, part := range parts {
				broken = append(broken, linebreak.Even(part, m.units(room, st), m.units(1, st), m.advances(st))...)
			}
		}
		lines = m.cut(broken, st, room, mostTitle)
	}
	return Text{W: room, Lead: st.lead, Lines: lines}
}

// phrased breaks a text of two lines where a reader would pause: after a sentence, a comma, a particle; of equal places
// the one that makes the lines most alike. It comes back as it is where there is none.
func (m *measurer) phrased(text string, st style, room float64) string {
	runes, whole := []rune(text), m.width(text, st)
	best, least := text, 3.0
	for i := 1; i < len(runes); i++ {
		before := m.width(string(runes[:i]), st)
		after := whole - before
		rank := pause(runes[i-1], runes[i])
		if rank < 0 || before > room || after > room || min(before, after) < float64(0.25*whole) {
			continue
		}
		if score := rank + float64(0.9*math.Abs(before-after)/whole); score < least {
			best, least = strings.TrimRight(string(runes[:i]), " ")+"\n"+strings.TrimLeft(string(runes[i:]), " "), score
		}
	}
	return best
}

// pause ranks a place between two characters, 0 the best; under 0: none.
func pause(a, b rune) float64 {
	switch {
	case strings.ContainsRune("、。）」』々ー〜", b):
		return -1
	case a == '。' || a == '.' && b == ' ':
		return 0
	case b == '（' || a == '、' || strings.ContainsRune(",;:", a) && b == ' ':
		return 1
	case unicode.Is(unicode.Hiragana, a) && !unicode.Is(unicode.Hiragana, b) && b != ' ':
		return 2
	}
	return -1
}

const mostTitle = 3 // lines of a heading

// sentences sets each sentence on a line of its own.
func sentences(text string) string {
	return strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(text, "。\n", "。"), "。", "。\n"), "\n")
}

// fits reports whether no line of a text is wider than the room.
func (m *measurer) fits(text string, st style, room float64) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if m.width(line, st) > room {
			return false
		}
	}
	return true
}

// cut keeps the first lines and shows that there were more.
func (m *measurer) cut(broken []linebreak.Line, st style, room float64, most int) []Line {
	var out []Line
	for i, b := range broken {
		line := Line{Runs: []Run{st.run(b.Text)}, After: b.After, Ends: !b.Broken}
		if i == most-1 && len(broken) > most {
			runes := []rune(b.Text)
			for len(runes) > 0 && m.width(string(runes)+"…", st) > room {
				runes = runes[:len(runes)-1]
			}
			line = Line{Runs: []Run{st.run(string(runes) + "…")}, Ends: true}
			return append(out, line)
		}
		out = append(out, line)
	}
	return out
}

func (m *measurer) units(points float64, st style) int { return max(1, int(points*1000/st.size+0.5)) }

func (m *measurer) advances(st style) func(rune) int {
	return func(r rune) int { return m.faces.Advance(r, st.bold) }
}
