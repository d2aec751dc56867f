package xlsx

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// grantBook is the form of one grant with two indicators, one of them without an actual.
func grantBook(t *testing.T) []byte {
	t.Helper()
	result := &result.Result{Grants: []grant.Report{{
		Grant: setting.Grant{Name: "=テレワーク事業", Kind: "新しい地方経済・生活環境創生交付金"}, FiscalYear: 2025, Amount: new(4186200.0),
		Indicators: []grant.Indicator{
			{Title: lang.Text{JA: "初収入"}, Figure: "first_income_residents", Unit: "人", Baseline: new(0.0), Target: new(10.0),
				Actual: new(8.0), Level: new(0.8), Gain: new(0.8), Due: "2027-03",
				Rating: grant.Rating{Proposed: []grant.Effect{grant.Considerable}, Arithmetic: lang.Text{JA: "実績 8 < 目標 10"}}},
			{Title: lang.Text{JA: "満足度"}, Unit: "点", Reason: lang.Text{JA: "回答がありません"}},
			{Title: lang.Text{JA: "定着"}, Unit: "人", Reason: kpi.Withheld, Suppressed: true},
		}}}}
	var b bytes.Buffer
	o := Options{Lang: lang.JA, Sender: &Sender{Prefecture: "秋田県", Municipality: "緑野町", Code: "05999"}}
	if err := Write(&b, &content.Report{Title: "実績"}, result, nil, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestToPaste(t *testing.T) {
	form := gridOf(t, read(t, grantBook(t)), "貼り付け用")
	for _, c := range []struct {
		row, col int
		kind     cell.Kind
		text     string
	}{
		{3, 3, cell.Text, "05999"},                                                       // an id, not a number
		{7, 4, cell.Text, "実績額（円）"}, {7, 5, cell.Text, "指標①"}, {7, 25, cell.Text, "指標⑤"}, // headings
		{8, 5, cell.Text, "指標"}, {8, 9, cell.Text, "実績値"}, {8, 34, cell.Text, "理由"},
		{9, 2, cell.Text, "=テレワーク事業"}, {9, 4, cell.Number, "4186200"}, {9, 5, cell.Text, "初収入"}, {9, 6, cell.Number, "10"},
		{9, 7, cell.Text, "人"}, {9, 8, cell.Text, "2027-03"}, {9, 9, cell.Number, "8"}, {9, 10, cell.Text, "満足度"},
		{9, 14, cell.Blank, ""},
		{9, 15, cell.Text, "定着"}, {9, 19, cell.Text, "x"}, // may not be shown
		{9, 30, cell.Blank, ""}, {9, 33, cell.Blank, ""}, // the officer's boxes
	} {
		if got := form.At(c.row, c.col); got.Kind != c.kind || got.Text != c.text {
			t.Errorf("row %d column %d holds %v %q, want %v %q", c.row, c.col, got.Kind, got.Text, c.kind, c.text)
		}
	}
}

// TestGrantSheet: the form on one page. Heads of part 1 stand in rows 6 and 7, the indicators below them.
func TestGrantSheet(t *testing.T) {
	form := gridOf(t, read(t, grantBook(t)), "実績報告")
	for _, c := range []struct {
		row, col int
		text     string
	}{
		{3, 1, "=テレワーク事業"}, {6, 5, "累計"}, {7, 6, "実績"}, {8, 1, "1"}, {8, 2, "初収入"}, {8, 3, "人"}, {8, 4, "0"}, {8, 5, "10"},
		{8, 6, "8"}, {8, 8, "8"}, // of a first year: 8 − 0
		{8, 9, "0.8"}, {8, 10, "0.8"}, // 8 ÷ 10, (8 − 0) ÷ (10 − 0)
		{8, 11, "相当程度効果があった"}, {8, 13, "first_income_residents"},
		{9, 2, "満足度"}, {9, 6, ""}, {9, 9, "-"}, {10, 2, "定着"}, {10, 6, "x"},
	} {
		if got := form.At(c.row, c.col); got.Text != c.text {
			t.Errorf("row %d column %d holds %q, want %q", c.row, c.col, got.Text, c.text)
		}
	}
}

// TestGrantSheetIsOnePage: one page of A4 on its side, with a print area, formulas for both achievements, the column of
// ids hidden and named.
func TestGrantSheetIsOnePage(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(grantBook(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	layout, err := f.GetPageLayout("実績報告")
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 ||
		*layout.FitToHeight != 1 {
		t.Errorf("the page is %+v (%v)", layout, err)
	}
	for at, want := range map[string]string{"I8": "F8/E8", "J8": "(F8-D8)/(E8-D8)"} {
		if got, err := f.GetCellFormula("実績報告", at); got != want || err != nil {
			t.Errorf("%s holds the formula %q (%v), want %q", at, got, err, want)
		}
	}
	if shown, err := f.GetColVisible("実績報告", "M"); shown || err != nil {
		t.Errorf("the column of ids is shown (%v)", err)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Scope == "実績報告" {
			names[n.Name] = n.RefersTo
		}
	}
	if names["指標ID"] != "'実績報告'!$M$8:$M$10" || names["_xlnm.Print_Area"] == "" {
		t.Errorf("names %v", names)
	}
}

// TestHeaderText: what stands behind &9, the order of the size, is neither read as an order nor as more of the size.
func TestHeaderText(t *testing.T) {
	for text, want := range map[string]string{"": "", "1 row & more": " 1 row && more", "台帳の1行": "台帳の1行"} {
		if got := headerText(text); got != want {
			t.Errorf("headerText(%q) = %q, want %q", text, got, want)
		}
	}
}
