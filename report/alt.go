package report

import (
	"strings"

	"pilot90/report/content"
)

// tableAlt writes the text that stands for a chart: its finding, then its numbers row by row.
func tableAlt(title string, twin *content.Table) string {
	var b strings.Builder
	b.WriteString(title)
	b.WriteString("。")
	for i, row := range twin.Rows {
		if i > 0 {
			b.WriteString("、")
		}
		b.WriteString(strings.Join(row, " "))
	}
	return b.String()
}
