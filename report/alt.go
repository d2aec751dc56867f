package report

import (
	"strings"

	cohortlang "pilot90/cohort/lang"
	"pilot90/report/content"
)

// finishCharts gives English titles of charts their capital, and every chart the text that stands
// for it: its finding, then its numbers row by row.
func finishCharts(r *content.Report, lang cohortlang.Lang) {
	stop, comma := "。", "、"
	if lang == cohortlang.EN {
		stop, comma = ". ", "; "
	}
	for c := range r.Charts() {
		c.Title = capital(c.Title)
		rows := make([]string, len(c.Twin.Rows))
		for i, row := range c.Twin.Rows {
			rows[i] = strings.Join(row, " ")
		}
		c.Alt = c.Title + stop + strings.Join(rows, comma)
	}
}
