package deck

import "pilot90/report/content"

// body sets blocks of a plan's own one below the other, on as many pages as they need.
func (l *layout) body(title string, s *content.SlideParts) {
	f := &flow{layout: l, title: title, foot: s.Foot}
	for _, b := range s.Body {
		f.block(b)
	}
}

// flow sets blocks over pages of one title.
type flow struct {
	*layout
	title, foot string
}

// need begins a page where the rest of the one under work is too low.
func (f *flow) need(h float64) {
	if f.y+h > f.floor && len(f.page().Items) > 1 {
		f.turn(f.title, f.foot, nil)
	}
}

func (f *flow) block(b content.Block) {
	switch b := b.(type) {
	case content.Paragraph:
		f.paragraph(b.Text, bodyStyle)
	case content.List:
		for _, item := range b.Items {
			f.paragraph("・"+item, bodyStyle)
		}
	case content.Cards:
		f.cards(b)
	case content.Beside:
		for _, part := range b.Parts {
			for _, inner := range part {
				f.block(inner)
			}
		}
	case *content.Table:
		f.table(b)
	case *content.Chart:
		const low = 300.0
		f.need(low)
		if b.Title != f.title {
			f.paragraph(b.Title, headStyle)
		}
		f.chart(b, side, f.y, measure, f.floor-f.y)
		f.y = f.floor
	}
}

// paragraph sets a text line by line, over pages where it is long.
func (f *flow) paragraph(text string, st style) {
	lines := f.broken(text, st, measure, 1000)
	for len(lines) > 0 {
		f.need(st.lead)
		n := min(len(lines), max(1, int((f.floor-f.y)/st.lead)))
		part := Text{X: side, Y: f.y, W: measure, Lead: st.lead, Lines: lines[:n]}
		f.put(part)
		f.y += part.H()
		lines = lines[n:]
	}
	f.y += 8
}

// cards sets at most three figures a page.
func (f *flow) cards(c content.Cards) {
	for from := 0; from < len(c.Cards); from += 3 {
		f.need(240)
		var gauges []content.Gauge
		for _, one := range c.Cards[from:min(from+3, len(c.Cards))] {
			gauges = append(gauges, content.Gauge{Figure: one.Figure, Title: one.Title, Number: one.Value, Detail: one.Detail,
				Verdict: one.Target, Tone: one.Tone})
		}
		f.gauges(gauges)
	}
}

// table sets rows between thin rules, its columns as wide as they ask for.
func (f *flow) table(t *content.Table) {
	if len(t.Columns) == 0 {
		return
	}
	if t.Caption != "" && t.Caption != f.title {
		f.paragraph(t.Caption, headStyle)
	}
	widths := columnWidths(t)
	if len(t.Columns) > 1 {
		heads := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			heads[i] = c.Head
		}
		f.row(t, heads, widths, labelStyle)
	}
	for _, row := range t.Rows {
		f.row(t, row, widths, cellStyle)
	}
	for _, n := range t.Notes {
		f.paragraph(n, labelStyle)
	}
}

var cellStyle = style{20, 28, false, ink}

// columnWidths are the widths that columns ask for, or even ones.
func columnWidths(t *content.Table) []float64 {
	out, sum := make([]float64, len(t.Columns)), 0.0
	for i, c := range t.Columns {
		out[i] = c.Width
		if c.Width == 0 {
			out[i] = 30
		}
		sum += out[i]
	}
	for i := range out {
		out[i] *= measure / sum
	}
	return out
}

func (f *flow) row(t *content.Table, cells []string, widths []float64, st style) {
	var texts []Text
	high, x := st.lead, side
	for i, w := range widths {
		if i < len(cells) {
			text := Text{X: x, W: w - 12, Lead: st.lead, Right: t.Columns[i].Align == content.Right,
				Lines: f.broken(cells[i], st, w-12, 6)}
			texts, high = append(texts, text), max(high, text.H())
		}
		x += w
	}
	f.need(high + 8)
	for _, text := range texts {
		if text.Y = f.y; len(text.Lines) > 0 {
			f.put(text)
		}
	}
	f.y += high + 4
	f.put(f.rule(side, f.y, measure, 0.75, ruleColour))
	f.y += 4
}
