package layout

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Table is one table of the ledger: which sheet, which rows and columns.
type Table struct {
	NamesContracts bool // a log that names the contracts, of which there is no sheet

	Schema *schema.Table
	Zone   cell.Zone // in which the days of time stamps are
	Grid   *grid.Grid
	*candidate
	Constants map[string]string
	Above     map[string]string // those of the constants that stand above the table -> their cells
	pin       setting.Pin       // what pilot.toml and reading.toml say of it
	unread    []nearMiss
	freeText  []freeColumn
	split     []splitHours
	untold    []untoldHours
	byValue   []finding.Finding     // of the columns that are known by what stands in them
	yenScale  float64               // from a remark such as （単位：千円） beside the table; 0 = none
	orders    map[int]cell.DayOrder // of columns of dates with their year at the end
	hoursUnit cell.Unit             // from a remark such as ※時間は分単位 beside the table; the zero Unit is none

	sheetState, fileState *nameState // what the names say; nil until somebody asks
}

// search is the outcome of looking for one table in one sheet.
type search struct {
	schema *schema.Table
	best   *candidate   // nil: no heading of the table at all
	top    *candidate   // where to begin: best, or the uppermost heading that best continues
	alike  []*candidate // other headings that fit about as well as best
}

// found reports whether the table was found without doubt.
func (s *search) found() bool {
	return s.best != nil && s.best.full() && len(s.alike) == 0 && s.best.ambiguous(s.schema) == nil
}

// ambiguous returns the clash over a required column, or nil.
func (c *candidate) ambiguous(t *schema.Table) *clash {
	for i := range c.twice {
		if c.requires(t, c.twice[i].column) {
			return &c.twice[i]
		}
	}
	return nil
}

// find looks for the heading of a table: the row, or the two or three rows, that name the most
// columns, with every required one. A pin may say where.
func (l *layout) find(t *schema.Table, pin setting.Pin) *search {
	s := &search{schema: t}
	all := l.candidates(t, pin.Constants)
	if pin.HeadingRow > 0 {
		all = slices.DeleteFunc(all, func(c *candidate) bool { return c.first > pin.HeadingRow || c.last < pin.HeadingRow })
		if len(all) == 0 {
			all = []*candidate{l.bare(t, pin.HeadingRow)}
		}
	}
	for _, c := range all {
		l.pinColumns(c, t, pin)
	}
	all = slices.DeleteFunc(all, func(c *candidate) bool { return c.score == 0 && pin.HeadingRow == 0 })
	if len(all) == 0 {
		return s
	}
	slices.SortStableFunc(all, better)
	s.best = all[0]
	s.top = s.best
	for _, c := range all {
		switch {
		case c == s.best || !c.full() || !s.best.full() || c.overlaps(s.best):
		case l.typedTwice(c, s.best):
			s.alike = append(s.alike, c)
		case c.continues(s.best, t):
			if c.first < s.top.first && c.score > 1 {
				s.top = c
			}
		case c.score*2 > s.best.score && !slices.ContainsFunc(s.alike, c.overlaps):
			s.alike = append(s.alike, c)
		}
	}
	return s
}

// better orders candidates: complete ones first, then those with more columns, then fewer rows
// of heading, then higher up.
func better(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(len(a.missing), len(b.missing)),
		cmp.Compare(b.score, a.score),
		cmp.Compare(a.last-a.first, b.last-b.first),
		cmp.Compare(a.first, b.first),
		cmp.Compare(a.from, b.from),
	)
}

// bare is the candidate of a pinned heading row in which no heading is known.
func (l *layout) bare(t *schema.Table, row int) *candidate {
	to := len(l.lower) - 1
	return &candidate{first: row, last: row, from: 1, to: max(to, 1), Columns: make([]foundColumn, len(t.Columns)),
		missing: t.RequiredKeys()}
}

