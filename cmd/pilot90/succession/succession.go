// Package succession turns a ledger into what of it goes into the ledger of the next fiscal year: people, contracts,
// the records of those whose cycle is not long over, settings, and what each indicator of a grant came to.
//
// The one idea: what goes along is decided once, as it stands on the last day of the old year, and said line by line.
// Files are made by package blank, and written by the command.
package succession

import (
	"pilot90/cohort"
	"pilot90/cohort/blank"
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/grant"
)

// calledDays is how long after the end of their cycle people may still be called: see package state.
const calledDays = 90

// Succession is what goes from a ledger into that of the next fiscal year.
type Succession struct {
	old   *cohort.Ledger
	clock setting.Clock // of the old ledger, as far as the year that begins
	year  int           // that begins
	first cell.Day      // of the new ledger: rows of it and later go along
	Next  blank.NextYear

	people    map[string]bool // ids of those who go on
	Earned    map[string]bool // ids of those who had an income by the last day
	midway    map[string]bool // of those whose cycle is not long over: their records go along
	contracts map[string]bool // ids of those that run, and of those that the records name
}

// New works out what goes along. start is the first day of the new ledger, nil for 1 April after the old period; sealed
// tells what sealed editions say of the years before a clock.
func New(old *cohort.Ledger, clock setting.Clock, start *cell.Day,
	sealed func(setting.Clock) ([]grant.Sealed, error)) (*Succession, error) {
	s := &Succession{old: old, year: nextYear(old, clock), people: map[string]bool{}, Earned: map[string]bool{},
		midway: map[string]bool{}, contracts: map[string]bool{}}
	if start != nil {
		s.year = start.FiscalYear()
	}
	first, _ := record.FiscalDays(s.year)
	if start != nil {
		first = *start
	}
	from, to := record.FiscalDays(s.year - 1)
	s.first = first
	last := first - 1
	s.clock = setting.Clock{AsOf: max(clock.AsOf, last), From: from, To: min(to, last), End: to, Named: true}
	s.Next = blank.NextYear{Year: s.year, Start: start, Program: map[string]string{}}
	switch p, home := old.Pilot.Period, clock.End.FiscalYear(); {
	case p.From == nil && p.To == nil: // the targets are those of the year that was worked in
		s.Next.Home = s.year - 1
	case home < s.year:
		s.Next.Home = home
	}
	s.choose(last)
	if clock.AsOf < s.clock.To {
		s.clock.AsOf, s.clock.To = clock.AsOf, clock.AsOf
	}
	years, err := sealed(s.clock)
	if err != nil {
		return nil, err
	}
	s.Next.History = s.history(years)
	return s, nil
}

// nextYear is the fiscal year after the period that the settings give, else after that of the last work.
func nextYear(old *cohort.Ledger, clock setting.Clock) int {
	last := 0
	for _, t := range old.Tasks.Rows {
		last = max(last, t.Date.Value.FiscalYear())
	}
	if p := old.Pilot.Period; p.From != nil || p.To != nil || last == 0 {
		last = clock.End.FiscalYear()
	}
	return last + 1
}

// choose says who and what goes along, as it stands on the last day of the old year.
func (s *Succession) choose(last cell.Day) {
	w := kpi.NewWindow(s.old, setting.Clock{AsOf: last, From: s.clock.From, To: last, End: last, Named: true})
	cycle := cell.Day(s.old.Pilot.Cycle.Length())
	for _, p := range s.old.Participants.Every() {
		if p.ExitDate.Known && p.ExitDate.Value <= last || p.ClosedDate.Known && p.ClosedDate.Value <= last {
			continue
		}
		id := p.ID.Value
		s.people[id] = true
		s.midway[id] = p.StartDate.Known && p.StartDate.Value+cycle-1+calledDays > last
		if _, _, earned := w.FirstIncome(p); earned && !p.PriorIncome.Value {
			s.Earned[id] = true
		}
	}
	for _, t := range s.old.Tasks.Rows {
		if s.midway[t.ParticipantID.Value] || s.begun(t.Date) {
			s.contracts[t.ContractID.Value] = true
		}
	}
	for _, k := range s.old.Contracts.Every() {
		if !k.EndDate.Known || k.EndDate.Value > last {
			s.contracts[k.ID.Value] = true
		}
	}
	for _, k := range s.old.Contracts.Every() { // the terms before the one that runs
		if k.Chain != nil && s.contracts[k.Chain.Terms[len(k.Chain.Terms)-1].ID.Value] {
			s.contracts[k.ID.Value] = true
		}
	}
}

// Keep reports whether a record goes along.
func (s *Succession) Keep(r record.Record) bool {
	switch r := r.(type) {
	case *record.Participant:
		return s.people[r.ID.Value]
	case *record.Contract:
		return s.contracts[r.ID.Value]
	case *record.Task:
		return s.midway[r.ParticipantID.Value] || s.begun(r.Date)
	case *record.Training:
		return s.midway[r.ParticipantID.Value] || s.begun(r.Date)
	case *record.Payment:
		month, known := r.Covers()
		return s.midway[r.ParticipantID.Value] || known && month >= s.first
	case *record.Invoice:
		month, known := r.Covers()
		return known && month >= s.first
	case *record.Budget:
		return r.Year() >= s.year
	case *record.Support:
		return s.begun(r.Date)
	case *record.Survey:
		return s.begun(r.Date)
	case *record.Metric:
		return s.begun(r.Date)
	case *record.Publication:
		return s.begun(r.Date)
	}
	return true
}

// begun reports that a row is one of the year that begins, typed into the old ledger before there was a new one.
func (s *Succession) begun(d record.Field[cell.Day]) bool { return d.Known && d.Value >= s.first }

// begunIn are the tables, beside those of the work, of which only rows of the year that begins go along.
var begunIn = []schema.Key{schema.Budget, schema.Invoices, schema.Support, schema.Surveys, schema.Metrics,
	schema.Publications}

// Tables are those of the new workbook that are filled in; the simple form has no room for the records.
func (s *Succession) Tables(form blank.Template) []schema.Key {
	if form == blank.Simple {
		return blank.RosterIn(form)
	}
	return append(append(blank.Roster(), schema.Trainings, schema.Tasks, schema.Payments), begunIn...)
}

// OwnColumns reports whether people have on record what the simple form has no column for, or work that goes along.
func (s *Succession) OwnColumns() bool {
	for _, p := range s.old.Participants.Every() {
		if p.Role.Known || p.NDADate.Known || p.SecurityDate.Known || p.RegisteredDate.Col > 0 {
			return true
		}
	}
	for _, t := range s.old.Tasks.Every() {
		if s.Keep(t) {
			return true
		}
	}
	return false
}

// history is what each year of each indicator came to, as far as it is known, up to the year before the new one.
func (s *Succession) history(sealed []grant.Sealed) map[[2]int]blank.History {
	w := kpi.NewWindow(s.old, s.clock)
	defs := catalog.All()
	all := map[[2]int]blank.History{}
	if len(s.old.Pilot.Grants) == 0 {
		return all
	}
	for g, r := range grant.Reports(defs, w, kpi.Run(defs, w), sealed...) {
		for k, i := range r.Indicators {
			of := blank.History{}
			for _, y := range i.Years {
				value := y.Actual
				if i.Flow {
					value = y.Gained
				}
				if value != nil && y.FiscalYear < s.year {
					of[y.FiscalYear] = *value
				}
			}
			all[[2]int{g, k}] = of
		}
	}
	return all
}
