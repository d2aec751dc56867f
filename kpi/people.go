package kpi

import "pilot90/cohort"

// The sets of persons that several figures, the funnel or a table count. One that a single figure counts is
// named there.
const (
	Everyone             Set = "everyone" // all in the ledger
	ThoseRegistered      Set = "registered"
	ThoseRegisteredNow   Set = "registered_now"
	ThoseStarted         Set = "started"
	ThoseAtWork          Set = "at_work" // with a task by A
	ThoseAtWorkInPeriod  Set = "at_work_in_period"
	ThoseActive          Set = "active"
	ThoseResident        Set = "residents"
	ThoseWithFirstIncome Set = "first_income_residents" // residents, in the period
	ThosePastTraining    Set = "past_training"          // whose training phase is over
	ThoseComplete        Set = "complete"               // whose cycle is
	ThoseRetained        Set = "retained"
	ThosePaid            Set = "paid_workers"
	ThoseBelowReference  Set = "below_reference" // the minimum wage
	Students             Set = "students"
	PaidMonths           Set = "monthly_income.n" // months of participants with pay
)

// People is the set of those who have reached the stage.
func (s Stage) People() Set {
	switch s {
	case Enrolled:
		return ThoseStarted
	case Retained:
		return ThoseRetained
	}
	return Set("stage." + string(s))
}

// PhasePeople is the set of those who have entered the phase.
func PhasePeople(p cohort.Phase) Set {
	if p == cohort.TrainingPhase {
		return ThoseStarted
	}
	return Set("phase." + PhaseKey(p))
}

// Inside lists which of these sets lie in which others, the inner first: what one takes from the other is a
// count too. A figure says the same of its own sets in its definition.
var Inside = [][2]Set{
	{ThoseRegistered, Everyone}, {ThoseRegisteredNow, ThoseRegistered}, {ThoseStarted, ThoseRegistered},
	{ThoseStarted, Everyone}, {ThoseAtWork, ThoseRegistered}, {ThoseAtWork, Everyone},
	{ThoseAtWorkInPeriod, ThoseAtWork},
	{ThoseActive, ThoseRegistered}, {ThoseActive, ThoseAtWork}, {ThoseActive, ThoseRegisteredNow},
	{ThoseResident, Everyone}, {ThoseResident, ThoseRegistered}, {ThoseWithFirstIncome, ThoseResident},
	{ThoseWithFirstIncome, FirstIncome.People()},
	{ThosePastTraining, ThoseStarted}, {ThoseComplete, ThosePastTraining}, {ThoseComplete, ThoseStarted},
	{ThoseRetained, ThoseComplete},
	{TrainingCompleted.People(), ThoseStarted}, {OJTStarted.People(), ThoseStarted},
	{OJTStarted.People(), ThoseAtWork}, {FirstDelivery.People(), OJTStarted.People()},
	{FirstIncome.People(), OJTStarted.People()}, {RecurringWork.People(), OJTStarted.People()},
	{ThoseRetained, OJTStarted.People()}, {OJTStarted.People(), TrainingCompleted.People()},
	{FirstIncome.People(), FirstDelivery.People()}, {RecurringWork.People(), FirstIncome.People()},
	{ThoseRetained, RecurringWork.People()}, {ThoseRetained, FirstIncome.People()},
	{ThoseRetained, FirstDelivery.People()}, {ThoseRetained, ThosePaid},
	{ThosePaid, OJTStarted.People()}, {ThosePaid, ThoseAtWork}, {FirstIncome.People(), ThosePaid},
	{PhasePeople(cohort.OJTPhase), ThosePastTraining}, {PhasePeople(cohort.After), ThoseComplete},
	{Students, ThoseRegistered},
}
