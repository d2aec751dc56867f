package catalog

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// The sheets that the ledgers below are put together from.
const (
	summer   = "as_of: 2025-09-30\nfrom: 2025-04-01\nto: 2025-09-30\n"
	nagano   = "\n# pilot.toml\n[program]\nprefecture = \"長野県\"\n"
	twoOf    = "\n## 参加者\n参加者ID | 開始日 | 事情 | 進路\nP1 | 2025-04-01 | 学生 | 未定\nP2 | 2025-04-01 | |\n"
	priced   = "\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 契約額 | 受託形態\nC1 | A | 単発 | 2025-04-01 | 100000 |\n"
	unpriced = "\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 契約額\nC1 | A | 単発 | 2025-04-01 |\n"
	free     = "\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 契約額\nC1 | A | 単発 | 2025-04-01 | 0\n"
	log      = "\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日\n"
	support  = "\n## 伴走記録\n日付 | 担当 | 時間 | 役割\n"
	budget   = "\n## 予算\n費目 | 区分 | 予算額 | 執行額\n"
)

// TestReasons: what cannot be known has a reason that says what is missing, and never a 0.
func TestReasons(t *testing.T) {
	for _, tt := range []struct{ name, id, ledger, reason string }{
		{"no population", "population_share", summer + twoOf, "人口（program.population）がありません"},
		{"no prefecture", "below_reference_workers", summer + twoOf + log + "2025-04-10 | P1 | | 1 | 1000 | |\n",
			"program.prefecture（都道府県）がない"},
		{"a town is no prefecture", "below_reference_workers",
			summer + "\n# pilot.toml\n[program]\nprefecture = \"みどり野町\"\n" + twoOf + log + "2025-04-10 | P1 | | 1 | 1000 | |\n",
			"「みどり野町」という都道府県"},
		{"work before the first wage", "below_reference_workers",
			"as_of: 2023-09-30\nfrom: 2023-04-01\nto: 2023-09-30\n" + nagano +
				"\n## 参加者\n参加者ID | 開始日\nP1 | 2023-04-01\n" + log + "2023-09-30 | P1 | | 1 | 1 | |\n", "最低賃金と比べられる作業"},
		{"pay blank throughout", "effective_hourly_pay", summer + twoOf + log + "2025-04-10 | P1 | | 1 | | |\n",
			"時間と報酬の記入された作業がありません"},
		{"no price at all", "revenue_total", summer + unpriced, "売上のわかる案件がありません"},
		{"no price at all", "revenue_by_fiscal_year", summer + unpriced, "売上のわかる案件がありません"},
		{"one fiscal year", "revenue_multiple", summer + priced, "1年分そろった年度がまだ2つありません"},
		{"a first year of 0 yen", "revenue_multiple",
			"as_of: 2026-03-31\n\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 契約額\nC1 | A | 単発 | 2024-04-01 | 0\nC2 | A | 単発 | " +
				"2025-04-01 | 5\n", "2024年度の売上が0円"},
		{"pay blank throughout", "payout_ratio", summer + twoOf + priced + log + "2025-04-10 | P1 | C1 | 1 | | |\n",
			"報酬の記入された作業がありません"},
		{"revenue unknown", "payout_ratio", summer + twoOf + unpriced + log + "2025-04-10 | P1 | C1 | 1 | 500 | |\n",
			"売上のわかる案件がありません"},
		{"revenue 0", "payout_ratio", summer + twoOf + free + log + "2025-04-10 | P1 | C1 | 1 | 500 | |\n", "分母の合計が0"},
		{"no pay in any month", "monthly_income", summer + twoOf + log + "2025-04-10 | P1 | | 1 | 0 | |\n", "報酬のある月がありません"},
		{"nothing delivered", "payment_days", summer + twoOf + log + "2025-04-10 | P1 | | 1 | 1000 | |\n",
			"納品済みで報酬が0円より大きい作業がありません"},
		{"nothing paid", "payment_days", summer + twoOf + log + "2025-04-10 | P1 | | 1 | 1000 | 2025-04-11 |\n",
			"支払われた作業がありません"},
		{"client work of unknown price", "unpaid_client_work",
			summer + twoOf + unpriced + log + "2025-04-10 | P1 | C1 | 1 | 0 | |\n", "時間と金額のわかるもの"},
		{"forms blank", "form_mix", summer + priced, "区分のわかる実施中の案件がありません"},
		{"no support in the period", "hub_hours_per_worker_week",
			summer + twoOf + log + "2025-04-10 | P1 | | 1 | | |\n" + support + "2025-03-31 | 森 | 1 | 通訳\n", "伴走記録がありません"},
		{"no support in the period", "heaviest_staff_week", summer + support + "2025-03-31 | 森 | 1 | 通訳\n", "伴走記録がありません"},
		{"support and no worker", "hub_hours_per_worker_week",
			summer + "\n## 参加者\n参加者ID | 開始日\nP1 | 2025-03-01\n" + log + "2025-03-31 | P1 | | 1 | | |\n" + support +
				"2025-04-01 | 森 | 1 | 通訳\n", "作業のある参加者がいません"},
		{"nobody at work", "nda_coverage", summer + "\n## 参加者\n参加者ID | 開始日 | 秘密保持契約日\nP1 | 2025-03-01 | 2025-03-01\n" + log +
			"2025-03-31 | P1 | | 1 | | |\n", "作業のある参加者がいません"},
		{"plan without spending", "accompaniment_budget_ratio", summer + budget + "委託 | 伴走 | 100 |\n", "執行額の記入がありません"},
		{"spent 0 in all", "accompaniment_budget_ratio", summer + budget + "委託 | 伴走 | 100 | 0\n", "分母の合計が0"},
		{"no accompaniment", "self_sustaining_ratio",
			summer + twoOf + priced + log + "2025-04-10 | P1 | C1 | 1 | 500 | |\n" + budget + "研修 | 研修 | 100 | 90\n",
			"区分が伴走の執行額がありません"},
		{"no result yet", "cost_per_first_income_resident",
			summer + twoOf + log + "2025-04-10 | P1 | | 1 | 500 | 2025-04-11 |\n" + budget + "研修 | 研修 | 100 | 90\n",
			"初めて収入を得た住民がまだいません"},
		{"no cycle over", "cost_per_retained",
			"as_of: 2025-04-30\n" + twoOf + log + "2025-04-10 | P1 | | 1 | 500 | 2025-04-11 |\n" + budget +
				"研修 | 研修 | 100 | 90\n", "サイクルを終えた参加者がいません"},
		{"no answer", "satisfaction_host", summer + "\n## 満足度\n日付 | 回答者区分 | 点数\n2025-05-01 | ワーカー | 5\n", "「受入企業」の回答がありません"},
		{"no student", "student_participation_ratio",
			summer + "\n## 参加者\n参加者ID | 開始日 | 事情\nP1 | 2025-04-01 | 子育て\n" + log + "2025-04-10 | P1 | | 1 | | |\n",
			"「学生」とある参加者がいません"},
		{"undecided only", "local_retention_ratio", summer + twoOf, "進路のわかる学生がまだいません"},
		{"no age", "by_age_band", summer + twoOf, "「年代」も「生年」もありません"},
		{"no migrant", "migrant_earners", summer + "\n## 参加者\n参加者ID | 開始日 | 居住区分\nP1 | 2025-04-01 | 住民\n" + log +
			"2025-04-10 | P1 | | 1 | 500 | |\n", "移住の参加者がいません"},
	} {
		f := kpi.Find(kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, tt.ledger))), tt.id)
		if f == nil {
			t.Errorf("%s: no figure %s", tt.name, tt.id)
			continue
		}
		if err := check(f, "reason "+tt.reason); err != nil || f.Value != nil {
			if f.Value != nil {
				t.Errorf("%s: %s is %v", tt.name, tt.id, *f.Value)
			} else {
				t.Errorf("%s: %s: %v", tt.name, tt.id, err)
			}
		}
	}
}

