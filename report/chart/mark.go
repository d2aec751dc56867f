package chart

import (
	"strings"
	"unicode"
)

// point is a place in the plot: numbers are data coordinates; the words "left", "right",
// "center", "top", "bottom", "middle" are the edges and centre of the plot, "start" and "end"
// those of the whole box.
type point [2]any

// em is a shift in text heights, right and down.
type em [2]float64

// mark is one shape with its text for the pointer: fitted draws it on paper, renderers.js on a page.
// Lengths are in ems.
type mark struct {
	Kind   string    `json:"kind"` // rect, line, area, symbol, text
	At     []point   `json:"at,omitempty"`
	Shift  []em      `json:"shift,omitempty"` // of each point; the last holds for the rest
	Tip    string    `json:"tip,omitempty"`   // shown under the pointer
	Fill   string    `json:"fill,omitempty"`
	Stroke string    `json:"stroke,omitempty"`
	Ink    string    `json:"ink,omitempty"`   // of the pattern
	Hatch  string    `json:"hatch,omitempty"` // slash, back, cross, dots
	Thick  float64   `json:"thick,omitempty"`
	Dash   []float64 `json:"dash,omitempty"`
	Least  float64   `json:"least,omitempty"` // smallest width of a rect
	Symbol string    `json:"symbol,omitempty"`
	Size   float64   `json:"size,omitempty"` // radius of a symbol, text height
	Text   string    `json:"text,omitempty"`
	Bold   bool      `json:"bold,omitempty"`
	Align  string    `json:"align,omitempty"`
	Valign string    `json:"valign,omitempty"`
	// width of a text: x-axis units, "left" or "right" margin, from its place to the "end"
	Room  any     `json:"room,omitempty"`
	Less  float64 `json:"less,omitempty"`  // taken off the room
	Plate string  `json:"plate,omitempty"` // colour behind a text
	Fit   bool    `json:"fit,omitempty"`   // leave the text out rather than cut it or let it meet another
	Tall  float64 `json:"tall,omitempty"`  // y-axis units of the bar a text stands in, which must be 1.6 as high as it
	Lines int     `json:"lines,omitempty"` // wrap to at most so many lines
	Every *int    `json:"every,omitempty"` // index on a crowded axis, which shows every k-th
	Span  float64 `json:"span,omitempty"`  // distance of such labels on the x axis; 0 = 1
	Drop  float64 `json:"drop,omitempty"`  // distance of such labels on the y axis, where they stand on that
	Turn  bool    `json:"turn,omitempty"`  // write it upwards rather than cut it
}

// swatch is one entry of the legend.
type swatch struct {
	Name string `json:"name"`
	Mark mark   `json:"mark"`
}

func rect(x0, y0, x1, y1 any, f fill) mark {
	return mark{
		Kind: "rect", At: []point{{x0, y0}, {x1, y1}},
		Fill: f.paint, Hatch: f.hatch, Ink: f.ink, Stroke: f.stroke,
	}
}

func lineOf(colour string, thick float64, at ...point) mark {
	return mark{Kind: "line", At: at, Stroke: colour, Thick: thick}
}

func textAt(x, y any, text, colour string) mark {
	return mark{Kind: "text", At: []point{{x, y}}, Text: text, Fill: colour}
}

func symbolAt(x, y any, symbol, paint, stroke string) mark {
	return mark{Kind: "symbol", At: []point{{x, y}}, Symbol: symbol, Fill: paint, Stroke: stroke}
}

func (m mark) shifted(shift ...em) mark    { m.Shift = shift; return m }
func (m mark) aligned(a, v string) mark    { m.Align, m.Valign = a, v; return m }
func (m mark) tipped(tip string) mark      { m.Tip = tip; return m }
func (m mark) dashed(d ...float64) mark    { m.Dash = d; return m }
func (m mark) sized(size float64) mark     { m.Size = size; return m }
func (m mark) thicker(w float64) mark      { m.Thick = w; return m }
func (m mark) strong() mark                { m.Bold = true; return m }
func (m mark) within(room any, n int) mark { m.Room, m.Lines = room, n; return m }
func (m mark) fitting(room float64) mark   { m.Room, m.Fit = room, true; return m }

// unseen is the fill of a mark that only gives the pointer something to meet.
const unseen = "transparent"

func (m mark) invisible() bool {
	bare := m.Fill == "" || m.Fill == unseen
	return bare && m.Stroke == "" && m.Hatch == "" || m.Kind == "text" && m.Text == ""
}

// longest is how many characters of a text a drawing has room for at most.
const longest = 160

// tidy drops from a text what has no shape and could turn the order of what follows: control and
// direction characters. A text too long for any drawing is cut.
func tidy(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == 0x2028 || r == 0x2029:
			return ' '
		case r != '\n' && unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}
