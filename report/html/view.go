package html

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"math"

	"pilot90/cohort/pattern"
	"pilot90/report/chart"
	"pilot90/report/content"
)

// section, block and the types below are the report arranged for the template; exactly one of a
// block's parts is set.
type section struct {
	ID     string
	Title  string
	Class  string
	Folded bool // on a telephone, until it is asked for
	Blocks []block
}

// mostUnfolded is how many sections a page has at most that shows all of them on a telephone. Of a longer one the first
// is shown and the others are folded, so that their headings are the list of what there is.
const mostUnfolded = 5

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
	Lines     []content.Pair
	Errands   []errand
	Band      *content.Band
	Choices   []choice
	Blanks    []content.Pair
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

// errand is something to be mended; At is the address of more of it.
type errand struct {
	Text, At string
	Tone     tone
}

func (b *builder) errands(c content.Errands) []errand {
	out := make([]errand, len(c.Items))
	for i, item := range c.Items {
		out[i] = errand{Text: item.Text, Tone: toneOf(item.Tone, b.words)}
		out[i].Tone.Hidden = true
		if at, ok := b.sectionIDs[item.Section]; ok {
			out[i].At = at
		}
	}
	return out
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
	still    bool // as images alone
	lively   bool // some chart is drawn by ECharts

	sectionIDs map[string]string // on the page, by those of the report
}

func newBuilder(ctx context.Context, r *content.Report, still bool) *builder {
	return &builder{ctx: ctx, lang: language(r.Lang), words: wordsOf(r.Lang), ids: anchors{}, captions: map[string]int{},
		still: still, sectionIDs: map[string]string{}}
}

func (b *builder) sections(r *content.Report) ([]section, error) {
	for _, taken := range []string{"main", "toc", "palettes"} {
		b.ids[taken] = true
	}
	out := make([]section, len(r.Sections))
	for i, s := range r.Sections {
		out[i] = section{ID: b.ids.name("", s.ID), Title: s.Title, Class: sectionClass(&s, i == 0),
			Folded: i > 0 && len(r.Sections) > mostUnfolded}
		b.sectionIDs[s.ID] = out[i].ID
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

// sectionClass says that a section begins a page when it is printed, and that the heading of the first one is for those
// alone who do not see that its figures follow the title.
func sectionClass(s *content.Section, first bool) string {
	if s.Paging == content.OnePage {
		return "untitled" // its blocks have headings of their own
	}
	if first && len(s.Blocks) > 0 {
		if _, figures := s.Blocks[0].(content.Cards); figures {
			return "untitled"
		}
	}
	if s.NewPage {
		return "new-page"
	}
	return ""
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
	case content.Band:
		t := toneOf(content.Watch, b.words)
		t.Hidden = true
		return block{Band: &c, Tone: t}, nil
	case content.Choices:
		return block{Choices: b.choices(c)}, nil
	case content.Blanks:
		return block{Blanks: c.Fields}, nil
	case content.Points:
		return block{Points: &c}, nil
	case content.Panel:
		return block{Panel: &c}, nil
	case content.Cards:
		return block{Cards: b.cards(c)}, nil
	case content.Beside:
		s, err := b.beside(c)
		return block{Beside: s}, err
	case content.Lines:
		return block{Lines: c.Lines}, nil
	case content.Errands:
		return block{Errands: b.errands(c)}, nil
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

var digits = pattern.New(`[-−△▲+]?[0-9][0-9,.:]*`)

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
	Words         words
	Titled        bool // it has a title that the section's heading does not say
	Twin          *table
	Goals         *goals // exactly one of these is set where the page itself is the drawing
	Panels        *panels
	Squares       *squares
}

// lively are the kinds that ECharts draws: what a mark of theirs is, only the pointer tells. All others say it beside
// the
// mark and are images, one for each width and for the dark, without a megabyte of script.
var lively = map[content.ChartKind]bool{content.Heatmap: true}

// stillWidth is that of the printed page in CSS pixels, so that text prints at its own size.
const (
	stillWidth  = 660
	wideWidth   = 900
	narrowWidth = 340
)

func (b *builder) figure(c *content.Chart) (*figure, error) {
	f := &figure{ID: b.ids.name("chart", c.ID), Chart: c, Alt: c.Alt, Summary: b.words.Twin, Words: b.words}
	if f.Alt == "" {
		f.Alt = c.Title
	}
	if c.Twin != nil {
		f.Twin = b.table(c.Twin)
	}
	switch {
	case b.native(f):
		return f, nil
	case !b.still && !lively[c.Kind]:
		return f, b.pictured(f, func(p Picture) (string, error) { return b.inlined(c, p) })
	}
	return f, b.live(f)
}

// inlined is a picture written into the page.
func (b *builder) inlined(c *content.Chart, p Picture) (string, error) {
	if err := b.ctx.Err(); err != nil {
		return "", err
	}
	svg, err := p.Draw(c, b.lang)
	return "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(svg), err
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
	f.Data, b.lively = template.JS(data), true
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
