package report

import (
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi/result"
	"pilot90/report/block"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// TestChanges: what the hub's page says of the last edition. The sample has 6 of 11 contracts 定期
// (54.5 %) and 8 first incomes at 2026-03-31; the last edition is made up.
func TestChanges(t *testing.T) {
	changesPlan := &plan.Plan{Edition: "hub", Profile: "hub", Names: true, Sections: []plan.Section{{ID: "changes",
		Title: plan.Words{JA: "変化", EN: "changes"}, Blocks: []plan.Block{{Kind: "changes", Figures: []string{
			"first_income_residents", "recurring_contract_ratio", "average_continuation_months", "revenue_total"}}}}}}
	run := runOf(t, "../samples/midorino", lang.JA)
	told := run.Result.Printed(lang.JA)
	block := func(last *result.Printed) string {
		run.Previous = last
		r, _ := Build(changesPlan, run)
		for _, s := range r.Sections {
			if s.ID == "changes" {
				return dump(&content.Report{Sections: []content.Section{s}})
			}
		}
		t.Fatal("there is no section changes")
		return ""
	}
	if got := block(nil); !strings.Contains(got, "残した週次版はまだありません") {
		t.Errorf("without an earlier edition:\n%s", got)
	}
	if got := block(told); !strings.Contains(got, "主な指標に変化はありません") {
		t.Errorf("nothing changed:\n%s", got)
	}
	before := *told
	before.Figures = append([]result.PrintedFigure(nil), told.Figures...)
	for i := range before.Figures {
		switch f := &before.Figures[i]; f.ID {
		case "recurring_contract_ratio":
			f.Value = new(5.0 / 10)
		case "first_income_residents":
			f.Value = new(7.0)
		case "payment_days": // not among the plan's
			f.Value = new(1.0)
		case "revenue_total":
			f.Value = nil
		}
	}
	got := block(&before)
	for _, want := range []string{
		"定期案件の割合 | 50.0% | 54.5% | +4.5ポイント", "初めて収入を得た住民 | 7人 | 8人 | +1", "売上の合計 | ―", "ほかに 1 の指標が変わっています",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "平均継続月数") {
		t.Errorf("a figure that did not change is listed:\n%s", got)
	}
}

// TestSince: late entries and corrections stand apart, and an edition whose ledger is not kept says so.
func TestSince(t *testing.T) {
	run := runOf(t, "../samples/midorino", lang.JA)
	run.Since = []block.Since{
		{Kind: "hub", AsOf: "2026-03-23", New: 4, Late: []string{"late row"}, Corrected: []string{"corrected row", "another"},
			Figures: []block.Moved{{Title: lang.Text{JA: "売上の合計"}, Unit: "yen", Old: new(120000.0), New: new(100000.0),
				Causes: []lang.Text{{JA: "訂正"}}}}},
		{Kind: "grant", AsOf: "2025-09-30", Unknown: true},
	}
	r, _ := Build(builtin(t, "hub"), run)
	got := dump(r)
	for _, want := range []string{
		"前回の週次版（基準日 2026-03-23）のあと：その日より後の行 4、その日までの分のあとからの記入 1、訂正など 2", "corrected row", "late row",
		"売上の合計 | 120,000円 | 100,000円 | 訂正", "交付金の版（基準日 2025-09-30）のあとに台帳のどこが変わったかは",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

// TestHandover: the successor's page in both languages, from the sample.
func TestHandover(t *testing.T) {
	for lang, wants := range map[lang.Lang][]string{
		lang.JA: {"庁内限り", "台帳の置き場所：共有/台帳", "年度内に90日を終えられる最も遅い開始日", "2026-03-31-grant", "[period] を令和8年度にし",
			"公表の最小人数 | 5人", "目標：初めて収入を得た住民 | 8人"},
		lang.EN: {"Keep them internal", "The ledger: 共有/台帳", "last start whose cycle ends", "fiscal 2026"},
	} {
		run := runOf(t, "../samples/midorino", lang)
		run.Place = "共有/台帳"
		run.Kept = []block.Kept{{Name: "2026-03-31-grant", AsOf: "2026-03-31", Number: "0123456789abcdef", State: "ok",
			Agrees: true}}
		r, _ := Build(builtin(t, "handover"), run)
		got := dump(r)
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: lacks %q", lang, want)
			}
		}
		// Every definition, not only those of figures that the page shows.
		for _, d := range run.Definitions {
			if !strings.Contains(got, d.Title.In(lang)+" | "+strings.ReplaceAll(d.Formula.In(lang), "\n", " / ")) {
				t.Errorf("%s: the definition of %s is missing", lang, d.ID)
			}
		}
	}
}
