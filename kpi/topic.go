package kpi

import (
	"slices"

	"pilot90/cohort/lang"
)

// Topic is what a figure is to papers and rules that tell of it in words of their own. They ask for the figure of a
// topic and never for an id, so that a figure may be named anew, or another put in its place, in its definition alone.
// A figure has one topic or none, and so has a topic of figures.
type Topic string

// People: everybody ever registered, those at work, the residents with a first income; of students who worked and who
// stayed near.
const (
	TopicRegistered     Topic = "registered"
	TopicAtWork         Topic = "at_work"
	TopicFirstIncomes   Topic = "first_incomes"
	TopicStudentsWorked Topic = "students_worked"
	TopicStudentsStayed Topic = "students_stayed"
)

// The 10-10-10: candidates, those with the hours, projects.
const (
	TopicCandidates Topic = "candidates"
	TopicTenHours   Topic = "ten_hours"
	TopicProjects   Topic = "projects"
)

// Contracts: the share that recurs, by number and by money; how long they last, and how long workers stay.
const (
	TopicRecurring        Topic = "recurring"
	TopicRecurringRevenue Topic = "recurring_revenue"
	TopicContractLength   Topic = "contract_length"
	TopicWorkerLength     Topic = "worker_length"
)

// Pay: the usual month, an hour, who is below the reference wage, and when work is paid.
const (
	TopicMonthlyIncome  Topic = "income"
	TopicHourlyPay      Topic = "hourly_pay"
	TopicBelowReference Topic = "below_reference"
	TopicPayment        Topic = "payment"
)

// Money: revenue, its years, its share from outside, what of it was paid out and what accompaniment it covers; what was
// spent by class and by fund, on accompaniment, and for each
// resident with a first income.
const (
	TopicRevenue        Topic = "revenue"
	TopicRevenueYears   Topic = "revenue_years"
	TopicOutside        Topic = "outside"
	TopicPayout         Topic = "payout"
	TopicSelfSustaining Topic = "self_sustaining"
	TopicSpent          Topic = "spent"
	TopicFunds          Topic = "funds"
	TopicAccompaniment  Topic = "accompaniment"
	TopicCostOfIncome   Topic = "cost_of_income"
)

// The town: the share of its inhabitants who take part, women and men, the companies that came.
const (
	TopicInhabitants Topic = "inhabitants"
	TopicGender      Topic = "gender"
	TopicSatellites  Topic = "satellites"
)

// Theme is beside which figures one stands where all of them are listed.
type Theme string

// People and how far they came; recurring work; their income; money; quality and payment; the load on the hub; how
// content all are; who they are.
const (
	ThemePeople    Theme = "people"
	ThemeRecurring Theme = "recurring"
	ThemeIncome    Theme = "income"
	ThemeMoney     Theme = "money"
	ThemeQuality   Theme = "quality"
	ThemeHub       Theme = "hub"
	ThemeContent   Theme = "content"
	ThemeWho       Theme = "who"
)

// Per names the result of which a figure says what one of it cost.
type Per struct {
	Person lang.Text // in a sentence
	OnForm lang.Text // in the report form of a grant
	Slide  lang.Text // on a slide
	Panel  lang.Text // below its number
}

// Stage is a step of the funnel; which there are and what it takes to reach one is package facts' business.
type Stage string

// Reach says of a figure that counts who has come to a stage how it looks at the people of one cohort by the end of a
// day of each one's cycle.
type Reach struct {
	Stage     Stage
	Of        Stage     // only those count who have come to this one; "": everybody on the cycle
	Newcomers bool      // only residents without prior income count, and the figure is their number, not a share
	By        lang.Text // the title up to a day, which stands for %d; empty: the figure's own
}

// Told returns the figure of the topic, or nil.
func Told(figures []Figure, t Topic) *Figure {
	i := slices.IndexFunc(figures, func(f Figure) bool { return f.Topic == t })
	if i < 0 {
		return nil
	}
	return &figures[i]
}

// Reaching returns the share of people who have come to the stage, or nil.
func Reaching(figures []Figure, s Stage) *Figure {
	i := slices.IndexFunc(figures, func(f Figure) bool { return f.Reach.shareOf(s) })
	if i < 0 {
		return nil
	}
	return &figures[i]
}

// DefinitionOf returns the definition of the topic, or nil.
func DefinitionOf(defs []Definition, t Topic) *Definition {
	i := slices.IndexFunc(defs, func(d Definition) bool { return d.Topic == t })
	if i < 0 {
		return nil
	}
	return &defs[i]
}

// DefinitionReaching returns the definition of the share of people who have come to the stage, or nil.
func DefinitionReaching(defs []Definition, s Stage) *Definition {
	i := slices.IndexFunc(defs, func(d Definition) bool { return d.Reach.shareOf(s) })
	if i < 0 {
		return nil
	}
	return &defs[i]
}

func (r *Reach) shareOf(s Stage) bool { return r != nil && r.Stage == s && !r.Newcomers }
