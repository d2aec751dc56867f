// Package catalog declares every figure of pilot90: one file a figure, named by its id, with
// title, unit, definition in words, and the function that computes it.
//
// The one idea: a figure is added by one file and one golden worked out by hand; lists, the
// page CATALOG.md and the tests follow from that. What a ratio or a survival curve is, and
// how rows are kept as evidence, is package kpi's business; nothing is printed here.
package catalog

import (
	"slices"

	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// all is every figure in the order in which they are printed.
var all = slices.Concat(headline, cycle, rule, work, checklist)

// The headline figures and their companions.
var headline = []kpi.Definition{
	recurringContractRatio,
	recurringRevenueRatio,
	repeatClientRatio,
	averageContinuationMonths,
	workerContinuationMonths,
	firstIncomeResidents,
	firstIncomeWithinCycleRatio,
	daysToFirstIncome,
}

// The 30/30/30 cycle.
var cycle = []kpi.Definition{
	trainingCompletionRatio,
	ojtTransitionRatio,
	retentionRatio,
	recurringConnectionRatio,
	workerSurvival180,
	workerSurvival365,
}

// The 10-10-10 rule.
var rule = []kpi.Definition{
	ruleCandidates,
	ruleHours,
	ruleProjects,
}

// Work and money.
var work = []kpi.Definition{
	registeredWorkers,
	activeWorkers,
	activeRatio,
	populationShare,
	hoursBandRatio,
	monthlyIncome,
	effectiveHourlyPay,
	belowReferenceWorkers,
	unpaidClientWork,
	paymentDays,
	revenueTotal,
	revenueByFiscalYear,
	revenueMultiple,
	payoutRatio,
	outsideRevenueRatio,
	insideRevenueRatio,
	expertShare,
	formMix,
	categoryMix,
	sectorMix,
	wCheckRatio,
	reworkRatio,
	onTimeRatio,
	ndaCoverage,
	securityCoverage,
	leaders,
	smallTaskShare,
	hubHoursPerWorkerWeek,
	heaviestStaffWeek,
	roleMix,
	accompanimentBudgetRatio,
	budgetByClass,
	budgetByFund,
	selfSustainingRatio,
	costPerFirstIncomeResident,
	costPerRetained,
	satisfactionWorker,
	satisfactionClient,
	satisfactionLocalBusiness,
	satisfactionStudent,
	satisfactionHost,
	metric,
	studentParticipationRatio,
	localRetentionRatio,
	secondChallenge,
	migrantEarners,
	byGender,
	byAgeBand,
	bySituation,
	satelliteClients,
	latestStartDate,
}

// Figures that only the checklist asks for.
var checklist = []kpi.Definition{
	recentPublications,
}

// All returns every definition in printing order.
func All() []kpi.Definition { return slices.Clone(all) }

// Sheets that several figures need.
var (
	needContracts    = []schema.Key{schema.Contracts}
	needParticipants = []schema.Key{schema.Participants}
	needPeopleTasks  = []schema.Key{schema.Participants, schema.Tasks}
	needAll          = []schema.Key{schema.Participants, schema.Contracts, schema.Tasks}
)
