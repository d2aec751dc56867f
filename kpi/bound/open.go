package bound

import (
	"math"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// What the rows left out may hold, table by table.

// exactly is the spread of an amount that is not in question.
func exactly(amount float64) Addend { return Addend{Low: amount, High: amount, Part: true, Rest: true} }

// anything is the spread of an amount that cannot be read.
func anything(high float64) Addend { return Addend{High: high, Part: true, Rest: true} }

// OpenRevenue returns what the contracts left out may bring in [F, T]. side, which may be nil, says
// whether a contract counts in the part of a share, and whether that is not in question.
func OpenRevenue(w *kpi.Window, side func(c *record.Contract) (counts, sure bool)) []Addend {
	var all []Addend
	for _, c := range openContracts(w, true) {
		s := revenueSpread(w, c)
		if side != nil {
			counts, sure := side(c)
			s.Part, s.Rest = counts || !sure, !counts || !sure
		}
		all = append(all, s)
	}
	all = append(all, openInvoices(w, side)...)
	if unsettled(w, schema.Contracts) || side != nil && unsettled(w, schema.Clients) {
		all = append(all, anything(math.Inf(1)))
	}
	return all
}

// unsettled reports that a row of the table that is in use is in question, or that rows refer to
// an id it lacks: then no sum over the table is bounded.
func unsettled(w *kpi.Window, table schema.Key) bool {
	return w.Questioned(table)+w.Strangers(table) > 0
}

// SureKind reports whether the contract is 定期, and whether that is not in question.
func SureKind(w *kpi.Window, c *record.Contract) (recurring, known bool) {
	return kpi.Recurring(c), kpi.Sure(w, c.Row, c.Kind)
}

// revenueSpread bounds the revenue by that of the whole period where only the term is in question.
func revenueSpread(w *kpi.Window, c *record.Contract) Addend {
	priced := kpi.Sure(w, c.Row, c.Monthly) && kpi.Sure(w, c.Row, c.Amount)
	dated := c.StartDate.Known && kpi.Sure(w, c.Row, c.StartDate) && kpi.Sure(w, c.Row, c.EndDate)
	switch {
	case !priced:
		return anything(math.Inf(1))
	case !c.Monthly.Known && !c.Amount.Known:
		return anything(0)
	case dated:
		yen, _ := facts.Revenue(w, c)
		return exactly(yen)
	case c.Monthly.Known:
		return anything(facts.MonthlyFee(c.Monthly.Value, w.Clock.From, w.Clock.To))
	}
	return anything(c.Amount.Value)
}

// openInvoices returns what the invoices left out may bring in [F, T]. The first invoice of a contract takes the place
// of its price.
func openInvoices(w *kpi.Window, side func(c *record.Contract) (counts, sure bool)) []Addend {
	var all []Addend
	for _, v := range w.Cohort.Invoices.Excluded {
		month, known := v.Covers()
		if known && kpi.Sure(w, v.Row, v.Month) && kpi.Sure(w, v.Row, v.Date) && !w.MonthIn(month) {
			continue
		}
		s := amountSpread(w, v.Row, v.Amount, math.Inf(1))
		c := v.Contract
		if c != nil && len(w.InvoicesOn(c)) == 0 {
			if yen, priced := facts.Revenue(w, c); priced {
				s.Low = -yen
			}
		}
		if side != nil && c != nil && kpi.Sure(w, v.Row, v.ContractID) {
			counts, sure := side(c)
			s.Part, s.Rest = counts || !sure, !counts || !sure
		}
		all = append(all, s)
	}
	return all
}

// OpenPay returns the pay that the rows left out may have in [F, T]: tasks, or payments where pay is known by month
// alone.
func OpenPay(w *kpi.Window) []Addend {
	var all []Addend
	if w.PaidByMonth() {
		for _, p := range openPayments(w, true) {
			all = append(all, amountSpread(w, p.Row, p.Amount, math.Inf(1)))
		}
		return all
	}
	for _, t := range openTasks(w, true) {
		all = append(all, amountSpread(w, t.Row, t.Pay, math.Inf(1)))
	}
	return all
}

// hoursOfADay is the most a task can have: the reader refuses more for one person and day.
const hoursOfADay = 24

// OpenHours returns the hours that the tasks left out may have, in [F, T] or by A. side is as for
// OpenRevenue.
func OpenHours(w *kpi.Window, inPeriod bool, side func(t *record.Task) (counts, sure bool)) []Addend {
	var all []Addend
	for _, t := range openTasks(w, inPeriod) {
		s := amountSpread(w, t.Row, t.Hours, hoursOfADay)
		if side != nil {
			counts, sure := side(t)
			s.Part, s.Rest = counts || !sure, !counts || !sure
		}
		all = append(all, s)
	}
	if side != nil && w.Questioned(schema.Participants) > 0 {
		all = append(all, anything(math.Inf(1)))
	}
	return all
}

// SureRegion returns where a contract's client is, and whether neither the contract's client nor
// its region is in question.
func SureRegion(w *kpi.Window, c *record.Contract) (region string, known bool) {
	client := w.Client(c.ClientID.Value)
	if client == nil || !kpi.Sure(w, c.Row, c.ClientID) || !client.Region.Known {
		return "", false
	}
	return client.Region.Value, true
}

// SureOutside reports whether a task's participant lives outside, and whether neither the task's
// participant nor the residence is in question.
func SureOutside(w *kpi.Window, t *record.Task) (outside, known bool) {
	p := w.Participant(t.ParticipantID.Value)
	if p == nil || !kpi.Sure(w, t.Row, t.ParticipantID) {
		return false, false
	}
	return !kpi.Resident(p), kpi.Sure(w, p.Row, p.Residence)
}

// OpenSpent returns what the budget lines left out may have spent in [F, T]. part, which may be
// nil, says by its class whether a line counts in the part of a share.
func OpenSpent(w *kpi.Window, part func(*record.Budget) bool) []Addend {
	var all []Addend
	for _, b := range w.Cohort.Budget.Excluded {
		if otherBudget(w, b) {
			continue
		}
		s := amountSpread(w, b.Row, b.Spent, math.Inf(1))
		if part != nil && kpi.Sure(w, b.Row, b.Class) {
			s.Part, s.Rest = part(b), !part(b)
		}
		all = append(all, s)
	}
	return all
}

// otherBudget reports whether what is sure of a budget line keeps it out of [F, T].
func otherBudget(w *kpi.Window, b *record.Budget) bool {
	sure := *b
	if !kpi.Sure(w, b.Row, b.Date) {
		sure.Date = record.Field[cell.Day]{}
	}
	return kpi.Sure(w, b.Row, b.FiscalYear) && !w.BudgetIn(&sure)
}

// OpenSupport returns the hours that the support entries left out may have in [F, T].
func OpenSupport(w *kpi.Window) []Addend {
	var all []Addend
	for _, s := range w.Cohort.Support.Excluded {
		if !outside(w, s.Row, s.Date, true) {
			all = append(all, amountSpread(w, s.Row, s.Hours, math.Inf(1)))
		}
	}
	return all
}

// lowestScore and highestScore are the ends of the survey's scale, which the reader enforces.
const lowestScore, highestScore = 1, 5

// OpenScores returns the scores that the answers left out may give for one group of respondents.
func OpenScores(w *kpi.Window, respondent string) []Addend {
	var all []Addend
	for _, s := range w.Cohort.Surveys.Excluded {
		other := s.Respondent.Known && kpi.Sure(w, s.Row, s.Respondent) && s.Respondent.Value != respondent
		switch {
		case other || outside(w, s.Row, s.Date, true):
		case s.Score.Known && kpi.Sure(w, s.Row, s.Score):
			all = append(all, exactly(s.Score.Value))
		default:
			all = append(all, Addend{Low: lowestScore, High: highestScore})
		}
	}
	return all
}

// OpenMetric returns the values that the rows left out may give for one metric in [F, T]; values
// may be negative.
func OpenMetric(w *kpi.Window, name string) []Addend {
	var all []Addend
	for _, m := range w.Cohort.Metrics.Excluded {
		other := m.Name.Known && kpi.Sure(w, m.Row, m.Name) && m.Name.Value != name
		switch {
		case other || outside(w, m.Row, m.Date, true):
		case m.Value.Known && kpi.Sure(w, m.Row, m.Value):
			all = append(all, exactly(m.Value.Value))
		default:
			all = append(all, Addend{Low: math.Inf(-1), High: math.Inf(1)})
		}
	}
	return all
}

// OpenPayCount returns how many rows left out could say what somebody was paid for a month of [F, T].
func OpenPayCount(w *kpi.Window) int {
	if w.PaidByMonth() {
		return len(openPayments(w, true))
	}
	return OpenTaskCount(w)
}

// OpenTaskCount returns how many tasks left out could be dated in [F, T].
func OpenTaskCount(w *kpi.Window) int { return len(openTasks(w, true)) }

// amountSpread is the amount where it is not in question, a blank one adding nothing.
func amountSpread(w *kpi.Window, r record.Row, f record.Field[float64], high float64) Addend {
	switch {
	case !kpi.Sure(w, r, f):
		return anything(high)
	case !f.Known:
		return anything(0)
	}
	return exactly(f.Value)
}
