package shape

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// carriedKeys are the columns whose values a log may have once for several rows.
var carriedKeys = []string{"date", "participant_id", "contract_id", "title"}

// carry fills the blanks of columns whose values are written once for the rows below them, where the log
// does so throughout: no value is written again in the row below it.
func carry(t *layout.Table) []finding.Finding {
	if t.Schema.Key != schema.Tasks {
		return nil
	}
	var out []finding.Finding
	for _, key := range carriedKeys {
		col := column(t, key)
		if col == 0 {
			continue
		}
		changes := carried(t, col, key)
		if len(changes) == 0 {
			continue
		}
		apply(t, changes)
		row := t.HeadingRange().ToRow
		out = append(out, read(t.Grid, grid.Range{FromRow: row, FromCol: col, ToRow: row, ToCol: col},
			lang.Sayf("「%[1]s」は1度だけ書いて下の行を空けてあるため、空欄の%[2]d行は上の値で読みました。",
				"“%[1]s” is written once and left blank below: the %[2]d blank rows were read with the value above.",
				lang.Quote(t.HeadingOf(col)), len(changes))))
	}
	return out
}

// fewestCarried is how many blanks and how many values show that a column is written so.
const fewestCarried = 3

// carried returns the values of the blanks of a column, or nothing where it is not written once throughout.
func carried(t *layout.Table, col int, key string) []change {
	if blanksBelow(t, col) < fewestCarried {
		return nil
	}
	var out []change
	var last cell.Value
	lastRow, records, written := 0, 0, 0
	for _, row := range t.Grid.Rows {
		if row.Number <= t.HeadingRange().ToRow || totalled(t, row) || !isRecord(t, row, col) {
			continue
		}
		records++
		v := row.At(col)
		if m, merged := t.Grid.MergeAt(row.Number, col); merged && m.FromRow < row.Number {
			continue // read as the value of each merged row
		}
		switch {
		case v.IsBlank() && lastRow == 0:
			return nil
		case v.IsBlank():
			out = append(out, change{row.Number, grid.Cell{Col: col, Value: last}, [2]int{lastRow, col}})
			continue
		case lastRow > 0 && lastRow == row.Number-1 && v.Text == last.Text:
			return nil // written again
		}
		last, lastRow = v, row.Number
		written++
	}
	if len(out) < fewestCarried || written < fewestCarried || key != "date" && len(out)*4 < records {
		return nil
	}
	return out
}

// blanksBelow is how many rows below the heading have nothing in a column, counted no further than is asked for.
func blanksBelow(t *layout.Table, col int) int {
	n, heading := 0, t.HeadingRange().ToRow
	for i := range t.Grid.Rows {
		row := &t.Grid.Rows[i]
		if row.Number <= heading || !row.At(col).IsBlank() {
			continue
		}
		if n++; n == fewestCarried {
			break
		}
	}
	return n
}

// totalled reports a row with the word of a total; a job may be called 調査票集計.
func totalled(t *layout.Table, row grid.Row) bool {
	first := row.Cells[0]
	if first.Col != column(t, "contract_id") && first.Col != column(t, "title") {
		return hasTotal(row)
	}
	row.Cells = row.Cells[1:]
	return layout.SaysTotal(first.Text) || len(row.Cells) > 0 && hasTotal(row)
}

// isRecord reports a row with a figure and another value besides the column.
func isRecord(t *layout.Table, row grid.Row, col int) bool {
	figure, others := false, 0
	for i, c := range t.Columns {
		if c.From == 0 || c.From == col || row.At(c.From).IsBlank() {
			continue
		}
		others++
		k := t.Schema.Columns[i].Kind
		figure = figure || k == schema.HoursKind || k == schema.AmountKind || k == schema.ClockKind || k == schema.SpanKind
	}
	return figure && others > 1
}
