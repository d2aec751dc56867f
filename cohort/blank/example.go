package blank

import (
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// examples are rows as a hub would fill them in, in the order of the schema's columns. Persons
// and companies are made up. They belong together: each id stands in its sheet.
var examples = map[schema.Key][][]string{
	schema.Participants: {
		{"P01", "第1期", "緑川 はなこ", "女性", "1988", "30代", "住民", "子育て、副業", "2025/5/20", "2025/6/2", "2025/6/30", "", "", noWord,
			"リーダー", "2025/7/15", "2025/6/2", "2025/6/10", "継続"},
		{"P02", "第1期", "緑川 たろう", "男性", "", "40代", "移住", "", "", "2025/6/2", "", "2025/7/31", "転居のため", noWord, "ワーカー",
			"2025/6/2", "2025/6/2", "2025/6/10", "その他"},
	},
	schema.Trainings: {{"2025/6/10", "P01", "情報の安全な扱い方", "2", yesWord}},
	schema.Clients:   {{"K01", "みどり商事", "県内", "企業", noWord}},
	schema.Contracts: {{"A01", "K01", "毎月の請求書入力", "データ入力", "定期", "2025/7/1", "2026/3/31", "50000", "", "チーム", "経理",
		"2025/6/20", "2026/2/20", noWord}},
	schema.Tasks: {{"2025/7/10", "P01", "A01", "請求書40件の入力", "2.5", "3500", "2025/7/12", "2025/7/15", "2025/8/29",
		"3500", yesWord, noWord}},
	schema.Support:      {{"2025/7/11", "佐藤", "P01", "0.5", "伴走"}},
	schema.Surveys:      {{"2025/8/30", "ワーカー", "4"}},
	schema.Budget:       {{"講師謝金", "研修", "交付金", "200000", "120000", "2025/6/30"}},
	schema.Metrics:      {{"2025/8/31", "EC売上", "125000"}},
	schema.Publications: {{"2025/9/10", "8月の実績のお知らせ", "町民"}},
}

// exampleSheet is the text of the example: each table with its headings and filled-in rows.
func exampleSheet() *grid.Grid {
	g := &grid.Grid{Sheet: exampleName}
	appendRow(g, 1, "書き方の見本です。このシートは読み込まれません。人や会社の名前は架空のものです。")
	row := 3
	for _, t := range schema.Tables() {
		appendRow(g, row, "「"+t.Sheet.JA+"」のシート： "+t.Description.JA)
		appendRow(g, row+1, headings(t)...)
		row += 2
		for _, e := range examples[t.Key] {
			appendRow(g, row, e...)
			row++
		}
		row++
	}
	return g
}

func headings(t *schema.Table) []string {
	var words []string
	for _, c := range t.Columns {
		words = append(words, c.Heading.JA)
	}
	return words
}

// example adds the example sheet.
func (b *book) example(g *grid.Grid) {
	b.sheet(g.Sheet)
	widest := 0
	for _, r := range g.Rows {
		widest = max(widest, r.Cells[len(r.Cells)-1].Col)
	}
	for col := 1; col <= widest; col++ {
		b.width(g.Sheet, col, 16)
	}
	b.texts(g, b.text)
	row := 3
	for _, t := range schema.Tables() {
		b.keep(b.SetCellStyle(g.Sheet, grid.Ref(row, 1), grid.Ref(row, 1), b.strong))
		for i, c := range t.Columns {
			style := b.optional
			if c.Required {
				style = b.required
			}
			b.keep(b.SetCellStyle(g.Sheet, grid.Ref(row+1, i+1), grid.Ref(row+1, i+1), style))
		}
		row += 3 + len(examples[t.Key])
	}
	b.keep(b.SetCellStyle(g.Sheet, "A1", "A1", b.strong))
	b.landscape(g.Sheet)
}
