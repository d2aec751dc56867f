package bound

import (
	"cmp"
	"math"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// ContractMonths is the bearing on the mean months of the 定期 contracts' terms: a contract whose start
// is not in question lasts from one day to A at most.
var ContractMonths = Averaged(func(w *kpi.Window) []Addend {
	var all []Addend
	for _, c := range openContracts(w, false) {
		if recurring, known := SureKind(w, c); known && !recurring {
			continue
		}
		all = append(all, termSpread(w, c))
	}
	if unsettled(w, schema.Contracts) {
		all = append(all, anything(math.Inf(1)))
	}
	return all
})

func termSpread(w *kpi.Window, c *record.Contract) Addend {
	start, end := kpi.Sure(w, c.Row, c.StartDate) && c.StartDate.Known, kpi.Sure(w, c.Row, c.EndDate)
	s := anySpell
	if start {
		s.High = setting.Months(c.StartDate.Value, w.Clock.At())
	}
	if start && end {
		if c.EndDate.Known {
			s.High = setting.Months(c.StartDate.Value, min(c.EndDate.Value, w.Clock.At()))
		}
		s.Low = s.High
	}
	return s
}

// WorkerMonths is the bearing on the mean months of the workers' spells. A task put right can only
// lengthen the spell of the one whose it is, from no earlier than the start date to no later than
// the exit or A, or be the first paid one of somebody more.
var WorkerMonths = Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	people, tasks := openParticipants(w), openTasks(w, false)
	var payments []*record.Payment
	if w.PaidByMonth() {
		payments = openPayments(w, false)
	}
	rows := len(people) + len(tasks) + len(payments) + w.Strangers(schema.Participants)
	if w.Questioned(schema.Participants) > 0 {
		return kpi.Bounds{Rows: rows + 1, Reason: rangeOpen}
	}
	var adds []Addend
	for _, p := range people {
		s := anySpell
		if p.StartDate.Known && kpi.Sure(w, p.Row, p.StartDate) {
			s.High = setting.Months(p.StartDate.Value, w.Clock.At())
		}
		adds = append(adds, s)
	}
	gain, more := openWork(w, tasks, payments)
	return averageBounds(*f.Numerator, *f.Numerator+gain, *f.Denominator, append(adds, more...), rows)
})

// anySpell lasts a day or more.
var anySpell = Addend{Low: setting.Months(0, 0), High: math.Inf(1)}

// someDay stands for a date that cannot be read: it may be any.
const someDay = cell.Day(math.MinInt32)

// sureDay is a date that no error puts in question, else some day.
func sureDay(w *kpi.Window, r record.Row, date record.Field[cell.Day]) cell.Day {
	if date.Known && kpi.Sure(w, r, date) {
		return date.Value
	}
	return someDay
}

// openWork returns the months that the tasks and payments left out may add to the workers' spells, and the spells
// that they may begin: a payment makes work of its month paid. One whose participant is in question may be
// anybody's.
func openWork(w *kpi.Window, tasks []*record.Task, payments []*record.Payment) (gain float64, begun []Addend) {
	named, anyone, earliest := map[string]cell.Day{}, 0, w.Clock.At()
	take := func(ref reference, date cell.Day) {
		switch before, seen := named[ref.id]; {
		case ref.sure && w.Participant(ref.id) != nil && (!seen || date < before):
			named[ref.id] = date
		case !ref.sure || w.Cohort.Participant(ref.id) == nil:
			anyone, earliest = anyone+1, min(earliest, date)
		}
	}
	for _, t := range tasks {
		take(workerCalled(w, t), sureDay(w, t.Row, t.Date))
	}
	for _, p := range payments {
		take(payeeCalled(w, p), sureDay(w, p.Row, p.Month))
	}
	var gains []float64
	var others []Addend
	for _, p := range w.Participants {
		date, is := named[p.ID.Value]
		if !is {
			date = earliest
		}
		months, s, works := longer(w, p, date)
		switch {
		case is && works:
			gain += months
		case is:
			begun = append(begun, s)
		case works:
			gains = append(gains, months)
		default:
			others = append(others, s)
		}
	}
	slices.SortFunc(gains, func(a, b float64) int { return cmp.Compare(b, a) })
	slices.SortFunc(others, func(a, b Addend) int { return cmp.Compare(b.High, a.High) })
	begun = append(begun, others[:min(anyone, len(others))]...)
	for range w.Strangers(schema.Participants) {
		s := anySpell
		if earliest > someDay {
			s.High = setting.Months(earliest, w.Clock.At())
		}
		begun = append(begun, s)
	}
	return gain + kpi.Sum(gains[:min(anyone, len(gains))]), begun
}

// longer returns by how many months a paid task of the date can lengthen the participant's spell,
// or, if there is none yet, what spell it can begin.
func longer(w *kpi.Window, p *record.Participant, date cell.Day) (months float64, begun Addend, works bool) {
	from, to := max(date, p.StartDate.Value), w.Clock.At()
	if exit, gone := w.Exit(p); gone {
		to = exit
	}
	first := w.FirstPaidTask(p)
	if first == nil {
		return 0, Addend{Low: anySpell.Low, High: setting.Months(min(from, to), to)}, false
	}
	s, _ := facts.WorkerSpell(w, p, first)
	return max(setting.Months(min(from, s.From), to)-s.Months(), 0), Addend{}, true
}
