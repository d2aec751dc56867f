package shape

import (
	"math"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/sheet/grid"
)

// codeTotal is that of a total that is not the sum of its rows.
const codeTotal = "C214"

// totals are the findings of the totals beside and below a matrix that are not the sums of its entries: those of a
// person in a column, those of a day in a row. A line in which an entry cannot be read is not compared.
func (m *matrix) totals() []finding.Finding {
	s := newSums(m.grid, m.heading, `額|円`, cell.ReadHours)
	for _, e := range m.values {
		s.add(e.row, e.cell.Col, e.cell.Value)
	}
	return s.differing()
}

// sums are those of the entries of a matrix, by row and by column of the sheet.
type sums struct {
	grid         *grid.Grid
	heading      int
	across, down map[int]float64
	other        *pattern.Pattern // a total of something else
	read         reader
}

// reader reads an entry.
type reader = func(cell.Value, cell.Range) (float64, *cell.Note, *cell.Fault)

// newSums are sums of nothing yet; others are words of totals of something else than the entries, beside those of
// counts: 合計日数.
func newSums(g *grid.Grid, heading int, others string, read reader) *sums {
	return &sums{grid: g, heading: heading, across: map[int]float64{}, down: map[int]float64{}, read: read,
		other: pattern.New(`日数|回数|件数|人数|枚数|累計|` + others)}
}

// add adds an entry.
func (s *sums) add(row, col int, v cell.Value) {
	n, _, fault := s.read(v, cell.Any)
	if fault != nil {
		n = math.NaN()
	}
	s.across[row] += n
	s.down[col] += n
}

// differing are the findings of the totals that are not the sums.
func (s *sums) differing() []finding.Finding {
	var found []finding.Finding
	alone := s.oneRowOfTotals()
	for _, row := range s.grid.Rows {
		if row.Number <= s.heading {
			continue
		}
		below := alone && s.isTotal(row.Cells[0].Value)
		for _, c := range row.Cells {
			sum, isLine := s.across[row.Number]
			if !isLine || !s.isTotal(s.grid.Merged(s.heading, c.Col)) {
				if sum, isLine = s.down[c.Col]; !isLine || !below {
					continue
				}
			}
			found = append(found, s.compare(row.Number, c, sum)...)
		}
	}
	return found
}

// isTotal reports the heading of totals of the entries; 月計 and 合計時間 among them.
func (s *sums) isTotal(v cell.Value) bool {
	return v.Kind == cell.Text && layout.KeySaysTotal(v.Text) && !s.other.MatchString(v.Text)
}

// oneRowOfTotals reports a sheet with one row of totals: of several nobody knows which rows each sums up.
func (s *sums) oneRowOfTotals() bool {
	n := 0
	for _, row := range s.grid.Rows {
		if row.Number > s.heading && s.isTotal(row.Cells[0].Value) {
			n++
		}
	}
	return n == 1
}

// compare is the finding of a total that is not the sum.
func (s *sums) compare(row int, c grid.Cell, sum float64) []finding.Finding {
	total, _, fault := s.read(c.Value, cell.Any)
	if fault != nil || math.IsNaN(sum) || math.Abs(total-sum) < 0.006 {
		return nil
	}
	return []finding.Finding{{
		Code: codeTotal, Severity: finding.Warning, Value: c.Text,
		Place: finding.Place{File: s.grid.File, Sheet: s.grid.Sheet, Range: grid.Ref(row, c.Col)},
		Message: lang.Sayf("合計の「%[1]s」が、表の値を足した %[2]s と合いません。",
			"The total %[1]s differs from the sum of the entries, %[2]s.", lang.Quote(c.Text),
			strconv.FormatFloat(math.Round(sum*100)/100, 'f', -1, 64)),
		Fix: lang.Say("抜けた値や二重の値がないか、合計の数式の範囲が足りているかを確かめてください。集計には表の値だけを使います。",
			"Look for missing or double entries and check the range of the formula. The figures use the entries only."),
	}}
}

// totals are the findings of the totals of a matrix of payments.
func (m *payMatrix) totals() []finding.Finding {
	s := newSums(m.grid, m.heading, `時間|源泉|税|差引|控除`, cell.ReadYen)
	for _, e := range m.values {
		s.add(e.cell[0], e.cell[1], m.grid.At(e.cell[0], e.cell[1]))
	}
	return s.differing()
}
