package disclose

import (
	"math"
	"slices"

	"pilot90/kpi"
)

// Where two figures of class B may each be told but not both, one is kept back: the one that weighs less, and of more
// than two those that weigh least together. What is told anyway weighs more than all others and is never kept back.
// Lines of a table are merged before a table is kept back.
const (
	weightAnyway = math.MaxInt32
	weightOther  = 1
)

// item is a figure of class B that might be told: a table, or the outcome of one line.
type item struct {
	figure *kpi.Figure
	weight int
}

// choose keeps back what may not be told beside something that weighs more: figures as a whole, and exact outcomes, in
// place of which their ranges are told. The choice is one for all outer editions of the day.
func (e *editions) choose() {
	e.dropped, e.coarse = map[string]bool{}, map[string]bool{}
	if e.part() {
		return
	}
	k := e.rules.K.Of(e.limitOfAll())
	var items []item
	for i := range e.figures {
		if f := &e.figures[i]; f.Class == kpi.Attribute && f.Value != nil && f.Disclosure.Behind == nil && e.possible(f) {
			items = append(items, item{f, e.weight(f)})
		}
	}
	for _, i := range leastWeight(items, func(a, b *kpi.Figure) bool { return e.clash(a, b, k) }) {
		e.dropped[items[i].figure.ID] = true
		delete(e.tables, items[i].figure.ID)
	}
	items = slices.DeleteFunc(items, func(x item) bool {
		f := x.figure
		return e.dropped[f.ID] || f.Disclosure.Table != nil || x.weight < weightAnyway && !clear(counted(f), f.N, e.least())
	})
	near := func(a, b *kpi.Figure) bool { return !unseen([]int{counted(a) - counted(b)}, k) }
	for _, i := range leastWeight(items, near) {
		e.coarse[items[i].figure.ID] = true
	}
}

// limitOfAll is the strictest of the editions that break anything down.
func (e *editions) limitOfAll() string {
	for _, name := range slices.Backward(outer) {
		if e.registered >= e.rules.AttributeBase.Of(name) {
			return name
		}
	}
	return outer[0]
}

// possible reports whether some edition tells the figure if nothing else is in the way.
func (e *editions) possible(f *kpi.Figure) bool {
	if f.Disclosure.Table != nil {
		return slices.ContainsFunc(outer, func(name string) bool { return e.tables[f.ID][name] != nil })
	}
	if e.reported[f.ID] {
		return true
	}
	return e.shown() && e.registered >= e.rules.AttributeBase.Of(outer[0]) && e.lineLarge(f, e.least()) &&
		!e.mergedThen(f)
}

// least is the size of a group that is small in no edition.
func (e *editions) least() int { return e.rules.K.Of(e.edition(outer[0]).limit()) }

// weight is how much is lost with a figure: that of the table whose line it is about, or the least.
func (e *editions) weight(f *kpi.Figure) int {
	switch of := kpi.Find(e.figures, f.Disclosure.Line.Figure); {
	case e.reported[f.ID]:
		return weightAnyway
	case f.Disclosure.Table != nil:
		return f.Disclosure.Table.Weight
	case of != nil && of.Disclosure.Table != nil:
		return of.Disclosure.Table.Weight
	}
	return weightOther
}

// clash reports whether a group of fewer than k follows from two figures together: from a table that does not show a
// line by itself and a figure of that line, or from two figures of one line that look at nearly the same persons.
func (e *editions) clash(a, b *kpi.Figure, k int) bool {
	at, of := a.Disclosure.Line, b.Disclosure.Line
	switch {
	case at.Figure == b.ID && b.Disclosure.Table != nil:
		return e.without(b, at.Key)
	case of.Figure == a.ID && a.Disclosure.Table != nil:
		return e.without(a, of.Key)
	}
	return at.Figure != "" && at == of && !unseen([]int{a.N - b.N}, k)
}

// without reports whether a table that some edition shows has not the line by itself.
func (e *editions) without(table *kpi.Figure, key string) bool {
	for _, t := range e.tables[table.ID] {
		if t != nil && !slices.ContainsFunc(t.lines, func(l line) bool { return l.key() == key }) {
			return true
		}
	}
	return false
}

// mergedThen reports whether a sealed edition shows the table of the figure's line without the line by itself.
func (e *editions) mergedThen(f *kpi.Figure) bool {
	at := f.Disclosure.Line
	for i := range e.earlier {
		if lines := e.earlier[i].figures[at.Figure].lines; len(lines) > 0 && find(lines, []string{at.Key}) == nil {
			return true
		}
	}
	return false
}

// leastWeight is which of the items have to be left out so that no two of the others clash, with the least weight in
// all; of two choices that weigh the same the one that leaves out later items. Two that are told anyway stay.
func leastWeight(items []item, clash func(a, b *kpi.Figure) bool) (out []int) {
	least := math.MaxInt
	var try func(left []int, weight int)
	try = func(left []int, weight int) {
		if weight >= least {
			return
		}
		for i := range items {
			for j := i + 1; j < len(items); j++ {
				if slices.Contains(left, i) || slices.Contains(left, j) || !clash(items[i].figure, items[j].figure) {
					continue
				}
				stay := true
				for _, at := range []int{j, i} {
					if items[at].weight < weightAnyway {
						stay = false
						try(append(slices.Clone(left), at), weight+items[at].weight)
					}
				}
				if !stay {
					return
				}
			}
		}
		least, out = weight, left
	}
	try(nil, 0)
	return out
}
