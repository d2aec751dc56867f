package blank

import (
	"cmp"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// guidance is what the front sheet says: what to do with the workbook, and what else helps to know.
type guidance struct {
	steps [][2]string
	rules []string
}

// The guidance of the two forms.
var (
	fullWords = guidance{[][2]string{
		{"1", "「参加者」「発注者」「案件」のシートに、1人・1者・1件につき1行ずつ書きます。"},
		{"2", "仕事をしたら「作業ログ」に1行ずつ書き足します。ほかのシートは、あるものだけで構いません。"},
		{"3", "保存して pilot90 で点検します。直すところがあれば、セルの番地と直し方が表示されます。"},
	}, commonRules}
	simpleWords = guidance{[][2]string{
		{"1", "「参加者」と「案件」のシートに、1人・1件につき1行ずつ書きます。番号は要りません。名前で見分けます。"},
		{"2", "仕事をしたら「作業ログ」に、払ったら「支払」に、1行ずつ書き足します。氏名と案件名は一覧から選べます。"},
		{"3", "保存して pilot90 で点検します。直すところがあれば、セルの番地と直し方が表示されます。"},
	}, append([]string{
		"同じ氏名の人が2人いるときや、同じ名前の案件が2つあるときは、区別できる名前（例：SNS運用（春））にします。",
		"月ごとに払うときは、「支払」の「対象月」に働いた月を書きます。",
		"研修や伴走の記録、アンケート、予算なども集計するときは、そのシートを足せます（見出しは pilot90 explain columns で調べられます）。",
	}, commonRules...)}
	commonRules = []string{
		"こい色の見出しは必ず書く列、うすい色の見出しは分かるときに書く列です。",
		"1行目の見出しは消さないでください。列の順番は入れかえても構いません。",
		"分からない値は空欄のままにします。0 と書くと「0だった」という意味になります。",
		"「入力例」のシートは書き方の見本です。集計には入りません。",
	}
)

// words is the guidance of the form.
func (o Options) words() guidance {
	if o.Template == Simple {
		return simpleWords
	}
	return fullWords
}

// Rows and columns of the front sheet.
const (
	stepsRow   = 3
	frontWords = 2 // column of the sentences
)

// frontSheet is the text of the front sheet.
func frontSheet(program string, words guidance, tables []*schema.Table) *grid.Grid {
	g := &grid.Grid{Sheet: frontName}
	appendRow(g, 1, cmp.Or(plain(program), "90日テレワークパイロット")+" 台帳")
	row := stepsRow
	for _, s := range words.steps {
		appendRow(g, row, s[0], s[1])
		row++
	}
	row++
	for _, s := range words.rules {
		appendRow(g, row, "・", s)
		row++
	}
	row++
	appendRow(g, row, "シート", "1行に書くもの", "")
	for _, t := range tables {
		row++
		must := "あるときだけ"
		if t.Required {
			must = "必ず使う"
		}
		appendRow(g, row, t.Sheet.JA, t.Description.JA, must)
	}
	return g
}

// front adds the front sheet.
func (b *book) front(g *grid.Grid, steps int, tables []*schema.Table) {
	b.sheet(g.Sheet)
	b.width(g.Sheet, 1, 14)
	b.width(g.Sheet, frontWords, 84)
	b.width(g.Sheet, 3, 16)
	b.texts(g, b.note)
	b.keep(b.SetCellStyle(g.Sheet, "A1", "A1", b.title))
	b.keep(b.SetRowHeight(g.Sheet, 1, 30))
	for i := range steps {
		ref := grid.Ref(stepsRow+i, 1)
		b.keep(b.SetCellStyle(g.Sheet, ref, grid.Ref(stepsRow+i, frontWords), b.strong))
		b.keep(b.SetRowHeight(g.Sheet, stepsRow+i, 24))
	}
	list := g.Rows[len(g.Rows)-len(tables)-1].Number
	b.keep(b.SetCellStyle(g.Sheet, grid.Ref(list, 1), grid.Ref(list, 3), b.optional))
	for i, t := range tables {
		ref := grid.Ref(list+1+i, 1)
		b.keep(b.SetCellHyperLink(g.Sheet, ref, "'"+t.Sheet.JA+"'!A2", "Location"))
		b.keep(b.SetCellStyle(g.Sheet, ref, ref, b.link))
	}
	b.keep(b.SetSheetView(g.Sheet, 0, &excelize.ViewOptions{ShowGridLines: new(false)}))
	b.landscape(g.Sheet)
}
