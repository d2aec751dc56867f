package cohort

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet"
)

// codeVoidStatus is the code of a record that a column beside it says does not stand.
const codeVoidStatus = "C330"

// voidStatus are the words that say so when they are all that stands in a cell, after headingForm.
var voidStatus = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range words(`キャンセル キャンセル済 キャンセル済み キャンセル待ち 取消 取消し 取り消し 取消済 取消済み 中止 無効 ボツ 没 破棄 却下 欠番 失注 不成立 不採用 落選 未受注
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
func (s *rowScan) status(row *sheet.Row) *sheet.Cell {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		if c.Kind != cell.Text || len(c.Text) > 40 || s.slotOf[c.Col] >= 0 || !saysVoid(c.Text) {
			continue
		}
		if heading := s.headingOf(c.Col); heading != "" && !containsAny(lang.Compact(heading), listHeadings...) {
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

// voided reports a record that counts though its status says otherwise.
func (r *cellReader) voided(d *dataRow) {
	if d.status == nil {
		return
	}
	heading := r.table.headingOf(d.status.Col)
	r.faults = append(r.faults, finding.Finding{
		Code: codeVoidStatus, Severity: finding.Warning, Place: r.row.Cell(d.status.Col), Column: heading,
		Value: d.status.Text,
		Message: say("「%[1]s」の列に「%[2]s」とありますが、記録として数えています。", "The column “%[1]s” says “%[2]s”, but the record counts.",
			lang.Quote(heading), lang.Quote(d.status.Text)),
		Fix: text("数えない記録であれば、行を削除するか、台帳の表ではない別のシートに移してください。数えてよければ、このままでかまいません。",
			"Delete the row, or move it to a sheet that is no table of the ledger, if it should not count. Otherwise nothing "+
				"need be done."),
	})
}
