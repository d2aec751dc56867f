package record

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
)

// codeVoidStatus is the code of a record that a column beside it says does not stand.
const codeVoidStatus = "C330"

// voided reports a record that counts though its status says otherwise.
func (r *cellReader) voided(d *layout.Row) {
	if d.Status == nil {
		return
	}
	heading := r.table.HeadingOf(d.Status.Col)
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
