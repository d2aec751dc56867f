package bridge

import (
	"bytes"
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// RowChange is one row that is not the same in both ledgers.
type RowChange struct {
	Kind  Cause // Added, Removed, Filled, Renamed, Corrected or Rule
	Table schema.Key
	Old   *record.Line // nil when added
	New   *record.Line // nil when removed
	// Moved says that the row left the figures (Excluded) or came into them, because its own
	// faults or those of rows it refers to came or went.
	Moved  bool
	differ []CellChange // of a pair; those of a row added or removed are made when they are asked for
	named  []int        // columns that hold an id which is called otherwise now
	called *record.Line // the old row with its ids as they are called now; nil: none of them was renamed
}

// CellChange is one cell of it. A place without a range is one that the ledger does not have.
type CellChange struct {
	Column   string // key of the schema
	Old, New string // as typed
	OldPlace finding.Place
	NewPlace finding.Place
	OldCol   int // 1-based; 0 = no such column
	NewCol   int
}

// Line is the row as it is, or as it was when it was removed.
func (c *RowChange) Line() *record.Line {
	if c.New != nil {
		return c.New
	}
	return c.Old
}

// Cells are the cells that differ; of a row added or removed those that are filled in.
func (c *RowChange) Cells() []CellChange {
	if c.Old == nil || c.New == nil {
		return cells(c.Old, c.New)
	}
	return c.differ
}

// standing are the tables whose blanks say something, as a contract without an end runs on: to fill one in later
// is to correct it.
var standing = map[schema.Key]bool{schema.Participants: true, schema.Clients: true, schema.Contracts: true,
	schema.Budget: true}

// changes lists the pairs that differ and the rows without one.
func (m *matcher) changes(table schema.Key) []RowChange {
	var all []RowChange
	for _, n := range m.new {
		o := m.pair[n]
		if o == nil {
			all = append(all, RowChange{Kind: Added, Table: table, New: n})
			continue
		}
		c := RowChange{Kind: Corrected, Table: table, Old: o, New: n, differ: cells(o, n),
			Moved: o.Excluded != n.Excluded, named: m.named(o, n), called: m.calledNow(o, n)}
		if len(c.differ) == 0 && !c.Moved {
			continue
		}
		switch {
		case len(c.differ) == 0:
			c.Kind = Rule
		case m.onlyNamed(table, o, n):
			c.Kind = Renamed
		case !standing[table] &&
			!slices.ContainsFunc(c.differ, func(f CellChange) bool { return f.Old != "" && !c.names(f) }):
			c.Kind = Filled
		}
		all = append(all, c)
	}
	for _, o := range m.old {
		if !m.taken[o] {
			all = append(all, RowChange{Kind: Removed, Table: table, Old: o, called: m.calledNow(o, nil)})
		}
	}
	slices.SortStableFunc(all, func(a, b RowChange) int {
		return cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind))
	})
	return all
}

// names reports that a cell holds an id which is only called otherwise now.
func (c *RowChange) names(f CellChange) bool {
	return slices.ContainsFunc(c.named, func(i int) bool { return c.New.Column(i).Column == f.Column })
}

// cells lists what is not read alike. A value that stands for a blank by a documented default is
// no cell.
func cells(old, new *record.Line) []CellChange {
	some := new
	if some == nil {
		some = old
	}
	var all []CellChange
	var a, b []byte
	for i := range some.Columns() {
		if old != nil && new != nil {
			if a, b = old.AppendRead(a[:0], i), new.AppendRead(b[:0], i); bytes.Equal(a, b) {
				continue
			}
		}
		var c CellChange
		var was, is record.Cell
		if old != nil {
			was = old.Column(i)
			c.Column, c.Old, c.OldCol = was.Column, was.Text, was.Col
		}
		if new != nil {
			is = new.Column(i)
			c.Column, c.New, c.NewCol = is.Column, is.Text, is.Col
		}
		if was.Read == is.Read || was.Blank() && is.Blank() {
			continue
		}
		if old != nil {
			c.OldPlace = old.Row.Cell(was.Col)
		}
		if new != nil {
			c.NewPlace = new.Row.Cell(is.Col)
		}
		all = append(all, c)
	}
	return all
}

// After reports that a row tells of nothing up to the day: it is dated after it, or all that was filled in are dates
// after it, as the date of a payment.
func (c *RowChange) After(day cell.Day) bool {
	switch c.Kind {
	case Added:
		return c.New.Dated && c.New.Date > day
	case Filled:
		return !slices.ContainsFunc(c.differ, func(f CellChange) bool {
			d, ok := c.New.Day(f.Column)
			return !c.names(f) && (!ok || d <= day)
		})
	}
	return false
}
