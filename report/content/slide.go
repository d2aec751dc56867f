package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SlideParts is one page of a deck: a finding and what it rests on. A deck for projecting sets it as one page of
// 16:9; every other format shows Blocks.
type SlideParts struct {
	Cover    bool   // the first page: Kicker, a large Title, Lead and Small
	Kicker   string // what the deck is about
	Title    string // the finding; a line feed where a line should end
	Subtitle string // what the chart counts, its unit and period
	Gauges   []Gauge
	Chart    *Chart
	Side     []Side      // beside the chart; alone, it stands large
	Lead     []string    // sentences below the chart, or on the cover
	Lists    []SlideList // side by side
	Small    []string    // on the cover: for whom, of which period
	Body     []Block     // of a plan's own: blocks that no field above holds
	Foot     string      // what a reader of the chart has to know
	Notes    []string    // for the speaker: where each number is from
}

// Gauge is a figure shown large, with a bar up to a target.
type Gauge struct {
	Figure         string // figure id, for anchors
	Title          string
	Number, Unit   string // "54.5" and "%"
	Detail         string // "契約11件のうち6件"
	Verdict        string // against the target, in words; empty: there is none
	Tone           Tone
	Value, Target  float64 // the ends of the bar and the place of the tick, in one unit
	Measured, Aims bool    // there is a value, and a target
	Tick           string  // the word above the tick; empty: target
}

// Side is a text beside a chart: a label, its number, a remark. Each may be empty. Ruled sets a rule above it.
type Side struct {
	Label, Number, Remark string
	Squares               *Chart // small, below the label
	Ruled                 bool
}

// SlideList is what was done badly or comes next: heads with a detail each.
type SlideList struct {
	Title string
	Tone  Tone
	Items []Pair
}

// Blocks are the slide in the blocks of every other format, without its title.
func (s *SlideParts) Blocks() []Block {
	var out []Block
	say := func(tone Tone, texts ...string) {
		for _, t := range texts {
			if t != "" {
				out = append(out, Paragraph{Text: t, Tone: tone})
			}
		}
	}
	say(Note, s.Kicker)
	if len(s.Gauges) > 0 {
		out = append(out, cardsOf(s.Gauges))
	}
	if s.Chart != nil {
		out = append(out, s.Chart)
	}
	for _, side := range s.Side {
		say(Plain, side.line())
	}
	say(Plain, s.Lead...)
	if len(s.Lists) > 0 {
		out = append(out, Beside{Parts: parts(s.Lists)})
	}
	out = append(out, s.Body...)
	say(Note, append(slices.Clone(s.Small), s.Foot)...)
	return out
}

// cardsOf are gauges as cards.
func cardsOf(gauges []Gauge) Cards {
	var c Cards
	for _, g := range gauges {
		c.Cards = append(c.Cards, Card{Figure: g.Figure, Title: g.Title, Value: g.value(), Detail: g.Detail,
			Target: g.Verdict, Tone: g.Tone, Known: g.Measured})
	}
	return c
}

// value is the number with its unit; a word of letters stands apart.
func (g Gauge) value() string {
	if r, _ := utf8.DecodeRuneInString(g.Unit); r < utf8.RuneSelf && unicode.IsLetter(r) {
		return g.Number + " " + g.Unit
	}
	return g.Number + g.Unit
}

// line is a text beside a chart as one line.
func (s Side) line() string {
	return strings.TrimSpace(s.Label + " " + s.Number + " " + s.Remark)
}

func parts(lists []SlideList) [][]Block {
	out := make([][]Block, len(lists))
	for i, l := range lists {
		var items []string
		for _, p := range l.Items {
			items = append(items, strings.TrimSpace(p.Label+"　"+p.Value))
		}
		out[i] = []Block{Paragraph{Text: l.Title, Tone: Plain}, List{Items: items}}
	}
	return out
}

func (*SlideParts) block() {}
