package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/survival"
)

// How the values of several municipalities are put together: the laws that several figures share.
var (
	sums   = kpi.Law{Kind: kpi.Added}
	ratios = kpi.Law{Kind: kpi.Divided}
)

// sumsWith is sums, with parts that add up as well.
func sumsWith(parts ...string) kpi.Law { return kpi.Law{Kind: kpi.Added, Adds: parts} }

// ratiosWith is ratios, with parts that add up.
func ratiosWith(parts ...string) kpi.Law { return kpi.Law{Kind: kpi.Divided, Adds: parts} }

func apart(ja, en string) kpi.Law { return kpi.Law{Kind: kpi.Apart, Why: lang.Text{JA: ja, EN: en}} }

// lasting puts spells together, in days; fitted makes the figure of them.
func lasting(spells func(w *kpi.Window) ([]facts.Spell, []kpi.RowUse),
	fitted func(spells []facts.Spell) kpi.Figure) kpi.Law {
	return kpi.Law{Kind: kpi.Lasting,
		Subjects: func(w *kpi.Window) []survival.Subject {
			all, _ := spells(w)
			return facts.Subjects(all, facts.Spell.Days)
		},
		Fitted: func(subjects []survival.Subject) kpi.Figure { return fitted(facts.Observed(subjects)) },
	}
}

// workersAt is the law of the share of workers who last so many days.
func workersAt(days float64) kpi.Law {
	return lasting(facts.WorkerSpells, func(spells []facts.Spell) kpi.Figure {
		return facts.SpellAt(spells, nil, days, noPaidWork)
	}).On(inactive)
}

// quotient is a part that is one sum divided by another, of the same group.
func quotient(key, of, by string) kpi.Derived {
	return kpi.Derived{Key: key, Of: func(sum, _ kpi.Sums) (float64, bool) { return over(of, by, sum, sum) }}
}

// shareOfAll is a column that is the group's part of another column.
func shareOfAll(key, of string) kpi.Derived {
	return kpi.Derived{Key: key, Of: func(sum, total kpi.Sums) (float64, bool) { return over(of, of, sum, total) }}
}

func over(of, by string, sum, whole kpi.Sums) (float64, bool) {
	part, known := sum(of)
	all, all0 := whole(by)
	if !known || !all0 || all <= 0 {
		return 0, false
	}
	return part / all, true
}

// mixes is the law of contracts by the groups of a choice. Without groups they are words as typed, and only the
// number of contracts is put together.
func mixes(groups []kpi.Group) kpi.Law {
	return kpi.Law{Kind: kpi.Grouped, Basis: renewals, Groups: &kpi.GroupLaw{Part: "groups", Free: groups == nil,
		Order:   keysOf(groups),
		Adds:    []string{"contracts", "revenue", "unknown_revenue"},
		Derived: []kpi.Derived{shareOfAll("revenue_share", "revenue")}}}
}

// budgets is the law of planned and spent by group.
func budgets(column string) kpi.Law {
	return kpi.Law{Kind: kpi.Grouped, Groups: &kpi.GroupLaw{Part: "groups", Adds: []string{"planned", "spent"},
		Order:   keysOf(choices(schema.Budget, column)),
		Derived: []kpi.Derived{quotient("spent_ratio", "spent", "planned")}}}
}

func keysOf(groups []kpi.Group) []string {
	var keys []string
	for _, g := range groups {
		keys = append(keys, g.Key)
	}
	return keys
}

// The width of the bins of pay, in yen; those of days and scores are 1.
const payBin = 1000

// breakdowns is the law of persons by group.
func breakdowns(groups []kpi.Group, values func(w *kpi.Window) map[string][]float64) kpi.Law {
	return kpi.Law{Kind: kpi.Grouped, Bin: payBin, Basis: activeDays, Groups: &kpi.GroupLaw{Part: "groups",
		Order:  keysOf(groups),
		Adds:   []string{"registered", "active", "first_income_residents"},
		Median: "median_monthly_income", Values: values}}
}

// costs is the law of what was spent on one result.
var costs = kpi.Law{Kind: kpi.Divided, Adds: []string{"spent", "spent_on_staff"}, Heads: costHeads,
	Derived: []kpi.Derived{
		{Key: "without_staff", Of: func(sum, _ kpi.Sums) (float64, bool) {
			spent, known := sum("spent")
			staff, staffed := sum("spent_on_staff")
			count, counted := sum("denominator")
			if !known || !staffed || !counted || count == 0 {
				return 0, false
			}
			return (spent - staff) / count, true
		}}}}

// The settings that figures rest on, as they are compared between municipalities.

func cycleDays(w *kpi.Window) string {
	c := w.Pilot.Cycle
	return fmt.Sprintf("%d/%d/%d", c.Training, c.OJT, c.Retention)
}

func activeDays(w *kpi.Window) string { return fmt.Sprint(w.Pilot.Settings.ActiveWindowDays) }

func inactive(w *kpi.Window) string { return fmt.Sprint(w.Pilot.Settings.InactiveAfterDays) }

func publicationDays(w *kpi.Window) string { return fmt.Sprint(w.Pilot.Settings.PublicationDays) }

func hoursBasis(w *kpi.Window) string {
	return w.Pilot.TenRule.HoursBasis + "/" + lang.Plain(w.Pilot.TenRule.Hours)
}

func renewals(w *kpi.Window) string {
	if w.Pilot.Settings.SeparateRenewals {
		return "separate"
	}
	return fmt.Sprint(w.Pilot.Settings.RenewalGapDays)
}
