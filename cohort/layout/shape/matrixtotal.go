package shape

import (
	"math"
	"regexp"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/sheet/grid"
)

// codeTotal is that of a total that is not the sum of its rows.
const codeTotal = "C214"

// totals are the findings of the totals beside and below a matrix that are not the sums of its entries: those of a
// person in a column, those of a day in a row. A line in which an entry cannot be read is not compared.
func (m *matrix) totals() []finding.Finding {
	across, down := sums{}, sums{} // by row and by column of the sheet
	for _, e := range m.values {
		hours, _, fault := cell.ReadHours(e.cell.Value, cell.Any)
		if fault != nil {
			hours = math.NaN()
		}
		across[e.row] += hours
		down[e.cell.Col] += hours
	}
	var found []finding.Finding
	alone := m.oneRowOfTotals()
	for _, row := range m.grid.Rows {
		if row.Number <= m.heading {
			continue
		}
		below := alone && isTotal(row.Cells[0].Value)
		for _, c := range row.Cells {
			sum, isLine := across[row.Number]
			if !isLine || !isTotal(m.grid.Merged(m.heading, c.Col)) {
				if sum, isLine = down[c.Col]; !isLine || !below {
					continue
				}
			}
			found = append(found, m.differing(row.Number, c, sum)...)
		}
	}
	return found
}

// sums are sums of hours.
type sums map[int]float64

// otherTotal is a total of other than hours: 合計日数, 支給額計.
var otherTotal = regexp.MustCompile(`日数|回数|件数|人数|枚数|額|円|累計`)

// isTotal reports the heading of totals of hours; 月計 and 合計時間 among them.
func isTotal(v cell.Value) bool {
	return v.Kind == cell.Text && layout.KeySaysTotal(v.Text) && !otherTotal.MatchString(v.Text)
}

// oneRowOfTotals reports a sheet with one row of totals: of several nobody knows which rows each sums up.
func (m *matrix) oneRowOfTotals() bool {
	n := 0
	for _, row := range m.grid.Rows {
		if row.Number > m.heading && isTotal(row.Cells[0].Value) {
			n++
		}
	}
	return n == 1
}

// differing is the finding of a total that is not the sum.
func (m *matrix) differing(row int, c grid.Cell, sum float64) []finding.Finding {
	total, _, fault := cell.ReadHours(c.Value, cell.Any)
	if fault != nil || math.IsNaN(sum) || math.Abs(total-sum) < 0.006 {
		return nil
	}
	return []finding.Finding{{
		Code: codeTotal, Severity: finding.Warning, Value: c.Text,
		Place: finding.Place{File: m.grid.File, Sheet: m.grid.Sheet, Range: grid.Ref(row, c.Col)},
		Message: lang.Sayf("合計の「%[1]s」が、表の値を足した %[2]s と合いません。",
			"The total %[1]s differs from the sum of the entries, %[2]s.", lang.Quote(c.Text),
			strconv.FormatFloat(math.Round(sum*100)/100, 'f', -1, 64)),
		Fix: lang.Say("抜けた値や二重の値がないか、合計の数式の範囲が足りているかを確かめてください。集計には表の値だけを使います。",
			"Look for missing or double entries and check the range of the formula. The figures use the entries only."),
	}}
}
