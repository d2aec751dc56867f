package cohort_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/rule"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Sheets put together at random from headings, values and rubbish are read without a panic, every
// row is counted once, and every finding has a code of the catalogue, both texts, and quotes the
// text of its own cell.
func TestRandomSheets(t *testing.T) {
	t.Parallel()
	ledgers := uint64(150)
	if testing.Short() {
		ledgers = 15
	}
	for seed := range ledgers {
		r := rand.New(rand.NewPCG(seed, 7))
		var books []*grid.Book
		for i := range 1 + r.IntN(2) {
			b := &grid.Book{File: fmt.Sprintf("%d.xlsx", i)}
			for range 1 + r.IntN(4) {
				b.Sheets = append(b.Sheets, randomGrid(r, b.File))
			}
			books = append(books, b)
		}
		c, _ := cohort.Assemble(books, setting.Default(), cohort.LoadOptions{Today: cell.NewDay(2026, 3, 31)}, nil)
		for _, in := range c.Inputs {
			for _, s := range in.Sheets {
				if s.Rows != s.Used+s.Excluded {
					t.Fatalf("seed %d: %+v", seed, s)
				}
			}
		}
		for _, f := range finding.Unfold(c.Findings) {
			checkFinding(t, seed, books, f)
		}
	}
}

func checkFinding(t *testing.T, seed uint64, books []*grid.Book, f finding.Finding) {
	t.Helper()
	rule, ok := rule.ByCode(f.Code)
	if !ok || f.Message.JA == "" || f.Message.EN == "" || f.Fix.EN == "" && f.Severity == finding.Error {
		t.Errorf("seed %d: incomplete finding %+v", seed, f)
	}
	if ok && rule.Severity != f.Severity {
		t.Errorf("seed %d: %s is %v in the catalogue and %v here", seed, f.Code, rule.Severity, f.Severity)
	}
	row, col, isCell := grid.ParseRef(f.Range)
	if !isCell || f.Value == "" || f.Count > 1 {
		return
	}
	for _, b := range books {
		for _, g := range b.Sheets {
			if g.File == f.File && g.Sheet == f.Sheet && g.Merged(row, col).Text == f.Value {
				return
			}
		}
	}
	t.Errorf("seed %d: %s at %s quotes %q, which is not in that cell", seed, f.Code, f.Place, f.Value)
}

var sheetWords = []string{"参加者", "案件", "作業ログ", "研修", "発注者", "満足度", "予算", "Sheet1", "4月", "作業ログ (2)", "記入例", "伴走記録"}

var valueWords = []string{"2025-04-01", "令和7年5月1日", "4/1", "P01", "P02", "K1", "C1", "定期", "単発", "○", "×", "1:30",
	"90分", "1,500円", "△3", "合計", "小計", "※ 注", "例", "#N/A",
	"ワーカー", "5", "伴走", "町内", "企業", "交付金", "女性", "円", "時間", "二時間ぐらい", "", " ", "\n", "（単位：千円）"}

// randomGrid makes a sheet of one table's headings with values of all kinds below.
func randomGrid(r *rand.Rand, file string) *grid.Grid {
	g := &grid.Grid{File: file, Sheet: sheetWords[r.IntN(len(sheetWords))] + fmt.Sprint(r.IntN(100), "月"),
		Hidden: r.IntN(9) == 0}
	tables := schema.Tables()
	table := tables[r.IntN(len(tables))]
	width := 2 + r.IntN(14)
	for n := 1; n < 14; n++ {
		row := grid.Row{Number: n, Hidden: r.IntN(9) == 0}
		for col := 1; col <= width; col++ {
			if v := randomValue(r, n, table); v.Kind != cell.Blank {
				row.Cells = append(row.Cells, grid.Cell{Col: col, Value: v})
			}
		}
		if len(row.Cells) > 0 {
			g.Rows = append(g.Rows, row)
		}
	}
	for range r.IntN(4) {
		row, col := 1+r.IntN(13), 1+r.IntN(width)
		m := grid.Range{FromRow: row, FromCol: col, ToRow: row + r.IntN(3), ToCol: col + r.IntN(3)}
		if !slices.ContainsFunc(g.Merges, func(o grid.Range) bool {
			return m.FromRow <= o.ToRow && o.FromRow <= m.ToRow && m.FromCol <= o.ToCol && o.FromCol <= m.ToCol
		}) {
			g.Merges = append(g.Merges, m)
		}
	}
	return g
}

func randomValue(r *rand.Rand, row int, table *schema.Table) cell.Value {
	switch r.IntN(12) {
	case 0:
		return cell.Value{}
	case 1:
		n := float64(r.IntN(50000))
		return cell.Value{Kind: cell.Number, Number: n, Text: fmt.Sprint(n), Format: cell.Format(r.IntN(3))}
	case 2:
		return cell.Value{Kind: cell.Kind(r.IntN(6)), Text: valueWords[r.IntN(len(valueWords))]}
	}
	if row <= 3 && r.IntN(4) > 0 {
		c := table.Columns[r.IntN(len(table.Columns))]
		words := append([]string{c.Heading.JA}, c.Synonyms...)
		return cell.Value{Kind: cell.Text, Text: words[r.IntN(len(words))]}
	}
	return cell.Value{Kind: cell.Text, Text: valueWords[r.IntN(len(valueWords))]}
}
