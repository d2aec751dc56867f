package web

import (
	"fmt"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// partLine is one side result of a figure, ready to print.
type partLine struct{ Title, Value string }

// lines are the side results as one list; a nested one names its group first. Curves are shown in
// the reports, as charts.
func lines(parts kpi.Parts, before string, l lang.Lang) []partLine {
	var out []partLine
	for _, p := range parts {
		title := before + p.Title.In(l)
		switch v := p.Value.(type) {
		case nil:
			out = append(out, partLine{title, lang.Text{JA: "なし（または未到達）", EN: "none, or not reached"}.In(l)})
		case float64:
			out = append(out, partLine{title, content.Quantity(v, string(p.Unit), string(l))})
		case [2]float64:
			out = append(out, partLine{title, content.Quantity(v[0], string(p.Unit), string(l)) + " – " +
				content.Quantity(v[1], string(p.Unit), string(l))})
		case kpi.Parts:
			out = append(out, lines(v, title+" / ", l)...)
		case []kpi.Group:
			for _, g := range v {
				out = append(out, lines(g.Parts, title+" / "+g.Title.In(l)+" / ", l)...)
			}
		case []kpi.Risk:
			for _, r := range v {
				out = append(out, partLine{title + " / " + content.Quantity(r.Time, string(p.Unit), string(l)),
					fmt.Sprintf("n = %d", r.N)})
			}
		case []kpi.Point:
			out = append(out, partLine{title, lang.Text{JA: fmt.Sprintf("%d 点の曲線（報告書のグラフで見られます）", len(v)),
				EN: fmt.Sprintf("a curve of %d points; see the chart in a report", len(v))}.In(l)})
		default:
			out = append(out, partLine{title, fmt.Sprint(v)})
		}
	}
	return out
}

// usedRow is one row behind a figure.
type usedRow struct {
	Record, Note string
	Place        finding.Place // the first of its cells
	Cells        []usedCell
}

type usedCell struct {
	Place         finding.Place
	Heading, Text string
}

// mostUsed is how many rows a page lists unless all are asked for.
const mostUsed = 100

// used are the rows of one kind behind a figure, at most so many (0 = all); of is how many there are.
func used(rows []kpi.RowUse, excluded bool, most int, l lang.Lang) (list []usedRow, of int) {
	for _, r := range rows {
		if r.Excluded != excluded {
			continue
		}
		of++
		if most > 0 && of > most {
			continue
		}
		row := usedRow{Record: r.Record, Note: r.Note.In(l), Place: r.Row.Cell(0)}
		for i, col := range r.Columns {
			text := sheetview.Short(r.Texts[i], mostText)
			row.Cells = append(row.Cells, usedCell{r.Row.Cell(col), r.Row.Source.Headings[col], text})
		}
		list = append(list, row)
	}
	return list, of
}
