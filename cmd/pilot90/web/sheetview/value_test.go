package sheetview

import (
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// TestMend: what is read as typed is not marked; what is not says how.
func TestMend(t *testing.T) {
	for _, tt := range []struct {
		kind              schema.Kind
		typed, read, want string
	}{
		{schema.AmountKind, "2,950", "2950", ""}, {schema.AmountKind, "¥2,950", "2950", "¥・円の記号"},
		{schema.AmountKind, "2950円", "2950", "¥・円の記号"}, {schema.AmountKind, "３０００", "3000", "全角の数字"},
		{schema.AmountKind, "3", "3000", "単位の換算"}, {schema.AmountKind, "2.50", "2.5", ""},
		{schema.HoursKind, "2:30", "2.5", ""}, {schema.HoursKind, "180分", "3", "時間の書き方"},
		{schema.HoursKind, "1.30", "1.5", "単位の換算"}, {schema.HoursKind, "二時間", "", ""},
		{schema.DateKind, "2025/7/3", "2025-07-03", ""}, {schema.DateKind, "R7.7.3", "2025-07-03", "日付の書き方"},
		{schema.ChoiceKind, "継続", "定期", "ことばの言い換え"}, {schema.YesNoKind, "○", "はい", ""},
		{schema.TextKind, "入力", "入力", ""},
	} {
		c := cohort.CellReading{Field: &schema.Column{Kind: tt.kind}, Typed: tt.typed, Read: lang.Say(tt.read, tt.read)}
		if got := mend(c).JA; got != tt.want {
			t.Errorf("%s %q read as %q: %q, want %q", tt.kind, tt.typed, tt.read, got, tt.want)
		}
	}
}

// TestNumber: totals as sheets write them, and sums as the page does.
func TestNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"¥178,579": "178,579", "138.75時間": "138.75", "１２３４円": "1,234", "-5": "-5", "1234567.5": "1,234,567.5",
		"合計": "", "": "",
	} {
		n, ok := number(typed)
		if ok != (want != "") || ok && decimal(n) != want {
			t.Errorf("%q: %v, want %q", typed, n, want)
		}
	}
}

// TestColumns: of a sheet with 60 columns 40 are drawn and 20 are said to be left, or all when they are asked for.
func TestColumns(t *testing.T) {
	g := &grid.Grid{}
	row := grid.Row{Number: 1}
	for col := range 60 {
		row.Cells = append(row.Cells, grid.Cell{Col: col + 1, Value: cell.Value{Kind: cell.Text, Text: "x"}})
	}
	g.Rows = []grid.Row{row}
	for all, want := range map[bool][2]int{false: {40, 20}, true: {60, 0}} {
		if v := newView(Source{Grid: g, All: all}); len(v.Columns) != want[0] || v.Wider != want[1] {
			t.Errorf("all %v: %d columns, %d more, want %v", all, len(v.Columns), v.Wider, want)
		}
	}
}
