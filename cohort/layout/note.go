package layout

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// noteText is how remarks begin.
var noteText = pattern.New(`^[(\[]?(※|\*|注|備考|以上|●|■|・|◎|→|出典|資料|問い?合わ?せ|作成|印刷|更新|集計|記入|入力)`)

// Marks that make a remark of a text whatever its column: ※ with words, 注), (備考), 作成:…, 以上.
var (
	noteLabel = pattern.New(`^[(\[【]?(※|注|注意|注記|備考|補足|参考|出典|資料|問い?合わ?せ先?)[0-9]*[)\]】:.、]*$`)
	noteStart = pattern.New(
		`^(※.*[^!-~]|[(\[【](注|注意|注記|備考|補足|参考)[0-9]*[)\]】]|` +
			`(注|注意|注記|備考|補足|参考)[0-9]*[)\]】:.、]|` +
			`(作成|出典|資料|問い?合わ?せ先?|印刷|更新|集計|記入|入力|担当)(者|日|元|課)?:|[(\[]?以上[)\]。]?$)`)
	noteMarks = "※*●■◎→・"
)

// isNote reports a remark below a table whose only required column it stands in: the row's one
// cell, or a label such as 注) with its text beside it.
func (s *Scan) isNote(row *grid.Row) bool {
	var first *grid.Cell
	cells, texts := 0, 0
	s.inTable(row, func(c *grid.Cell) bool {
		if first == nil {
			first = c
		}
		cells++
		if c.Kind == cell.Text {
			texts++
		}
		return true
	})
	if first == nil || texts != cells || cells > 2 {
		return false
	}
	form := lang.Compact(first.Text)
	if cells == 2 {
		return noteLabel.MatchString(form)
	}
	if slot := s.slotOf[first.Col]; slot >= 0 && s.Schema.Columns[slot].Kind == schema.DateKind {
		return (noteText.MatchString(form) || noteStart.MatchString(form) || sentence(form)) && noDate(form)
	}
	return noteStart.MatchString(form) || sentence(form)
}

// sentence reports a text that ends as sentences do.
func sentence(s string) bool { return strings.HasSuffix(s, "。") }

// noDate reports that the text is not even a date with a mark before it or without its year.
func noDate(s string) bool {
	_, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: strings.TrimLeft(s, noteMarks)})
	return fault != nil && (fault.Code == cell.CodeDate || fault.Code == cell.CodeBlank)
}
