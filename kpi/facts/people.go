package facts

import (
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// The sets of persons that several figures, the funnel or a table count. One that a single figure counts is
// named there.
const (
	Everyone             kpi.Set = "everyone" // all in the ledger
	ThoseRegistered      kpi.Set = "registered"
	ThoseRegisteredNow   kpi.Set = "registered_now"
	ThoseStarted         kpi.Set = "started"
	ThoseInCycle         kpi.Set = "in_cycle" // whose cycle overlaps the period
	ThoseAtWork          kpi.Set = "at_work"  // with a task by A
	ThoseAtWorkInPeriod  kpi.Set = "at_work_in_period"
	ThoseActive          kpi.Set = "active"
	ThoseResident        kpi.Set = "residents"
	ThoseWithFirstIncome kpi.Set = "first_income_residents" // residents, in the period
	ThosePastTraining    kpi.Set = "past_training"          // whose training phase is over
	ThoseComplete        kpi.Set = "complete"               // whose cycle is
	ThoseRetained        kpi.Set = "retained"
	ThosePaid            kpi.Set = "paid_workers"
	ThoseBelowReference  kpi.Set = "below_reference" // the minimum wage
	Students             kpi.Set = "students"
	PaidMonths           kpi.Set = "monthly_income.n" // months of participants with pay
)

// People is the set of those who have reached the stage.
func (s Stage) People() kpi.Set {
	switch s {
	case Enrolled:
		return ThoseInCycle
	case Retained:
		return ThoseRetained
	}
	return kpi.Set("stage." + string(s))
}

// PhasePeople is the set of those who have entered the phase.
func PhasePeople(p setting.Phase) kpi.Set {
	if p == setting.TrainingPhase {
		return ThoseInCycle
	}
	return kpi.Set("phase." + PhaseKey(p))
}

// Inside lists which of these sets lie in which others, the inner first: what one takes from the other is a
// count too. A figure says the same of its own sets in its definition.
var Inside = [][2]kpi.Set{
	{ThoseRegistered, Everyone}, {ThoseRegisteredNow, ThoseRegistered}, {ThoseStarted, ThoseRegistered},
	{ThoseStarted, Everyone}, {ThoseAtWork, ThoseRegistered}, {ThoseAtWork, Everyone},
	{ThoseAtWorkInPeriod, ThoseAtWork},
	{ThoseActive, ThoseRegistered}, {ThoseActive, ThoseAtWork}, {ThoseInCycle, ThoseStarted},
	{ThoseResident, Everyone}, {ThoseResident, ThoseRegistered}, {ThoseWithFirstIncome, ThoseResident},
	{ThoseActive, ThoseRegisteredNow}, {ThoseInCycle, ThoseRegistered}, {ThoseInCycle, Everyone},
	{ThoseWithFirstIncome, FirstIncome.People()},
	{ThosePastTraining, ThoseInCycle}, {ThoseComplete, ThosePastTraining}, {ThoseComplete, ThoseInCycle},
	{ThoseRetained, ThoseComplete},
	{TrainingCompleted.People(), ThoseInCycle}, {OJTStarted.People(), ThoseInCycle},
	{OJTStarted.People(), ThoseAtWork}, {FirstDelivery.People(), OJTStarted.People()},
	{FirstIncome.People(), OJTStarted.People()}, {RecurringWork.People(), OJTStarted.People()},
	{ThoseRetained, OJTStarted.People()}, {OJTStarted.People(), TrainingCompleted.People()},
	{FirstIncome.People(), FirstDelivery.People()}, {RecurringWork.People(), FirstIncome.People()},
	{ThoseRetained, RecurringWork.People()}, {ThoseRetained, FirstIncome.People()},
	{ThoseRetained, FirstDelivery.People()}, {ThoseRetained, ThosePaid},
	{ThosePaid, OJTStarted.People()}, {ThosePaid, ThoseAtWork}, {FirstIncome.People(), ThosePaid},
	{PhasePeople(setting.OJTPhase), ThosePastTraining}, {PhasePeople(setting.After), ThoseComplete},
	{Students, ThoseRegistered},
}
