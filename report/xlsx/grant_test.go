package xlsx

import (
	"bytes"
	"testing"

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

func TestGrantSheet(t *testing.T) {
	book := read(t, grantBook(t))
	form, plan := gridOf(t, book, "実績報告"), gridOf(t, book, "評価の案と計算")
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
	if got := plan.At(2, 11).Text; got != "相当程度効果があった" {
		t.Errorf("the proposal is %q", got)
	}
	if got := plan.At(2, 9).Number; got != 0.8 {
		t.Errorf("the level is %v, want 8 ÷ 10", got)
	}
	if got := plan.At(3, 14).Text; got != "回答がありません" {
		t.Errorf("the reason is %q", got)
	}
}
