package cohort

import (
	"slices"
	"strings"
	"sync"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/layout"
	"pilot90/cohort/layout/shape"
	"pilot90/cohort/record"
	"pilot90/cohort/rule"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Assemble turns the books of a ledger into a checked cohort: tables are found, records built,
// rules applied. findings are those that reading the files has made.
func Assemble(books []*grid.Book, pilot *setting.Pilot, opt LoadOptions,
	findings []finding.Finding) (*Ledger, setting.Clock) {
	clock := setting.NewClock(setting.Asked{AsOf: opt.AsOf, From: opt.From, To: opt.To, FiscalYear: opt.FiscalYear,
		Today: opt.Today}, pilot.Period)
	c := &Ledger{Pilot: pilot, Findings: findings}
	if clock.From > clock.AsOf {
		c.Findings = append(c.Findings, setting.PeriodAhead(pilot, clock))
	}
	books, copies := withoutAnnotated(books)
	c.Findings = append(c.Findings, copies...)
	books, copies = withoutCopies(books, pilot)
	c.Findings = append(c.Findings, copies...)
	known := opt.Earlier.begin(pilot)
	books, more := layout.Parts(books, pilot, known.sheets)
	c.Findings = append(c.Findings, more...)
	shaped, more := shape.Turn(books, pilot, clock, record.PeopleIn, known.turned)
	c.Findings = append(c.Findings, more...)
	found, more := layout.Find(shaped, pilot, slices.ContainsFunc(findings, refusesFile), record.PeopleIn,
		known.sheets)
	c.Findings = append(c.Findings, more...)
	c.Findings = append(c.Findings, shape.Mend(found, clock)...)
	parts, more := record.DropDoubles(buildAll(found, known.built), pilot.Located)
	c.Findings = append(c.Findings, more...)
	var kept finding.Kept // of all sheets together
	for i, part := range parts {
		c.Add(part)
		for _, f := range part.Findings {
			kept.Add(f)
		}
		parts[i].Findings = nil // they are the ledger's now; of 100,000 faults a second list weighs as much as the rows
	}
	c.Findings = append(c.Findings, kept.List()...)
	for _, b := range books {
		in := Input{File: b.File, SHA256: b.SHA256}
		for _, part := range parts {
			if s := part.Sources[0]; s.File == b.File {
				in.Sheets = append(in.Sheets, InputSheet{Key: s.Table, Sheet: s.Sheet})
			}
		}
		in.Unread = unread(b, in.Sheets)
		c.Inputs = append(c.Inputs, in)
	}
	c.parts = parts
	c.Link()
	c.Findings = append(c.Findings, cohortStarts(c, pilot)...)
	c.SupposeStarts()
	c.ScaleMetrics()
	c.Findings = append(c.Findings, record.Uneven(parts)...)
	c.Findings = append(c.Findings, record.Nowhere(parts)...)
	for i := range c.parts {
		c.parts[i].LetGo()
	}
	run := rule.Run{Begins: beginsOf(pilot), AsOf: clock.AsOf, QuietDays: pilot.Settings.InactiveAfterDays,
		Renewals: renewals(pilot)}
	c.Findings = finding.Fold(rule.Apply(&c.Tables, run, c.Findings))
	c.DerivePeople()
	c.DeriveContracts()
	if more := rule.Renewed(c.JoinRenewals(run.Renewals)); len(more) > 0 {
		c.Findings = finding.Fold(append(c.Findings, more...))
	}
	c.DeriveClients()
	c.Index()
	c.count()
	return c, clock
}

// unread names the sheets of a book that something stands in and that were read as no table; the one by which the
// template is known is nobody's.
func unread(b *grid.Book, read []InputSheet) []string {
	var names []string
	for _, g := range b.Sheets {
		if len(g.Rows) > 0 && g.Sheet != layout.TemplateSheet &&
			!slices.ContainsFunc(read, func(s InputSheet) bool { return s.Sheet == g.Sheet }) {
			names = append(names, g.Sheet)
		}
	}
	return names
}

// refusesFile reports a finding of a file that was not read.
func refusesFile(f finding.Finding) bool {
	return f.Severity == finding.Error && strings.HasPrefix(f.Code, "C30")
}

// buildAll builds the tables at the same time and returns them in the order they were found.
func buildAll(tables []*layout.Table, earlier *record.Earlier) []record.Part {
	earlier.Begin()
	parts := make([]record.Part, len(tables))
	var wg sync.WaitGroup
	for i, t := range tables {
		wg.Go(func() { parts[i] = earlier.Build(t) })
	}
	wg.Wait()
	return parts
}

// count fills in how many rows of each sheet were used and how many left out.
func (c *Ledger) count() {
	type place struct {
		key         schema.Key
		file, sheet string
	}
	used, apart := map[place]int{}, map[place]int{}
	c.Each(func(r record.Record, excluded bool) {
		s := r.At().Source
		if excluded {
			apart[place{s.Table, s.File, s.Sheet}]++
		} else {
			used[place{s.Table, s.File, s.Sheet}]++
		}
	})
	for i := range c.Inputs {
		for j := range c.Inputs[i].Sheets {
			s := &c.Inputs[i].Sheets[j]
			p := place{s.Key, c.Inputs[i].File, s.Sheet}
			s.Used, s.Excluded = used[p], apart[p]
			s.Rows = s.Used + s.Excluded
		}
	}
}

// beginsOf is the first day that the ledger holds as a whole, 0 where the settings say nothing.
func beginsOf(pilot *setting.Pilot) cell.Day {
	if pilot.Begins == nil {
		return 0
	}
	return *pilot.Begins
}
