package catalog

import (
	"slices"

	"pilot90/cohort"
	"pilot90/kpi"
)

// The columns that a ledger may lack, by what they are read for. A figure that reads one of them
// names it in Assumes, so that its absence is said; a test takes every column out and looks.
var (
	registration = kpi.Column{Table: cohort.ParticipantsKey, Key: "registered_date"}
	exit         = kpi.Column{Table: cohort.ParticipantsKey, Key: "exit_date"}
	paidDate     = kpi.Column{Table: cohort.TasksKey, Key: "paid_date"}
	contractEnd  = kpi.Column{Table: cohort.ContractsKey, Key: "end_date"}

	assumesRegistration = []kpi.Column{registration}
	assumesNow          = []kpi.Column{registration, exit}
	assumesExit         = []kpi.Column{exit}
	assumesTraining     = []kpi.Column{{Table: cohort.ParticipantsKey, Key: "trained_date"},
		{Table: cohort.TrainingsKey, Key: "completed"}}
	assumesPaidDate    = []kpi.Column{paidDate}
	assumesFirstIncome = []kpi.Column{paidDate, {Table: cohort.ParticipantsKey, Key: "residence"},
		{Table: cohort.ParticipantsKey, Key: "prior_income"}}
	assumesTerm  = []kpi.Column{contractEnd}
	assumesPrice = []kpi.Column{{Table: cohort.ContractsKey, Key: "monthly"},
		{Table: cohort.ContractsKey, Key: "amount"}}
	assumesRevenue    = append([]kpi.Column{contractEnd}, assumesPrice...)
	assumesBudgetDate = []kpi.Column{{Table: cohort.BudgetKey, Key: "date"}}
	assumesBudget     = []kpi.Column{{Table: cohort.BudgetKey, Key: "date"}, {Table: cohort.BudgetKey, Key: "planned"}}
	assumesBreakdown  = slices.Concat([]kpi.Column{registration, {Table: cohort.TasksKey, Key: "pay"}},
		assumesFirstIncome)
)
