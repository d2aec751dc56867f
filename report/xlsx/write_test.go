package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// TestRecalculated destroys every cached value, lets LibreOffice work the workbook out anew and
// holds each figure against the engine to 1e-9.
func TestRecalculated(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice recalculates a workbook")
	}
	t.Parallel()
	result, defs := sampleResult(t)
	var linkless bytes.Buffer // LibreOffice needs minutes for tens of thousands of links
	if err := Write(&linkless, sampleReport(), result, defs, Options{Lang: lang.JA, Rows: true}); err != nil {
		t.Fatal(err)
	}
	data := convert(t, forgetting(t, linkless.Bytes()), "xlsx")
	g := gridOf(t, read(t, data), "指標")
	formulas := 0
	for i, f := range result.Figures {
		row := i + 2
		if got := g.At(row, 19).Text; got != f.ID {
			t.Fatalf("row %d is %q, want %q", row, got, f.ID)
		}
		for _, c := range []struct {
			col  int
			want *float64
		}{{2, f.Value}, {3, f.Numerator}, {4, f.Denominator}} {
			agree(t, f, c.col, g.At(row, c.col), c.want)
			if c.want != nil {
				formulas++
			}
		}
	}
	if formulas < 100 { // the sample has 60 values and 37 quotients
		t.Errorf("compared %d numbers only", formulas)
	}
}

func agree(t *testing.T, f kpi.Figure, col int, got cell.Value, want *float64) {
	t.Helper()
	if want == nil {
		if got.Text != "" {
			t.Errorf("%s column %d holds %q, want nothing", f.ID, col, got.Text)
		}
		return
	}
	x := *want
	if col == 2 && f.Unit == kpi.Date {
		x += serialOf1970
	}
	if got.Kind != cell.Number || math.Abs(got.Number-x) > 1e-9*max(1, math.Abs(x)) {
		t.Errorf("%s column %d recalculates to %v (%q), want %v", f.ID, col, got.Number, got.Text, x)
	}
}

// forgetting sets the cached value of every formula to 0.125.
func forgetting(t *testing.T, data []byte) []byte {
	t.Helper()
	n := 0
	out := rewritten(t, data, func(name, text string) string {
		parts := strings.Split(text, "</f><v>")
		for i := 1; i < len(parts); i++ {
			_, rest, _ := strings.Cut(parts[i], "</v>")
			parts[i] = "0.125</v>" + rest
			n++
		}
		return strings.Join(parts, "</f><v>")
	})
	if n < 100 {
		t.Fatalf("found %d formulas with a cached value", n)
	}
	return out
}

