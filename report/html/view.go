package html

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"math"
	"regexp"

	"pilot90/report/chart"
	"pilot90/report/content"
)

// section, block and the types below are the report arranged for the template; exactly one of a
// block's parts is set.
type section struct {
	ID      string
	Title   string
	NewPage bool
	Untold  bool // the heading is for screen readers: its blocks have headings of their own
	Blocks  []block
}

type block struct {
	Paragraph *content.Paragraph
	Tone      tone // of the paragraph
	Heading   string
	List      *content.List
	Points    *content.Points
	Panel     *content.Panel
	Cards     []card
	Table     *table
	Chart     *figure
	Beside    *beside
}

// beside is blocks that stand side by side where there is room.
type beside struct {
	Class string
	Parts [][]block
}

type card struct {
	ID    string
	Card  content.Card
	Value []part
	Tone  tone
	Level *level
}

// level is the bar of a card in a drawing of 100 units of width; Tick is 0 where there is no target.
type level struct {
	Value, Tick float64
	Short       bool // of the target
}

// part is a stretch of a value: digits, or the unit that is printed smaller.
type part struct {
	Text string
	Unit bool
}

// builder carries what the parts of one page share.
type builder struct {
	ctx      context.Context // asked before each chart
	lang     string
	words    words
	ids      anchors
	captions map[string]int
	address  func(c *content.Chart, p Picture) string // of a picture; nil: charts are drawn into the page
	still    bool                                     // as images alone
}

