package pdf

import (
	"slices"
	"strings"

	"pilot90/report/content"
)

const (
	cardGap    = 13.5
	cardRowGap = 7.0  // between rows of cards
	cardTop    = 5.5  // from the rule of a card to its title
	levelAbove = 11.0 // room for the word above the tick
	levelTall  = 5.6  // of the bar
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
		if from > 0 {
			out[len(out)-1].before = cardRowGap
		}
	}
	return out
}

// setCard is one card broken into lines.
type setCard struct {
	content.Card
	group   *element
	title   []line
	number  style
	values  []line // of a value that is not set large with its unit beside it
	beside  []line // beside the large value
	detail  []line
	verdict []line
	note    []line
}

func (d *document) cardRow(parent *element, row []content.Card, columns int) *piece {
	at := d.at
	width := (at.width - float64(cardGap*float64(columns-1))) / float64(columns)
	set := make([]setCard, len(row))
	titles, details, values, below := 0, 0, 0.0, 0.0
	for i, card := range row {
		set[i] = d.setCard(parent, card, width)
	}
	under := d.besideAll(set, width)
	for i := range set {
		titles = max(titles, len(set[i].title))
		values = max(values, set[i].valueHeight())
		details = max(details, len(set[i].detail))
		below = max(below, set[i].belowDetail())
	}
	under += float64(float64(details) * cardDetail.lead)
	below += under
	valueTop := cardTop + float64(float64(titles)*cardTitle.lead) + 1
	height := valueTop + values + below
	return &piece{before: sectionGap, height: height, draw: func(c *canvas, top float64) {
		for i := range set {
			d.drawCard(c, &set[i], at.x+float64(float64(i)*(width+cardGap)), top, width, valueTop,
				valueTop+values+under)
		}
	}}
}

func (d *document) setCard(parent *element, card content.Card, width float64) setCard {
	s := setCard{
		Card:    card,
		group:   parent.add("Div"),
		title:   d.t.balanced(card.Title, cardTitle, width),
		detail:  d.t.lines(card.Detail, cardDetail, width),
		verdict: d.t.lines(card.Verdict, captionStyle, width-signSize(captionStyle)-5),
		note:    d.t.lines(card.Note, cardNote, width),
	}
	if card.Target != "" && card.Verdict == "" {
		s.detail = append(s.detail, d.t.lines(card.Target, cardDetail, width)...)
	}
	d.setValue(&s, width)
	return s
}

// setValue chooses how large a value is set: as a headline, as a title, or in lines of text.
func (d *document) setValue(s *setCard, width float64) {
	s.number = cardValue.in(toneColour(s.Tone))
	if !s.Known {
		s.number = titleStyle.in(sub)
	}
	whole := d.valueWidth(s)
	if whole > width {
		s.number = titleStyle.in(s.number.colour)
		if d.valueWidth(s) > width {
			s.values = d.t.lines(s.Value, headingStyle.in(s.number.colour), width)
		}
		return
	}
}

// besideAll puts what the values of a row with bars rest on beside them where all have room for it. Else it stays
// below, with some room to the word above a tick: that is what it returns.
func (d *document) besideAll(row []setCard, width float64) float64 {
	if !slices.ContainsFunc(row, func(s setCard) bool { return s.Level != nil }) {
		return 0
	}
	for i := range row {
		s := &row[i]
		if len(s.detail) > 1 || len(s.detail) == 1 && (len(s.values) > 0 ||
			d.valueWidth(s)+detailGap+s.detail[0].width > width) {
			return besideTick
		}
	}
	for i := range row {
		row[i].beside, row[i].detail = row[i].detail, nil
	}
	return 0
}

// besideTick is the room between what a value rests on and the word above the tick of its bar.
const besideTick = 4

// valueWidth is the width of a value with its unit on one line.
func (d *document) valueWidth(s *setCard) float64 {
	number, unit := splitUnit(d.t.clean(s.Value))
	return d.t.width(number, s.number) + unitGap + d.t.width(unit, cardUnit)
}

// unitGap is the room between a large number and its unit, detailGap that to what it rests on.
const unitGap, detailGap = 2.5, 8

// toneColour is the colour of a value that stands well or not; the sign says the same.
func toneColour(t content.Tone) rgb {
	if l, toned := looks[t]; toned {
		return l.colour
	}
	return blue
}

func (s *setCard) valueHeight() float64 {
	if len(s.values) > 0 {
		return float64(float64(len(s.values)) * headingStyle.lead)
	}
	return cardValue.lead
}

// belowDetail returns the height of what stands under the large figure and what it rests on.
func (s *setCard) belowDetail() float64 {
	h := 0.0
	if s.Level != nil {
		h += levelAbove + levelTall + 6
	}
	switch _, toned := looks[s.Tone]; {
	case len(s.verdict) > 0:
		h += float64(float64(len(s.verdict)) * captionStyle.lead)
	case toned:
		h += captionStyle.lead
	}
	if len(s.note) > 0 {
		h += float64(float64(len(s.note))*cardNote.lead) + 2
	}
	return h
}

