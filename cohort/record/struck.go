package record

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// Codes of findings about strikethrough lines. Who strikes a record out means that it is void,
// and who corrects a value by hand strikes the old one out; a spreadsheet counts both.
const (
	codePartlyStruck = "C193" // error: a part of a value is struck out
	codeStruck       = "C327" // warning: a record or a value that is struck out was read
)

// struck reports what is struck out in the row and was read all the same: the whole record, or
// single values.
func (r *cellReader) struck() {
	var cells []int // slots
	filled, first, last := 0, 0, 0
	for i := range r.values {
		col := r.cols[i]
		if col == 0 || r.values[i].IsBlank() {
			continue
		}
		filled++
		if r.values[i].Strike == cell.WhollyStruck {
			cells = append(cells, i)
		}
		if first == 0 || col < first {
			first = col
		}
		last = max(last, col)
	}
	if len(cells) == 0 {
		return
	}
	if len(cells) == filled {
		place := r.row.Cell(first)
		place.Range = r.table.Grid.RangeRef(grid.Range{FromRow: r.row.line, FromCol: first, ToRow: r.row.line, ToCol: last})
		r.faults = append(r.faults, finding.Finding{
			Code: codeStruck, Severity: finding.Warning, Place: place,
			Message: lang.Say("取り消し線の引かれた行ですが、記録として数えています。", "The row is struck out, and counts as a record."),
			Fix: lang.Say("取り消した記録であれば、行を削除してください。数えてよい記録であれば、取り消し線を消してください。",
				"Delete the row if the record is void; otherwise take the line away."),
		})
		return
	}
	for _, i := range cells {
		if r.table.Schema.Columns[i].Kind == schema.TextKind {
			continue
		}
		v := r.values[i]
		r.faults = append(r.faults, finding.Finding{
			Code: codeStruck, Severity: finding.Warning, Place: r.place(r.cols[i]), Column: r.source.Headings[r.cols[i]],
			Value: v.Text,
			Message: lang.Sayf("「%s」には取り消し線が引かれていますが、そのまま読みました。", "“%s” is struck out, and was read all the same.",
				lang.Quote(v.Text)),
			Fix: lang.Say("取り消した値であれば、消すか正しい値に書きかえてください。正しい値であれば、取り消し線を消してください。",
				"Delete or replace it if it is void; otherwise take the line away."),
		})
	}
}

// partlyStruck is the fault of a value of which a part is struck out: read as one text, the old
// value and the new would make a third.
func partlyStruck(v cell.Value) *cell.Fault {
	return &cell.Fault{
		Code: codePartlyStruck,
		Message: lang.Sayf("「%s」の一部に取り消し線が引かれていて、どれが正しい値か決められません。",
			"A part of “%s” is struck out; which value holds cannot be told.", lang.Quote(v.Text)),
		Expected: lang.Say("正しい値だけ", "the right value alone"),
		Fix:      lang.Say("取り消した文字を消して、正しい値だけを残してください。", "Delete what is struck out and leave the right value."),
	}
}
