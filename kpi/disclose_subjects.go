package kpi

import "strings"

// Subject is what a figure is about, which decides by what rule it is shown.
type Subject string

// AboutPersons: counts of participants, and times of theirs. AboutWork: counts of what participants did
// (tasks, weeks, months of pay). AboutPay: money and hours of participants. AboutAnswers: scores that people
// gave. AboutSupport: hours of the hub's staff. AboutOnePerson: a figure of one person, in the hub's edition
// only. AboutContracts, AboutClients: counts of these, which are not persons. AboutRevenue: money of clients.
// AboutMargin: revenue and pay in one. AboutPublicFunds: the municipality's own money, and what is on record
// anyway: metrics, publications, dates.
const (
	AboutPersons     Subject = "persons"
	AboutWork        Subject = "work"
	AboutPay         Subject = "pay"
	AboutAnswers     Subject = "answers"
	AboutSupport     Subject = "support"
	AboutOnePerson   Subject = "one_person"
	AboutContracts   Subject = "contracts"
	AboutClients     Subject = "clients"
	AboutRevenue     Subject = "revenue"
	AboutMargin      Subject = "margin"
	AboutPublicFunds Subject = "public_funds"
)

// subjects is the subject of every figure of the catalogue; a test there holds it whole.
var subjects = map[string]Subject{
	"recurring_contract_ratio":        AboutContracts,
	"recurring_revenue_ratio":         AboutRevenue,
	"repeat_client_ratio":             AboutClients,
	"average_continuation_months":     AboutContracts,
	"worker_continuation_months":      AboutPersons,
	"first_income_residents":          AboutPersons,
	"first_income_within_cycle_ratio": AboutPersons,
	"days_to_first_income":            AboutPersons,
	"training_completion_ratio":       AboutPersons,
	"ojt_transition_ratio":            AboutPersons,
	"retention_ratio":                 AboutPersons,
	"recurring_connection_ratio":      AboutPersons,
	"worker_survival_180":             AboutPersons,
	"worker_survival_365":             AboutPersons,
	"rule_candidates":                 AboutPersons,
	"rule_hours":                      AboutContracts, // by project; see SubjectIn for the other readings
	"rule_projects":                   AboutContracts,
	"registered_workers":              AboutPersons,
	"active_workers":                  AboutPersons,
	"active_ratio":                    AboutPersons,
	"population_share":                AboutPersons,
	"hours_band_ratio":                AboutWork,
	"monthly_income":                  AboutPay,
	"effective_hourly_pay":            AboutPay,
	"below_reference_workers":         AboutPersons,
	"unpaid_client_work":              AboutWork,
	"payment_days":                    AboutWork,
	"revenue_total":                   AboutRevenue,
	"revenue_by_fiscal_year":          AboutRevenue,
	"revenue_multiple":                AboutRevenue,
	"payout_ratio":                    AboutMargin,
	"outside_revenue_ratio":           AboutRevenue,
	"inside_revenue_ratio":            AboutRevenue,
	"expert_share":                    AboutPay,
	"form_mix":                        AboutContracts,
	"category_mix":                    AboutContracts,
	"sector_mix":                      AboutContracts,
	"w_check_ratio":                   AboutWork,
	"rework_ratio":                    AboutWork,
	"on_time_ratio":                   AboutWork,
	"nda_coverage":                    AboutPersons,
	"security_coverage":               AboutPersons,
	"leaders":                         AboutPersons,
	"small_task_share":                AboutContracts,
	"hub_hours_per_worker_week":       AboutSupport,
	"heaviest_staff_week":             AboutOnePerson,
	"role_mix":                        AboutSupport,
	"accompaniment_budget_ratio":      AboutPublicFunds,
	"budget_by_class":                 AboutPublicFunds,
	"budget_by_fund":                  AboutPublicFunds,
	"self_sustaining_ratio":           AboutMargin,
	"cost_per_first_income_resident":  AboutPersons,
	"cost_per_retained":               AboutPersons,
	"satisfaction_worker":             AboutAnswers,
	"satisfaction_client":             AboutAnswers,
	"satisfaction_local_business":     AboutAnswers,
	"satisfaction_student":            AboutAnswers,
	"satisfaction_host":               AboutAnswers,
	"metric":                          AboutPublicFunds,
	"student_participation_ratio":     AboutPersons,
	"local_retention_ratio":           AboutPersons,
	"second_challenge":                AboutPersons,
	"migrant_earners":                 AboutPersons,
	"by_gender":                       AboutPersons,
	"by_age_band":                     AboutPersons,
	"by_situation":                    AboutPersons,
	"satellite_clients":               AboutClients,
	"latest_start_date":               AboutPublicFunds,
	"recent_publications":             AboutPublicFunds,
}

// SubjectOf returns the subject of the figure with the id. An id that is not known is OnePerson:
// it is shown to the hub only.
func SubjectOf(id string) Subject {
	if strings.HasPrefix(id, "metric.") {
		id = "metric"
	}
	if s, ok := subjects[id]; ok {
		return s
	}
	return AboutOnePerson
}

// subject is SubjectOf with the setting of the 10-10-10 rule, which counts hours by project, by
// person, or in all.
func (r *Result) subject(id string) Subject {
	if id == "rule_hours" {
		switch r.Rule.Basis {
		case "person":
			return AboutPersons
		case "total":
			return AboutPay
		}
	}
	return SubjectOf(id)
}

// people names whom a figure counts: Hit those of its value or numerator, All those of its
// denominator, or of n where it has none. A figure without a line here has names of its own.
type people struct{ hit, all string }

