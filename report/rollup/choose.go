package rollup

import (
	"cmp"
	"context"
	"crypto/sha256"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Options are what a rollup is asked for.
type Options struct {
	AsOf       string // the last as-of date that counts; "" = all
	FiscalYear int    // 0 = the newest that anybody reports
	Expected   []Municipality
	By         string          // prefecture, model, year; "" = all together
	Context    context.Context // of the work; nil = it goes on to its end
}

// stopped reports that the work is no longer wanted.
func (o Options) stopped() bool { return o.Context != nil && o.Context.Err() != nil }

// chosen are the submissions that count, one of each municipality, and what became of the others.
type chosen struct {
	year                                   int
	asOf                                   string // the newest as-of date among those that count, or the one asked for
	counts                                 []Source
	late, restated, older, defined, double []Source
	otherYears                             []Source // the newest of each that has none of the year
	within                                 []Source // of one town of a hub whose edition of all towns counts
}

// choose takes of each municipality the newest submission of the fiscal year that is not after the as-of date asked
// for: the latest as-of date, of that the highest number. Order of sources does not matter.
func choose(sources []Source, o Options) chosen {
	c := chosen{year: o.FiscalYear, asOf: o.AsOf}
	all := slices.Clone(sources)
	all = slices.DeleteFunc(all, func(s Source) bool { return o.AsOf != "" && s.AsOf > o.AsOf })
	for _, s := range all {
		if o.FiscalYear == 0 {
			c.year = max(c.year, s.FiscalYear)
		}
	}
	slices.SortStableFunc(all, newestFirst)
	other := slices.DeleteFunc(slices.Clone(all), func(s Source) bool { return s.FiscalYear == c.year })
	all = slices.DeleteFunc(all, func(s Source) bool { return s.FiscalYear != c.year })
	reported := map[string]bool{}
	for _, s := range all {
		for _, code := range s.codes() {
			reported[code] = true
		}
	}
	for _, s := range other {
		if !reported[s.Municipality.Code] { // the newest of it comes first
			reported[s.Municipality.Code] = true
			c.otherYears = append(c.otherYears, s)
		}
	}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].Municipality.Code == all[0].Municipality.Code && all[n].rank() == all[0].rank() {
			n++
		}
		c.take(all[:n])
		all = all[n:]
	}
	c.once()
	if c.asOf == "" {
		for _, s := range c.counts {
			c.asOf = max(c.asOf, s.AsOf)
		}
	}
	for _, s := range c.counts {
		if s.AsOf < c.asOf {
			c.late = append(c.late, s)
		}
	}
	return c
}

// once takes out the editions of single towns whose hub has handed in one of all its towns, and of ledgers of which
// there is one of all in their alliance: it has their people.
func (c *chosen) once() {
	within := func(s Source) bool {
		return slices.ContainsFunc(c.counts, func(hub Source) bool {
			return hub.rank() > s.rank() && slices.Contains(hub.Towns, s.Municipality.Code)
		})
	}
	for _, s := range c.counts {
		if within(s) {
			c.within = append(c.within, s)
		}
	}
	c.counts = slices.DeleteFunc(slices.Clone(c.counts), within)
}

// rank tells apart what has others' people in it: 0 of one municipality, 1 of a hub of several, 2 of all ledgers of an
// alliance.
func (s *Submission) rank() int {
	switch {
	case s.Ledgers > 1:
		return 2
	case s.OfHub():
		return 1
	}
	return 0
}

// codes are those of the municipalities that a submission is of.
func (s *Submission) codes() []string { return append([]string{s.Municipality.Code}, s.Towns...) }

// newestFirst orders submissions by code, that of a hub after those of the town, then the newest first.
func newestFirst(a, b Source) int {
	return cmp.Or(cmp.Compare(a.Municipality.Code, b.Municipality.Code), cmp.Compare(a.rank(), b.rank()),
		cmp.Compare(b.AsOf, a.AsOf),
		cmp.Compare(b.Revision, a.Revision), cmp.Compare(a.From, b.From))
}

// take sorts the submissions of one municipality, the newest first.
func (c *chosen) take(of []Source) {
	first, doubles := of[0], len(c.double)
	for _, s := range of[1:] {
		switch {
		case s.AsOf < first.AsOf:
			c.older = append(c.older, s)
		case s.Revision < first.Revision:
			c.restated = append(c.restated, s)
		case !same(s, first):
			c.double = append(c.double, s)
		}
	}
	switch {
	case len(c.double) > doubles:
		c.double = append(c.double, first)
	case first.Definitions != kpi.Version:
		c.defined = append(c.defined, first)
	default:
		c.counts = append(c.counts, first)
	}
}

func same(a, b Source) bool {
	sum := a.digest()
	return sum == b.digest() && sum != [sha256.Size]byte{}
}

func place(m Municipality) result.Place {
	return result.Place{Code: m.Code, Name: m.Name, Prefecture: m.Prefecture}
}

func reporter(s Source) result.Reporter {
	return result.Reporter{Place: place(s.Municipality), AsOf: s.AsOf, FiscalYear: s.FiscalYear, Revision: s.Revision,
		Definitions: s.Definitions, Source: s.From, Towns: s.Towns}
}

func reporters(all []Source) []result.Reporter {
	out := make([]result.Reporter, 0, len(all))
	for _, s := range all {
		out = append(out, reporter(s))
	}
	return out
}
