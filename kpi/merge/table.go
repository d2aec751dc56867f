package merge

import (
	"cmp"
	"slices"

	"pilot90/kpi"
)

// pooledBeside are the parts beside the value: those that add up, and what is worked out from them. known are further
// sums that a part may be worked out from.
func pooledBeside(law kpi.Law, parts []*Part, known map[string]float64) kpi.Parts {
	var heads []Beside
	for _, h := range law.Heads {
		heads = append(heads, Beside{Key: h.Key, Title: words(h.Title), Unit: h.Unit})
	}
	values := map[string][]float64{}
	for _, p := range parts {
		for _, b := range p.Beside {
			if !slices.ContainsFunc(heads, func(h Beside) bool { return h.Key == b.Key }) {
				heads = append(heads, b)
			}
			if b.Value != nil {
				values[b.Key] = append(values[b.Key], *b.Value)
			}
		}
	}
	sum := func(key string) (float64, bool) {
		if v, ok := known[key]; ok {
			return v, true
		}
		return kpi.Sum(values[key]), len(values[key]) > 0
	}
	var out kpi.Parts
	for _, h := range heads {
		part := kpi.Part{Key: h.Key, Title: h.Title.text(), Unit: h.Unit}
		if v, ok := column(h.Key, law.Derived, sum, sum); ok {
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

// pooledTable puts the tables together, group by group.
func pooledTable(law kpi.Law, parts []*Part) (kpi.Part, bool) {
	var head *Table
	rows := map[string][]Row{}
	var keys []string
	for _, p := range parts {
		if p.Table == nil {
			continue
		}
		if head == nil || len(head.Columns) == 0 {
			head = p.Table
		}
		for _, r := range p.Table.Rows {
			if rows[r.Key] == nil {
				keys = append(keys, r.Key)
			}
			rows[r.Key] = append(rows[r.Key], r)
		}
	}
	if head == nil {
		return kpi.Part{}, false
	}
	sortKeys(keys, law.Groups.Order)
	var all []Row
	for _, k := range keys {
		all = append(all, rows[k]...)
	}
	total := sumsOf(head.Columns, all)
	var groups []kpi.Group
	for _, k := range keys {
		groups = append(groups, pooledGroup(law, head.Columns, rows[k], total))
	}
	return kpi.Part{Key: head.Key, Title: head.Title.text(), Unit: head.Unit, Value: groups}, true
}

func pooledGroup(law kpi.Law, columns []Column, rows []Row, total kpi.Sums) kpi.Group {
	g := kpi.Group{Key: rows[0].Key, Title: rows[0].Title.text()}
	sum := sumsOf(columns, rows)
	for _, c := range columns {
		part := kpi.Part{Key: c.Key, Title: c.Title.text(), Unit: c.Unit}
		switch v, ok := column(c.Key, law.Groups.Derived, sum, total); {
		case c.Key == law.Groups.Median:
			if m, ok := binsOf(rows).Quantile(0.5); ok {
				part.Value = m
			}
		case slices.Contains(law.Groups.Any, c.Key):
			part.Value = v > 0
		case ok:
			part.Value = v
		}
		g.Parts = append(g.Parts, part)
	}
	g.Records = binsOf(rows).N()
	return g
}

func binsOf(rows []Row) *Bins {
	var all []*Bins
	for _, r := range rows {
		all = append(all, r.Bins)
	}
	return together(all)
}

// sumsOf adds up the rows by column.
func sumsOf(columns []Column, rows []Row) kpi.Sums {
	values := map[string][]float64{}
	for _, r := range rows {
		for i, c := range columns {
			if i < len(r.Values) && r.Values[i] != nil {
				values[c.Key] = append(values[c.Key], *r.Values[i])
			}
		}
	}
	return func(key string) (float64, bool) { return kpi.Sum(values[key]), len(values[key]) > 0 }
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
