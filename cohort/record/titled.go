package record

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// codeTitledTotal is the code of a record whose text says that it is a total.
const codeTitledTotal = "C329"

// titled reports a record that calls itself a total and does not sum up the rows above it: it is
// counted, for a task may be called 合計, but who wrote a total would have it counted twice.
func (r *cellReader) titled(d *layout.Row) {
	if d.Titled == nil || !r.hasFigure() {
		return
	}
	r.faults = append(r.faults, finding.Finding{
		Code: codeTitledTotal, Severity: finding.Warning, Place: r.row.Cell(d.Titled.Col),
		Column: r.table.HeadingOf(d.Titled.Col), Value: d.Titled.Text,
		Message: lang.Sayf("「%s」とありますが、上の行の合計ではないため、記録として数えています。",
			"It says “%s” but is not the sum of the rows above, so it counts as a record.", lang.Quote(d.Titled.Text)),
		Fix: lang.Say("合計の行であれば、日付と番号を消すか、数を確かめてください。記録であれば、ほかの書き方にすると、この注意は出なくなります。",
			"If it is a row of totals, take its date and ids away or check its numbers. If it is a record, other words end "+
				"this warning."),
	})
}

// hasFigure reports a row with hours or an amount other than 0.
func (r *cellReader) hasFigure() bool {
	for i, c := range r.table.Schema.Columns {
		if (c.Kind == schema.AmountKind || c.Kind == schema.HoursKind) && r.cols[i] > 0 && r.numbers[i] != 0 {
			return true
		}
	}
	return false
}
