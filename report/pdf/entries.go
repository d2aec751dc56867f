package pdf

import (
	"strings"

	"pilot90/report/content"
)

func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// band sets what has to be done before the paper may be used on an amber ground, its beginning bold.
func (d *document) band(parent *element, b content.Band) []*piece {
	const pad, bar = 9.0, 3.2
	at := d.at
	x := at.x + bar + pad + signWide
	measure := at.x + at.width - pad - x
	lead := d.t.clean(b.Lead)
	lines := d.t.lines(lead+b.Text, bodyStyle.bolder(), measure) // bold is the wider: nothing runs over
	if len(lines) == 0 {
		return nil
	}
	e := parent.add("P")
	height := float64(float64(len(lines))*bodyStyle.lead) + 2*pad
	return []*piece{{before: 8, height: height, keep: true, draw: func(c *canvas, top float64) {
		c.rect(at.x, top, at.width, height, straw)
		c.rect(at.x, top, bar, height, amber)
		looks[content.Watch].sign(c.under(nil), at.x+bar+pad-3, top+pad+bodyStyle.baseline(), 11, amber)
		c.under(e)
		left := len([]rune(lead))
		for i, l := range lines {
			y := top + pad + float64(float64(i)*bodyStyle.lead) + bodyStyle.baseline()
			text := []rune(l.Text + l.After)
			n := min(left, len(text))
			from := c.text(x, y, string(text[:n]), bodyStyle.bolder())
			c.text(from, y, string(text[n:]), bodyStyle)
			left -= n
		}
	}}}
}

// bolder is the style in bold.
func (s style) bolder() style {
	s.bold = true
	return s
}

// choices sets each question in a frame: what it is about, and below it the answers with boxes to tick.
func (d *document) choices(parent *element, b content.Choices) []*piece {
	var out []*piece
	for _, one := range b.Items {
		out = append(out, d.choice(parent.add("Div"), one))
	}
	return out
}

const choicePad = 6.5

// styled is a part of a line in one style; sign is drawn before it.
type styled struct {
	text string
	st   style
	sign bool
}

func (d *document) choice(parent *element, one content.Choice) *piece {
	at, e := d.at, parent.add("P")
	room := at.width - 2*choicePad
	first := []styled{{d.t.clean(one.Lead + d.pair("　", "  ")), bodyStyle.bolder(), false},
		{d.t.clean(one.Text), bodyStyle, false}}
	if one.Warning != "" {
		first = append(first, styled{d.t.clean(one.Warning), bodyStyle.bolder().in(amber), true},
			styled{d.t.clean(one.Rest), bodyStyle, false})
	}
	rows := d.flowed(first, room)
	options := d.optionRows(one.Options, room)
	height := float64(float64(len(rows)+len(options))*bodyStyle.lead) + 2*choicePad
	if len(options) > 0 {
		height += 2
	}
	answers := parent.add("P")
	return &piece{before: 4, height: height, draw: func(c *canvas, top float64) {
		c.deco(shapeOp{points: []point{{at.x, top}, {at.x + at.width, top}, {at.x + at.width, top + height},
			{at.x, top + height}}, line: 0.75, colour: rule})
		y := top + choicePad
		for _, row := range rows {
			x := at.x + choicePad
			for _, r := range row {
				if r.sign {
					looks[content.Watch].sign(c.under(nil), x+1, y+bodyStyle.baseline(), 10.5, amber)
					x += signWide
				}
				x = c.under(e).text(x, y+bodyStyle.baseline(), r.text, r.st)
			}
			y += bodyStyle.lead
		}
		y += 2
		for _, row := range options {
			x := at.x + choicePad
			for _, o := range row {
				d.tickBox(c, x, y, o.Proposed)
				x = c.under(answers).text(x+tickRoom, y+bodyStyle.baseline(), d.t.clean(o.Text), bodyStyle) + optionGap
			}
			y += bodyStyle.lead
		}
	}}
}

