package cohort

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// codeTitledTotal is the code of a record whose text says that it is a total.
const codeTitledTotal = "C329"

// titled reports a record that calls itself a total and does not sum up the rows above it: it is
// counted, for a task may be called 合計, but who wrote a total would have it counted twice.
func (r *cellReader) titled(d *dataRow) {
	if d.titled == nil || !r.hasFigure() {
		return
	}
	r.faults = append(r.faults, finding.Finding{
		Code: codeTitledTotal, Severity: finding.Warning, Place: r.row.Cell(d.titled.Col),
		Column: r.table.headingOf(d.titled.Col), Value: d.titled.Text,
		Message: say("「%s」とありますが、上の行の合計ではないため、記録として数えています。",
			"It says “%s” but is not the sum of the rows above, so it counts as a record.", lang.Quote(d.titled.Text)),
		Fix: text("合計の行であれば、日付と番号を消すか、数を確かめてください。記録であれば、ほかの書き方にすると、この注意は出なくなります。",
			"If it is a row of totals, take its date and ids away or check its numbers. If it is a record, other words end "+
				"this warning."),
	})
}

// hasFigure reports a row with hours or an amount other than 0.
func (r *cellReader) hasFigure() bool {
	for i, c := range r.table.schema.Columns {
		if (c.Kind == AmountKind || c.Kind == HoursKind) && r.cols[i] > 0 && r.numbers[i] != 0 {
			return true
		}
	}
	return false
}

// headingOf is the heading above a column, whether the column is read or not; "" for none. Of
// several rows it is the lowest text.
func (t *foundTable) headingOf(col int) string {
	for row := t.last; row >= t.first; row-- {
		at, from := row, col
		if m, ok := t.grid.MergeAt(row, col); ok {
			at, from = m.FromRow, m.FromCol
		}
		if v := t.grid.At(at, from); v.Kind == cell.Text && !v.IsBlank() {
			return v.Text
		}
	}
	return ""
}
