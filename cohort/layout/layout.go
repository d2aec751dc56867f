package layout

import (
	"maps"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// layout is what the search for headings needs to know of one grid.
type layout struct {
	grid    *grid.Grid
	rows    []grid.Row // those in which a heading may stand
	lower   []int      // lower[c] = the last row with something in column c
	named   []bool     // for each of rows: some cell names a column of any table; set by namedRows
	known   map[[2]int][]head
	reduced map[string]reduced
	scores  map[int][]cell.Unit // of each row that was asked for: what its remarks say of scores
}

func newLayout(g *grid.Grid) *layout {
	l := &layout{grid: g, known: map[[2]int][]head{}, reduced: map[string]reduced{}, scores: map[int][]cell.Unit{}}
	searched := HeadingRows(g)
	for i := range g.Rows {
		row := &g.Rows[i]
		// A sheet that was cut has its headings further down.
		if i < searched && (row.Number <= lastHeadingRow || g.Holds != "") {
			l.rows = g.Rows[:i+1]
		}
		for j := range row.Cells {
			col := row.Cells[j].Col
			for len(l.lower) <= col {
				l.lower = append(l.lower, 0)
			}
			if !row.Cells[j].IsBlank() {
				l.lower[col] = row.Number
			}
		}
	}
	return l
}

// mostHeadingCells is in how many cells headings are looked for: all of the first rows up to 819 columns, and the
// first three of the widest sheet there can be.
const mostHeadingCells = 49_152

// HeadingRows is how many of the rows of a sheet, from the first on, are looked at for headings: at most as many as
// lastHeadingRow, and fewer in a sheet of many hundred columns, in which each row costs as much as a sheet of others.
func HeadingRows(g *grid.Grid) int {
	rows := min(len(g.Rows), lastHeadingRow)
	cells := 0
	for i := range rows {
		if cells += len(g.Rows[i].Cells); cells > mostHeadingCells {
			return i
		}
	}
	return rows
}

// namedRows tells which rows may be a heading, or a part of one: most rows of data name no column of
// any table, and there is no need to look at them for each table and depth.
func (l *layout) namedRows() []bool {
	if l.named != nil || len(l.rows) == 0 {
		return l.named
	}
	l.named = make([]bool, len(l.rows))
	for i := range l.rows {
		for j := range l.rows[i].Cells {
			c := &l.rows[i].Cells[j]
			if l.named[i] = c.Kind == cell.Text && l.namesAny(c.Text); l.named[i] {
				break
			}
		}
	}
	return l.named
}

// namesAny reports whether the text names a column of any table.
func (l *layout) namesAny(s string) bool {
	r := l.reduce(s)
	for _, index := range headingIndexes() {
		if _, ok := index.name(r); ok {
			return true
		}
	}
	return false
}

// Earlier is what was found in the sheets of a ledger that was read before, by Parts and by Find. It knows a sheet by
// its Grid, which is the same one only as long as its file is: whoever reads again gives the books of files that did
// not change once more, with the same settings. The zero value knows nothing. It is of one reading at a time.
type Earlier struct {
	last, now map[*grid.Grid]*lookedAt // of the reading before, and of this one
}

// lookedAt is what is known of a sheet.
type lookedAt struct {
	layout   *layout
	searches map[schema.Key]*search // nobody else has their candidates

	isCut  bool // what it holds while other sheets are the tables that are taken is known
	taken  map[schema.Key]bool
	parts  []part
	sheets []*grid.Grid // one for each part, where there are several
}

// begin lets go of the sheets that the reading before did not have.
func (e *Earlier) begin() {
	if e != nil {
		e.last, e.now = e.now, map[*grid.Grid]*lookedAt{}
	}
}

// of returns what is known of a sheet, to be added to.
func (e *Earlier) of(g *grid.Grid) *lookedAt {
	if e == nil {
		return &lookedAt{}
	}
	if e.now == nil {
		e.begin()
	}
	if e.now[g] == nil {
		if e.now[g] = e.last[g]; e.now[g] == nil {
			e.now[g] = &lookedAt{}
		}
	}
	return e.now[g]
}

// cut finds what the sheet holds besides the tables that are taken.
func (k *lookedAt) cut(g *grid.Grid, taken map[schema.Key]bool) {
	if k.isCut && maps.Equal(k.taken, taken) {
		return
	}
	k.isCut, k.taken, k.parts, k.sheets = true, taken, partsOf(g, taken), nil
	if len(k.parts) > 1 {
		k.sheets = cutAlong(g, k.parts)
	}
}

// laidOut is what the search for headings needs to know of the sheet.
func (k *lookedAt) laidOut(g *grid.Grid) *layout {
	if k.layout == nil {
		k.layout = newLayout(g)
	}
	return k.layout
}

// search looks for a table in the sheet. What it returns is the caller's own: headings are given up later on.
func (k *lookedAt) search(g *grid.Grid, t *schema.Table, pin setting.Pin) *search {
	if k.searches == nil {
		k.searches = map[schema.Key]*search{}
	}
	if k.searches[t.Key] == nil {
		k.searches[t.Key] = k.laidOut(g).find(t, pin)
	}
	return k.searches[t.Key].copy()
}

// copy returns a search whose candidates are its own.
func (s *search) copy() *search {
	own := &search{schema: s.schema}
	copies := map[*candidate]*candidate{nil: nil}
	of := func(c *candidate) *candidate {
		if _, made := copies[c]; !made {
			copies[c] = c.copy()
		}
		return copies[c]
	}
	own.best, own.top = of(s.best), of(s.top)
	for _, c := range s.alike {
		own.alike = append(own.alike, of(c))
	}
	return own
}

// copy returns a candidate that nothing which is done to the other changes.
func (c *candidate) copy() *candidate {
	own := *c
	own.Columns, own.missing, own.twice = slices.Clone(c.Columns), slices.Clone(c.missing), slices.Clone(c.twice)
	own.beside, own.ignored = slices.Clone(c.beside), slices.Clone(c.ignored)
	return &own
}