// TestNoClientWorkIsNone: a ledger that has the sheets and no client work has no unpaid client work.
func TestNoClientWorkIsNone(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, summer+twoOf+priced+log+"2025-04-10 | P1 | | 1 | 0 | |\n"))
	f := kpi.Find(kpi.Run(All(), w), "unpaid_client_work")
	if f.Value == nil || *f.Value != 0 || f.N != 0 {
		t.Errorf("got %v of %d, %q", pointed(f.Value), f.N, f.Reason.JA)
	}
}

// TestUnpaidWorkOfUntoldHours: whether 1.30 is an hour and a half nothing says, and no figure of hours has a value.
// That there are hours is plain: of five tasks two have neither pay nor 0 hours; how many hours is left out.
func TestUnpaidWorkOfUntoldHours(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, summer+twoOf+priced+log+"2025-04-10 | P1 | C1 | 1.30 | 0 | |\n"+
		"2025-04-11 | P1 | C1 | 2.15 | | |\n2025-04-12 | P1 | C1 | 1.45 | 900 | |\n2025-04-13 | P1 | C1 | 0 | 0 | |\n"+
		"2025-04-14 | P1 | C1 | | 0 | |\n"))
	all := kpi.Run(All(), w)
	f := kpi.Find(all, "unpaid_client_work")
	if f.Value == nil || *f.Value != 2 || f.Excluded != 1 || len(f.Parts) > 0 || len(f.Warnings) == 0 {
		t.Errorf("got %v, %d left out, parts %v, warnings %v; want 2, 1 left out", pointed(f.Value), f.Excluded, f.Parts,
			f.Warnings)
	}
	if f := kpi.Find(all, "effective_hourly_pay"); f.Value != nil {
		t.Errorf("effective_hourly_pay is %v of hours whose unit nothing tells", *f.Value)
	}
}

