package pdf

import (
	"strings"

	"pilot90/report/content"
)

const (
	cardGap = 12.0
	cardPad = 9.0
)

// cards sets headline figures side by side, at most three in a row, all parts of a row on
// common baselines.
func (d *document) cards(parent *element, b content.Cards) []*piece {
	columns := min(3, len(b.Cards))
	if len(b.Cards) == 4 {
		columns = 2
	}
	var out []*piece
	for from := 0; from < len(b.Cards); from += columns {
		row := b.Cards[from:min(from+columns, len(b.Cards))]
		out = append(out, d.cardRow(parent, row, columns))
	}
	return out
}

// cardStyles are the parts of a card.
type cardStyles struct{ title, value, detail, note style }

// plainCards are those of a printed page, bigCards those that have a slide to themselves.
var (
	plainCards = cardStyles{cardTitle, cardValue, cardDetail, cardNote}
	bigCards   = cardStyles{cardTitle.scaled(11.5), cardValue.scaled(38), cardDetail.scaled(12), cardNote.scaled(9.6)}
)

// setCard is one card broken into lines.
type setCard struct {
	content.Card
	group  *element
	title  []line
	detail []line
	target []line
	note   []line
}

func (d *document) cardRow(parent *element, row []content.Card, columns int) *piece {
	at := d.at
	width := (at.width - float64(cardGap*float64(columns-1))) / float64(columns)
	set := make([]setCard, len(row))
	look := d.cardLook
	titles, below := 0, 0.0
	for i, card := range row {
		set[i] = d.setCard(parent, card, width-2*cardPad)
		titles = max(titles, len(set[i].title))
		below = max(below, set[i].belowValue(look))
	}
	valueTop := cardPad + float64(float64(titles)*look.title.lead) + 3
	height := valueTop + look.value.lead + below + cardPad
	return &piece{before: 10, height: height, draw: func(c *canvas, top float64) {
		for i := range set {
			d.drawCard(c, &set[i], look, at.x+float64(float64(i)*(width+cardGap)), top, width, height, valueTop)
		}
	}}
}

func (d *document) setCard(parent *element, card content.Card, width float64) setCard {
	return setCard{
		Card:   card,
		group:  parent.add("Div"),
		title:  d.t.balanced(card.Title, d.cardLook.title, width),
		detail: d.t.lines(card.Detail, d.cardLook.detail, width),
		target: d.t.lines(card.Target, d.cardLook.detail, width),
		note:   d.t.lines(card.Note, d.cardLook.note, width),
	}
}

// belowValue returns the height of what stands under the large figure.
func (s *setCard) belowValue(look cardStyles) float64 {
	h := float64(float64(len(s.detail)+len(s.target)) * look.detail.lead)
	if _, toned := looks[s.Tone]; toned {
		h += look.detail.lead + 2
	}
	if len(s.note) > 0 {
		h += float64(float64(len(s.note))*look.note.lead) + 3
	}
	return h
}

func (d *document) drawCard(c *canvas, s *setCard, look cardStyles, x, top, width, height, valueTop float64) {
	c.rect(x, top, width, height, zebra)
	c.rect(x, top, width, 2.2, navy)
	x += cardPad
	d.drawLines(c.under(s.group.add("P")), x, top+cardPad, s.title, look.title)
	y := top + valueTop
	d.drawValue(c.under(s.group.add("P")), x, y, s, look.value, width-2*cardPad)
	y += look.value.lead
	y = d.drawLines(c.under(s.group.add("P")), x, y, s.detail, look.detail)
	y = d.drawLines(c.under(s.group.add("P")), x, y, s.target, look.detail)
	if l, toned := looks[s.Tone]; toned {
		st := look.detail
		st.bold = true
		d.badge(c.under(s.group.add("P")), x, y+1+st.baseline(), l, st)
		y += st.lead + 2
	}
	if len(s.note) > 0 {
		d.drawLines(c.under(s.group.add("P")), x, y+3, s.note, look.note)
	}
}

// drawLines sets lines one below the other and returns where they end.
func (d *document) drawLines(c *canvas, x, top float64, lines []line, st style) float64 {
	for _, l := range lines {
		c.text(x, top+st.baseline(), l.Text+l.After, st)
		top += st.lead
	}
	return top
}

// drawValue sets the number large and its unit smaller, both as large as the width allows.
func (d *document) drawValue(c *canvas, x, top float64, s *setCard, st style, width float64) {
	number, unit := splitUnit(d.t.clean(s.Value))
	baseline := top + st.baseline()
	if !s.Known {
		st.colour = dim
	}
	small := st.scaled(0.5 * st.size)
	whole := d.t.width(number, st) + d.t.width(unit, small)
	if whole > width {
		st = st.scaled(st.size * width / whole)
		small = small.scaled(0.5 * st.size)
	}
	x = c.text(x, baseline, number, st)
	c.text(x, baseline, unit, small)
}

// splitUnit parts "58.3 %" after the number; a value that is no number has no unit.
func splitUnit(value string) (number, unit string) {
	i := strings.LastIndexAny(value, "0123456789")
	if i < 0 || strings.ContainsAny(value[:1], "０１２３４５６７８９") {
		return value, ""
	}
	return value[:i+1], value[i+1:]
}
