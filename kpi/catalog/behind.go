package catalog

import (
	"pilot90/cohort/record"
	"pilot90/kpi"
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

func payOfTask(t *record.Task) float64   { return t.Pay.Value }
func workedHours(t *record.Task) float64 { return t.Hours.Value }

// behindValue is who stands behind the value, in each of the amounts that it rests on.
func behindValue(all ...kpi.Contributions) kpi.Behind { return kpi.Behind{"": all} }
