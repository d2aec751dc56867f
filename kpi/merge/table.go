package merge

import (
	"cmp"
	"maps"
	"slices"

	"pilot90/kpi"
)

// pooledBeside are the parts beside the value: those that add up, and what is worked out from them. known are further
// sums that a part may be worked out from.
func (p *Pile) pooledBeside(known map[string]float64) kpi.Parts {
	sum := func(key string) (float64, bool) {
		if v, ok := known[key]; ok {
			return v, true
		}
		return p.beside[key].told()
	}
	var out kpi.Parts
	for _, h := range p.heads {
		part := kpi.Part{Key: h.Key, Title: h.Title.text(), Unit: h.Unit}
		if v, ok := column(h.Key, p.d.Law.Derived, sum, sum); ok {
			part.Value = v
		}
		out = append(out, part)
	}
	return out
}

// column is the value of a part or column by its key: worked out, or the sum.
func column(key string, derived []kpi.Derived, sum, total kpi.Sums) (float64, bool) {
	at := slices.IndexFunc(derived, func(d kpi.Derived) bool { return d.Key == key })
	if at < 0 {
		return sum(key)
	}
	return derived[at].Of(sum, total)
}

// grid is the tables of all, put together group by group.
type grid struct {
	head Table // of the first with columns, without rows
	rows map[string]*line
}

// line is one group of them all; sums are by column.
type line struct {
	title Words
	sums  []tally
	bins  *count
}

// with is the grid with the rows of a table added; nil is one without any.
func (g *grid) with(t *Table) *grid {
	if g == nil {
		g = &grid{rows: map[string]*line{}}
	}
	if len(g.head.Columns) == 0 {
		g.head = Table{Key: t.Key, Title: t.Title, Unit: t.Unit, Columns: t.Columns}
	}
	for _, r := range t.Rows {
		l := g.rows[r.Key]
		if l == nil {
			l = &line{title: r.Title}
			g.rows[r.Key] = l
		}
		for i, v := range r.Values {
			if len(l.sums) <= i {
				l.sums = append(l.sums, tally{})
			}
			if v != nil {
				l.sums[i].add(*v)
			}
		}
		l.bins = l.bins.with(r.Bins)
	}
	return g
}

// pooled is the table of all, in the order of the law.
func (g *grid) pooled(law kpi.Law) kpi.Part {
	keys := slices.Collect(maps.Keys(g.rows))
	sortKeys(keys, law.Groups.Order)
	total := func(key string) (float64, bool) {
		var all tally
		for _, k := range keys {
			for i, c := range g.head.Columns {
				if c.Key != key || i >= len(g.rows[k].sums) || g.rows[k].sums[i].n == 0 {
					continue
				}
				for _, part := range g.rows[k].sums[i].parts {
					all.add(part)
				}
			}
		}
		return all.told()
	}
	var groups []kpi.Group
	for _, k := range keys {
		groups = append(groups, g.group(law, k, total))
	}
	return kpi.Part{Key: g.head.Key, Title: g.head.Title.text(), Unit: g.head.Unit, Value: groups}
}

func (g *grid) group(law kpi.Law, key string, total kpi.Sums) kpi.Group {
	l := g.rows[key]
	out, bins := kpi.Group{Key: key, Title: l.title.text()}, l.bins.inOrder()
	sum := func(key string) (float64, bool) {
		i := slices.IndexFunc(g.head.Columns, func(c Column) bool { return c.Key == key })
		if i < 0 || i >= len(l.sums) {
			return 0, false
		}
		return l.sums[i].told()
	}
	for _, c := range g.head.Columns {
		part := kpi.Part{Key: c.Key, Title: c.Title.text(), Unit: c.Unit}
		switch v, ok := column(c.Key, law.Groups.Derived, sum, total); {
		case c.Key == law.Groups.Median:
			if m, ok := bins.Quantile(0.5); ok {
				part.Value = m
			}
		case slices.Contains(law.Groups.Any, c.Key):
			part.Value = v > 0
		case ok:
			part.Value = v
		}
		out.Parts = append(out.Parts, part)
	}
	out.Records = bins.N()
	return out
}

// sortKeys puts keys into the order of a table; those that it does not name follow, in their own.
func sortKeys(keys, order []string) {
	rank := func(key string) int {
		if i := slices.Index(order, key); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
}
