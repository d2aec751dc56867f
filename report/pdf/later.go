package pdf

import (
	"strconv"
	"strings"

	"pilot90/report/content"
)

// What names a page can be written only when all pages are there. It is laid out with room for the number, and drawn
// last.

// after is something to draw once every section has its page.
type after func(pages map[string]int)

// finishPages draws what waited for the pages; sections are known by their ID.
func (d *document) finishPages() {
	for _, draw := range d.waiting {
		draw(d.flow.sections)
	}
	d.waiting = nil
}

// pageMark is the room at the right for "p.12".
const pageMark = 24.0

// errands sets each thing to be mended with its sign and the page that has more of it, rules between them.
func (d *document) errands(parent *element, b content.Errands) []*piece {
	at, whole := d.at, &element{kind: "L"}
	const indent = 17.0
	var out []*piece
	for _, item := range b.Items {
		lines := d.t.lines(item.Text, cellStyle, at.width-indent-pageMark)
		if len(lines) == 0 {
			continue
		}
		body := whole.add("LI").add("LBody")
		height := float64(float64(len(lines))*cellStyle.lead) + 8
		out = append(out, &piece{height: height, draw: func(c *canvas, top float64) {
			y := top + 4
			if l, toned := looks[item.Tone]; toned {
				l.sign(c.under(nil), at.x, y+cellStyle.baseline()+1, signSize(cellStyle), l.colour)
			}
			d.drawLines(c.under(body), at.x+indent, y, lines, cellStyle)
			c.rule(at.x, at.x+at.width, top+height, 0.5, rule)
			d.waiting = append(d.waiting, func(pages map[string]int) {
				if n, ok := pages[item.Section]; ok && item.Section != "" {
					c.under(body).textRight(at.x+at.width, y+cellStyle.baseline(), "p."+strconv.Itoa(n+1), noteStyle)
				}
			})
		}})
	}
	if len(out) > 0 {
		parent.kids = append(parent.kids, whole)
		out[0].before = 2
	}
	return out
}

// contentsColumns is how many sections stand side by side in the list of contents.
const contentsColumns = 3

// contents lists the sections from the second on with their pages.
func (d *document) contents(parent *element, b content.Contents) []*piece {
	if len(d.report.Sections) < 2 {
		return nil
	}
	list := d.report.Sections[1:]
	out := d.heading(parent, d.level, b.Title)
	at, whole := d.at, parent.add("L")
	width := at.width / contentsColumns
	for from := 0; from < len(list); from += contentsColumns {
		row := list[from:min(from+contentsColumns, len(list))]
		items := make([]*element, len(row))
		for i := range row {
			items[i] = whole.add("LI").add("LBody")
		}
		titles, most := make([][]line, len(row)), 1
		for i, s := range row {
			titles[i] = d.t.lines(topic(s.Title), cellStyle, width-26)
			most = max(most, len(titles[i]))
		}
		height := float64(float64(most)*cellStyle.lead) + 6
		out = append(out, &piece{height: height, draw: func(c *canvas, top float64) {
			y := top + 3.5 + cellStyle.baseline()
			for i, s := range row {
				x := at.x + float64(width*float64(i))
				d.drawLines(c.under(items[i]), x+15, top+3.5, titles[i], cellStyle)
				d.waiting = append(d.waiting, func(pages map[string]int) {
					if n, ok := pages[s.ID]; ok {
						c.under(items[i]).text(x, y, strconv.Itoa(n+1), labelStyle)
					}
				})
			}
			c.rule(at.x, at.x+at.width, top+height, 0.5, rule)
		}})
	}
	return out
}

// topic is what a title is about, without what was found: つまずきを防ぐ点検 of つまずきを防ぐ点検：気をつけることは見つからない.
func topic(title string) string {
	for _, colon := range []string{"：", ": "} {
		if head, found, cut := strings.Cut(title, colon); cut && head != "付録" && head != "Appendix" && found != "" {
			return head
		}
	}
	return title
}

// facts sets short facts as a name in bold and a sentence beside it, rules between them.
func (d *document) facts(parent *element, b content.Lines) []*piece {
	at, whole := d.at, &element{kind: "L"}
	const name = 0.27
	var out []*piece
	for _, l := range b.Lines {
		label := d.t.lines(l.Label, labelStyle, float64(at.width*name)-10)
		text := d.t.lines(l.Value, bodyStyle, at.width-float64(at.width*name))
		li := whole.add("LI")
		head, body := li.add("Lbl"), li.add("LBody")
		height := float64(float64(max(len(label), len(text)))*bodyStyle.lead) + 8
		out = append(out, &piece{height: height, draw: func(c *canvas, top float64) {
			d.drawLines(c.under(head), at.x, top+4, label, labelStyle)
			d.drawLines(c.under(body), at.x+float64(at.width*name), top+4, text, bodyStyle)
			c.rule(at.x, at.x+at.width, top+height, 0.5, rule)
		}})
	}
	if len(out) > 0 {
		parent.kids = append(parent.kids, whole)
		out[0].before = 4
	}
	return out
}
