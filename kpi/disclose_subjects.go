package kpi

import "strings"

// Subject is what a figure is about, which decides by what rule it is shown.
type Subject string

// Persons: counts of participants, and times of theirs. Work: counts of what participants did
// (tasks, weeks, months of pay). Pay: money and hours of participants. Answers: scores that people
// gave. Support: hours of the hub's staff. OnePerson: a figure of one person, in the hub's edition
// only. Contracts, Clients: counts of these, which are not persons. Revenue: money of clients.
// Margin: revenue and pay in one. PublicFunds: the municipality's own money, and what is on record
// anyway: metrics, publications, dates.
const (
	Persons     Subject = "persons"
	Work        Subject = "work"
	Pay         Subject = "pay"
	Answers     Subject = "answers"
	Support     Subject = "support"
	OnePerson   Subject = "one_person"
	Contracts   Subject = "contracts"
	Clients     Subject = "clients"
	Revenue     Subject = "revenue"
	Margin      Subject = "margin"
	PublicFunds Subject = "public_funds"
)

// subjects is the subject of every figure of the catalogue; a test there holds it whole.
var subjects = map[string]Subject{
	"recurring_contract_ratio":        Contracts,
	"recurring_revenue_ratio":         Revenue,
	"repeat_client_ratio":             Clients,
	"average_continuation_months":     Contracts,
	"worker_continuation_months":      Persons,
	"first_income_residents":          Persons,
	"first_income_within_cycle_ratio": Persons,
	"days_to_first_income":            Persons,
	"training_completion_ratio":       Persons,
	"ojt_transition_ratio":            Persons,
	"retention_ratio":                 Persons,
	"recurring_connection_ratio":      Persons,
	"worker_survival_180":             Persons,
	"worker_survival_365":             Persons,
	"rule_candidates":                 Persons,
	"rule_hours":                      Contracts, // by project; see SubjectIn for the other readings
	"rule_projects":                   Contracts,
	"registered_workers":              Persons,
	"active_workers":                  Persons,
	"active_ratio":                    Persons,
	"population_share":                Persons,
	"hours_band_ratio":                Work,
	"monthly_income":                  Pay,
	"effective_hourly_pay":            Pay,
	"below_reference_workers":         Persons,
	"unpaid_client_work":              Work,
	"payment_days":                    Work,
	"revenue_total":                   Revenue,
	"revenue_by_fiscal_year":          Revenue,
	"revenue_multiple":                Revenue,
	"payout_ratio":                    Margin,
	"outside_revenue_ratio":           Revenue,
	"inside_revenue_ratio":            Revenue,
	"expert_share":                    Pay,
	"form_mix":                        Contracts,
	"category_mix":                    Contracts,
	"sector_mix":                      Contracts,
	"w_check_ratio":                   Work,
	"rework_ratio":                    Work,
	"on_time_ratio":                   Work,
	"nda_coverage":                    Persons,
	"security_coverage":               Persons,
	"leaders":                         Persons,
	"small_task_share":                Contracts,
	"hub_hours_per_worker_week":       Support,
	"heaviest_staff_week":             OnePerson,
	"role_mix":                        Support,
	"accompaniment_budget_ratio":      PublicFunds,
	"budget_by_class":                 PublicFunds,
	"budget_by_fund":                  PublicFunds,
	"self_sustaining_ratio":           Margin,
	"cost_per_first_income_resident":  Persons,
	"cost_per_retained":               Persons,
	"satisfaction_worker":             Answers,
	"satisfaction_client":             Answers,
	"satisfaction_local_business":     Answers,
	"satisfaction_student":            Answers,
	"satisfaction_host":               Answers,
	"metric":                          PublicFunds,
	"student_participation_ratio":     Persons,
	"local_retention_ratio":           Persons,
	"second_challenge":                Persons,
	"migrant_earners":                 Persons,
	"by_gender":                       Persons,
	"by_age_band":                     Persons,
	"by_situation":                    Persons,
	"satellite_clients":               Clients,
	"latest_start_date":               PublicFunds,
	"recent_publications":             PublicFunds,
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
	return OnePerson
}

// subject is SubjectOf with the setting of the 10-10-10 rule, which counts hours by project, by
// person, or in all.
func (r *Result) subject(id string) Subject {
	if id == "rule_hours" {
		switch r.Rule.Basis {
		case "person":
			return Persons
		case "total":
			return Pay
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
