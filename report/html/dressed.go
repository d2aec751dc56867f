package html

import (
	"fmt"
	"html/template"
	"strings"

	"pilot90/report/chart"
	"pilot90/report/content"
	"pilot90/report/picture"
)

// choice is one question with its answers.
type choice struct {
	content.Choice
	Tone tone // of the warning
}

func (b *builder) choices(c content.Choices) []choice {
	out := make([]choice, len(c.Items))
	for i, one := range c.Items {
		out[i] = choice{one, toneOf(content.Watch, b.words)}
		out[i].Tone.Hidden = true // the warning says it
	}
	return out
}

// dressCell gives a cell what its dressing says: the sign, the details below, the drawing.
func (b *builder) dressCell(c *cell, d content.Dress) {
	first, rest, _ := strings.Cut(c.Text, "\n")
	c.Text, c.Below = first, strings.Split(rest, "\n")
	if rest == "" {
		c.Below = nil
	}
	if d.Small { // the whole text is a detail of what is drawn
		c.Text, c.Below = "", append([]string{first}, c.Below...)
	}
	if c.short() {
		c.Class += " short"
	}
	if d.Sign > content.Note {
		c.Tone = toneOf(d.Sign, b.words)
		c.Tone.Hidden = true
	}
	if d.Strong {
		c.Class += " strong"
	}
	if class := toneClass[d.Tone]; class != "" {
		c.Class += " " + class
	}
	if d.Below == content.Bad {
		c.Class += " below-bad"
	}
	c.Drawing = drawing(d.Draw)
}

// mostShort is how many characters the lines of a cell have at most that are not broken beside wider ones: a name of
// five characters, or the id and the cohort below it.
const mostShort = 12

// short reports whether a cell of two lines or more has only such.
func (c *cell) short() bool {
	for _, line := range append([]string{c.Text}, c.Below...) {
		if len([]rune(line)) > mostShort {
			return false
		}
	}
	return c.Text != "" && len(c.Below) > 0
}

var toneClass = map[content.Tone]string{content.Good: "is-good", content.Watch: "is-watch", content.Bad: "is-bad",
	content.Away: "is-away"}

// drawing is what stands in a cell as a part of the page, so that it follows the colours of the page; its text says
// the same.
func drawing(d content.Drawing) template.HTML {
	width, height := 92.0, 14.0
	switch d.(type) {
	case nil:
		return ""
	case content.Progress:
		height = 8
	case content.Units:
		width = chart.CellWidth(d)
	}
	p := chart.Cell(d, width, height)
	var b strings.Builder
	fmt.Fprintf(&b,
		`<svg class="drawn" viewBox="-0.5 -0.5 %s %s" width="%s" height="%s" aria-hidden="true" focusable="false">`,
		picture.Number(width+1), picture.Number(height+1), picture.Number(width+1), picture.Number(height+1))
	for _, s := range p.Shapes {
		fmt.Fprintf(&b, `<path class="%s" stroke-width="%s" d="%s"/>`, chart.CellClass(s), picture.Number(s.Line),
			picture.Path(s.Outline))
	}
	b.WriteString("</svg>")
	return template.HTML(b.String()) // numbers and names of this program alone
}
