package catalog

import (
	"slices"

	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// The columns that a ledger may lack, by what they are read for. A figure that reads one of them
// names it in Assumes, so that its absence is said; a test takes every column out and looks.
var (
	cycleStart   = kpi.StartColumn
	kindOf       = kpi.KindColumn
	registration = kpi.Column{Table: schema.Participants, Key: "registered_date"}
	exit         = kpi.Column{Table: schema.Participants, Key: "exit_date"}
	paidDate     = kpi.Column{Table: schema.Tasks, Key: "paid_date", Or: schema.Payments}
	paymentMonth = kpi.Column{Table: schema.Payments, Key: "month"}
	contractEnd  = kpi.Column{Table: schema.Contracts, Key: "end_date"}

	assumesRegistration = []kpi.Column{registration}
	assumesNow          = []kpi.Column{registration, exit}
	assumesExit         = []kpi.Column{exit}
	assumesWork         = []kpi.Column{exit, paymentMonth}
	assumesTraining     = []kpi.Column{{Table: schema.Participants, Key: "trained_date"},
		{Table: schema.Trainings, Key: "completed"}}
	assumesPaidDate = []kpi.Column{paidDate}
	// who counts at all goes before on which day: papers have room for what bears most on the figure
	assumesFirstIncome = []kpi.Column{{Table: schema.Participants, Key: "prior_income"},
		{Table: schema.Participants, Key: "residence"}, paidDate}
	assumesTerm  = []kpi.Column{kpi.TermColumn, contractEnd}
	assumesPrice = []kpi.Column{{Table: schema.Contracts, Key: "monthly", Or: schema.Invoices},
		{Table: schema.Contracts, Key: "amount", Or: schema.Invoices}}
	assumesRevenue    = slices.Concat(assumesTerm, assumesPrice)
	assumesBudgetDate = []kpi.Column{{Table: schema.Budget, Key: "date"}, {Table: schema.Budget, Key: "fiscal_year"}}
	assumesBudget     = append([]kpi.Column{{Table: schema.Budget, Key: "planned"}}, assumesBudgetDate...)
	assumesBreakdown  = slices.Concat([]kpi.Column{registration, {Table: schema.Tasks, Key: "pay", Or: schema.Payments},
		paymentMonth},
		assumesFirstIncome)
)
