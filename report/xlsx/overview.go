package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// The marks of official tables. A zero is written as 0.
const (
	noneMark       = "-" // there is no such thing
	unknownMark    = "…" // not known: the reason stands beside
	suppressedMark = "x" // withheld
)

// overview writes 概要, the page that is looked at: what the report is about and its headline
// figures, each tied to 指標.
func (e *edition) overview() error {
	name, err := e.sheet(overviewSheet)
	if err != nil {
		return err
	}
	p := &page{book: e.book, sheet: name}
	p.keep(p.printed(name, 1))
	p.widths(30, 20, 18, 22, notesWidth)
	p.row++
	p.keep(p.file.SetRowHeight(name, 1, 26))
	p.put(1, strings.ReplaceAll(e.report.Title, "\n", e.words("", " ")), look{bold: true, size: 16})
	if e.report.Marking != "" {
		p.put(5, e.report.Marking, look{bold: true, right: true})
	}
	e.logo(p)
	p.row++
	p.put(1, e.report.Subtitle, look{size: 12})
	p.row++
	for _, m := range e.report.Meta {
		p.row++
		p.put(1, m.Label, look{bold: true})
		p.put(2, m.Value, look{})
	}
	p.row++
	e.cards(p)
	p.row += 2
	p.put(1, e.words("記号：0 は単位に満たないか零、- は該当なし、… は不明（理由を併記）、x は載せない数",
		"0 zero or less than the unit, - none, … unknown (with the reason), x not given"), look{size: 9})
	p.row++
	p.put(1, e.words("値は「指標」シートの数式です。丸めは表示だけで、計算には丸める前の値を使っています。",
		"Values are formulas over the figures' sheet; rounding is display only."), look{size: 9})
	return p.err
}

const notesWidth = 52

// The bounds of the emblem on 概要, in pixels; it stands at the right, beside the pairs.
const (
	logoHeight = 52
	logoWidth  = 300
)

// logo puts the municipality's emblem on the sheet.
func (e *edition) logo(p *page) {
	l := e.report.Logo
	if l == nil {
		return
	}
	scale := min(1, logoHeight/float64(l.Height), logoWidth/float64(l.Width))
	p.keep(p.file.AddPictureFromBytes(p.sheet, "E2", &excelize.Picture{Extension: ".png", File: l.PNG,
		Format: &excelize.GraphicOptions{AltText: l.Alt, ScaleX: scale, ScaleY: scale, OffsetX: 4, OffsetY: 4,
			Positioning: "oneCell"}}))
}

// cards writes the figures that the report shows large, each once.
func (e *edition) cards(p *page) {
	if !e.hasCards() {
		return
	}
	p.row++
	for i, head := range []string{
		e.words("主な指標", "Headline figures"),
		e.words("値", "Value"),
		e.words("もと", "Basis"),
		e.words("目標", "Target"),
		e.words("注", "Notes"),
	} {
		p.put(i+1, head, look{bold: true, framed: true, shaded: true, right: 0 < i && i < 4, inset: i == 4})
	}
	var seen []string
	for b := range e.report.Blocks() {
		for _, c := range e.shownLarge(b) {
			if c.Figure == "" || slices.Contains(seen, c.Figure) {
				continue
			}
			seen = append(seen, c.Figure)
			e.card(p, c)
		}
	}
}

// hasCards reports whether the report shows a figure large.
func (e *edition) hasCards() bool {
	for b := range e.report.Blocks() {
		if len(e.shownLarge(b)) > 0 {
			return true
		}
	}
	return false
}

// shownLarge are the figures of a block that a reader sees first: cards, and figures against their targets.
func (e *edition) shownLarge(b content.Block) []content.Card {
	switch b := b.(type) {
	case content.Cards:
		return b.Cards
	case *content.Chart:
		var cards []content.Card
		for _, g := range b.Goals {
			cards = append(cards, content.Card{Figure: g.Figure, Title: g.Name, Value: g.Value, Detail: g.Basis,
				Target: g.Aim, Note: g.Verdict, Known: g.Known})
		}
		return cards
	}
	return nil
}

func (e *edition) card(p *page, c content.Card) {
	p.row++
	p.put(1, c.Title, look{framed: true, wrap: true, bold: true})
	at := slices.IndexFunc(e.result.Figures, func(f kpi.Figure) bool { return f.ID == c.Figure })
	detail, note := c.Detail, c.Note
	switch {
	case c.Value == suppressedMark:
		p.put(2, suppressedMark, look{framed: true, right: true, size: 14})
	case !c.Known || at < 0:
		p.put(2, unknownMark, look{framed: true, right: true, size: 14})
		detail, note = noneMark, c.Detail
	default:
		f := &e.result.Figures[at]
		from := fmt.Sprintf("%s!%s%d", quoteSheet(e.name(figuresSheet)), valueColumn, at+2)
		v := *f.Value
		if f.Unit == kpi.Date {
			v += serialOf1970
		}
		p.formula(2, from, v, look{framed: true, bold: true, size: 14, format: e.format(f.Unit, f.Counts)})
	}
	target := strings.TrimSpace(strings.TrimPrefix(c.Target, e.words("目標", "target"))) // the heading says it
	if target == "" {
		target = noneMark
	}
	p.keep(p.file.SetRowHeight(p.sheet, p.row, max(24, rowHeight(linesIn(note, notesWidth)))))
	p.put(3, detail, look{framed: true, right: true})
	p.put(4, target, look{framed: true, right: true})
	p.put(5, note, look{framed: true, wrap: true, inset: true})
}

// format is the number format in which a unit is shown, with the word that people write behind the number.
func (b *book) format(u kpi.Unit, of kpi.Things) string {
	digits := "#,##0"
	switch u {
	case kpi.Ratio:
		return `0.0%;"−"0.0%`
	case kpi.Date:
		return b.words(`yyyy"年"m"月"d"日"`, "yyyy-mm-dd")
	case kpi.Months, kpi.Hours, kpi.Multiple:
		digits = "#,##0.0"
	case kpi.Score:
		digits = "0.00"
	}
	suffix := b.unitWord(u, of)
	if suffix != "" {
		suffix = `"` + b.words("", " ") + suffix + `"`
	}
	return digits + suffix + `;"−"` + digits + suffix
}

// unitWord is a unit as people write it: %, 件, 人, 円/時.
func (b *book) unitWord(u kpi.Unit, of kpi.Things) string {
	if u == kpi.Count {
		return map[kpi.Things]lang.Text{kpi.Records: {JA: "件"}, kpi.Persons: {JA: "人"}}[of].In(b.o.Lang)
	}
	return map[kpi.Unit]lang.Text{
		kpi.Ratio: {JA: "%", EN: "%"}, kpi.Months: {JA: "か月", EN: "months"}, kpi.Days: {JA: "日", EN: "days"},
		kpi.Hours: {JA: "時間", EN: "hours"}, kpi.Yen: {JA: "円", EN: "yen"}, kpi.YenPerHour: {JA: "円/時", EN: "yen/h"},
		kpi.Score: {JA: "点", EN: "points"}, kpi.Multiple: {JA: "倍", EN: "times"}, kpi.Date: {JA: "日付", EN: "date"},
	}[u].In(b.o.Lang)
}
