package layout

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// voidStatus are the words that say so when they are all that stands in a cell, after headingForm.
var voidStatus = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range lang.Words(`キャンセル キャンセル済 キャンセル済み キャンセル待ち 取消 取消し 取り消し 取消済 取消済み 中止 無効 ボツ 没 破棄 却下 欠番 失注 不成立 不採用 落選 未受注
		見込 見込み 商談中 交渉中 提案中 見積中 見積り中 検討中 辞退 辞退済 不参加 欠席 canceled cancelled cancel void lost declined rejected`) {
		whole, _, _ := headingForm(w)
		set[whole] = true
	}
	return set
}()

// listHeadings are headings of lists of words that stand beside a table for its drop-downs.
var listHeadings = []string{"選択肢", "リスト", "凡例", "マスタ"}

// status is the cell of the row, in a column with a heading that is not read, that says that the
// record does not stand: キャンセル, 失注. Only a whole cell counts, so that no remark does.
func (s *Scan) status(row *grid.Row) *grid.Cell {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		if c.Kind != cell.Text || len(c.Text) > 40 || s.slotOf[c.Col] >= 0 || !saysVoid(c.Text) {
			continue
		}
		if heading := s.HeadingOf(c.Col); heading != "" && !containsAny(lang.Compact(heading), listHeadings...) {
			return c
		}
	}
	return nil
}

// saysVoid reports such a word, with or without a note in brackets: 辞退（開始前）.
func saysVoid(s string) bool {
	whole, bare, _ := headingForm(s)
	return voidStatus[whole] || voidStatus[bare]
}