// rewritten copies an archive with every part changed by f.
func rewritten(t *testing.T, data []byte, f func(name, text string) string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts(t, data) {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, f(name, text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Modified.IsZero() && f.Modified.Year() != 1979 {
			t.Errorf("%s carries the time %v", f.Name, f.Modified)
		}
		all[f.Name] = string(text)
	}
	return all
}

// TestCached reads the figures back without recalculating.
func TestCached(t *testing.T) {
	t.Parallel()
	result, _ := sampleResult(t)
	g := gridOf(t, read(t, sampleBook(t)), "指標")
	for i, f := range result.Figures {
		agree(t, f, 2, g.At(i+2, 2), f.Value)
		agree(t, f, 3, g.At(i+2, 3), f.Numerator)
		agree(t, f, 4, g.At(i+2, 4), f.Denominator)
	}
}

// TestPartsAndRanges reads the side results back: every leaf a row, every number unrounded, and the
// link of its figure leads to the first.
func TestPartsAndRanges(t *testing.T) {
	t.Parallel()
	result, _ := sampleResult(t)
	book := read(t, sampleBook(t))
	figures, parts := gridOf(t, book, "指標"), gridOf(t, book, "内訳")
	row, ranges := 2, 0
	for i, f := range result.Figures {
		leaves := f.Parts.Leaves()
		if want := "内訳!A" + strconv.Itoa(row); len(leaves) > 0 && figures.At(i+2, 18).Text != want {
			t.Errorf("%s leads to %q, want %s", f.ID, figures.At(i+2, 18).Text, want)
		}
		for _, l := range leaves {
			got := parts.At(row, 3)
			if parts.At(row, 5).Text != f.ID || parts.At(row, 6).Text != l.Key {
				t.Fatalf("row %d is %s %s, want %s %s", row, parts.At(row, 5).Text, parts.At(row, 6).Text, f.ID, l.Key)
			}
			if v, ok := l.Value.(float64); ok && l.Unit != kpi.Date && (got.Kind != cell.Number || got.Number != v) {
				t.Errorf("%s %s is %v, want %v", f.ID, l.Key, got.Number, v)
			}
			if l.Value == nil && (got.Text != "" || parts.At(row, 4).Text != noneMark) {
				t.Errorf("%s %s: %q %q, want nothing and its mark", f.ID, l.Key, got.Text, parts.At(row, 4).Text)
			}
			row++
		}
		if f.Range != nil {
			ranges++
			if figures.At(i+2, 9).Number != f.Range[0] || figures.At(i+2, 10).Number != f.Range[1] {
				t.Errorf("%s: range %v to %v, want %v", f.ID, figures.At(i+2, 9).Number, figures.At(i+2, 10).Number, *f.Range)
			}
		}
	}
	if row < 100 || ranges == 0 {
		t.Errorf("compared %d parts and %d ranges", row-2, ranges)
	}
}

// TestPaper holds what is printed: A4 on its side, headings repeated on every page, 指標 up to the
// caveat; of 根拠 and 内訳 an empty cell beside their 13 and 6 columns.
func TestPaper(t *testing.T) {
	t.Parallel()
	result, _ := sampleResult(t)
	all := parts(t, sampleBook(t))
	for name, part := range all {
		if strings.HasPrefix(name, "xl/worksheets/sheet") &&
			!strings.Contains(part, `orientation="landscape" paperSize="9"`) {
			t.Errorf("%s is not set up for A4 on its side", name)
		}
	}
	names := all["xl/workbook.xml"]
	for _, want := range []string{
		"'指標'!$1:$1<",
		"'根拠'!$N$1<",
		"'内訳'!$G$1<",
		"'定義'!$1:$1<",
		"'指標'!$A$1:$G$" + strconv.Itoa(len(result.Figures)+1) + "<",
	} {
		if !strings.Contains(strings.ReplaceAll(names, "&#39;", "'"), want) {
			t.Errorf("the workbook does not define %s", want)
		}
	}
}

// TestFormulasReachTheRows names figures whose parts must be sums over 根拠: counts, amounts and
// a quotient of two kinds of amounts.
func TestFormulasReachTheRows(t *testing.T) {
	t.Parallel()
	result, _ := sampleResult(t)
	book, err := excelize.OpenReader(bytes.NewReader(sampleBook(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, c := range []struct{ id, column string }{
		{"recurring_contract_ratio", "C"}, {"recurring_contract_ratio", "D"}, {"first_income_residents", "B"},
		{"revenue_total", "B"},
		{"effective_hourly_pay", "C"}, {"effective_hourly_pay", "D"}, {"payout_ratio", "C"}, {"payout_ratio", "D"},
		{"expert_share", "C"}, {"expert_share", "D"}, {"satisfaction_worker", "C"}, {"satisfaction_worker", "D"},
		{"cost_per_retained", "D"},
	} {
		for i, f := range result.Figures {
			if f.ID != c.id {
				continue
			}
			at := address(int(c.column[0]-'A')+1, i+2)
			if code, err := book.GetCellFormula("指標", at); err != nil || !strings.HasPrefix(code, "SUMIFS('根拠'!") {
				t.Errorf("%s %s = %q (%v), want a sum over 根拠", c.id, at, code, err)
			}
		}
	}
}

// TestTextStaysText puts text that looks like a formula wherever text of a spreadsheet or of
// pilot.toml can stand, and looks at every cell of the workbook.
func TestTextStaysText(t *testing.T) {
	const evil = `=HYPERLINK("http://example.invalid","x")`
	source := &record.Source{File: evil + ".xlsx", Sheet: evil, Headings: map[int]string{1: evil}}
	row := kpi.RowUse{Row: record.Row{Source: source, Number: 2}, Record: evil, Columns: []int{1},
		Texts: []string{"-1+1|cmd"}, Note: lang.Text{JA: "+" + evil}}
	f := kpi.Figure{ID: "f", Title: lang.Text{JA: evil}, Unit: kpi.Count, Value: new(1.0),
		Warnings: []lang.Text{{JA: evil}}, Arithmetic: lang.Text{JA: "@" + evil}, Rows: []kpi.RowUse{row}}
	r := &content.Report{Title: evil, Subtitle: evil, Marking: evil, Meta: []content.Pair{{Label: evil, Value: evil}},
		Sections: []content.Section{{Blocks: []content.Block{
			content.Cards{Cards: []content.Card{{Figure: "f", Title: evil, Detail: evil, Target: evil, Note: evil,
				Known: true}}},
			&content.Chart{Kind: content.Bands, Title: evil, Alt: evil, XTitle: evil, Categories: []string{evil},
				Series: []content.Series{{Name: evil, Values: []*float64{new(1.0)}}}}}}}}
	data := made(t, r, &result.Result{Figures: []kpi.Figure{f}},
		[]kpi.Definition{{ID: "f", Title: lang.Text{JA: evil}, Formula: lang.Text{JA: evil},
			Origin: lang.Text{JA: evil}}})
	for name, part := range parts(t, data) {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			continue
		}
		for _, rest := range strings.Split(part, "<f>")[1:] {
			code, _, _ := strings.Cut(rest, "</f>")
			if strings.Contains(code, "HYPERLINK") || strings.Contains(code, "cmd") {
				t.Errorf("%s has the formula %s", name, code)
			}
		}
	}
	g := gridOf(t, read(t, data), "根拠")
	if got := g.At(2, 11); got.Kind != cell.Text || got.Text != "-1+1|cmd" {
		t.Errorf("the text as typed came back as %v %q", got.Kind, got.Text)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	style, err := book.GetCellStyle("根拠", "K2")
	if err != nil || book.Styles.CellXfs.Xf[style].QuotePrefix == nil {
		t.Errorf("text that looks like a formula is not marked as quoted (%v)", err)
	}
	if style, _ := book.GetCellStyle("根拠", "M2"); book.Styles.CellXfs.Xf[style].QuotePrefix != nil {
		t.Error("plain text is marked as quoted")
	}
}

// TestSameBytes writes the same twice.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	result, defs := sampleResult(t)
	first, times := sampleBook(t), 3
	if testing.Short() {
		times = 1
	}
	for range times {
		if !bytes.Equal(first, made(t, sampleReport(), result, defs)) {
			t.Fatal("two runs give different bytes")
		}
	}
	if !bytes.Contains(first, []byte(Signature)) {
		t.Error("the mark is not found in the file")
	}
}

// TestWithoutRows holds that the default gives away no row of the ledger.
func TestWithoutRows(t *testing.T) {
	result, defs := sampleResult(t)
	var b bytes.Buffer
	if err := Write(&b, sampleReport(), result, defs, Options{Lang: lang.JA}); err != nil {
		t.Fatal(err)
	}
	for name, part := range parts(t, b.Bytes()) {
		if strings.Contains(part, "P003") || strings.Contains(part, "根拠!") || strings.Contains(part, "'根拠'") {
			t.Errorf("%s names a participant or refers to the rows", name)
		}
	}
}

// TestDataSheets holds the rules of sheets that people and programs read: one heading row, no merged cells, a title
// first and the id as text in a hidden column that has a name.
func TestDataSheets(t *testing.T) {
	t.Parallel()
	book := read(t, sampleBook(t))
	names := strings.ReplaceAll(parts(t, sampleBook(t))["xl/workbook.xml"], "&#39;", "'")
	library, err := excelize.OpenReader(bytes.NewReader(sampleBook(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	for name, id := range map[string]int{"指標": 19, "内訳": 5, "根拠": 13, "定義": 5} {
		g := gridOf(t, book, name)
		if shown, err := library.GetColVisible(name, columnName(id)); err != nil || shown {
			t.Errorf("%s: the column of ids is shown (%v)", name, err)
		}
		if at := "'" + name + "'!$" + columnName(id) + "$2:"; !strings.Contains(names, at) {
			t.Errorf("%s: the column of ids has no name (%s)", name, at)
		}
		if len(g.Merges) > 0 || g.Rows[0].Number != 1 || g.Rows[1].Number != 2 {
			t.Errorf("%s has merged cells or rows before its heading", name)
		}
		for _, r := range g.Rows[1:] {
			if r.At(1).Kind != cell.Text || r.At(id).Kind != cell.Text {
				t.Fatalf("%s row %d: title %q and id %q are not both text", name, r.Number, r.At(1).Text, r.At(id).Text)
			}
		}
	}
}

// TestParts looks at the XML: every part parses, each chart has its part, its text for those who
// do not see it, and each link its target.
func TestParts(t *testing.T) {
	t.Parallel()
	charts, links := 0, 0
	for name, part := range parts(t, sampleBook(t)) {
		if err := xml.Unmarshal([]byte(part), new(struct{})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.HasPrefix(name, "xl/charts/") {
			charts++
		}
		links += strings.Count(part, `/hyperlink" Target="../samples/midorino/`)
		if strings.HasPrefix(name, "xl/drawings/drawing") && !strings.Contains(part, `descr="段階ごとの人数"`) {
			t.Error("the charts have no text for those who do not see them")
		}
	}
	if charts != 7 { // eight kinds in the sample, of which the heat map has its table instead
		t.Errorf("%d native charts, want 7", charts)
	}
	if links < 1000 {
		t.Errorf("%d links to cells of the ledger", links)
	}
}

// TestLook writes the workbooks and their PDFs where PILOT90_LOOK says, for a person to look at.
// Of 根拠 a few figures are enough: all of them are a thousand pages.
func TestLook(t *testing.T) {
	dir := os.Getenv("PILOT90_LOOK")
	if dir == "" {
		t.Skip("set PILOT90_LOOK to a folder to look at the workbook")
	}
	result, defs := sampleResult(t)
	small := *result
	small.Figures = result.Figures[:4]
	books := map[string][]byte{"made": made(t, sampleReport(), result, defs),
		"small": made(t, sampleReport(), &small, defs), "form": grantBook(t)}
	for name, data := range books {
		if err := os.WriteFile(dir+"/"+name+".xlsx", data, 0o644); err != nil {
			t.Fatal(err)
		}
		if name == "made" {
			continue
		}
		if err := os.WriteFile(dir+"/"+name+".pdf", convert(t, data, "pdf"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