var peopleOf = map[string]people{
	"first_income_residents":          {"first_income_residents", "residents"},
	"first_income_within_cycle_ratio": {"income_in_cycle", "complete"},
	"days_to_first_income":            {"", "started"},
	"training_completion_ratio":       {"trained_in_time", "past_training"},
	"ojt_transition_ratio":            {"trained_at_work", "trained_past_ojt"},
	"retention_ratio":                 {"retained", "complete"},
	"recurring_connection_ratio":      {"connected", "complete"},
	"worker_continuation_months":      {"", "paid_workers"},
	"worker_survival_180":             {"", "paid_workers"},
	"worker_survival_365":             {"", "paid_workers"},
	"rule_candidates":                 {"at_work", "everyone"},
	"rule_hours":                      {"ten_hours", "everyone"},
	"registered_workers":              {"registered", "registered"},
	"active_workers":                  {"active", "registered"},
	"active_ratio":                    {"active", "registered_now"},
	"population_share":                {"registered", "registered"},
	"below_reference_workers":         {"below_reference", "compared"},
	"nda_coverage":                    {"nda", "at_work_in_period"},
	"security_coverage":               {"security", "at_work_in_period"},
	"hub_hours_per_worker_week":       {"", "at_work_in_period"},
	"leaders":                         {"leaders", "leaders_known"},
	"cost_per_first_income_resident":  {"", "first_income_residents"},
	"cost_per_retained":               {"", "retained"},
	"student_participation_ratio":     {"students_at_work", "students"},
	"local_retention_ratio":           {"local_jobs", "students_settled"},
	"second_challenge":                {"moved_on", "registered"},
	"migrant_earners":                 {"migrant_earners", "migrants"},
	"by_gender":                       {"registered", "registered"},
	"by_age_band":                     {"registered", "registered"},
	"by_situation":                    {"registered", "registered"},
}

// inside lists which people are among which others: the inner first. What one takes from the
// other is a cell too.
var inside = [][2]string{
	{"registered", "everyone"}, {"registered_now", "registered"}, {"started", "registered"}, {"started", "everyone"},
	{"at_work", "registered"}, {"at_work", "everyone"}, {"at_work_in_period", "at_work"}, {"ten_hours", "at_work"},
	{"active", "registered"}, {"active", "at_work"}, {"active", "registered_now"},
	{"residents", "everyone"}, {"residents", "registered"}, {"first_income_residents", "residents"},
	{"first_income_residents", "stage.first_income"},
	{"past_training", "started"}, {"trained_past_ojt", "past_training"}, {"complete", "past_training"},
	{"complete", "started"},
	{"trained_in_time", "past_training"}, {"trained_in_time", "stage.training_completed"},
	{"trained_past_ojt", "stage.training_completed"}, {"trained_at_work", "trained_past_ojt"},
	{"trained_at_work", "stage.ojt_started"},
	{"income_in_cycle", "complete"}, {"income_in_cycle", "stage.first_income"},
	{"retained", "complete"}, {"connected", "complete"}, {"connected", "stage.recurring"},
	{"stage.training_completed", "started"}, {"stage.ojt_started", "started"}, {"stage.ojt_started", "at_work"},
	{"stage.first_delivery", "stage.ojt_started"}, {"stage.first_income", "stage.ojt_started"},
	{"stage.recurring", "stage.ojt_started"}, {"retained", "stage.ojt_started"},
	{"stage.ojt_started", "stage.training_completed"}, {"stage.first_income", "stage.first_delivery"},
	{"stage.recurring", "stage.first_income"}, {"retained", "stage.recurring"},
	{"retained", "stage.first_income"}, {"retained", "stage.first_delivery"}, {"retained", "paid_workers"},
	{"paid_workers", "stage.ojt_started"}, {"paid_workers", "at_work"}, {"stage.first_income", "paid_workers"},
	{"days_to_first_income.events", "stage.first_income"}, {"income_in_cycle", "days_to_first_income.events"},
	{"worker_survival_180.events", "worker_survival_365.events"},
	{"worker_survival_365.events", "worker_continuation_months.events"},
	{"worker_survival_180.events", "worker_continuation_months.events"},
	{"worker_survival_365.at_risk_n", "worker_survival_180.at_risk_n"},
	{"worker_survival_180.censored", "worker_survival_365.censored"},
	{"worker_survival_180.censored", "worker_continuation_months.censored"},
	{"worker_survival_365.censored", "worker_continuation_months.censored"},
	{"worker_continuation_months.censored", "registered_now"},
	{"phase.ojt", "past_training"}, {"phase.after", "complete"},
	{"compared", "at_work_in_period"}, {"below_reference", "compared"}, {"below_known_pay", "below_reference"},
	{"nda", "at_work_in_period"}, {"security", "at_work_in_period"},
	{"leaders", "leaders_known"}, {"leaders_known", "registered"},
	{"students", "registered"}, {"students_at_work", "students"}, {"students_at_work", "at_work"},
	{"students", "by_situation.groups.student.registered"}, {"by_situation.groups.student.registered", "students"},
	{"students_settled", "students"}, {"local_jobs", "students_settled"},
	{"local_jobs", "moved_on"}, {"moved_on", "registered"},
	{"migrants", "registered"}, {"migrant_earners", "migrants"}, {"migrant_earners", "stage.first_income"},
}

// first are the people that are shown before all others, where not everything can be, and the months
// that the median of pay rests on before those in all.
var first = []string{"registered", "started", "first_income_residents", "residents", "complete", "retained", "at_work",
	"active", "registered_now", "at_work_in_period", "monthly_income.n"}
