package kpi

import (
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// Window is a cohort as it stood on the evaluation date E = min(T, A), over one reporting period. The slices
// hold the rows that figures may use: free of error findings and dated E or earlier, in
// reading order. A row is dated by its own date; a participant by registered_date or
// start_date, whichever is earlier; a contract by start_date. A Window is read only once built.
type Window struct {
	Cohort *cohort.Ledger
	Pilot  *setting.Pilot
	Clock  setting.Clock
	Only   *OneCohort // the cohort to which it is restricted; nil: everybody

	Participants []*record.Participant
	Trainings    []*record.Training
	Clients      []*record.Client
	Contracts    []*record.Contract // one each, however often it was renewed (record.Chain)
	Tasks        []*record.Task
	Payments     []*record.Payment // by the month that they are for
	Invoices     []*record.Invoice // likewise
	Support      []*record.Support
	Surveys      []*record.Survey
	Budget       []*record.Budget // by the fiscal year that they name; lines without a date are kept
	Metrics      []*record.Metric
	Publications []*record.Publication

	Ignored int // rows left aside because they are dated after E

	names            func(text string) bool // of the whole ledger, where it is restricted to a part; nil: see Naming
	participants     map[string]*record.Participant
	clients          map[string]*record.Client
	contracts        map[string]*record.Contract
	tasksOf          map[string][]*record.Task
	tasksOn          map[string][]*record.Task
	contractsOf      map[string][]*record.Contract
	trainingsOf      map[string][]*record.Training
	people           map[string]*evidence
	paymentsOf       map[string][]*record.Payment
	invoicesOn       map[*record.Contract][]*record.Invoice
	incomeByTaskDate bool
	paidByMonth      bool
	doubts           *doubts
	lists            bool      // figures keep the rows behind them; see Evidence
	bare             bool      // figures have no ranges; see Bare
	unread           lang.Text // see Unread
	unreadSheets     map[schema.Key]bool
	kept             *kept // of the period; see Kept
}

// NewWindow sorts the rows of c by the clock and indexes them. c.Pilot is never nil: the
// reader fills in the defaults of pilot.toml.
func NewWindow(c *cohort.Ledger, clock setting.Clock) *Window {
	w := &Window{Cohort: c, Pilot: c.Pilot, Clock: clock, Clients: c.Clients.Rows, kept: newKept()}
	w.Participants = upTo(w, c.Participants.Rows, func(p *record.Participant) (cell.Day, bool) {
		return min(Registered(p), p.StartDate.Value), true
	})
	w.Trainings = upTo(w, c.Trainings.Rows, func(t *record.Training) (cell.Day, bool) { return dated(t.Date) })
	w.Contracts = whole(upTo(w, c.Contracts.Rows, func(k *record.Contract) (cell.Day, bool) { return dated(k.StartDate) }))
	w.Tasks = upTo(w, c.Tasks.Rows, func(t *record.Task) (cell.Day, bool) { return dated(t.Date) })
	w.Support = upTo(w, c.Support.Rows, func(s *record.Support) (cell.Day, bool) { return dated(s.Date) })
	w.Surveys = upTo(w, c.Surveys.Rows, func(s *record.Survey) (cell.Day, bool) { return dated(s.Date) })
	w.Budget = upTo(w, c.Budget.Rows, func(b *record.Budget) (cell.Day, bool) { return w.booked(b) })
	w.Metrics = upTo(w, c.Metrics.Rows, func(m *record.Metric) (cell.Day, bool) { return dated(m.Date) })
	w.Publications = upTo(w, c.Publications.Rows, func(p *record.Publication) (cell.Day, bool) { return dated(p.Date) })
	w.gatherMoney()
	w.index()
	w.doubts = newDoubts(c)
	w.unread, w.unreadSheets = Unread(c), unreadSheets(c)
	return w
}

// upTo keeps the rows dated E or earlier, and those without a date; the others are counted.
func upTo[T any](w *Window, rows []*T, date func(*T) (cell.Day, bool)) []*T {
	kept := make([]*T, 0, len(rows))
	for _, r := range rows {
		if d, known := date(r); known && d > w.Clock.At() {
			w.Ignored++
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// whole puts the terms of each chain together, where the first of them stands.
func whole(rows []*record.Contract) []*record.Contract {
	here := map[*record.Contract]bool{}
	for _, r := range rows {
		here[r] = true
	}
	joined := map[*record.Chain]bool{}
	all := make([]*record.Contract, 0, len(rows))
	for _, r := range rows {
		switch {
		case r.Chain == nil:
			all = append(all, r)
		case !joined[r.Chain]:
			joined[r.Chain] = true
			all = append(all, record.Whole(Where(r.Chain.Terms, func(t *record.Contract) bool { return here[t] })))
		}
	}
	return all
}

func dated(f record.Field[cell.Day]) (cell.Day, bool) { return f.Value, f.Known }

func (w *Window) index() {
	w.participants = byID(w.Participants, func(p *record.Participant) string { return p.ID.Value })
	w.clients = byID(w.Clients, func(c *record.Client) string { return c.ID.Value })
	w.contracts = map[string]*record.Contract{}
	for _, c := range w.Contracts {
		for _, term := range record.Terms(c) {
			if w.contracts[term.ID.Value] == nil {
				w.contracts[term.ID.Value] = c
			}
		}
	}
	w.tasksOf = groupBy(w.Tasks, func(t *record.Task) string { return t.ParticipantID.Value })
	w.tasksOn = groupBy(w.Tasks, func(t *record.Task) string {
		if c := w.ContractOf(t); c != nil {
			return c.ID.Value
		}
		return t.ContractID.Value
	})
	w.contractsOf = groupBy(w.Contracts, func(c *record.Contract) string { return c.ClientID.Value })
	w.trainingsOf = groupBy(w.Trainings, func(t *record.Training) string { return t.ParticipantID.Value })
	w.people = make(map[string]*evidence, len(w.Participants))
	for _, p := range w.Participants {
		w.people[p.ID.Value] = w.gather(p)
	}
}

func byID[T any](rows []*T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(rows))
	for _, r := range rows {
		if _, seen := m[id(r)]; !seen {
			m[id(r)] = r
		}
	}
	return m
}

func groupBy[T any](rows []*T, id func(*T) string) map[string][]*T {
	m := map[string][]*T{}
	for _, r := range rows {
		if k := id(r); k != "" {
			m[k] = append(m[k], r)
		}
	}
	return m
}

// Participant returns the participant with the id, or nil.
func (w *Window) Participant(id string) *record.Participant { return w.participants[id] }

// Client returns the client with the id, or nil.
func (w *Window) Client(id string) *record.Client { return w.clients[id] }

// Contract returns the contract with the id, or one of whose terms has it, or nil.
func (w *Window) Contract(id string) *record.Contract { return w.contracts[id] }

// TasksOf returns the participant's tasks dated E or earlier.
func (w *Window) TasksOf(participantID string) []*record.Task { return w.tasksOf[participantID] }

// TasksOn returns the contract's tasks dated E or earlier, those on any of its terms; the id is that of the whole.
func (w *Window) TasksOn(contractID string) []*record.Task { return w.tasksOn[contractID] }

// ContractsOf returns the client's contracts that started by E.
func (w *Window) ContractsOf(clientID string) []*record.Contract { return w.contractsOf[clientID] }

// ContractOf returns the contract of a task, or nil when the task names none or the
// contract's row has an error finding.
func (w *Window) ContractOf(t *record.Task) *record.Contract { return w.contracts[t.ContractID.Value] }

// In reports whether the day is in the reporting period [F, T].
func (w *Window) In(d cell.Day) bool { return w.Clock.From <= d && d <= w.Clock.To }

// MayBeIn reports whether a date, as far as it could be read, can be in [F, T]. An unreadable
// or blank one can.
func (w *Window) MayBeIn(d record.Field[cell.Day]) bool { return !d.Known || w.In(d.Value) }

// BudgetIn reports whether a budget line belongs to [F, T]: by the fiscal year that it names, else by its date. One
// that tells neither can be of any period; in a ledger of several years it has an error. What is spent after A for a
// year that is over does not count yet.
func (w *Window) BudgetIn(b *record.Budget) bool {
	first, last, known := b.Days()
	if !known {
		return true
	}
	return first <= w.Clock.To && w.Clock.From <= last && !(b.Date.Known && b.Date.Value > w.Clock.AsOf)
}

// booked is the first day on which a budget line counts; of what is spent after A, that day.
func (w *Window) booked(b *record.Budget) (cell.Day, bool) {
	if b.Date.Known && b.Date.Value > w.Clock.AsOf {
		return b.Date.Value, true
	}
	first, _, known := b.Days()
	return first, known
}

// Weeks returns the length of [F, T] in weeks of 7 days, not rounded.
func (w *Window) Weeks() float64 { return float64(w.Clock.To-w.Clock.From+1) / 7 }

// PeriodOpen reports whether [F, T] holds at least one day; a period that begins after A does not.
func (w *Window) PeriodOpen() bool { return w.Clock.From <= w.Clock.To }

// tasksIn is the key of the tasks of the period among what is kept.
type tasksIn struct{}

// TasksIn returns the tasks dated in [F, T], which must not be changed.
func (w *Window) TasksIn() []*record.Task {
	return Kept(w, tasksIn{}, func() []*record.Task {
		return Where(w.Tasks, func(t *record.Task) bool { return w.In(t.Date.Value) })
	})
}

// Active reports whether the contract runs on at least one day of [F, T]:
// start ≤ T and (no end or end ≥ F). One that only the log names does where work on it is dated in [F, T].
func (w *Window) Active(c *record.Contract) bool {
	if w.Cohort.Contracts.Derived {
		return slices.ContainsFunc(w.TasksOn(c.ID.Value), func(t *record.Task) bool { return w.In(t.Date.Value) })
	}
	return w.PeriodOpen() && c.StartDate.Value <= w.Clock.To && (!c.EndDate.Known || c.EndDate.Value >= w.Clock.From)
}

// ActiveContracts returns the contracts that are active in [F, T].
func (w *Window) ActiveContracts() []*record.Contract { return Where(w.Contracts, w.Active) }

// Where returns the rows for which keep holds, in their order.
func Where[T any](rows []*T, keep func(*T) bool) []*T {
	kept := make([]*T, 0, len(rows))
	for _, r := range rows {
		if keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// Recurring reports whether the contract is 定期.
func Recurring(c *record.Contract) bool { return c != nil && c.Kind.Value == "recurring" }

// FaultyActive returns the contract rows with an error finding that could be active in
// [F, T]: no date that could be read rules it out.
func (w *Window) FaultyActive() []*record.Contract {
	return Where(w.Cohort.Contracts.Excluded, func(c *record.Contract) bool {
		return !(c.StartDate.Known && c.StartDate.Value > w.Clock.To) && !(c.EndDate.Known && c.EndDate.Value < w.Clock.From)
	})
}

// Over returns the window with another reporting period, for bounds over several years.
func (w *Window) Over(from, to cell.Day) *Window {
	other := *w
	other.Clock.From, other.Clock.To, other.kept = from, to, newKept()
	return &other
}