// flowed breaks runs over lines of a measure: a run that does not fit is broken, and begins a line where not even its
// first words fit.
func (d *document) flowed(runs []styled, room float64) [][]styled {
	rows, x := [][]styled{nil}, 0.0
	for _, r := range runs {
		for rest := r.text; rest != ""; {
			extra := 0.0
			if r.sign {
				extra = signWide
			}
			free := room - x - extra
			if w := d.t.width(rest, r.st); w <= free {
				rows[len(rows)-1] = append(rows[len(rows)-1], styled{rest, r.st, r.sign})
				x += w + extra
				break
			}
			broken := d.t.lines(rest, r.st, free)
			if free > float64(4*r.st.size) && len(broken) > 1 && broken[0].width <= free {
				head := broken[0].Text + broken[0].After
				rows[len(rows)-1] = append(rows[len(rows)-1], styled{head, r.st, r.sign})
				rest = strings.TrimLeft(strings.TrimPrefix(rest, head), " ")
				r.sign = false
			} else if x == 0 {
				rows[len(rows)-1] = append(rows[len(rows)-1], styled{rest, r.st, r.sign}) // one word, longer than the measure
				break
			}
			rows, x = append(rows, nil), 0
		}
	}
	return rows
}

const tickRoom, optionGap = 13.0, 18.0

// optionRows puts as many answers in a line as fit.
func (d *document) optionRows(options []content.Option, room float64) [][]content.Option {
	var rows [][]content.Option
	x := room
	for _, o := range options {
		w := d.t.width(d.t.clean(o.Text), bodyStyle) + tickRoom + optionGap
		if x+w-optionGap > room {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], o)
		x += w
	}
	return rows
}

// tickBox is a box to tick, one that is proposed with a smaller box in it.
func (d *document) tickBox(c *canvas, x, y float64, proposed bool) {
	const side = 8.0
	top := y + float64((bodyStyle.lead-side)/2)
	c.deco(shapeOp{points: []point{{x, top}, {x + side, top}, {x + side, top + side}, {x, top + side}}, line: 0.9,
		colour: ink})
	if proposed {
		c.rect(x+2, top+2, side-4, side-4, ink)
	}
}

// blankTall is the height of a box to write into: three lines by hand.
const blankTall = 33.0

// blanks sets boxes to write into, two side by side, with what stands in them already.
func (d *document) blanks(parent *element, b content.Blanks) []*piece {
	at := d.at
	const gap = 14.0
	half := float64((at.width - gap) / 2)
	label := 0.0
	for _, f := range b.Fields {
		label = max(label, d.t.widest(f.Label, bodyStyle)+10)
	}
	label = min(label, float64(half*0.45))
	var out []*piece
	for from := 0; from < len(b.Fields); from += 2 {
		row := b.Fields[from:min(from+2, len(b.Fields))]
		type blank struct {
			label, text []line
			e, filled   *element
		}
		set, height := make([]blank, len(row)), blankTall
		for i, f := range row {
			set[i] = blank{d.t.lines(f.Label, bodyStyle, label-6), d.t.lines(f.Value, bodyStyle, half-label-12), parent.add("P"),
				parent.add("P")}
			height = max(height, float64(float64(len(set[i].text))*bodyStyle.lead)+10)
		}
		out = append(out, &piece{before: 5, height: height, keep: from+2 < len(b.Fields), draw: func(c *canvas, top float64) {
			for i := range set {
				x := at.x + float64(float64(i)*(half+gap))
				tall := float64(float64(len(set[i].label)) * bodyStyle.lead)
				d.drawLines(c.under(set[i].e), x, top+float64((height-tall)/2), set[i].label, bodyStyle)
				c.deco(shapeOp{points: []point{{x + label, top}, {x + half, top}, {x + half, top + height},
					{x + label, top + height}}, line: 0.75, colour: rule})
				d.drawLines(c.under(set[i].filled), x+label+6, top+5, set[i].text, bodyStyle)
			}
		}})
	}
	return out
}
