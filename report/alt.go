package report

import (
	"strings"

	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// FinishCharts gives English titles of charts their capital, and every chart the text that stands
// for it: its finding, then its numbers row by row.
func FinishCharts(r *content.Report, l lang.Lang) {
	stop, comma := "。", "、"
	if l == lang.EN {
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
