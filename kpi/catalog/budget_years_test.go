package catalog

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// TestBudgetOfTwoYears reads a ledger in which the next year has begun. Of fiscal 2025, 730 of 750 thousand yen are
// spent, 80 of them on 18 May 2026: 97.3 %. The lines of 2026, 770 thousand without a day, would make that 48.0 %.
// Two residents earned in 2025, one in 2026.
func TestBudgetOfTwoYears(t *testing.T) {
	const ledger = `
as_of: AS_OF
fiscal_year: YEAR

## 参加者
参加者ID | 開始日
P01 | 2025-04-01
P02 | 2025-04-01
P03 | 2026-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
2025-05-07 | P01 | K1 | 2 | 2000 | 2025-05-07 | 2025-05-30
2025-05-07 | P02 | K1 | 2 | 2000 | 2025-05-07 | 2025-05-30
2026-04-06 | P03 | K1 | 2 | 2000 | 2026-04-06 | 2026-04-30

## 予算
費目 | 区分 | 財源 | 予算額 | 執行額 | 日付 | 年度
運営 | 伴走 | 交付金 | 500000 | 450000 | 2026-03-31 |
研修 | 研修 | 交付金 | 250000 | 200000 | | 2025
研修 | 研修 | 交付金 | | 80000 | 2026-05-18 | 令和7年度
運営 | 伴走 | 交付金 | 520000 | | | 令和8年度
研修 | 研修 | 交付金 | 250000 | 30000 | 2026-05-20 | 2026
`
	for _, c := range []struct {
		asOf, year              string
		planned, spent, perHead float64
	}{
		{"2026-03-31", "2025", 750000, 650000, 325000}, // the bill of May is still to come
		{"2026-05-31", "2025", 750000, 730000, 365000}, // 730,000 ÷ 2
		{"2026-05-31", "2026", 770000, 30000, 30000},
	} {
		text := strings.NewReplacer("AS_OF", c.asOf, "YEAR", c.year).Replace(ledger)
		figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, text)))
		plan, _ := kpi.Find(figures, "accompaniment_budget_ratio").Get("planned")
		spent, _ := kpi.Find(figures, "budget_by_fund").Get("")
		each, _ := kpi.Find(figures, "cost_per_first_income_resident").Get("")
		if plan != c.planned || spent != c.spent || each != c.perHead {
			t.Errorf("fiscal %s at %s: planned %v, spent %v, a resident %v; want %v", c.year, c.asOf, plan, spent, each, c)
		}
	}
}

// TestUndatedLinesOfTwoYears: lines that tell no year are asked about once the ledger has two, and count in neither;
// the range says what they might add. Before, all of them are of the only year.
func TestUndatedLinesOfTwoYears(t *testing.T) {
	const first = `
as_of: 2026-04-30
fiscal_year: 2025

## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000

## 予算
費目 | 区分 | 財源 | 予算額 | 執行額 | 日付
運営 | 伴走 | 交付金 | 500000 | 450000 | 2026-03-31
研修 | 研修 | 交付金 | 250000 | 200000 |

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-07 | P01 | K1 | 2 | 2000
`
	for _, c := range []struct {
		more         string
		spent, upper float64
	}{
		{"", 650000, 650000},
		{"2026-04-06 | P01 | K1 | 2 | 2000\n", 450000, 650000},
	} {
		l, clock := cohorttest.Load(t, first+c.more)
		f := kpi.Find(result.Compute(All(), kpi.NewWindow(l, clock)).Figures, "budget_by_fund")
		upper := *f.Value
		if f.Range != nil {
			upper = f.Range[1]
		}
		if *f.Value != c.spent || upper != c.upper {
			t.Errorf("with %q: %v up to %v, want %v up to %v", c.more, *f.Value, upper, c.spent, c.upper)
		}
	}
}

// TestLinesOfTheYearToCome: in February the lines of the next year are typed without their year, in a ledger that has
// nothing else of it. Where the same item is planned with its year already, the line is asked about and counts in
// neither; one that is planned once is of the only year.
func TestLinesOfTheYearToCome(t *testing.T) {
	const first = `
as_of: 2026-02-28
fiscal_year: 2025

## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-07 | P01 | K1 | 2 | 2000

## 予算
費目 | 区分 | 財源 | 予算額 | 執行額 | 日付 | 年度
運営 | 伴走 | 交付金 | 500000 | 450000 | | 令和7年度
研修 | 研修 | 交付金 | 250000 | 200000 | |
`
	for more, want := range map[string]float64{
		"": 750000, "運営 | 伴走 | 交付金 | 520000 | | |": 750000, "運営 | 伴走 | 一般財源 | 40000 | | |": 790000,
		"運営 | 伴走 | 交付金 | 520000 | | | 2026": 500000, // two years: the line for 研修 is asked about too
	} {
		figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, first+more)))
		if plan, _ := kpi.Find(figures, "accompaniment_budget_ratio").Get("planned"); plan != want {
			t.Errorf("with %q: planned %v, want %v", more, plan, want)
		}
	}
}
