// Package term draws a content.Report as text for a terminal of 80 columns.
//
// The one idea: what fits on one screen is read in ten seconds. A table is a row a line as far as
// its columns fit; what does not fit stands below its row with its heading. A state is said in
// words and by a mark in the margin, so colour adds nothing that is lost without it. The package
// decides nothing about the report's words or numbers, and does not ask what it writes to.
package term

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// Width is the widest line in columns. One column stays free: some consoles begin a new line
// after the 80th character.
const Width = 79

// Style is a way to set words apart; on a terminal it is a colour.
type Style int

// Heading is for headings, Faint for column heads and notes; Bad, Watch and Good carry a state.
const (
	Heading Style = iota
	Faint
	Good
	Watch
	Bad
)

// Options say how to draw.
type Options struct {
	Paint func(s Style, words string) string // colours words; nil leaves them plain
}

// Write draws the report: a head line, then every block.
func Write(w io.Writer, r *content.Report, o Options) error {
	p := &printer{w: bufio.NewWriter(w), paint: o.Paint}
	if p.paint == nil {
		p.paint = func(_ Style, words string) string { return words }
	}
	p.head(r)
	for b := range r.Blocks() {
		p.block(b) // what stands side by side on paper follows one after the other
	}
	return p.w.Flush()
}

type printer struct {
	w     *bufio.Writer
	paint func(Style, string) string
}

// line prints one line without spaces at its end.
func (p *printer) line(text string) { fmt.Fprintln(p.w, strings.TrimRight(text, " ")) }

// styled prints text in lines of one style, each indented.
func (p *printer) styled(s Style, indent int, text string) {
	for _, l := range Wrap(text, Width-indent) {
		p.line(strings.Repeat(" ", indent) + p.paint(s, l))
	}
}

func (p *printer) plain(indent int, text string) {
	for _, l := range Wrap(text, Width-indent) {
		p.line(strings.Repeat(" ", indent) + l)
	}
}

// head prints the title with the marking at the right margin, and the footer, which names the
// programme and the as-of date.
func (p *printer) head(r *content.Report) {
	title := p.paint(Heading, lang.OneLine(r.Title))
	if r.Marking != "" {
		mark := "[" + r.Marking + "]"
		title += strings.Repeat(" ", max(1, Width-widest(r.Title)-widest(mark))) + p.paint(Bad, mark)
	}
	p.line(title)
	p.plain(0, r.Footer)
}

func (p *printer) block(b content.Block) {
	switch v := b.(type) {
	case content.Paragraph:
		p.line("")
		if style, ok := styles[v.Tone]; ok {
			p.styled(style, 0, v.Text)
		} else {
			p.plain(0, v.Text)
		}
	case content.Heading:
		p.line("")
		p.styled(Heading, 0, v.Text)
	case content.Band:
		p.line("")
		p.styled(Watch, 0, v.Lead+v.Text)
	case content.Choices:
		for _, one := range v.Items {
			p.line("")
			p.plain(0, one.Lead+" "+one.Text+one.Warning+one.Rest)
			for _, o := range one.Options {
				p.plain(2, map[bool]string{true: "[x] ", false: "[ ] "}[o.Proposed]+o.Text)
			}
		}
	case content.Blanks:
		p.line("")
		for _, f := range v.Fields {
			p.plain(2, f.Label+" "+f.Value)
		}
	case content.Points:
		p.line("")
		for i, point := range v.Items {
			p.plain(2, fmt.Sprintf("%d. %s%s", i+1, point.Lead, point.Text))
		}
	case content.Panel:
		p.line("")
		p.styled(Heading, 0, v.Title)
		for _, item := range v.Items {
			p.plain(2, item.Value+" "+item.Label)
		}
		p.plain(2, v.Note)
	case content.List:
		p.line("")
		for _, item := range v.Items {
			p.plain(2, item)
		}
	case content.Cards:
		p.cards(v)
	case *content.Table:
		p.table(v)
	case *content.Chart:
		p.chart(v)
	}
}

var styles = map[content.Tone]Style{content.Note: Faint, content.Good: Good, content.Watch: Watch, content.Bad: Bad}

// cards prints the cards side by side, as many on a line as fit.
func (p *printer) cards(c content.Cards) {
	p.line("")
	line, used := "", 0
	for _, card := range c.Cards {
		words := card.Title + " " + card.Value
		if card.Detail != "" {
			words += " (" + card.Detail + ")"
		}
		words = lang.OneLine(words)
		size := widest(words) + between
		if used > 0 && used+size > Width {
			p.line(line)
			line, used = "", 0
		}
		if style, ok := styles[card.Tone]; ok {
			words = p.paint(style, words)
		}
		line += words + strings.Repeat(" ", between)
		used += size
	}
	p.line(line)
}

// between is the space between two cards.
const between = 3
