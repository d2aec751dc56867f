package cohort

import (
	"slices"
	"strings"
	"sync"

	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
)

// Assemble turns the books of a ledger into a checked cohort: tables are found, records built,
// rules applied. findings are those that reading the files has made.
func Assemble(books []*sheet.Book, pilot *Pilot, opt LoadOptions, findings []finding.Finding) (*Cohort, Clock) {
	clock := newClock(Asked{opt.AsOf, opt.From, opt.To, opt.FiscalYear, opt.Today}, pilot.Period)
	c := &Cohort{Pilot: pilot, Findings: findings}
	if clock.From > clock.AsOf {
		c.Findings = append(c.Findings, periodAhead(pilot, clock))
	}
	books, copies := withoutAnnotated(books)
	c.Findings = append(c.Findings, copies...)
	found, more := plan(books, pilot, slices.ContainsFunc(findings, refusesFile), peopleIn)
	c.Findings = append(c.Findings, more...)
	parts, more := dropDoubles(buildAll(found), pilot.located)
	c.Findings = append(c.Findings, more...)
	for _, part := range parts {
		c.add(part)
		c.Findings = append(c.Findings, part.findings...)
	}
	c.Findings = append(c.Findings, unevenTables(parts)...)
	c.Findings = append(c.Findings, nowhere(parts)...)
	for _, b := range books {
		in := Input{File: b.File, SHA256: b.SHA256}
		for _, part := range parts {
			if s := part.sources[0]; s.File == b.File {
				in.Sheets = append(in.Sheets, InputSheet{Key: s.Table, Sheet: s.Sheet})
			}
		}
		c.Inputs = append(c.Inputs, in)
	}
	c.link()
	run := Run{AsOf: clock.AsOf, QuietDays: pilot.Settings.InactiveAfterDays}
	c.Findings = finding.Fold(checkRules(&c.Records, run, c.Findings))
	c.index()
	c.count()
	return c, clock
}

// refusesFile reports a finding of a file that was not read.
func refusesFile(f finding.Finding) bool {
	return f.Severity == finding.Error && strings.HasPrefix(f.Code, "C30")
}

// buildAll builds the tables at the same time and returns them in the order they were found.
func buildAll(tables []*foundTable) []tableParts {
	parts := make([]tableParts, len(tables))
	var wg sync.WaitGroup
	for i, t := range tables {
		wg.Go(func() { parts[i] = build(t) })
	}
	wg.Wait()
	return parts
}

// count fills in how many rows of each sheet were used and how many left out.
func (c *Cohort) count() {
	type place struct {
		key         Key
		file, sheet string
	}
	used, apart := map[place]int{}, map[place]int{}
	c.each(func(r record, excluded bool) {
		s := r.row().Source
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
