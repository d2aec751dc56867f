package pdf

import (
	"strconv"
	"strings"

	"pilot90/report/content"
	"pilot90/report/linebreak"
)

// points sets numbered sentences with a hanging indent; a lead stands in bold before its sentence.
func (d *document) points(parent *element, b content.Points) []*piece {
	at, whole := d.at, &element{kind: "L"}
	st, number, indent, gap := pointStyle, pointStyle, 14.5, 2.5
	if b.Large {
		st, number, indent, gap = leadStyle, leadStyle.in(blue), 15.0, 3.5
		number.bold = true
	}
	if len(b.Items) > 9 {
		indent += 6
	}
	var out []*piece
	for i, p := range b.Items {
		runs := d.t.runs(p.Lead, p.Text, st, at.width-indent)
		if len(runs) == 0 {
			continue
		}
		li := whole.add("LI")
		label, body := li.add("Lbl"), li.add("LBody")
		text := strconv.Itoa(i + 1)
		if !b.Large {
			text += "."
		}
		for k, l := range runs {
			piece := &piece{height: st.lead, keep: k < len(runs)-1, draw: func(c *canvas, top float64) {
				y := top + st.baseline()
				if k == 0 && b.Large {
					c.under(label).text(at.x, y, text, number)
				} else if k == 0 {
					c.under(label).textRight(at.x+indent-4.5, y, text, number)
				}
				l.draw(c.under(body), at.x+indent, y, st)
			}}
			if k == 0 && len(out) > 0 {
				piece.before = gap
			}
			out = append(out, piece)
		}
	}
	if len(out) > 0 {
		parent.kids = append(parent.kids, whole)
		out[0].before = 6
	}
	return out
}

// run is one line of text of which the first part is bold.
type run struct{ bold, plain string }

func (r run) draw(c *canvas, x, y float64, st style) {
	strong := st
	strong.bold = true
	x = c.text(x, y, r.bold, strong)
	c.text(x, y, r.plain, st)
}

// runs breaks a bold lead and the text behind it into lines. Each character counts as wide as the wider of
// its two faces, so that no line is too long wherever the lead ends.
func (t *typesetter) runs(lead, text string, st style, width float64) []run {
	bold := []rune(t.clean(lead))
	whole := string(bold) + t.clean(text)
	if strings.TrimSpace(whole) == "" {
		return nil
	}
	var out []run
	all, seen := []rune(whole), 0
	for _, l := range linebreak.Break(whole, thousandths(width, st), func(r rune) int {
		return max(t.advance(r, true), t.advance(r, false))
	}) {
		line := []rune(l.Text + l.After)
		n := min(max(len(bold)-seen, 0), len(line))
		seen += len(line)
		if seen < len(all) && all[seen] == '\n' {
			seen++
		}
		out = append(out, run{string(line[:n]), string(line[n:])})
	}
	return out
}