func sections(ctx context.Context, r *content.Report, address func(*content.Chart, Picture) string,
	still bool) ([]section, error) {
	b := builder{ctx, language(r.Lang), wordsOf(r.Lang), anchors{}, map[string]int{}, address, still}
	for _, taken := range []string{"main", "toc", "palettes"} {
		b.ids[taken] = true
	}
	out := make([]section, len(r.Sections))
	for i, s := range r.Sections {
		out[i] = section{ID: b.ids.name("", s.ID), Title: s.Title, NewPage: s.NewPage, Untold: s.Headed()}
		b.captions[s.Title]++ // a section is a region of that name
	}
	for i, s := range r.Sections {
		var err error
		if out[i].Blocks, err = b.blocks(s.Blocks, s.Title); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// blocks draws blocks under a heading; a chart's title that only repeats it is not shown again.
func (b *builder) blocks(list []content.Block, heading string) ([]block, error) {
	var out []block
	for _, part := range list {
		drawn, err := b.block(part)
		if err != nil {
			return nil, err
		}
		if drawn.Table != nil {
			drawn.Table.Named = drawn.Table.Table.Caption == heading
		}
		if drawn.Chart != nil {
			drawn.Chart.Titled = drawn.Chart.Chart.Title != "" && drawn.Chart.Chart.Title != heading
		}
		if drawn.Heading != "" {
			heading = drawn.Heading
		}
		out = append(out, drawn)
	}
	return out, nil
}

func (b *builder) beside(c content.Beside) (*beside, error) {
	out := &beside{Class: "beside"}
	if c.NarrowFirst {
		out.Class += " beside-narrow"
	}
	for _, part := range c.Parts {
		drawn, err := b.blocks(part, "")
		if err != nil {
			return nil, err
		}
		out.Parts = append(out.Parts, drawn)
	}
	return out, nil
}

func (b *builder) block(c content.Block) (block, error) {
	switch c := c.(type) {
	case content.Paragraph:
		return block{Paragraph: &c, Tone: toneOf(c.Tone, b.words)}, nil
	case content.Heading:
		return block{Heading: c.Text}, nil
	case content.List:
		return block{List: &c}, nil
	case content.Points:
		return block{Points: &c}, nil
	case content.Panel:
		return block{Panel: &c}, nil
	case content.Cards:
		return block{Cards: b.cards(c)}, nil
	case content.Beside:
		s, err := b.beside(c)
		return block{Beside: s}, err
	case *content.Table:
		return block{Table: b.table(c)}, nil
	case *content.Chart:
		f, err := b.figure(c)
		return block{Chart: f}, err
	}
	return block{}, nil
}

func (b *builder) cards(c content.Cards) []card {
	out := make([]card, len(c.Cards))
	for i, one := range c.Cards {
		out[i] = card{
			ID: b.ids.name("figure", one.Figure), Card: one,
			Value: parts(one.Value), Tone: toneOf(one.Tone, b.words), Level: levelOf(one),
		}
	}
	return out
}

// levelOf is the bar of a card, nil where it has none.
func levelOf(c content.Card) *level {
	l := c.Level
	if l == nil || !(l.Most > 0) {
		return nil
	}
	share := func(v float64) float64 { return math.Round(min(max(v/l.Most, 0), 1)*1000) / 10 }
	out := &level{Short: c.Tone == content.Watch || c.Tone == content.Bad}
	if c.Known {
		out.Value = share(l.Value)
	}
	if l.Target != nil {
		out.Tick = share(*l.Target)
	}
	return out
}

var digits = regexp.MustCompile(`[-−△▲+]?[0-9][0-9,.:]*`)

// parts splits a value as printed into its numbers and the units between them.
func parts(value string) []part {
	var out []part
	from := 0
	for _, at := range digits.FindAllStringIndex(value, -1) {
		if at[0] > from {
			out = append(out, part{value[from:at[0]], true})
		}
		out = append(out, part{value[at[0]:at[1]], false})
		from = at[1]
	}
	if from == 0 {
		return []part{{value, false}}
	}
	if from < len(value) {
		out = append(out, part{value[from:], true})
	}
	return out
}

// figure is a chart with its image, its live data and its table twin.
type figure struct {
	ID            string
	Chart         *content.Chart
	Alt           string
	Still         template.URL
	Pictures      []source // of a Fragment
	Width, Height float64
	Data          template.JS
	Summary       string
	Titled        bool // it has a title that the section's heading does not say
	Twin          *table
}

// stillWidth is that of the printed page in CSS pixels, so that text prints at its own size.
const (
	stillWidth  = 660
	wideWidth   = 900
	narrowWidth = 340
)

func (b *builder) figure(c *content.Chart) (*figure, error) {
	f := &figure{ID: b.ids.name("chart", c.ID), Chart: c, Alt: c.Alt, Summary: b.words.Twin}
	if f.Alt == "" {
		f.Alt = c.Title
	}
	if c.Twin != nil {
		f.Twin = b.table(c.Twin)
	}
	if b.address != nil {
		b.pictured(f)
		return f, nil
	}
	return f, b.live(f)
}

// live draws the chart into the page, as an image and, unless it is to be still, as data.
func (b *builder) live(f *figure) error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	screen := chart.Look{Lang: b.lang, Screen: true}
	svg, height, err := chart.Still(f.Chart, b.lang)
	if err != nil {
		return err
	}
	f.Width, f.Height = stillWidth, math.Round(height*stillWidth/chart.PrintWidth)
	f.Still = template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(svg))
	if b.still {
		return nil
	}
	data, err := liveData(f.Chart, screen)
	if err != nil {
		return err
	}
	f.Data = template.JS(data)
	return nil
}

// liveData is the JSON that page.js reads: the option, and the natural heights of the chart in a wide
// and a narrow column. encoding/json escapes <, >, & and the two line separators that scripts do not
// allow, so the block cannot be closed from within.
func liveData(c *content.Chart, look chart.Look) ([]byte, error) {
	option, err := chart.Option(c, look)
	if err != nil {
		return nil, err
	}
	return json.Marshal(struct {
		Wide   float64         `json:"wide"`
		Narrow float64         `json:"narrow"`
		Option json.RawMessage `json:"option"`
	}{chart.Natural(c, wideWidth, look), chart.Natural(c, narrowWidth, look), option})
}
