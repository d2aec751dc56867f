package layout

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// CodeParts is the code of a sheet in which several tables were found.
const CodeParts = "C339"

// leastPart is how many columns of a table its heading must name before a sheet is cut for it.
const leastPart = 3

// part is one of several tables of a sheet.
type part struct {
	table   *schema.Table
	heading *candidate
	area    grid.Range // its cells, from the titles above the heading to the last row or column of its own
}

// Parts returns the books with every sheet that holds tables of several kinds, below each other or side by side, cut
// into one sheet a table of the same name and with the same addresses, and says of each which were found. A sheet is
// cut only for tables that no other sheet of the ledger is, and whose headings leave no doubt. What earlier knows of a
// sheet is not looked for again; nil knows nothing.
func Parts(books []*grid.Book, pilot *setting.Pilot, earlier *Earlier) ([]*grid.Book, []finding.Finding) {
	earlier.begin()
	var findings []finding.Finding
	named, out := namedSheets(books), slices.Clone(books)
	for i, b := range books {
		made := templateOf(b)
		own := *b
		own.Sheets = nil
		for _, g := range b.Sheets {
			cut := []*grid.Grid{g}
			if !made.owns(g) && !isExampleName(g.Sheet) && !pinnedSheet(pilot, g) {
				found := earlier.of(g)
				found.cut(g, elsewhere(named, g, pilot))
				if len(found.parts) > 1 && !learnedWhole(pilot, g, found.parts) {
					cut = found.sheets
					findings = append(findings, severalTables(g, found.parts))
				}
			}
			own.Sheets = append(own.Sheets, cut...)
		}
		if len(own.Sheets) > len(b.Sheets) {
			out[i] = &own
		}
	}
	return out, findings
}

// pinnedSheet reports a sheet that pilot.toml says something about.
func pinnedSheet(pilot *setting.Pilot, g *grid.Grid) bool {
	return slices.ContainsFunc(pilot.Pins, func(p setting.Pin) bool { return p.Locates() && p.Holds(g.File, g.Sheet) })
}

// learnedWhole reports a sheet of which reading.toml says that it is a table which none of its parts is.
func learnedWhole(pilot *setting.Pilot, g *grid.Grid, parts []part) bool {
	pin := pilot.LearnedFor(g.File, g.Sheet)
	return pin != nil && !pin.Ignore && !slices.ContainsFunc(parts, func(p part) bool {
		return pilot.LearnedOf(g.File, g.Sheet, p.table.Key) != nil
	})
}

// namedSheets are the sheets that are a table by their names, two of them at most for each: more change nothing.
func namedSheets(books []*grid.Book) map[schema.Key][]*grid.Grid {
	sheets := map[schema.Key][]*grid.Grid{}
	for _, b := range books {
		for _, g := range b.Sheets {
			named := TableNamed(g.Sheet).Key
			if named == "" && len(b.Sheets) == 1 {
				named = TableNamed(FileTitle(g.File)).Key
			}
			if named != "" && len(sheets[named]) < 2 {
				sheets[named] = append(sheets[named], g)
			}
		}
	}
	return sheets
}

// elsewhere are the tables that are pinned, or that another sheet than g is by its name.
func elsewhere(named map[schema.Key][]*grid.Grid, g *grid.Grid, pilot *setting.Pilot) map[schema.Key]bool {
	keys := map[schema.Key]bool{}
	for _, t := range schema.Tables() {
		keys[t.Key] = pilot.Located(t.Key) ||
			slices.ContainsFunc(named[t.Key], func(other *grid.Grid) bool { return other != g })
	}
	return keys
}

// partsOf are the tables of a sheet, each kind once, none of those of taken; nil for a sheet of fewer than two.
func partsOf(g *grid.Grid, taken map[schema.Key]bool) []part {
	if g.Holds != "" {
		return nil
	}
	l := newLayout(g)
	var parts []part
	for _, i := range l.startRows() {
		for _, p := range l.partsAt(i) {
			inside := slices.ContainsFunc(parts, func(o part) bool {
				return o.table == p.table || o.heading.overlaps(p.heading)
			})
			if !taken[p.table.Key] && !inside {
				parts = append(parts, p)
			}
		}
	}
	if len(parts) < 2 || !l.bound(parts) {
		return nil
	}
	return parts
}

// startRows are the indexes of the rows in which the heading of a table may begin: the first ones, and those below
// an empty row or below titles.
func (l *layout) startRows() []int {
	var starts []int
	apart := true
	for i := range l.grid.Rows {
		row := &l.grid.Rows[i]
		apart = apart || i == 0 || row.Number > l.grid.Rows[i-1].Number+1
		if apart && l.namesSeveral(row) {
			starts = append(starts, i)
		}
		apart = areTitles(row)
	}
	return starts
}

// namesSeveral reports a row in which two texts or more name columns.
func (l *layout) namesSeveral(row *grid.Row) bool {
	n := 0
	for i := range row.Cells {
		if c := &row.Cells[i]; c.Kind == cell.Text && l.namesAny(c.Text) {
			n++
		}
	}
	return n > 1
}

// filled are the cells of a row that are not blank.
func filled(row *grid.Row) []grid.Cell {
	return slices.DeleteFunc(slices.Clone(row.Cells), func(c grid.Cell) bool { return c.IsBlank() })
}

