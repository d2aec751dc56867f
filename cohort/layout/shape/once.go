package shape

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// recordHeadings head the columns by which an export of a database says which lines are of one record: its number, or a
// mark on its first line.
var recordHeadings = []string{"レコード番号", "レコード番号(重複禁止)", "recordnumber", "record_number", "レコードの開始行", "recordstart"}

// once keeps a total of a record, which an export repeats on each of its lines, on the first of them only.
func once(t *layout.Table) []finding.Finding {
	if t.Schema.Key != schema.Tasks {
		return nil
	}
	records := recordsOf(t)
	var out []finding.Finding
	for i, c := range t.Columns {
		k := t.Schema.Columns[i].Kind
		if c.From == 0 || k != schema.AmountKind && k != schema.HoursKind || !saysSum(c.Heading) {
			continue
		}
		changes, ok := repeats(records, c.From)
		if !ok {
			continue
		}
		apply(t, changes)
		row := t.HeadingRange().ToRow
		out = append(out, read(t.Grid, grid.Range{FromRow: row, FromCol: c.From, ToRow: row, ToCol: c.From},
			lang.Sayf("「%[1]s」は1つのレコードの合計が各行に書かれているため、レコードごとに1回だけ数えました（%[2]d行分は空欄として読みました）。",
				"“%[1]s” is a total of each record, written on each of its lines: it counts once a record (%[2]d lines were "+
					"read as blank).", lang.Quote(c.Heading), len(changes))))
	}
	return out
}

// saysSum reports a heading of sums: 報酬合計, 合計金額, 報酬計.
func saysSum(heading string) bool {
	text := lang.Compact(heading)
	return strings.Contains(text, "合計") || strings.Contains(text, "総額") || strings.Contains(text, "小計") ||
		strings.HasSuffix(text, "計") || strings.Contains(lang.CompactLower(heading), "total")
}

// recordsOf returns the rows of each record of an export, by a column of record numbers or else of marks.
func recordsOf(t *layout.Table) [][]grid.Row {
	for _, name := range recordHeadings {
		for _, c := range t.Grid.Rows[headingIndex(t)].Cells {
			if lang.CompactLower(c.Text) == name {
				return groups(t, c.Col)
			}
		}
	}
	return nil
}

// headingIndex is the index of the last heading row among the rows of the grid.
func headingIndex(t *layout.Table) int {
	for i, row := range t.Grid.Rows {
		if row.Number == t.HeadingRange().ToRow {
			return i
		}
	}
	return 0
}

// groups are the runs of rows below the heading with one number in the column, or with a mark on the first row alone.
func groups(t *layout.Table, col int) [][]grid.Row {
	var all [][]grid.Row
	last := ""
	for _, row := range t.Grid.Rows[headingIndex(t)+1:] {
		text := strings.TrimSpace(row.At(col).Text)
		if begins := text == "*" || text != "" && text != last; begins || len(all) == 0 {
			all = append(all, nil)
		}
		if text != "" {
			last = text
		}
		all[len(all)-1] = append(all[len(all)-1], row)
	}
	return all
}

// repeats returns the changes that leave a column blank on all lines of a record but the first; false where the lines
// of some record differ, or none has two.
func repeats(records [][]grid.Row, col int) ([]change, bool) {
	var out []change
	for _, lines := range records {
		first := lines[0].At(col)
		for _, row := range lines[1:] {
			if v := row.At(col); !v.IsBlank() && v.Text != first.Text {
				return nil, false
			} else if !v.IsBlank() {
				out = append(out, change{row: row.Number, cell: grid.Cell{Col: col, Value: cell.Value{}}})
			}
		}
	}
	return out, len(out) > 0
}
