package catalog

import (
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Who stands behind the amounts of the figures: what several of them share.

// byWorker adds up what the tasks give, by participant.
func byWorker(tasks []*record.Task, of func(*record.Task) float64) kpi.Contributions {
	by := kpi.Contributions{}
	for _, t := range tasks {
		by[t.ParticipantID.Value] += of(t)
	}
	return by
}

// byPayee adds up the payments, by participant.
func byPayee(payments []*record.Payment) kpi.Contributions {
	by := kpi.Contributions{}
	for _, p := range payments {
		by[p.ParticipantID.Value] += p.Amount.Value
	}
	return by
}

// payByWorker is what each worker was paid for the period.
func payByWorker(w *kpi.Window) kpi.Contributions {
	if w.PaidByMonth() {
		return byPayee(facts.PaymentsIn(w))
	}
	return byWorker(w.TasksIn(), payOfTask)
}

func payOfTask(t *record.Task) float64   { return t.Pay.Value }
func workedHours(t *record.Task) float64 { return t.Hours.Value }

// behindValue is who stands behind the value, in each of the amounts that it rests on.
func behindValue(all ...kpi.Contributions) kpi.Behind { return kpi.Behind{"": all} }
