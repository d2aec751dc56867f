package catalog

import (
	"pilot90/cohort/lang"
)

// Change is what one version of the definitions changed in a figure, or in several.
type Change struct {
	Version  string   // from which on it holds
	Figures  []string // ids
	Was, Now lang.Text
	Why      lang.Text
}

// changes are those since version 2026-11, by version.
var changes = []Change{
	{"2026-12", []string{"training_completion_ratio", "ojt_transition_ratio", "retention_ratio",
		"recurring_connection_ratio",
		"first_income_within_cycle_ratio", "cost_per_retained"},
		lang.Text{JA: "その日（30・60・90日目）が基準日以前の全員", EN: "all whose day 30, 60 or 90 had come by the as-of date"},
		lang.Text{JA: "その日が対象期間に入り、もう来ている人", EN: "those whose day lies in the period and has come"},
		lang.Text{JA: "2年目に、1年分の費用を2年分の人数で割っていたため",
			EN: "in a second year one year's money was divided by two years' people"}},
	{"2026-12", []string{"active_workers", "active_ratio", "registered_workers", "average_continuation_months",
		"worker_continuation_months", "worker_survival_180", "worker_survival_365", "revenue_by_fiscal_year",
		"recent_publications", "leaders", "by_gender", "by_age_band", "by_situation"},
		lang.Text{JA: "基準日の状態", EN: "as of the as-of date"},
		lang.Text{JA: "評価日（基準日と対象期間の末日の早いほう）の状態", EN: "as of the evaluation date: the as-of date or the period's end"},
		lang.Text{JA: "前の年度を5月に計算すると、新しい期の人が入っていたため", EN: "a run in May for the old year saw the new cohort"}},
	{"2026-12", []string{"active_ratio"},
		lang.Text{JA: "稼働者（その後の離脱者を含む）÷ 現在の登録者", EN: "active, leavers included ÷ registered now"},
		lang.Text{JA: "現在の登録者のうちの稼働者 ÷ 現在の登録者", EN: "active of those registered now ÷ registered now"},
		lang.Text{JA: "1を超えることがあったため", EN: "it could be over 1"}},
	{"2026-12", []string{"days_to_first_income"},
		lang.Text{JA: "離脱後の支払いは見なかったものとして打ち切り", EN: "a payment after the exit was censored"},
		lang.Text{JA: "離脱後の支払いも初収入", EN: "a payment after the exit is a first income"},
		lang.Text{JA: "離脱前の作業への支払いであるため", EN: "the work was done before"}},
	{"2026-12", []string{"rework_ratio", "w_check_ratio", "small_task_share", "leaders"},
		lang.Text{JA: "すべて空欄の列は0", EN: "a column blank throughout was 0"},
		lang.Text{JA: "すべて空欄の列は「データなし」", EN: "a column blank throughout is no data"},
		lang.Text{JA: "だれも記入していないことと、無いことは違うため", EN: "that nobody wrote is not that there was none"}},
	{"2026-12", []string{"revenue_total", "revenue_by_fiscal_year", "form_mix", "category_mix", "sector_mix", "role_mix",
		"budget_by_class", "budget_by_fund", "below_reference_workers", "metric"},
		lang.Text{JA: "対象期間に行がなければ「値なし」", EN: "no value where the period has no row"},
		lang.Text{JA: "表があって対象期間に行がなければ0", EN: "0 where the table is there and has no row in the period"},
		lang.Text{JA: "件数と合計は、無いことが分かっていれば0であるため", EN: "of what is known to be none, counts and sums are 0"}},
	{"2026-12", []string{"w_check_ratio", "rework_ratio"},
		lang.Text{JA: "途中から使い始めた列は、その前の作業も「無」", EN: "work before a column was in use was no"},
		lang.Text{JA: "使い始めた日からの作業で数える", EN: "only work from that day on counts"},
		lang.Text{JA: "9月に足した列が、それまでの作業を「無」にしていたため", EN: "a column added in September made the months before it no"}},
	{"2026-12", []string{"budget_by_class", "budget_by_fund", "accompaniment_budget_ratio", "self_sustaining_ratio",
		"cost_per_first_income_resident", "cost_per_retained"},
		lang.Text{JA: "予算の行は日付の期間に数え、日付のない行はどの期間にも数える",
			EN: "a budget line counts by its date, and one without a date in every period"},
		lang.Text{JA: "年度の記入があればその年度に数え（翌年5月の支払いも）、台帳に2つ以上の年度があれば年度も日付もない行は数えない",
			EN: "by the fiscal year that it names, bills of the May after too; in a ledger of several years a line that tells " +
				"no year does not count"},
		lang.Text{JA: "次の年度の予算が今年度の執行率に入っていたため",
			EN: "the next year's budget entered this year's spent ÷ planned"}},
}

// ChangesOf returns what versions changed in the figure, in their order.
func ChangesOf(id string) []Change {
	var of []Change
	for _, c := range changes {
		for _, f := range c.Figures {
			if f == id {
				of = append(of, c)
			}
		}
	}
	return of
}
