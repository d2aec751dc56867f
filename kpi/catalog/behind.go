package catalog

import (
	"slices"
	"strings"

	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Who stands behind the amounts of the figures: what several of them share.

// byWorker adds up what the tasks give, by participant.
func byWorker(tasks []*record.Task, of func(*record.Task) float64) kpi.Shares {
	by := kpi.Contributions{}
	for _, t := range tasks {
		by[t.ParticipantID.Value] += of(t)
	}
	return by.Shares()
}

// byPayee adds up the payments, by participant.
func byPayee(payments []*record.Payment) kpi.Shares {
	by := kpi.Contributions{}
	for _, p := range payments {
		by[p.ParticipantID.Value] += p.Amount.Value
	}
	return by.Shares()
}

// payShares is what each worker was paid in the period.
func payShares(w *kpi.Window) kpi.Shares {
	if w.PaidByMonth() {
		return byPayee(facts.PaymentsIn(w))
	}
	return byWorker(w.TasksIn(), payOfTask)
}

func eachTask(*record.Task) float64      { return 1 }
func payOfTask(t *record.Task) float64   { return t.Pay.Value }
func workedHours(t *record.Task) float64 { return t.Hours.Value }
func workers(all ...kpi.Shares) kpi.Behind {
	return kpi.Behind{Workers: map[string][]kpi.Shares{"": all}}
}

// behindTasks is, for a count of tasks, how many each worker has of those that count and of the others.
func behindTasks(tasks []*record.Task, hit func(*record.Task) bool) kpi.Behind {
	in := kpi.Where(tasks, hit)
	out := kpi.Where(tasks, func(t *record.Task) bool { return !hit(t) })
	return workers(byWorker(in, eachTask), byWorker(out, eachTask))
}

// behindDelivered is behindTasks for the tasks of the period that have been delivered.
func behindDelivered(hit func(*record.Task) bool) func(*kpi.Window) kpi.Behind {
	return func(w *kpi.Window) kpi.Behind { return behindTasks(facts.DeliveredIn(w), hit) }
}

// behindSupport is the hours of each member of the hub's staff in the period.
func behindSupport(w *kpi.Window) kpi.Behind {
	staff := kpi.Contributions{}
	for _, s := range supportRows(w) {
		staff[s.Staff.Value] += s.Hours.Value
	}
	return kpi.Behind{Staff: staff.Shares()}
}

// clientsBy splits the revenue of the period by group and client, in the order of the keys.
func clientsBy(w *kpi.Window, key func(*kpi.Window, *record.Contract) string) []kpi.ClientGroup {
	by := map[string]kpi.Contributions{}
	for _, c := range facts.Billing(w) {
		if yen, known := facts.Revenue(w, c); known {
			k := key(w, c)
			if by[k] == nil {
				by[k] = kpi.Contributions{}
			}
			by[k][c.ClientID.Value] += yen
		}
	}
	groups := make([]kpi.ClientGroup, 0, len(by))
	for k, clients := range by {
		groups = append(groups, kpi.ClientGroup{Key: k, Clients: clients})
	}
	slices.SortFunc(groups, func(a, b kpi.ClientGroup) int { return strings.Compare(a.Key, b.Key) })
	return groups
}

// behindRevenue is what each client pays of the revenue of the period, or of each part that key splits it in.
func behindRevenue(key func(*kpi.Window, *record.Contract) string) func(*kpi.Window) kpi.Behind {
	return func(w *kpi.Window) kpi.Behind {
		var all []kpi.Shares
		for _, g := range clientsBy(w, key) {
			all = append(all, g.Clients.Shares())
		}
		if all == nil {
			return kpi.Behind{}
		}
		return kpi.Behind{Clients: map[string][]kpi.Shares{"": all}}
	}
}

// inAll is the one group of all contracts.
func inAll(*kpi.Window, *record.Contract) string { return "all" }

// behindMix is what each client pays in each group of a mix.
func behindMix(of kindOfContract) func(*kpi.Window) kpi.Behind {
	return func(w *kpi.Window) kpi.Behind {
		return kpi.Behind{Groups: clientsBy(w, func(w *kpi.Window, c *record.Contract) string {
			key, _ := of(w, c)
			return key
		})}
	}
}
