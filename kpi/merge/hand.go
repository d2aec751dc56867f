package merge

import (
	"cmp"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/survival"
)

// Parts are what the window hands in of the definitions, in their order. figures are those that kpi.Run gave of them.
func Parts(defs []kpi.Definition, w *kpi.Window, figures []kpi.Figure) []Part {
	return PartsOver(defs, w, figures, func(*kpi.Definition) *kpi.Window { return w })
}

// PartsOver is Parts where figures were computed over windows of their own; w names the metrics that there are.
func PartsOver(defs []kpi.Definition, w *kpi.Window, figures []kpi.Figure,
	over func(d *kpi.Definition) *kpi.Window) []Part {
	var parts []Part
	for _, d := range kpi.Expanded(defs, w) {
		if f := kpi.Find(figures, d.ID); f != nil {
			parts = append(parts, partOf(d, over(&d), f))
		}
	}
	return parts
}

func partOf(d kpi.Definition, w *kpi.Window, f *kpi.Figure) Part {
	p := Part{ID: f.ID, Title: words(f.Title), Unit: f.Unit, Class: f.Class, Law: d.Law.Kind, Value: f.Value, N: f.N,
		Exclude: f.Excluded}
	if d.Law.Basis != nil && w != nil {
		p.Basis = d.Law.Basis(w)
	}
	if all := f.N + f.Excluded; all > 0 {
		p.LeftOut = new(float64(f.Excluded) / float64(all))
	}
	switch {
	case f.Lacking:
		p.Missing = Lacking
		return p
	case f.Value == nil:
		p.Missing = NoCase
	}
	if f.Terms != nil && (d.Law.Kind == kpi.Divided || d.Law.Kind == kpi.Averaged) {
		t := f.Terms
		p.Terms = &Terms{t.Numerator, t.Denominator, slices.Clone(t.Known), t.Claimed, t.Trials, t.More}
	}
	p.observe(d.Law, w, f)
	p.Beside = beside(d.Law, f)
	if g := d.Law.Groups; g != nil && !g.Free {
		p.Table = table(d.Law, w, f)
	}
	return p
}

// observe takes in the values and times behind the figure.
func (p *Part) observe(law kpi.Law, w *kpi.Window, f *kpi.Figure) {
	if law.Values != nil && (f.Value != nil || len(f.Parts) > 0) {
		values := law.Values(w)
		p.Bins = binned(values, law.Bin)
		if law.Kind == kpi.Distributed {
			p.Sum = new(kpi.Sum(values))
		}
	}
	if law.Subjects != nil && f.N > 0 {
		p.Times = times(law.Subjects(w))
	}
}

// times is the event table of the subjects.
func times(subjects []survival.Subject) []Time {
	at := map[float64]*Time{}
	line := func(days float64) *Time {
		if at[days] == nil {
			at[days] = &Time{Days: days}
		}
		return at[days]
	}
	for _, s := range subjects {
		if s.Event {
			line(s.Time).Events++
		} else {
			line(s.Time).Censored++
		}
	}
	var all []Time
	for _, t := range at {
		all = append(all, *t)
	}
	slices.SortFunc(all, func(a, b Time) int { return cmp.Compare(a.Days, b.Days) })
	return all
}

// beside are the parts of the figure that its law names, in the figure's order.
func beside(law kpi.Law, f *kpi.Figure) []Beside {
	var all []Beside
	for _, part := range f.Parts {
		adds := slices.Contains(law.Adds, part.Key)
		if !adds && !derives(law.Derived, part.Key) {
			continue
		}
		b := Beside{Key: part.Key, Title: words(part.Title), Unit: part.Unit}
		if v, ok := part.Value.(float64); ok && adds {
			b.Value = &v
		}
		all = append(all, b)
	}
	return all
}

func derives(derived []kpi.Derived, key string) bool {
	return slices.ContainsFunc(derived, func(d kpi.Derived) bool { return d.Key == key })
}

// table is the breakdown of the figure; nil where it has none.
func table(law kpi.Law, w *kpi.Window, f *kpi.Figure) *Table {
	at := slices.IndexFunc(f.Parts, func(p kpi.Part) bool { return p.Key == law.Groups.Part })
	if at < 0 {
		return nil
	}
	groups, ok := f.Parts[at].Value.([]kpi.Group)
	if !ok {
		return nil
	}
	t := &Table{Key: f.Parts[at].Key, Title: words(f.Parts[at].Title), Unit: f.Parts[at].Unit, Rows: []Row{},
		Columns: []Column{}}
	var values map[string][]float64
	if law.Groups.Values != nil {
		values = law.Groups.Values(w)
	}
	for _, g := range groups {
		row := Row{Key: g.Key, Title: words(g.Title)}
		for i, c := range g.Parts {
			if len(t.Columns) <= i {
				t.Columns = append(t.Columns, Column{c.Key, words(c.Title), c.Unit})
			}
			row.Values = append(row.Values, cellOf(law.Groups, c))
		}
		if values != nil {
			row.Bins = binned(values[g.Key], law.Bin)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// cellOf is what one column hands in: a number that adds up, or 1 and 0 for yes and no.
func cellOf(law *kpi.GroupLaw, part kpi.Part) *float64 {
	switch v := part.Value.(type) {
	case float64:
		if slices.Contains(law.Adds, part.Key) {
			return &v
		}
	case bool:
		if v && slices.Contains(law.Any, part.Key) {
			return new(1.0)
		}
		return new(0.0)
	}
	return nil
}

func words(t lang.Text) Words { return Words{t.JA, t.EN} }
