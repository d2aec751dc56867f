// Package gauge turns the figures of a run into cards: a value with what it rests on, its way month by month, and the
// verdict against its target, in groups that can be searched.
//
// The one idea: a card says in words what a reader would have to work out: how far from the target, of how many, and
// whether a row to be mended may change it. Values are those of package result; this package computes none anew but
// those of earlier months, by the same definitions.
package gauge

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// Group is a kind of figures.
type Group struct {
	ID   string
	Name lang.Text
	ids  []string
}

// Groups are all of them, in the order in which they are shown.
var Groups = []Group{
	{"people", lang.Text{JA: "人と歩み", EN: "People and their way"}, strings.Fields(`registered_workers active_workers
		active_ratio first_income_residents first_income_within_cycle_ratio days_to_first_income
		training_completion_ratio ojt_transition_ratio retention_ratio recurring_connection_ratio worker_survival_180
		worker_survival_365 worker_continuation_months second_challenge migrant_earners local_retention_ratio
		student_participation_ratio latest_start_date population_share`)},
	{"recurring", lang.Text{JA: "定期の仕事", EN: "Recurring work"}, strings.Fields(`recurring_contract_ratio
		recurring_revenue_ratio repeat_client_ratio average_continuation_months rule_candidates rule_hours rule_projects
		form_mix category_mix sector_mix satellite_clients small_task_share`)},
	{"income", lang.Text{JA: "収入", EN: "Income"}, strings.Fields(`monthly_income effective_hourly_pay
		below_reference_workers hours_band_ratio unpaid_client_work payout_ratio`)},
	{"money", lang.Text{JA: "費用と売上", EN: "Money"}, strings.Fields(`revenue_total revenue_by_fiscal_year
		revenue_multiple outside_revenue_ratio inside_revenue_ratio budget_by_class budget_by_fund self_sustaining_ratio
		cost_per_first_income_resident cost_per_retained accompaniment_budget_ratio`)},
	{"quality", lang.Text{JA: "品質と支払い", EN: "Quality and payment"}, strings.Fields(`payment_days rework_ratio
		on_time_ratio w_check_ratio nda_coverage security_coverage recent_publications`)},
	{"hub", lang.Text{JA: "拠点の負担", EN: "The hub"}, strings.Fields(`hub_hours_per_worker_week heaviest_staff_week
		leaders expert_share role_mix`)},
	{"content", lang.Text{JA: "満足度", EN: "Satisfaction"}, strings.Fields(`satisfaction_worker satisfaction_client
		satisfaction_local_business satisfaction_student satisfaction_host`)},
	{"who", lang.Text{JA: "属性", EN: "Attributes"}, strings.Fields("by_gender by_age_band by_situation")},
	{"own", lang.Text{JA: "台帳独自の指標", EN: "Of this ledger alone"}, nil},
}

// GroupOf is the group of a figure; one that no group names is the ledger's own.
func GroupOf(id string) string {
	for _, g := range Groups {
		if slices.Contains(g.ids, id) {
			return g.ID
		}
	}
	return "own"
}