// partsAt are the tables whose heading begins in row i of the grid, from left to right: of those that read the same
// columns, the one that reads the most. Two that read as many are none.
func (l *layout) partsAt(i int) []part {
	var all []part
	for _, t := range schema.Tables() {
		for depth := 1; depth <= maxHeadingDepth && i+depth <= len(l.grid.Rows); depth++ {
			first, last := l.grid.Rows[i].Number, l.grid.Rows[i+depth-1].Number
			if last-first != depth-1 {
				break
			}
			for _, c := range l.at(t, first, last, nil) {
				if c.full() && len(c.twice) == 0 && c.score >= leastPart && (&search{schema: t, best: c}).telling() {
					all = append(all, part{table: t, heading: c})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b part) int {
		return cmp.Or(cmp.Compare(b.heading.score, a.heading.score),
			cmp.Compare(a.heading.last, b.heading.last))
	})
	var best []part
	for n, p := range all {
		tied := n+1 < len(all) && all[n+1].table != p.table && all[n+1].heading.score == p.heading.score &&
			all[n+1].heading.overlaps(p.heading)
		if !tied && !slices.ContainsFunc(best, func(o part) bool { return o.heading.overlaps(p.heading) }) {
			best = append(best, p)
		}
	}
	slices.SortFunc(best, func(a, b part) int { return cmp.Compare(a.heading.from, b.heading.from) })
	return best
}

// bound gives each part its cells: its columns where another part stands beside it, all columns where none does; and
// its rows, down to the titles of the next heading. It is false where a part would have no row below its heading.
func (l *layout) bound(parts []part) bool {
	used := l.grid.Used()
	top := used.FromRow
	for n := 0; n < len(parts); {
		row := []part{parts[n]}
		for n+len(row) < len(parts) && parts[n+len(row)].heading.first <= parts[n].heading.last {
			row = append(row, parts[n+len(row)])
		}
		bottom := used.ToRow
		if n+len(row) < len(parts) {
			bottom = l.aboveTitles(parts[n+len(row)].heading.first) - 1
		}
		for i := range row {
			p := &parts[n+i]
			p.area = grid.Range{FromRow: top, ToRow: bottom, FromCol: used.FromCol, ToCol: used.ToCol}
			if i > 0 {
				p.area.FromCol = p.heading.from
			}
			if i+1 < len(row) {
				p.area.ToCol = row[i+1].heading.from - 1
			}
			if bottom <= p.heading.last {
				return false
			}
		}
		top, n = bottom+1, n+len(row)
	}
	return true
}

// mostTitles is how many rows above a heading may hold its titles.
const mostTitles = 5

// aboveTitles is the first of the rows of titles above a heading: groups of rows of single texts with an empty row
// above and below, and one such row directly below the records of the table before.
func (l *layout) aboveTitles(heading int) int {
	at, _ := slices.BinarySearchFunc(l.grid.Rows, heading, func(r grid.Row, n int) int { return cmp.Compare(r.Number, n) })
	top := at
	for i := at - 1; i >= 0 && heading-l.grid.Rows[i].Number <= mostTitles && areTitles(&l.grid.Rows[i]); i-- {
		if i == 0 || l.grid.Rows[i-1].Number+1 < l.grid.Rows[i].Number {
			top = i // the rows from here on stand apart from the records above
		}
	}
	if top == at && at > 1 && len(filled(&l.grid.Rows[at-1])) == 1 && len(filled(&l.grid.Rows[at-2])) > 1 &&
		l.grid.Rows[at-1].Number+1 == heading {
		top = at - 1
	}
	return l.grid.Rows[top].Number
}

// areTitles reports a row of texts of which no two stand in cells side by side.
func areTitles(row *grid.Row) bool {
	before := -1 // no column stands beside it
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.IsBlank() {
			continue
		}
		if c.Kind != cell.Text || c.Col == before+1 {
			return false
		}
		before = c.Col
	}
	return true
}

// cutAlong makes a sheet of each part.
func cutAlong(g *grid.Grid, parts []part) []*grid.Grid {
	var out []*grid.Grid
	for _, p := range parts {
		own := g.Within(p.area)
		own.Holds = string(p.table.Key)
		out = append(out, own)
	}
	return out
}

// used is the range from the heading of the part to the last of its cells.
func (p part) used(g *grid.Grid) grid.Range {
	own := g.Within(p.area).Used()
	own.FromRow, own.FromCol = p.heading.first, p.heading.from
	return own
}

// severalTables is the C339 of a sheet.
func severalTables(g *grid.Grid, parts []part) finding.Finding {
	var ja, en []string
	for _, p := range parts {
		at := grid.RangeRef(p.used(g))
		ja = append(ja, fmt.Sprintf("「%s」（%s）", p.table.Sheet.JA, at))
		en = append(en, fmt.Sprintf("%s (%s)", p.table.Sheet.EN, at))
	}
	return finding.Finding{
		Code: CodeParts, Severity: finding.Info, Place: sheetPlace(g),
		Message: lang.Sayf("1つのシートにある%[3]d個の表を、%[1]sとして読みました。",
			"The sheet holds %[3]d tables, which were read as %[2]s.", strings.Join(ja, ""), strings.Join(en, ", "), len(parts)),
		Fix: lang.Say("正しければ、このままで構いません。ちがうときは、表をシートに分けてください。",
			"Nothing need be done if that is right; otherwise put each table on a sheet of its own."),
	}
}
