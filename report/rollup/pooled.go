package rollup

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// Pooled is the result of all that counts. Unread are sources that could not be taken in. The texts are in the
// language. Of heads the whole is read once more, one after the other; one that cannot be is named with the unread, and
// what counts is chosen without it. When the context of the options ends, no more is read and the result is nil.
func Pooled(sources []Source, unread []result.Unread, o Options, l lang.Lang) *result.Result {
	for {
		r, lost := pooled(sources, unread, o, l)
		if len(lost) == 0 || o.stopped() {
			return r
		}
		unread = slices.Clone(unread)
		for _, s := range sources {
			if err, is := lost[s.Submission]; is {
				unread = append(unread, result.Unread{Source: s.From, Why: why(err, l)})
			}
		}
		sources = slices.DeleteFunc(slices.Clone(sources), func(s Source) bool { return lost[s.Submission] != nil })
	}
}

func pooled(sources []Source, unread []result.Unread, o Options, l lang.Lang) (*result.Result, map[*Submission]error) {
	c := choose(sources, o)
	g := newGathering()
	whole, of := &pool{}, poolsBy(&c, sources, o)
	for _, s := range c.counts {
		if o.stopped() {
			return nil, nil
		}
		g.take(s, append(of.by[s.Submission], whole))
	}
	for _, s := range slices.Concat(of.others, c.within) {
		if o.stopped() {
			return nil, nil
		}
		if g.done[s.Submission] == nil {
			g.take(s, of.by[s.Submission])
		}
	}
	if len(g.lost) > 0 {
		return nil, g.lost
	}
	defs := g.definitions()
	counts, within := g.of(c.counts, defs), g.of(c.within, defs)
	r := &result.Result{Program: nameOfAll(c.counts).In(l), Clock: c.clock()}
	var others []result.OtherSettings
	r.Figures, others = whole.figures(defs)
	r.Funnel = ways(counts)
	for _, s := range counts {
		r.Findings.Errors += s.Findings.Errors
		r.Findings.Warnings += s.Findings.Warnings
		r.Findings.Infos += s.Findings.Infos
	}
	r.Rollup = &result.Rollup{Reported: reporters(c.counts), Missing: []result.Place{}, Late: reporters(c.late),
		Restated: reporters(c.restated), Older: reporters(c.older), OtherYears: reporters(c.otherYears),
		OtherDefinitions: reporters(c.defined), Within: reporters(c.within),
		Twice: reporters(c.double), Unread: slices.Concat([]result.Unread{}, unread), OtherSettings: others,
		Municipalities: each(counts), Goals: goalsOf(slices.Concat(counts, within), l),
		Hubs: hubs(defs, counts, within), Durations: durations(defs, whole, l), Practice: practice(defs, counts, r.Figures)}
	if r.Rollup.SeveralLedgers = several(sourcesOf(counts)); len(r.Rollup.SeveralLedgers) > 0 {
		r.Rollup.AtMost = atMost(r.Figures, defs)
	}
	if len(o.Expected) > 0 {
		r.Rollup.Expected = new(len(o.Expected))
		for _, s := range c.counts {
			if !slices.ContainsFunc(o.Expected, func(m Municipality) bool { return m.Code == s.Municipality.Code }) {
				r.Rollup.Unlisted++
			}
		}
		r.Rollup.Missing = missing(o.Expected, sources, c.year)
	}
	if o.By != "" {
		r.Rollup.By = &o.By
		r.Rollup.Groups = of.groups(defs, g, l)
	}
	if o.By == "year" {
		years := map[int][]*taken{}
		var all []Source
		for _, y := range sortedYears(of.years) {
			years[y] = g.of(of.years[y], defs)
			all = append(all, sourcesOf(years[y])...)
		}
		r.Rollup.Cohorts = cohorts(all)
		r.Rollup.Bridges = bridges(defs, years, l)
	} else {
		r.Rollup.Cohorts = cohorts(sourcesOf(counts))
	}
	return r, nil
}

// nameOfAll is what a result is called: how many municipalities it is of, or the one.
func nameOfAll(counts []Source) lang.Text {
	n := 0
	for _, s := range counts {
		n += max(len(s.Towns), 1)
	}
	if len(counts) == 1 && n == 1 && counts[0].Municipality.Name != "" {
		return lang.Text{JA: counts[0].Municipality.Name, EN: counts[0].Municipality.Name}
	}
	return lang.Text{JA: fmt.Sprintf("%d 自治体の合計", n), EN: fmt.Sprintf("Municipalities together: %d", n)}
}

// byYear are those that count of each fiscal year.
func byYear(sources []Source, o Options) map[int][]Source {
	years := map[int][]Source{}
	for _, s := range sources {
		if _, done := years[s.FiscalYear]; !done {
			years[s.FiscalYear] = choose(sources, Options{AsOf: o.AsOf, FiscalYear: s.FiscalYear}).counts
		}
	}
	return years
}

// clock is the as-of date, and the period from the first day of any of them to the last.
func (c *chosen) clock() setting.Clock {
	var clock setting.Clock
	for _, s := range c.counts {
		from, _ := dayOf(s.Period.From)
		to, _ := dayOf(s.Period.To)
		end, _ := dayOf(s.Period.End)
		if clock.From == 0 || from < clock.From {
			clock.From = from
		}
		clock.To, clock.End = max(clock.To, to), max(clock.End, end)
	}
	clock.AsOf, _ = dayOf(c.asOf)
	clock.Named = true
	return clock
}

// each are the municipalities by themselves.
func each(all []*taken) []result.MunicipalityOf {
	out := make([]result.MunicipalityOf, 0, len(all))
	for _, t := range all {
		out = append(out, result.MunicipalityOf{Reporter: reporter(t.Source), Findings: t.Findings, Figures: t.figures})
	}
	return out
}

// ways is the funnel of all: counts add up over those that tell them.
func ways(all []*taken) state.Funnel {
	var f state.Funnel
	at := func(stage Stage) *state.StageCount {
		for i := range f.Stages {
			if string(f.Stages[i].Stage) == stage.Stage {
				return &f.Stages[i]
			}
		}
		f.Stages = append(f.Stages, state.StageCount{Stage: facts.Stage(stage.Stage), Title: lang.Text(stage.Title)})
		return &f.Stages[len(f.Stages)-1]
	}
	for _, s := range all {
		for _, stage := range s.Funnel {
			if to := at(stage); stage.Count != nil {
				if to.Count == nil {
					to.Count = new(0)
				}
				*to.Count += *stage.Count
			}
		}
	}
	for i := range f.Stages {
		if f.Stages[i].Count == nil {
			f.Stages[i].Reason = lang.Text{JA: "この段階を数えられる自治体がありません", EN: "no municipality can count this stage"}
		}
	}
	return f
}

func goalsOf(all []*taken, l lang.Lang) []result.Goal {
	out := []result.Goal{}
	for _, s := range all {
		for _, g := range s.Grants {
			out = append(out, result.Goal{Place: place(s.Municipality), Figure: g.Figure, Title: lang.Text(g.Title).In(l),
				Unit: g.Unit, FiscalYear: g.FiscalYear, Target: g.Target, Actual: g.Actual, Lower: g.Lower})
		}
	}
	return out
}

// missing are those expected of whom nothing of the year is there.
func missing(expected []Municipality, sources []Source, year int) []result.Place {
	out := []result.Place{}
	for _, m := range expected {
		if !slices.ContainsFunc(sources, func(s Source) bool {
			return slices.Contains(s.codes(), m.Code) && s.FiscalYear == year
		}) {
			out = append(out, place(m))
		}
	}
	return out
}
