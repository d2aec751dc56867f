package cohort

import (
	"slices"
	"strings"

	"pilot90/cohort/finding"
)

// rowKey tells rows of a ledger apart.
type rowKey struct {
	file, sheet string
	number      int
}

func (r Row) key() rowKey { return rowKey{r.Source.File, r.Source.Sheet, r.Number} }

// checkRules links the records to each other, runs every rule over all rows, those with a fault
// in a cell included, and appends the findings to c.Findings, sorted and folded. Rows with an
// error move from Rows to Excluded, and so do the rows that refer to them, so that every record
// in Rows refers to records in Rows only.
func checkRules(c *Cohort, clock Clock) {
	link(c)
	excluded := faultyRows(c)
	for _, rule := range catalogue {
		if rule.Check == nil {
			continue
		}
		rule.Check(c, clock, func(f finding.Finding, rows ...Row) {
			f.Code, f.Severity = rule.Code, rule.Severity
			f.Shared = sharedBy(f, rows)
			c.Findings = append(c.Findings, f)
			if rule.Severity != finding.Error {
				return
			}
			for _, r := range rows {
				excluded[r.key()] = true
			}
		})
	}
	c.Findings = append(c.Findings, excludeDependants(c, excluded)...)
	exclude(c, excluded)
	recount(c)
	c.Findings = finding.Fold(c.Findings)
}

// sharedBy are the related cells of an error that lie in the rows it leaves out.
func sharedBy(f finding.Finding, rows []Row) []finding.Place {
	if f.Severity != finding.Error || len(rows) < 2 {
		return nil
	}
	out := map[rowKey]bool{}
	for _, r := range rows {
		out[r.key()] = true
	}
	var shared []finding.Place
	for _, p := range f.Related {
		if number, _ := p.Rows(); out[rowKey{p.File, p.Sheet, number}] {
			shared = append(shared, p)
		}
	}
	return shared
}

// faultyRows are the rows that the reader found an error in, or has put apart already.
func faultyRows(c *Cohort) map[rowKey]bool {
	faulty := map[rowKey]bool{}
	for _, f := range finding.Unfold(c.Findings) {
		if f.Severity != finding.Error || !strings.HasPrefix(f.Code, "C1") && !strings.HasPrefix(f.Code, "C2") {
			continue
		}
		for first, last := f.Rows(); first > 0 && first <= last; first++ {
			faulty[rowKey{f.File, f.Sheet, first}] = true
		}
	}
	for _, t := range c.tables() {
		for _, r := range t.apart() {
			faulty[r.row().key()] = true
		}
	}
	return faulty
}

// exclude moves the rows from Rows to Excluded in every table.
func exclude(c *Cohort, rows map[rowKey]bool) {
	for _, t := range c.tables() {
		t.part(rows)
	}
}

// recount brings the counts of the inputs up to date.
func recount(c *Cohort) {
	type place struct {
		key         Key
		file, sheet string
	}
	used, apart := map[place]int{}, map[place]int{}
	for _, t := range c.tables() {
		for _, r := range t.used() {
			s := r.row().Source
			used[place{s.Table, s.File, s.Sheet}]++
		}
		for _, r := range t.apart() {
			s := r.row().Source
			apart[place{s.Table, s.File, s.Sheet}]++
		}
	}
	for i := range c.Inputs {
		for j := range c.Inputs[i].Sheets {
			s := &c.Inputs[i].Sheets[j]
			p := place{s.Key, c.Inputs[i].File, s.Sheet}
			s.Used, s.Excluded = used[p], apart[p]
			s.Rows = s.Used + s.Excluded
		}
	}
}

// anyTable is a Table of whatever records.
type anyTable interface {
	used() []record
	apart() []record
	every() []record
	part(rows map[rowKey]bool)
	fill(frame anyTable, lines []Line)
	there() bool
}

// tables lists every table of the ledger in the order of the schema.
func (c *Cohort) tables() []anyTable {
	return []anyTable{
		view[Participant, *Participant]{&c.Participants}, view[Training, *Training]{&c.Trainings},
		view[Client, *Client]{&c.Clients}, view[Contract, *Contract]{&c.Contracts},
		view[Task, *Task]{&c.Tasks}, view[Support, *Support]{&c.Support},
		view[Survey, *Survey]{&c.Surveys}, view[Budget, *Budget]{&c.Budget},
		view[Metric, *Metric]{&c.Metrics}, view[Publication, *Publication]{&c.Publications},
	}
}

// recordOf is the pointer type of a record struct.
type recordOf[T any] interface {
	*T
	record
}

// view gives a Table of any record type the methods of anyTable.
type view[T any, P recordOf[T]] struct{ table *Table[T] }

func (v view[T, P]) used() []record  { return records[T, P](v.table.Rows) }
func (v view[T, P]) apart() []record { return records[T, P](v.table.Excluded) }
func (v view[T, P]) there() bool     { return v.table.Present }
func (v view[T, P]) every() []record { return records[T, P](everyRow[T, P](v.table)) }

func (v view[T, P]) part(rows map[rowKey]bool) {
	var kept []*T
	for _, r := range v.table.Rows {
		if rows[P(r).row().key()] {
			v.table.Excluded = append(v.table.Excluded, r)
			continue
		}
		kept = append(kept, r)
	}
	v.table.Rows = kept
	v.table.Excluded = inOrder[T, P](v.table, v.table.Excluded)
}

func records[T any, P recordOf[T]](rows []*T) []record {
	out := make([]record, len(rows))
	for i, r := range rows {
		out[i] = P(r)
	}
	return out
}

// everyRow returns all rows of a table, used or excluded, in reading order.
func everyRow[T any, P recordOf[T]](t *Table[T]) []*T {
	if len(t.Excluded) == 0 {
		return t.Rows
	}
	return inOrder[T, P](t, slices.Concat(t.Rows, t.Excluded))
}

// inOrder sorts rows by source, in the order the sources were read, and by row.
func inOrder[T any, P recordOf[T]](t *Table[T], rows []*T) []*T {
	rank := make(map[*Source]int, len(t.Sources))
	for i, s := range t.Sources {
		rank[s] = i
	}
	slices.SortStableFunc(rows, func(a, b *T) int {
		p, q := P(a).row(), P(b).row()
		if p.Source != q.Source {
			return rank[p.Source] - rank[q.Source]
		}
		return p.Number - q.Number
	})
	return rows
}
