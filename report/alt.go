package report

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/report/content"
)

// tableAlt writes the text that stands for a chart: its finding, then its numbers row by row.
func tableAlt(title string, twin *content.Table) string { return joinedAlt(title, twin, "。", "、") }

func joinedAlt(title string, twin *content.Table, stop, comma string) string {
	rows := make([]string, len(twin.Rows))
	for i, row := range twin.Rows {
		rows[i] = strings.Join(row, " ")
	}
	return title + stop + strings.Join(rows, comma)
}

// finishTitles gives English titles of charts their capital, and the texts that stand for the
// charts English stops.
func (e *edition) finishTitles(r *content.Report) {
	for c := range r.Charts() {
		plain := c.Twin != nil && c.Alt == tableAlt(c.Title, c.Twin)
		c.Title, c.Alt = capital(c.Title), capital(c.Alt)
		if plain && e.Lang == finding.EN {
			c.Alt = joinedAlt(c.Title, c.Twin, ". ", "; ")
		}
	}
}
