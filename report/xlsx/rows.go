package xlsx

import (
	"fmt"
	"io"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var rowColumns = []column{
	{lang.Text{JA: "指標", EN: "figure"}, 30},
	{lang.Text{JA: "番号", EN: "number"}, 8},
	{lang.Text{JA: "記録", EN: "record"}, 18},
	{lang.Text{JA: "役割", EN: "role"}, 14},
	{lang.Text{JA: "分子に加える数", EN: "adds_to_numerator"}, 15},
	{lang.Text{JA: "分母に加える数", EN: "adds_to_denominator"}, 15},
	{lang.Text{JA: "ファイル", EN: "file"}, 26},
	{lang.Text{JA: "シート", EN: "sheet"}, 16},
	{lang.Text{JA: "セル", EN: "cell"}, 8},
	{lang.Text{JA: "見出し", EN: "heading"}, 18},
	{lang.Text{JA: "入力された文字", EN: "text_as_typed"}, 24},
	{lang.Text{JA: "内容", EN: "note"}, 36},
}

// rowKeys are the ids behind rowColumns.
var rowKeys = keyed{figureID}

// The columns of 根拠 that formulas and links name.
const (
	aboveColumn = "E"
	belowColumn = "F"
	cellColumn  = "I"
	rowIDColumn = "M"
)

// rows writes 根拠: one line for each cell behind a figure. What a ledger row adds stands on
// its first line only, so that a sum counts it once.
func (e *edition) rows() error {
	if !e.o.Rows {
		return nil
	}
	d, err := e.startData(rowsSheet, rowColumns, rowKeys)
	if err != nil {
		return err
	}
	link, err := d.style(look{format: "@", linked: true})
	if err != nil {
		return err
	}
	d.row = e.lines.last
	if err := d.endUnprinted(); err != nil {
		return err
	}
	d.row = 1
	e.long = append(e.long, longSheet{sheet: d.sheet, fill: func(out io.Writer, words *sharedTexts) error {
		return e.fillRows(&longRows{data: d, link: link, words: words, out: out})
	}})
	return nil
}

// fillRows writes the lines of every figure.
func (e *edition) fillRows(l *longRows) error {
	for i := range e.result.Figures {
		f := &e.result.Figures[i]
		if e.lines.spans[f.ID].n == 0 {
			continue
		}
		for n, u := range f.Evidence() {
			if err := e.rowLines(l, f, n, u); err != nil {
				return err
			}
		}
	}
	if l.row != e.lines.last {
		return fmt.Errorf("根拠 has %d rows, %d were counted", l.row, e.lines.last)
	}
	return nil
}

func (e *edition) rowLines(l *longRows, f *kpi.Figure, n int, u kpi.RowUse) error {
	s := e.lines.shares[f.ID][n]
	title, record, role, note := text(f.Title.In(e.o.Lang)), text(u.Record), text(e.role(u)), text(u.Note.In(e.o.Lang))
	for i := range max(1, len(u.Columns)) {
		var at, head, typed any
		if i < len(u.Columns) {
			place := u.Row.Origin(u.Columns[i], u.Texts[i])
			at, head, typed = text(place.Range), text(u.Row.Source.Headings[u.Columns[i]]), text(u.Texts[i])
			if e.ledgerLink(l.sheet, cellColumn, l.row+1, place) {
				at = linkText(place.Range)
			}
		}
		if i > 0 {
			s = share{}
		}
		err := l.add(title, n+1, record, role, s.above, s.below, text(u.Row.Source.File), text(u.Row.Source.Sheet), at, head,
			typed, note, text(f.ID))
		if err != nil {
			return err
		}
	}
	return nil
}

// role says in words how a row counts.
func (e *edition) role(u kpi.RowUse) string {
	above, below := role(u)
	switch {
	case u.Excluded:
		return e.words("除外", "left out")
	case above:
		return e.words("分子・分母", "both")
	case below:
		return e.words("分母", "denominator")
	}
	return e.words("根拠", "evidence")
}
