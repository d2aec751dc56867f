package rollup

import (
	"fmt"
	"maps"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/facts"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// Pooled is the result of all that counts. Unread are sources that could not be taken in. The texts are in the
// language.
func Pooled(sources []Source, unread []result.Unread, o Options, l lang.Lang) *result.Result {
	c := choose(sources, o)
	r := &result.Result{Program: nameOfAll(c.counts).In(l), Clock: c.clock()}
	defs := definitions(c.counts)
	var others []result.OtherSettings
	r.Figures, others = pool(defs, c.counts)
	r.Funnel = ways(c.counts)
	for _, s := range c.counts {
		r.Findings.Errors += s.Findings.Errors
		r.Findings.Warnings += s.Findings.Warnings
		r.Findings.Infos += s.Findings.Infos
	}
	r.Rollup = &result.Rollup{Reported: reporters(c.counts), Missing: []result.Place{}, Late: reporters(c.late),
		Restated: reporters(c.restated), Older: reporters(c.older), OtherYears: reporters(c.otherYears),
		OtherDefinitions: reporters(c.defined), Within: reporters(c.within),
		Twice: reporters(c.double), Unread: slices.Concat([]result.Unread{}, unread), OtherSettings: others,
		Municipalities: each(defs, c.counts), Goals: goalsOf(slices.Concat(c.counts, c.within), l),
		Hubs: hubs(defs, c), Durations: durations(defs, c.counts, l), Practice: practice(defs, c.counts, r.Figures)}
	if r.Rollup.SeveralLedgers = several(c.counts); len(r.Rollup.SeveralLedgers) > 0 {
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
		r.Rollup.Groups = groups(defs, sources, c, o, l)
	}
	if o.By == "year" {
		years := byYear(sources, o)
		var all []Source
		for _, y := range sortedYears(years) {
			all = append(all, years[y]...)
		}
		r.Rollup.Cohorts = cohorts(all)
		r.Rollup.Bridges = bridges(defs, years, l)
	} else {
		r.Rollup.Cohorts = cohorts(c.counts)
	}
	return r
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

// definitions are those of the catalogue, with one for each metric that somebody hands in.
func definitions(all []Source) []kpi.Definition {
	metrics := map[string]bool{}
	for _, s := range all {
		for i := range s.Figures {
			metrics[s.Figures[i].ID] = true
		}
	}
	var defs []kpi.Definition
	for _, d := range catalog.All() {
		if d.Expand == nil {
			defs = append(defs, d)
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(metrics)) {
			if m, ok := catalog.MetricNamed(id); ok {
				defs = append(defs, m)
			}
		}
	}
	return defs
}

// pool puts the figures of all together, each over those whose settings are those of most.
func pool(defs []kpi.Definition, all []Source) ([]kpi.Figure, []result.OtherSettings) {
	by := map[string][]handed{}
	for _, s := range all {
		for i := range s.Figures {
			p := &s.Figures[i]
			by[p.ID] = append(by[p.ID], handed{&s.Municipality, p})
		}
	}
	figures, others := make([]kpi.Figure, 0, len(defs)), []result.OtherSettings{}
	for _, d := range defs {
		basis, other := common(by[d.ID])
		var parts []*merge.Part
		told := 0
		for _, h := range by[d.ID] {
			if h.part.Basis == basis && h.part.Law == d.Law.Kind {
				parts = append(parts, h.part)
				if h.part.Told() {
					told++
				}
			}
		}
		f := merge.Pool(d, parts)
		f.Disclosure.Follows = follows(&d, parts)
		if f.Municipalities = told; len(other) > 0 {
			others = append(others, result.OtherSettings{Figure: d.ID, Basis: basis, Others: other})
			f.Warnings = append(f.Warnings, lang.Text{
				JA: fmt.Sprintf("設定（%s）が違う %d 自治体は入っていません", basis, len(other)),
				EN: fmt.Sprintf("%d municipalities with other settings than %s are not in it", len(other), basis)})
		}
		if lacking := len(all) - len(other) - told; lacking > 0 && told > 0 {
			f.Warnings = append(f.Warnings, fewer(len(all), told))
		}
		figures = append(figures, f)
	}
	return figures, others
}

// fewer says that a figure rests on some of the municipalities only.
func fewer(all, told int) lang.Text {
	return lang.Text{JA: fmt.Sprintf("%d 自治体のうち %d 自治体の値です。ほかはデータがないか、数える対象がありません", all, told),
		EN: fmt.Sprintf("of %d of %d municipalities; the others have no data or nothing to count", told, all)}
}

// handed is a part and who hands it in.
type handed struct {
	who  *Municipality
	part *merge.Part
}

// common is the basis that most of those have who tell anything, of equals the first by its text; and who has
// another.
func common(all []handed) (basis string, other []result.Place) {
	count := map[string]int{}
	for _, h := range all {
		if h.part.Told() {
			count[h.part.Basis]++
		}
	}
	for _, b := range slices.Sorted(maps.Keys(count)) {
		if count[b] > count[basis] {
			basis = b
		}
	}
	for _, h := range all {
		if h.part.Told() && h.part.Basis != basis {
			other = append(other, place(*h.who))
		}
	}
	return basis, other
}

// each are the municipalities by themselves.
func each(defs []kpi.Definition, all []Source) []result.MunicipalityOf {
	out := make([]result.MunicipalityOf, 0, len(all))
	for _, s := range all {
		m := result.MunicipalityOf{Reporter: reporter(s), Findings: s.Findings, Figures: []result.RollupFigure{}}
		for _, d := range defs {
			if i := slices.IndexFunc(s.Figures, func(p merge.Part) bool { return p.ID == d.ID }); i >= 0 {
				m.Figures = append(m.Figures, ofOne(d, &s.Figures[i]))
			}
		}
		out = append(out, m)
	}
	return out
}

// ofOne is the figure of one municipality as it handed it in.
func ofOne(d kpi.Definition, p *merge.Part) result.RollupFigure {
	r := result.RollupFigure{ID: p.ID, Value: p.Value, Missing: string(p.Missing), N: &p.N, LeftOut: p.LeftOut}
	if p.Terms != nil && p.Value != nil {
		f := merge.Pool(d, []*merge.Part{p})
		r.Numerator, r.Denominator, r.Interval = f.Numerator, f.Denominator, f.Interval
	}
	return r
}

// ways is the funnel of all: counts add up over those that tell them.
func ways(all []Source) state.Funnel {
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

func goalsOf(all []Source, l lang.Lang) []result.Goal {
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