// drawCard draws a card whose value begins so far below its top, and whose bar and verdict begin at below.
func (d *document) drawCard(c *canvas, s *setCard, x, top, width, valueTop, below float64) {
	c.rect(x, top, width, 1.5, blue)
	d.drawLines(c.under(s.group.add("P")), x, top+cardTop, s.title, cardTitle)
	y := top + valueTop
	d.drawValue(c.under(s.group.add("P")), x, y, width, s)
	d.drawLines(c.under(s.group.add("P")), x, y+s.valueHeight(), s.detail, cardDetail)
	y = top + below
	if s.Level != nil {
		d.drawLevel(c, s, x, y, width)
		y += levelAbove + levelTall + 6
	}
	y = d.drawVerdict(c.under(s.group.add("P")), x, y, s)
	if len(s.note) > 0 {
		d.drawLines(c.under(s.group.add("P")), x, y+2, s.note, cardNote)
	}
}

// drawVerdict sets the sign of a card with its words, or the word of its tone.
func (d *document) drawVerdict(c *canvas, x, top float64, s *setCard) float64 {
	l, toned := looks[s.Tone]
	switch {
	case len(s.verdict) == 0 && toned:
		d.badge(c, x, top+captionStyle.baseline(), l, captionStyle)
		return top + captionStyle.lead
	case len(s.verdict) == 0:
		return top
	case !toned:
		return d.drawLines(c, x, top, s.verdict, captionStyle)
	}
	owner := c.of
	l.sign(c.under(nil), x, top+captionStyle.baseline(), signSize(captionStyle), l.colour)
	return d.drawLines(c.under(owner), x+signSize(captionStyle)+5, top, s.verdict, captionStyle.in(l.colour))
}

// drawLevel draws value and target of a card as a bar with a tick. Texts say the same, so it is
// decoration.
func (d *document) drawLevel(c *canvas, s *setCard, x, top, width float64) {
	most := s.Level.Most
	if !(most > 0) {
		return
	}
	place := func(v float64) float64 { return float64(width * min(max(v/most, 0), 1)) }
	y := top + levelAbove
	c.under(nil).rect(x, y, width, levelTall, track)
	if s.Known {
		d.drawBar(c, x, y, place(s.Level.Value), s.Tone)
	}
	if s.Level.Target == nil {
		return
	}
	at := x + place(*s.Level.Target)
	c.deco(ruleOp{at, y - 3, at, y + levelTall + 3, 1.8, ink})
	word := d.pair("目標", "target")
	half := float64(d.t.width(word, noteStyle) / 2)
	c.text(min(max(at-half, x), x+width-float64(2*half)), y-4.6, word, noteStyle.in(ink))
}

// drawBar fills a bar: solid, or hatched in an outline where the value falls short.
func (d *document) drawBar(c *canvas, x, y, width float64, tone content.Tone) {
	if tone != content.Watch && tone != content.Bad {
		c.rect(x, y, width, levelTall, blue)
		return
	}
	colour := toneColour(tone)
	c.rect(x, y, width, levelTall, straw)
	for from := -levelTall; from < width; from += hatchPitch {
		low, high := max(from, 0), min(from+levelTall, width)
		if high > low {
			c.deco(ruleOp{x + low, y + levelTall - (low - from), x + high, y + levelTall - (high - from), 1.2, colour})
		}
	}
	c.deco(shapeOp{points: []point{{x + 0.4, y + 0.4}, {x + width - 0.4, y + 0.4},
		{x + width - 0.4, y + levelTall - 0.4}, {x + 0.4, y + levelTall - 0.4}}, line: 0.8, colour: colour})
}

// hatchPitch is the distance of the lines of a hatch along the bar: 4.5 points across them.
const hatchPitch = 6.4

// drawLines sets lines one below the other and returns where they end.
func (d *document) drawLines(c *canvas, x, top float64, lines []line, st style) float64 {
	for _, l := range lines {
		c.text(x, top+st.baseline(), l.Text+l.After, st)
		top += st.lead
	}
	return top
}

// drawValue sets the number large, its unit smaller, and beside them what they rest on.
func (d *document) drawValue(c *canvas, x, top, width float64, s *setCard) {
	if len(s.values) > 0 {
		d.drawLines(c, x, top, s.values, headingStyle.in(s.number.colour))
		return
	}
	number, unit := splitUnit(d.t.clean(s.Value))
	baseline := top + cardValue.baseline()
	x = c.text(x, baseline, number, s.number)
	x = c.text(x+unitGap, baseline, unit, cardUnit.in(s.number.colour))
	if len(s.beside) > 0 {
		c.text(x+detailGap, baseline, s.beside[0].Text, cardDetail)
	}
}

// splitUnit parts "58.3%" after the number; a value that is no number has no unit.
func splitUnit(value string) (number, unit string) {
	digits := func(r rune) bool { return '0' <= r && r <= '9' }
	i := strings.LastIndexFunc(value, digits)
	if i < 0 || slices.ContainsFunc([]rune(value[:1]), func(r rune) bool { return '０' <= r && r <= '９' }) {
		return value, ""
	}
	return value[:i+1], value[i+1:]
}
