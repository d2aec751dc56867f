package shape

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// placeMonths gives the months of a column that have no year the one that a fiscal year above the table or in a
// name says, or else the period.
func placeMonths(t *layout.Table, clock setting.Clock) (finding.Finding, bool) {
	col := 0
	for i, c := range t.Schema.Columns {
		if c.Kind == schema.MonthKind {
			col = t.Columns[i].From
		}
	}
	if col == 0 {
		return finding.Finding{}, false
	}
	year := statedYear(t.Grid, t.HeadingRange().FromRow)
	var changes []change
	for _, row := range t.Grid.Rows {
		v := row.At(col)
		if row.Number <= t.HeadingRange().ToRow || v.IsBlank() {
			continue
		}
		m, _, fault := cell.ReadMonth(v)
		if fault != nil || m.Year != 0 {
			continue
		}
		if at, ok := settle([]said{year, {months: []int{int(m.Month)}}}, clock); ok {
			changes = append(changes, change{row: row.Number, cell: grid.Cell{Col: col, Value: dateValue(at.first(), v)}})
		}
	}
	if len(changes) == 0 {
		return finding.Finding{}, false
	}
	apply(t, changes)
	last := t.HeadingRange().ToRow
	return readAs(t.Grid, grid.Range{FromRow: last, FromCol: col, ToRow: last, ToCol: col},
		lang.Sayf("「%[1]s」の月に年がないため、年度か対象期間から取りました。",
			"The months of “%[1]s” have no year: it is that of the fiscal year or of the period.",
			lang.Quote(t.HeadingOf(col))),
		lang.Say("正しければ、このままで構いません。ちがうときは、2025/7 のように年も書いてください。",
			"Nothing need be done if that is right; otherwise write the year as well, such as 2025/7.")), true
}

// statedYear is the fiscal year that stands above a row, or in the name of the sheet or the file.
func statedYear(g *grid.Grid, row int) said {
	var stated said
	for _, level := range append(above(g, row), names(g)...) {
		for _, year := range level.fiscal {
			stated.fiscal = add(stated.fiscal, year)
		}
	}
	return stated
}
