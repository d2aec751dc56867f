package rollup

import (
	"maps"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
)

// taken is what is left of a submission once its figures are in the pools: who handed it in, what is printed of it by
// itself, and no parts.
type taken struct {
	Source
	figures []result.RollupFigure // in the order of the definitions
}

// gathering reads submissions one after the other and lets go of each before the next.
type gathering struct {
	defs    map[string]*kpi.Definition // by id; a metric's once somebody hands it in
	metrics map[string]bool
	done    map[*Submission]*taken // by head
	lost    map[*Submission]error  // that cannot be read any more
	texts   *merge.Texts
}

func newGathering() *gathering {
	g := &gathering{defs: map[string]*kpi.Definition{}, metrics: map[string]bool{}, done: map[*Submission]*taken{},
		lost: map[*Submission]error{}, texts: merge.NewTexts()}
	for _, d := range catalog.All() {
		if d.Expand == nil {
			g.defs[d.ID] = &d
		}
	}
	return g
}

// take reads a submission and puts its figures into the pools. Funnel stages are left in it: they are few.
func (g *gathering) take(s Source, into []*pool) {
	whole, err := s.Whole()
	if err != nil {
		g.lost[s.Submission] = err
		return
	}
	short := *whole
	short.Figures, short.Phases = nil, nil
	g.share(&short)
	t := &taken{Source: Source{Submission: &short, From: s.From},
		figures: make([]result.RollupFigure, 0, len(whole.Figures))}
	for i := range whole.Figures {
		p := &whole.Figures[i]
		d := g.definition(p.ID)
		if d == nil {
			continue
		}
		for _, to := range into {
			to.add(d, p, &short.Municipality)
		}
		t.figures = append(t.figures, ofOne(d, p))
	}
	for _, to := range into {
		to.n++
	}
	g.done[s.Submission] = t
}

// share makes the texts that are the program's those of all.
func (g *gathering) share(s *Submission) {
	s.Funnel, s.Grants = slices.Clone(s.Funnel), slices.Clone(s.Grants)
	for i := range s.Funnel {
		f := &s.Funnel[i]
		f.Stage, f.Title = g.texts.One(f.Stage), g.texts.Words(f.Title)
	}
	for i := range s.Grants {
		of := &s.Grants[i]
		of.Figure, of.Title = g.texts.One(of.Figure), g.texts.Words(of.Title)
	}
	s.Cohorts = slices.Clone(s.Cohorts)
	for i := range s.Cohorts {
		s.Cohorts[i].Days = slices.Clone(s.Cohorts[i].Days)
		for j := range s.Cohorts[i].Days {
			day := &s.Cohorts[i].Days[j]
			day.Figures = slices.Clone(day.Figures)
			for k := range day.Figures {
				day.Figures[k].Figure = g.texts.One(day.Figures[k].Figure)
			}
		}
	}
}

// definition is that of a figure; nil where there is none.
func (g *gathering) definition(id string) *kpi.Definition {
	d, known := g.defs[id]
	if !known {
		if m, ok := catalog.MetricNamed(id); ok {
			d, g.metrics[id] = &m, true
		}
		g.defs[id] = d
	}
	return d
}

// definitions are those of the catalogue, with one for each metric that somebody hands in.
func (g *gathering) definitions() []kpi.Definition {
	var defs []kpi.Definition
	for _, d := range catalog.All() {
		if d.Expand == nil {
			defs = append(defs, d)
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(g.metrics)) {
			defs = append(defs, *g.defs[id])
		}
	}
	return defs
}

// of are what was taken of the sources, in their order, with the figures in that of the definitions.
func (g *gathering) of(sources []Source, defs []kpi.Definition) []*taken {
	rank := map[string]int{}
	for i, d := range defs {
		rank[d.ID] = i
	}
	all := make([]*taken, 0, len(sources))
	for _, s := range sources {
		t := g.done[s.Submission]
		slices.SortStableFunc(t.figures, func(a, b result.RollupFigure) int { return rank[a.ID] - rank[b.ID] })
		all = append(all, t)
	}
	return all
}

// ofOne is the figure of one municipality as it handed it in.
func ofOne(d *kpi.Definition, p *merge.Part) result.RollupFigure {
	n := p.N
	r := result.RollupFigure{ID: d.ID, Value: p.Value, N: &n, LeftOut: p.LeftOut}
	switch p.Missing {
	case merge.Lacking:
		r.Missing = string(merge.Lacking)
	case merge.NoCase:
		r.Missing = string(merge.NoCase)
	}
	if p.Terms != nil && p.Value != nil {
		f := merge.Pool(*d, []*merge.Part{p})
		r.Numerator, r.Denominator, r.Interval = f.Numerator, f.Denominator, f.Interval
	}
	return r
}

// figure is the one of a municipality by its id; nil where it has none.
func (t *taken) figure(id string) *result.RollupFigure {
	i := slices.IndexFunc(t.figures, func(f result.RollupFigure) bool { return f.ID == id })
	if i < 0 {
		return nil
	}
	return &t.figures[i]
}

// value is that of a figure; nil where there is none.
func (t *taken) value(id string) *float64 {
	if f := t.figure(id); f != nil {
		return f.Value
	}
	return nil
}

// sourcesOf are the heads of what was taken.
func sourcesOf(all []*taken) []Source {
	out := make([]Source, 0, len(all))
	for _, t := range all {
		out = append(out, t.Source)
	}
	return out
}