// table makes the table of a successful search.
func (l *layout) table(s *search, pin setting.Pin, zone cell.Zone) *Table {
	t := &Table{Schema: s.schema, Grid: l.grid, Constants: pin.Constants, pin: pin, Zone: zone}
	t.hoursUnit = l.remarkedUnit(s.top)
	l.head(t, s.top)
	t.yenScale = l.remarkedScale(s.top)
	return t
}

// head puts a heading over the table and gives up the columns that cannot be read by it.
func (l *layout) head(t *Table, c *candidate) {
	t.candidate, t.freeText, t.split, t.untold, t.byValue = c, nil, nil, nil, nil
	l.settleByValues(t)
	t.leaveUnclear()
	t.settleChoices()
	t.leaveLoneClocks()
	t.leaveFreeText()
	l.leaveSplitHours(t)
	t.settleUnits()
	t.settleOrders()
	l.leaveUntoldHours(t)
	t.unread = l.unread(t)
}

// leaveUnclear gives up the columns that two headings name equally well, which C320 reports.
func (t *Table) leaveUnclear() {
	for _, two := range t.twice {
		if t.Schema.Columns[two.column].Kind != schema.TextKind {
			t.Columns[two.column] = foundColumn{}
		}
	}
}

// Requires reports whether a row cannot be used without a value in column i of the schema.
func (t *Table) Requires(i int) bool { return t.requires(t.Schema, i) }

// headingTexts are the headings of the columns that are read, by the first of their columns in the
// sheet.
func (t *Table) headingTexts() map[int]string {
	texts := map[int]string{}
	for _, c := range t.Columns {
		if c.From > 0 {
			texts[c.From] = c.Heading
		}
	}
	return texts
}

// Bare is the table's grid without the rows below the headings: what tells the names of its columns.
func (t *Table) Bare() *grid.Grid {
	own := *t.Grid
	own.Rows = nil
	for _, row := range t.Grid.Rows {
		if row.Number <= lastHeadingRow || t.first <= row.Number && row.Number <= t.last {
			own.Rows = append(own.Rows, grid.Row{Number: row.Number, Hidden: row.Hidden, Cells: slices.Clone(row.Cells)})
		}
	}
	return &own
}

// Scale returns the factor of the unit of column i of the schema.
func (t *Table) Scale(i int) float64 {
	switch {
	case t.Columns[i].scale != 0:
		return t.Columns[i].scale
	case t.Schema.Columns[i].Kind == schema.AmountKind && t.yenScale != 0:
		return t.yenScale
	}
	return 1
}

// HeadingOf is the heading above a column, whether the column is read or not; "" for none. Of
// several rows it is the lowest text.
func (t *Table) HeadingOf(col int) string {
	for row := t.last; row >= t.first; row-- {
		at, from := row, col
		if m, ok := t.Grid.MergeAt(row, col); ok {
			at, from = m.FromRow, m.FromCol
		}
		if v := t.Grid.At(at, from); v.Kind == cell.Text && !v.IsBlank() {
			return v.Text
		}
	}
	return ""
}

// Same reports that two tables of one grid are read alike: the same rows, columns, units and words.
func (t *Table) Same(o *Table) bool {
	a, b := *t, *o
	for _, own := range []*Table{&a, &b} { // what the names say follows from the grid
		own.sheetState, own.fileState = nil, nil
	}
	return a.Grid == b.Grid && a.Schema == b.Schema && reflect.DeepEqual(a, b)
}

// Copy returns a table that nothing which is done to the other changes. The grid is the same.
func (t *Table) Copy() *Table {
	own := *t
	own.candidate = t.candidate.copy()
	own.Constants, own.Above, own.orders = maps.Clone(own.Constants), maps.Clone(own.Above), maps.Clone(own.orders)
	own.unread, own.freeText = slices.Clone(own.unread), slices.Clone(own.freeText)
	own.split, own.untold = slices.Clone(own.split), slices.Clone(own.untold)
	own.byValue = slices.Clone(own.byValue)
	return &own
}
