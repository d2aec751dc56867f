package csv

import (
	"bytes"
	stdcsv "encoding/csv"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// written writes a result and reads it back by heading.
func written(t *testing.T, r *result.Result) []map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, []kpi.Definition{{ID: "a", Formula: lang.Text{JA: "a÷b"}}}, lang.JA); err != nil {
		t.Fatal(err)
	}
	if !Ours(b.Bytes()) {
		t.Error("the file is not recognised as ours")
	}
	text, ok := strings.CutPrefix(b.String(), bom)
	if !ok || strings.Count(text, "\r\n") != strings.Count(text, "\n") {
		t.Error("want a byte order mark and CRLF")
	}
	rows, err := stdcsv.NewReader(strings.NewReader(text)).ReadAll() // refuses rows of another width
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, v := range row {
			if m[rows[0][i]] != "" {
				t.Errorf("two columns are called %s", rows[0][i])
			}
			m[rows[0][i]] = v
		}
		out = append(out, m)
	}
	return out
}

func TestWrite(t *testing.T) {
	r := &result.Result{
		Clock: setting.Clock{AsOf: cell.NewDay(2026, 3, 31), From: cell.NewDay(2025, 4, 1), To: cell.NewDay(2026, 3, 31)},
		Figures: []kpi.Figure{
			{ID: "a", Title: lang.Text{JA: "割"}, Unit: kpi.Ratio, Value: new(7.0 / 12), Numerator: new(7.0),
				Denominator: new(12.0), N: 12, Excluded: 1,
				Interval: &[2]float64{0.25, 0.75}, Target: new(0.5), Warnings: []lang.Text{{JA: "一"}, {JA: "二\n行"}},
				Range: &[2]float64{0.5, 1},
				Parts: kpi.Parts{{Key: "p", Title: lang.Text{JA: "部"}, Unit: kpi.Yen, Value: -1200.0},
					{Key: "h", Unit: kpi.Count, Value: kpi.Span{High: 3, Text: lang.Text{JA: "3人以下"}}}, {Key: "m", Unit: kpi.Months}}},
			{ID: "b", Unit: kpi.Count, Suppressed: true, Hidden: []string{"value", "numerator", "n", "interval"},
				Denominator: new(9.0), Reason: kpi.Withheld},
			{ID: "c", Unit: kpi.Date, Value: new(19724.0)}, // 2024-01-02: see kpi/catalog/testdata/latest_start_date.txt
			{ID: "d", Unit: kpi.Count, Reason: lang.Text{JA: "列なし"}},
			{ID: "z", Unit: kpi.Count, Value: new(0.0)},
		},
		Funnel: state.Funnel{Stages: []state.StageCount{{Stage: facts.Enrolled, Title: lang.Text{JA: "参加"},
			Count: new(12)},
			{Stage: facts.FirstDelivery, Suppressed: true, Reason: kpi.Withheld}}},
	}
	rows := written(t, r)
	for i, want := range []map[string]string{
		{"指標ID": "a", "基準日": "2026-03-31", "期間の始まり": "2025-04-01", "値": "0.5833333333333334", "値の記号": "", "単位": "割合（1が100％）",
			"分子": "7", "分母": "12", "件数": "12", "除外件数": "1",
			"95％区間の下限": "0.25", "95％区間の上限": "0.75", "誤りを直したあとの上限": "1", "目標": "0.5", "注意": "一；二 行", "定義": "a÷b", "内訳ID": ""},
		{"指標ID": "a", "内訳ID": "p", "内訳名": "部", "値": "-1200", "単位": "円", "定義": ""},
		{"内訳ID": "h", "値": "", "値の記号": "3人以下"},
		{"内訳ID": "m", "値": "", "値の記号": "-"},
		{"指標ID": "b", "値": "", "値の記号": "x", "分子": "", "分子の記号": "x", "分母": "9", "分母の記号": "", "件数": "", "件数の記号": "x",
			"95％区間の記号": "x", "除外件数": "0"},
		{"指標ID": "c", "値": "2024-01-02", "単位": "日付"},
		{"指標ID": "d", "値": "", "値の記号": "…", "値がない理由": "列なし"},
		{"指標ID": "z", "値": "0", "値の記号": ""},
		{"指標ID": "funnel", "内訳ID": "enrolled", "値": "12"},
		{"指標ID": "funnel", "値": "", "値の記号": "x", "値がない理由": "秘匿（x）"},
	} {
		for head, v := range want {
			if got, ok := rows[i][head]; !ok || got != v {
				t.Errorf("row %d, %s: %q, want %q", i, head, got, v)
			}
		}
	}
}

// TestNoFormulas: a text of a ledger that begins like a formula does not become one.
func TestNoFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+81": "'+81", "-1": "'-1", "@a": "'@a", "\ta": "'\ta", "＝A1": "'＝A1", "a=b": "a=b", "": "",
		"-": "-", "\r\n=1": "'=1",
	} {
		if got := safe(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	evil := lang.Text{JA: "=cmd|'/c calc'!A1"}
	r := &result.Result{Figures: []kpi.Figure{{ID: "=evil", Title: evil, Reason: evil, Warnings: []lang.Text{evil},
		Parts: kpi.Parts{{Key: "=k", Title: evil, Value: "@x"}}}}}
	for _, row := range written(t, r) {
		for head, v := range row {
			if v != "" && strings.ContainsRune("=+@\t", rune(v[0])) {
				t.Errorf("%s holds %q", head, v)
			}
		}
	}
}

// TestEveryUnitHasAWord: a unit without a word would be an empty column.
func TestEveryUnitHasAWord(t *testing.T) {
	for _, u := range []kpi.Unit{
		kpi.Ratio, kpi.Count, kpi.Months, kpi.Days, kpi.Hours, kpi.Yen, kpi.YenPerHour, kpi.Score, kpi.Multiple, kpi.Date,
	} {
		if unitWord(u, lang.JA) == "" || unitWord(u, lang.EN) != string(u) {
			t.Errorf("%s has no word", u)
		}
	}
}
