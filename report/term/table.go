package term

import (
	"strings"

	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// margin is where rows begin: the mark of their state stands in it.
const margin = 2

// gap is between two columns.
const gap = 2

// marks stand before a row that needs somebody.
var marks = map[content.Tone]string{content.Bad: "! ", content.Watch: "* "}

// table prints a table: its caption, the heads, a line a row, and the notes.
func (p *printer) table(t *content.Table) {
	t = cleaned(t)
	p.line("")
	p.styled(Heading, 0, t.Caption)
	sizes := columnSizes(t)
	if len(sizes) > 1 {
		p.line(strings.Repeat(" ", margin) + p.paint(Faint, p.row(t, heads(t), sizes)))
	}
	for i, row := range t.Rows {
		tone := content.Plain
		if t.Tones != nil {
			tone = t.Tones[i]
		}
		p.tableRow(t, row, sizes, tone)
	}
	for _, n := range t.Notes {
		p.styled(Faint, margin, n)
	}
}

// cleaned is the table with every cell a line of text.
func cleaned(t *content.Table) *content.Table {
	c := *t
	c.Rows = make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		for _, cell := range row {
			c.Rows[i] = append(c.Rows[i], lang.OneLine(cell))
		}
	}
	return &c
}

func heads(t *content.Table) []string {
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Head)
	}
	return heads
}

// columnSizes are the widths of the columns that stand side by side: those from the left for
// which every row has room. It is empty when not even the first has.
func columnSizes(t *content.Table) []int {
	var sizes []int
	used := margin
	for i, c := range t.Columns {
		size := widest(c.Head)
		for _, row := range t.Rows {
			size = max(size, widest(row[i]))
		}
		if used+size > Width {
			break
		}
		sizes = append(sizes, size)
		used += size + gap
	}
	return sizes
}

// tableRow prints a row; the columns without room follow below it, each with its head.
func (p *printer) tableRow(t *content.Table, row []string, sizes []int, tone content.Tone) {
	mark, marked := marks[tone]
	if !marked {
		mark = strings.Repeat(" ", margin)
	}
	text := strings.TrimRight(mark+p.row(t, row, sizes), " ")
	if len(sizes) == 0 {
		text = mark + strings.Join(Wrap(row[0], Width-margin), "\n"+strings.Repeat(" ", margin))
	}
	if style, ok := styles[tone]; ok {
		text = p.paint(style, text)
	}
	p.line(text)
	for i := max(1, len(sizes)); i < len(row); i++ {
		if row[i] != "" {
			p.plain(margin+4, t.Columns[i].Head+": "+row[i])
		}
	}
}

// row sets the cells of the columns side by side.
func (p *printer) row(t *content.Table, cells []string, sizes []int) string {
	var b strings.Builder
	for i, size := range sizes {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", gap))
		}
		if t.Columns[i].Align == content.Right {
			b.WriteString(PadLeft(cells[i], size))
		} else {
			b.WriteString(cells[i] + strings.Repeat(" ", max(0, size-Columns(cells[i]))))
		}
	}
	return b.String()
}

// barLength is the length of a bar that reaches its target.
const barLength = 20

// chart prints bars against targets as bars; any other chart as its table.
func (p *printer) chart(c *content.Chart) {
	if c.Kind != content.TargetBar || len(c.Series) != 1 {
		p.table(c.Twin)
		return
	}
	p.line("")
	p.styled(Heading, 0, c.Title)
	s := c.Series[0]
	names, labels := 0, 0
	for i := range c.Categories {
		names, labels = max(names, widest(c.Categories[i])), max(labels, widest(s.Labels[i]))
	}
	for i, name := range c.Categories {
		p.line(strings.Repeat(" ", margin) + Pad(name, names+gap) + PadLeft(s.Labels[i], labels) + "  " + bar(s.Values[i]))
	}
}

// bar draws a percentage of the target; a missing one has no bar.
func bar(percent *float64) string {
	if percent == nil {
		return ""
	}
	full := int(min(max(*percent, 0), 100) * barLength / 100)
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", barLength-full) + "]"
}