// TestSettlement: the payments of April and May are told apart only where the period ends with a
// fiscal year, and none are where the log has no paid dates.
func TestSettlement(t *testing.T) {
	ledger := readGolden(t, "payout_ratio").ledger
	for _, tt := range []struct{ name, ledger, settlement, paid string }{
		{"to 31 December", strings.Replace(ledger, "to: 2026-03-31", "to: 2025-12-31", 1), "none", "7000"},
		{"to 30 March", strings.Replace(ledger, "to: 2026-03-31", "to: 2026-03-30", 1), "none", "7000"},
		{"no paid dates", strings.Replace(ledger, "| 支払日 |", "| 備考 |", 1), "none", "none"},
	} {
		f := kpi.Find(kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, tt.ledger))), "payout_ratio")
		for _, line := range []string{"part paid_in_settlement " + tt.settlement, "part paid " + tt.paid} {
			if err := check(f, line); err != nil {
				t.Errorf("%s: %s: %v", tt.name, line, err)
			}
		}
	}
}

// TestMetricNames: a metric is shown for each name of the sheet in the order of the names; those the
// model shows in front, and those with a target, say that they are missing.
func TestMetricNames(t *testing.T) {
	const toml = "\n# pilot.toml\n[program]\nmodel = \"industry_digital\"\n[targets]\n\"metric.来訪者\" = 100\n"
	for _, tt := range []struct {
		name, ledger string
		want         map[string]string // id -> line of expectation
	}{
		{"with the sheet",
			summer + toml + "\n## 実績値\n年月日 | 指標 | 値\n2025-05-01 | EC売上 | 5\n2025-03-31 | 講座 | 7\n2025-05-01 | 視察 | 何人か\n",
			map[string]string{
				"metric.EC売上": "value 5", "metric.SNS反響": "reason 「SNS反響」の記入がありません", "metric.来訪者": "reason 「来訪者」",
				"metric.視察": "reason 「視察」", "metric.講座": "value 0"}},
		{"without it", summer + toml, map[string]string{
			"metric.EC売上": "reason データなし：「実績値」のシート", "metric.SNS反響": "reason データなし", "metric.来訪者": "reason データなし"}},
		{"another model", summer, map[string]string{}},
	} {
		figures := kpi.Run([]kpi.Definition{metric}, kpi.NewWindow(cohorttest.Load(t, tt.ledger)))
		if len(figures) != len(tt.want) {
			t.Errorf("%s: %d figures, want %d", tt.name, len(figures), len(tt.want))
		}
		for i, f := range figures {
			if err := check(&f, tt.want[f.ID]); err != nil {
				t.Errorf("%s: %s: %v", tt.name, f.ID, err)
			}
			if i > 0 && figures[i-1].ID >= f.ID {
				t.Errorf("%s: %s stands after %s", tt.name, f.ID, figures[i-1].ID)
			}
		}
	}
}
