package record

import (
	"slices"
	"sync"

	"pilot90/cohort/layout"
	"pilot90/cohort/sheet/grid"
)

// Earlier is what Build made of the tables of a ledger that was read before. It knows a table by its Grid, as
// layout.Earlier does, and by how it is read. What it gives is a copy, for records are linked and filled in later on.
// The zero value knows nothing.
type Earlier struct {
	mu        sync.Mutex
	last, now map[*grid.Grid][]builtTable // of the reading before, and of this one
}

// builtTable is a table with what was built of it. Nobody else has either.
type builtTable struct {
	table *layout.Table
	part  Part
}

// Begin lets go of the tables that the reading before did not have.
func (e *Earlier) Begin() {
	if e != nil {
		e.last, e.now = e.now, map[*grid.Grid][]builtTable{}
	}
}

// Build is the function Build for a table that may be known. Tables may be built at the same time.
func (e *Earlier) Build(t *layout.Table) Part {
	if e == nil {
		return Build(t)
	}
	for _, known := range e.last[t.Grid] {
		if known.table.Same(t) {
			return e.keep(known)
		}
	}
	table := t.Copy()
	part := Build(t)
	part.counted = part.keys()
	return e.keep(builtTable{table, part})
}

// keep keeps a table for the next reading and returns a copy of what was built of it.
func (e *Earlier) keep(b builtTable) Part {
	e.mu.Lock()
	e.now[b.table.Grid] = append(e.now[b.table.Grid], b)
	e.mu.Unlock()
	return b.part.copy()
}

// copy returns a part whose records and sources are its own.
func (p *Part) copy() Part {
	own, table := *p, *p.table
	own.table = &table
	sources := make(map[*Source]*Source, len(p.Sources))
	own.Sources = make([]*Source, len(p.Sources))
	for i, s := range p.Sources {
		one := *s
		one.columns = slices.Clone(s.columns) // titles come to stand in for ids
		own.Sources[i], sources[s] = &one, &one
	}
	own.records = (&Tables{}).tables()[p.slot].copies(p.records, sources)
	own.Findings = slices.Clone(p.Findings)
	return own
}

// copies returns copies of records of the table, each in the source that stands for its own.
func (t *Table[T]) copies(rows []Record, sources map[*Source]*Source) []Record {
	copied, out := make([]T, len(rows)), make([]Record, len(rows))
	for i, r := range rows {
		copied[i] = *any(r).(*T)
		out[i] = any(&copied[i]).(Record)
		at := r.At()
		at.Source = sources[at.Source]
		out[i].setRow(at)
	}
	return out
}
