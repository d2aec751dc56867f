package report

import (
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/report/block"
)

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
		"前回の週次版（令和8年3月23日現在）のあと：その日より後の行 4、その日までの分のあとからの記入 1、訂正など 2", "corrected row", "late row",
		"売上の合計 | 120,000円 | 100,000円 | 訂正", "交付金の版（令和7年9月30日現在）のあとに台帳のどこが変わったかは",
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
