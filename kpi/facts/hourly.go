package facts

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// paidHours is the key of what PaidHours returns among what a window keeps.
type paidHours struct{}

// PaidHours returns the tasks dated in [F, T] with hours > 0 and pay entered, those with hours
// > 0 whose pay is blank, and those whose hours are blank. Where pay is known by month alone, that of a task is
// entered when a payment is for its month. They must not be changed.
func PaidHours(w *kpi.Window) (paid, payBlank, hoursBlank []*record.Task) {
	three := kpi.Kept(w, paidHours{}, func() (three [3][]*record.Task) {
		three[0], three[1], three[2] = sortPaid(w)
		return three
	})
	return three[0], three[1], three[2]
}

// sortPaid works out what PaidHours returns.
func sortPaid(w *kpi.Window) (paid, payBlank, hoursBlank []*record.Task) {
	listed := map[*record.Task]bool{}
	if w.PaidByMonth() {
		for _, m := range MonthPays(w) {
			for _, t := range m.Tasks {
				listed[t] = m.Known()
			}
		}
	}
	for _, t := range w.TasksIn() {
		switch {
		case !t.Hours.Known:
			hoursBlank = append(hoursBlank, t)
		case t.Hours.Value <= 0:
		case !t.Pay.Known && !listed[t]:
			payBlank = append(payBlank, t)
		default:
			paid = append(paid, t)
		}
	}
	return paid, payBlank, hoursBlank
}

// HourlyPay is what one participant was paid for logged hours beside what the minimum wage would
// have been for them: a reference (参考), since the law does not cover telework that is not
// employment. It rests on tasks dated in [F, T] with hours > 0; blank pay adds 0 yen.
type HourlyPay struct {
	Participant *record.Participant
	Tasks       []*record.Task
	Payments    []*record.Payment // for the months of the tasks, where pay is known by month alone
	Pay         float64           // yen
	Reference   float64           // Σ hours × the wage of the prefecture on the task's date, yen
	Early       []*record.Task    // dated before the first wage of the table: not in the sums
}

// Below reports whether the pay is under the reference. Hours of 20 minutes are thirds, which no
// binary number holds; a millionth of a yen is let pass.
func (h HourlyPay) Below() bool { return len(h.Tasks) > 0 && h.Pay < h.Reference-1e-6 }

// HourlyPays compares every participant who has some of the tasks, in reading order.
func HourlyPays(w *kpi.Window, tasks []*record.Task, wages Wages) []HourlyPay {
	by := map[string][]*record.Task{}
	for _, t := range tasks {
		by[t.ParticipantID.Value] = append(by[t.ParticipantID.Value], t)
	}
	var all []HourlyPay
	for _, p := range w.Participants {
		tasks := by[p.ID.Value]
		if len(tasks) == 0 {
			continue
		}
		h := hourlyPay(p, tasks, wages)
		if w.PaidByMonth() {
			h.Payments = PaymentsOfMonths(w, h.Tasks)
			h.Pay = kpi.Sum(amounts(h.Payments))
		}
		all = append(all, h)
	}
	return all
}

// PaymentsOfMonths returns the payments of [F, T] for the months in which the tasks of their participants are dated.
func PaymentsOfMonths(w *kpi.Window, tasks []*record.Task) []*record.Payment {
	type worked struct {
		person string
		month  cell.Day
	}
	in := map[worked]bool{}
	for _, t := range tasks {
		in[worked{t.ParticipantID.Value, MonthStart(t.Date.Value)}] = true
	}
	return kpi.Where(PaymentsIn(w), func(p *record.Payment) bool {
		month, _ := p.Covers() // a window has no payment of no month
		return in[worked{p.ParticipantID.Value, month}]
	})
}

func hourlyPay(p *record.Participant, tasks []*record.Task, wages Wages) HourlyPay {
	h := HourlyPay{Participant: p}
	pay, reference := make([]float64, 0, len(tasks)), make([]float64, 0, len(tasks))
	h.Tasks = make([]*record.Task, 0, len(tasks))
	for _, t := range tasks {
		wage, ok := wages.On(t.Date.Value)
		if !ok {
			h.Early = append(h.Early, t)
			continue
		}
		h.Tasks = append(h.Tasks, t)
		pay = append(pay, t.Pay.Value)
		reference = append(reference, float64(t.Hours.Value*wage.Yen))
	}
	h.Pay, h.Reference = kpi.Sum(pay), kpi.Sum(reference)
	return h
}

// WageWarnings say how far the table of wages can be relied on for the tasks compared.
func WageWarnings(all []HourlyPay, wages Wages) []lang.Text {
	stale, single := 0, 0
	for _, h := range all {
		for _, t := range h.Tasks {
			if wage, _ := wages.On(t.Date.Value); !wage.Agreed {
				single++
			}
			if wages.Stale(t.Date.Value) {
				stale++
			}
		}
	}
	var out []lang.Text
	if stale > 0 {
		newest := wages[len(wages)-1].From
		out = append(out, lang.Text{
			JA: fmt.Sprintf("最低賃金の表が古くなっています（最新は %s 発効）。それから1年を超える作業が%d件あり、改定後の額と比べ直してください", newest, stale),
			EN: fmt.Sprintf(
				"the table of minimum wages is stale (newest in force from %s): %d tasks are dated more than a year later", newest,
				stale),
		})
	}
	if single > 0 {
		out = append(out, lang.Text{
			JA: fmt.Sprintf("%d件の作業は、一つの資料だけで確かめた最低賃金と比べています。公示で確認してください", single),
			EN: fmt.Sprintf("%d tasks are compared with wages that one record only confirms; check the announcement", single),
		})
	}
	return out
}

// LocalWages returns the wages of the pilot's prefecture, or why there are none.
func LocalWages(w *kpi.Window) (Wages, lang.Text) {
	name := w.Pilot.Program.Prefecture
	if name == "" {
		return nil, lang.Text{
			JA: "pilot.toml の program.prefecture（都道府県）がないため、最低賃金（参考）と比べられません",
			EN: "pilot.toml gives no program.prefecture, so pay cannot be compared with the minimum wage (a reference)",
		}
	}
	wages, ok := WagesOf(name, w.Pilot.Wages)
	if !ok {
		return nil, lang.Text{
			JA: fmt.Sprintf("「%s」という都道府県の最低賃金が表にありません", name),
			EN: fmt.Sprintf("the table of minimum wages has no prefecture %q", name),
		}
	}
	return wages, lang.Text{}
}
