package shape

import (
	"fmt"
	"slices"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// minutePair is a length of time, or a time of day, whose hours stand in one column and whose minutes in the next.
type minutePair struct {
	grid  *grid.Grid
	row   int    // of the two headings
	col   int    // of the hours
	key   string // of the log's column that both are
	name  string // its heading
	above bool   // the name stands in the row above
}

// The headings of the two: 時間 | 分, 作業時間(時間) | 作業時間(分), h | m.
var (
	hoursPart   = pattern.New(`^(.*?)[(\[【]?(時間|時|h|hr|hrs|hour|hours)[)\]】]?$`)
	minutesPart = pattern.New(`^(.*?)[(\[【]?(分|分間|m|min|mins|minute|minutes)[)\]】]?$`)
)

// joinMinutes puts hours and minutes in columns side by side together, where all that stands there is whole hours
// beside 0 to 59 minutes; nil where nothing is.
func joinMinutes(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	var changes []change
	var said []finding.Finding
	for i := range g.Rows {
		if i >= lastHeadingRow {
			break
		}
		for _, p := range pairsIn(g, i) {
			own, ok := p.changes(g.Rows[i+1:])
			if !ok {
				continue
			}
			changes = append(changes, own...)
			at := grid.Range{FromRow: p.row, FromCol: p.col, ToRow: p.row, ToCol: p.col + 1}
			said = append(said, read(g, at, lang.Sayf("2つの列に分かれた時間と分を、「%[1]s」として合わせて読みました。",
				"Hours and minutes in two columns were read together as “%[1]s”.", lang.Quote(p.name))))
		}
	}
	if changes == nil {
		return nil, nil
	}
	return changed(g, changes), said
}

// pairsIn are the pairs that row i heads; of two for one column nobody knows which it is.
func pairsIn(g *grid.Grid, i int) []minutePair {
	var pairs []minutePair
	cells := g.Rows[i].Cells
	for k := 0; k+1 < len(cells); k++ {
		if p, ok := pairOf(g, g.Rows[i].Number, cells[k], cells[k+1]); ok {
			pairs = append(pairs, p)
		}
	}
	twice := func(p minutePair) bool {
		n := 0
		for _, other := range pairs {
			if other.key == p.key {
				n++
			}
		}
		return n > 1
	}
	return slices.DeleteFunc(slices.Clone(pairs), twice)
}

// pairOf reads two cells as the headings of a pair.
func pairOf(g *grid.Grid, row int, left, right grid.Cell) (minutePair, bool) {
	if left.Kind != cell.Text || right.Kind != cell.Text || right.Col != left.Col+1 ||
		max(len(left.Text), len(right.Text)) > mostHeading {
		return minutePair{}, false
	}
	h := hoursPart.FindStringSubmatch(lang.CompactLower(left.Text))
	m := minutesPart.FindStringSubmatch(lang.CompactLower(right.Text))
	if h == nil || m == nil || m[1] != "" && m[1] != h[1] {
		return minutePair{}, false
	}
	p := minutePair{grid: g, row: row, col: left.Col, key: "hours",
		name: schema.ByKey(schema.Tasks).Column("hours").Heading.JA}
	for k, text := range []string{g.Merged(row-1, left.Col).Text, h[1], left.Text} {
		if key := layout.ColumnNamed(schema.Tasks, text); slices.Contains(joinedKeys, key) {
			p.key, p.name, p.above = key, text, k == 0
			break
		}
	}
	return p, true
}

// joinedKeys are the columns of a log that may stand in two.
var joinedKeys = []string{"hours", "break", "start", "end", "start2", "end2", "start3", "end3"}

// changes are those that leave the whole in the column of the hours; false where any row is none of hours and minutes.
func (p minutePair) changes(below []grid.Row) ([]change, bool) {
	blank := func(row, col int) change { return change{row: row, cell: grid.Cell{Col: col}} }
	head := blank(p.row, p.col) // the name above does
	if !p.above {
		head.cell.Value = cell.Value{Kind: cell.Text, Text: p.name}
	}
	out := []change{head, blank(p.row, p.col+1)}
	joined := 0
	for _, row := range below {
		h, m := row.At(p.col), row.At(p.col+1)
		if h.IsBlank() && m.IsBlank() {
			continue
		}
		hours, ok := wholeNumber(h)
		minutes, also := wholeNumber(m)
		total := hasTotal(row)
		switch {
		case total && (!ok || !also), !ok && !also:
			continue
		case !ok || !also || minutes > 59 && !total || hours > mostHours && !total:
			return nil, false
		}
		out = append(out, change{row: row.Number, cell: grid.Cell{Col: p.col, Value: p.value(hours, minutes)}},
			blank(row.Number, p.col+1))
		joined++
	}
	return out, joined > 0
}

// mostHours is the most that a row may hold: a month of days and nights.
const mostHours = 744

// value is the whole: 9:05 for a time of day, 1時間15分 for a length.
func (p minutePair) value(hours, minutes int) cell.Value {
	text := fmt.Sprintf("%d時間%d分", hours+minutes/60, minutes%60)
	if p.key != "hours" && p.key != "break" {
		text = fmt.Sprintf("%d:%02d", hours, minutes)
	}
	return cell.Value{Kind: cell.Text, Text: text}
}

// wholeNumber reads a whole number of no more than four digits from 0 on; a blank is 0.
func wholeNumber(v cell.Value) (int, bool) {
	if v.IsBlank() {
		return 0, true
	}
	if v.Kind == cell.Number && v.Format == cell.Plain {
		n := int(v.Number)
		return n, float64(n) == v.Number && 0 <= n && n <= 9999
	}
	n, err := strconv.Atoi(lang.Compact(v.Text))
	return n, v.Kind == cell.Text && err == nil && 0 <= n && n <= 9999
}
