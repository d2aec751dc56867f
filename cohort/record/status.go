package record

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
)

// codeVoidStatus is the code of a record that a column beside it says does not stand, codeExpense of one that it
// says is no pay.
const (
	codeVoidStatus = "C330"
	codeExpense    = "C269"
)

// voided reports a record that counts though its status says otherwise.
func (r *cellReader) voided(d *layout.Row) {
	if d.Status == nil {
		return
	}
	heading := r.table.HeadingOf(d.Status.Col)
	if layout.SaysExpense(d.Status.Text) {
		r.faults = append(r.faults, r.expense(d, heading))
		return
	}
	r.faults = append(r.faults, finding.Finding{
		Code: codeVoidStatus, Severity: finding.Warning, Place: r.row.Cell(d.Status.Col), Column: heading,
		Value: d.Status.Text,
		Message: lang.Sayf("「%[1]s」の列に「%[2]s」とありますが、記録として数えています。", "The column “%[1]s” says “%[2]s”, but the record counts.",
			lang.Quote(heading), lang.Quote(d.Status.Text)),
		Fix: lang.Say("数えない記録であれば、行を削除するか、台帳の表ではない別のシートに移してください。数えてよければ、このままでかまいません。",
			"Delete the row, or move it to a sheet that is no table of the ledger, if it should not count. Otherwise nothing "+
				"need be done."),
	})
}

// expense is the finding of an amount that is counted as pay though a column beside it says that it is paid back.
func (r *cellReader) expense(d *layout.Row, heading string) finding.Finding {
	return finding.Finding{
		Code: codeExpense, Severity: finding.Warning, Place: r.row.Cell(d.Status.Col), Column: heading, Value: d.Status.Text,
		Message: lang.Sayf("「%[1]s」の列に「%[2]s」とありますが、報酬として数えています。",
			"The column “%[1]s” says “%[2]s”, but the amount counts as pay.", lang.Quote(heading), lang.Quote(d.Status.Text)),
		Fix: lang.Say("報酬でなければ、その行を台帳の表ではない別のシートに移してください。報酬に含めてよければ、このままで構いません。",
			"If it is no pay, move the row to a sheet that is no table of the ledger. Otherwise nothing need be done."),
	}
}
