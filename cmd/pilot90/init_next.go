package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/blank"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/grant"
)

// calledDays is how long after the end of their cycle people may still be called: see package state.
const calledDays = 90

// succession is what goes from a ledger into that of the next fiscal year.
type succession struct {
	old   *cohort.Ledger
	clock setting.Clock // of the old ledger, as far as the year that begins
	year  int           // that begins
	first cell.Day      // of the new ledger: rows of it and later go along
	next  blank.NextYear

	people    map[string]bool // ids of those who go on
	earned    map[string]bool // of those who had an income by the last day
	midway    map[string]bool // of those whose cycle is not long over: their records go along
	contracts map[string]bool // ids of those that run, and of those that the records name
}

// succeed works out what goes along. start is the first day of the new ledger, nil for 1 April after the old period.
func (a *app) succeed(path string, old *cohort.Ledger, clock setting.Clock, start *cell.Day) (*succession, error) {
	s := &succession{old: old, year: nextYear(old, clock), people: map[string]bool{}, earned: map[string]bool{},
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
	s.next = blank.NextYear{Year: s.year, Start: start, Program: map[string]string{}}
	switch p, home := old.Pilot.Period, clock.End.FiscalYear(); {
	case p.From == nil && p.To == nil: // the targets are those of the year that was worked in
		s.next.Home = s.year - 1
	case home < s.year:
		s.next.Home = home
	}
	s.choose(last)
	if clock.AsOf < s.clock.To {
		s.clock.AsOf, s.clock.To = clock.AsOf, clock.AsOf
	}
	sealed, err := a.earlierYears(path, old, s.clock)
	if err != nil {
		return nil, err
	}
	s.next.History = s.history(sealed)
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
func (s *succession) choose(last cell.Day) {
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
			s.earned[id] = true
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

// keep reports whether a record goes along.
func (s *succession) keep(r record.Record) bool {
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
func (s *succession) begun(d record.Field[cell.Day]) bool { return d.Known && d.Value >= s.first }

// begunIn are the tables, beside those of the work, of which only rows of the year that begins go along.
var begunIn = []schema.Key{schema.Budget, schema.Invoices, schema.Support, schema.Surveys, schema.Metrics,
	schema.Publications}

// tables are those of the new workbook that are filled in; the simple form has no room for the records.
func (s *succession) tables(form blank.Form) []schema.Key {
	if form == blank.Simple {
		return blank.RosterIn(form)
	}
	return append(append(blank.Roster(), schema.Trainings, schema.Tasks, schema.Payments), begunIn...)
}

// ownColumns reports whether people have on record what the simple form has no column for, or work that goes along.
func (s *succession) ownColumns() bool {
	for _, p := range s.old.Participants.Every() {
		if p.Role.Known || p.NDADate.Known || p.SecurityDate.Known || p.RegisteredDate.Col > 0 {
			return true
		}
	}
	for _, t := range s.old.Tasks.Every() {
		if s.keep(t) {
			return true
		}
	}
	return false
}

// history is what each year of each indicator came to, as far as it is known, up to the year before the new one.
func (s *succession) history(sealed []grant.Sealed) map[[2]int]blank.History {
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

// succeeded makes the files of a ledger that follows another: settings, workbook and logo.
func (a *app) succeeded(ctx context.Context, f *initFlags, dir string) ([]newFile, error) {
	old, clock, err := a.reading(ctx, f.from, &ledgerFlags{passwordFile: f.passwordFile})
	if err != nil {
		return nil, err
	}
	toml, err := oldSettings(f.from)
	if err != nil {
		return nil, cannot(err)
	}
	start, err := a.answered(f, old, toml == nil)
	if err != nil {
		return nil, err
	}
	s, err := a.succeed(f.from, old, clock, start)
	if err != nil {
		return nil, err
	}
	given := f.answers
	for key, value := range map[string]string{"name": given.program, "municipality": given.municipality,
		"prefecture": given.prefecture, "contact": given.hub} {
		if value != "" {
			s.next.Program[key] = value
		}
	}
	if s.next.SameBook = sameFolder(dir, f.from); s.next.SameBook {
		return a.inPlace(s, dir, toml)
	}
	form, err := a.formFor(blank.Form(f.form), old)
	if err != nil {
		return nil, err
	}
	if f.form == "" && s.ownColumns() {
		form = blank.Full
	}
	settings, err := s.next.TOML(toml)
	if err != nil {
		return nil, cannot(err)
	}
	book, err := a.workbook(blank.Options{Form: form, Program: old.Pilot.Program.Name, From: old, Tables: s.tables(form),
		Keep: s.keep, Earned: s.earned})
	if err != nil {
		return nil, cannot(err)
	}
	a.saySucceeded(s, form)
	files := []newFile{{setting.File, settings}, {blank.WorkbookFile, book}}
	if old.Pilot.Logo == nil {
		return files, nil // none was named, or one that no report shows
	}
	name := old.Pilot.Logo.Name
	logo, err := setting.ReadLogo(folderOf(f.from), name)
	if err != nil {
		return nil, cannot(err)
	}
	return append(files, newFile{strings.ReplaceAll(name, `\`, "/"), logo}), nil
}

// answered is the first day that the command line gives, nil for none. Without settings of the old ledger the
// questions are asked, as for a first one.
func (a *app) answered(f *initFlags, old *cohort.Ledger, ask bool) (*cell.Day, error) {
	if ask {
		f.answers.adopt(old.Pilot)
		if err := a.complete(a.questions(&f.answers)); err != nil {
			return nil, err
		}
	}
	for _, q := range a.questions(&f.answers) {
		if *q.answer != "" && q.check != nil {
			if err := q.check(*q.answer); err != nil {
				return nil, fmt.Errorf("%s: %w", q.flag, err)
			}
		}
	}
	if full, ok := blank.Prefecture(f.answers.prefecture); ok {
		f.answers.prefecture = full
	}
	if f.answers.start == "" {
		return nil, nil
	}
	day, _, _ := cell.ReadDate(cell.Value{Kind: cell.Text, Text: f.answers.start})
	return &day, nil
}

// inPlace makes the settings of the next year of a ledger that goes on in its own files.
func (a *app) inPlace(s *succession, dir string, toml []byte) ([]newFile, error) {
	if toml == nil {
		return nil, a.Errorf("同じフォルダーで年度を替えるには、pilot.toml が要ります", "the folder has no pilot.toml to go on from")
	}
	settings, err := s.next.TOML(toml)
	if err != nil {
		return nil, cannot(err)
	}
	name := fmt.Sprintf("pilot-%d.toml", s.year)
	if err := a.notThere(dir, name); err != nil {
		return nil, err
	}
	a.saySettings(s)
	fmt.Fprintf(a.Stdout, a.Say(lang.Text{
		JA: "台帳のファイルはそのまま続けて使います。%s を確かめてから、pilot.toml と入れ替えてください（元の pilot.toml は別の名前で残します）。\n",
		EN: "The files of the ledger go on as they are. Look through %s, then put it in place of pilot.toml, which is kept " +
			"under another name.\n"}), name)
	return []newFile{{name, settings}}, nil
}

// sameFolder reports whether the new ledger is to lie where the old one is.
func sameFolder(dir, from string) bool {
	a, err := os.Stat(dir)
	b, err2 := os.Stat(folderOf(from))
	return err == nil && err2 == nil && os.SameFile(a, b)
}

// folderOf is the folder of a ledger that is named by it or by a file in it.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return filepath.Dir(path)
	}
	return path
}
