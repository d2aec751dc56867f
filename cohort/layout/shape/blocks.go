package shape

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/pattern"
	"pilot90/cohort/sheet/grid"
)

// A sheet may hold several of its shape: months below each other, each below its name, or the days of one month in
// columns side by side. It is cut into them, and turned only where each of them is one.

// turnAll returns the sheet as the rows of its only shape, or of the several that it holds; none where it is neither.
func (t *turner) turnAll(g *grid.Grid) ([]*grid.Grid, []finding.Finding) {
	if turned, how := t.turn(g); turned != nil {
		return []*grid.Grid{turned}, how
	}
	for _, cut := range [][]*grid.Grid{t.monthsBelow(g), t.daysBeside(g)} {
		if turned, how := t.turnEach(cut); turned != nil {
			return turned, how
		}
	}
	return nil, nil
}

// turnEach turns all of the blocks, or none.
func (t *turner) turnEach(blocks []*grid.Grid) ([]*grid.Grid, []finding.Finding) {
	var all []*grid.Grid
	var findings []finding.Finding
	defer func() { t.label = nil }()
	for _, b := range blocks {
		t.label = t.labels[b]
		turned, how := t.turn(b)
		if turned == nil || turned.Holds == "" {
			return nil, nil
		}
		all, findings = append(all, turned), append(findings, how...)
	}
	return all, findings
}

// monthLabel is the name of a month that stands for itself: 7月, 【令和7年7月分】, ■2025年7月, 2025/07.
var monthLabel = pattern.New(
	`^(?:(?:20[0-9]{2}|(?:令和|平成|[RrHh])(?:[0-9]{1,2}|元))(?:年度?|[./\-]))?[0-9]{1,2}(?:月[分度]?|$)$`)

// aroundLabel is what may stand around it.
const aroundLabel = "【】[]<>≪≫《》〈〉「」()■□●○◆◇▼▽◎※*=- 　"

// labelIn reads a row as the name of a month: its only text, but for one more such as a name, is a month.
func labelIn(row *grid.Row) (said, bool) {
	texts := 0
	for j := range row.Cells {
		if !row.Cells[j].IsBlank() {
			texts++
		}
		if texts > 2 {
			return said{}, false
		}
	}
	var found said
	months := 0
	for _, c := range row.Cells {
		if c.IsBlank() {
			continue
		}
		var one said
		switch text := strings.Join(strings.Fields(norm.NFKC.String(c.Text)), ""); {
		case c.Kind == cell.Number && c.Format == cell.Date:
			if day, _, fault := cell.ReadDate(c.Value); fault == nil && day == day.FirstOfMonth() {
				year, month, _ := day.YMD()
				one.full = []yearMonth{{year, int(month)}}
			}
		case c.Kind == cell.Text && monthLabel.MatchString(strings.Trim(text, aroundLabel)):
			one.take(strings.Trim(text, aroundLabel))
		}
		if len(one.full)+len(one.months) == 1 {
			found, months = one, months+1
		}
	}
	return found, months == 1
}

// mostAboveHeading is how many rows below the name of a month its headings may begin.
const mostAboveHeading = 3

// monthsBelow cuts a sheet at the names of months in rows of their own: each block has the rows above the first of
// them, and where it has no headings of its own those above all. Nil for fewer than two, or two of one month.
func (t *turner) monthsBelow(g *grid.Grid) []*grid.Grid {
	var starts []int
	var labels []said
	for i := range g.Rows {
		if s, ok := labelIn(&g.Rows[i]); ok {
			starts, labels = append(starts, i), append(labels, s)
		}
	}
	for i, s := range labels {
		same := func(o said) bool { return slices.Equal(o.full, s.full) && slices.Equal(o.months, s.months) }
		if slices.IndexFunc(labels, same) != i {
			return nil
		}
	}
	if len(starts) < 2 {
		return nil
	}
	before := g.Rows[:starts[0]]
	var blocks []*grid.Grid
	headed := 0
	for k, from := range starts {
		to := len(g.Rows)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		body := g.Rows[from+1 : to]
		if slices.ContainsFunc(body[:min(mostAboveHeading, len(body))], t.heads(g)) {
			headed++
		}
		block := *g
		block.Rows = slices.Concat(before, body)
		t.remember(&block, labels[k])
		blocks = append(blocks, &block)
	}
	if headed != len(blocks) && (headed > 0 || !slices.ContainsFunc(before, t.heads(g))) {
		return nil
	}
	return blocks
}

// heads reports rows of headings: two texts or more that name columns of a log, or a name beside days.
func (t *turner) heads(g *grid.Grid) func(grid.Row) bool {
	named := t.headed(g)
	return func(row grid.Row) bool {
		keys, days := 0, 0
		for _, c := range row.Cells {
			switch {
			case isDay(c.Value):
				days++
			case c.Kind == cell.Text && (named(c) != "" || slices.Contains(dayWords, strings.TrimSpace(c.Text))):
				keys++
			}
		}
		return keys > 1 || keys == 1 && days >= fewestAcross
	}
}

// remember keeps what the label of a block says of its month.
func (t *turner) remember(block *grid.Grid, label said) {
	if t.labels == nil {
		t.labels = map[*grid.Grid]*said{}
	}
	t.labels[block] = &label
}

// levels is what is said of the month of a sheet: above a row and in names, or by the label of its block alone, with
// the fiscal year that the others say.
func (t *turner) levels(g *grid.Grid, row int) []said {
	levels := append(above(g, row), names(g)...)
	if t.label == nil {
		return levels
	}
	own := []said{*t.label}
	for _, s := range levels {
		own = append(own, said{fiscal: s.fiscal})
	}
	return own
}

// daysBeside cuts a sheet whose days go on in columns beside the first: 1 to 15 on the left, 16 to 31 on the right. Nil
// where the headings differ, or the days do not go on.
func (t *turner) daysBeside(g *grid.Grid) []*grid.Grid {
	named := t.headed(g)
	for i := range g.Rows {
		if i >= lastHeadingRow {
			return nil
		}
		cols, keys := dayColumns(&g.Rows[i], named)
		if len(cols) < 2 || slices.ContainsFunc(keys, func(k string) bool { return k != keys[0] }) {
			continue
		}
		if blocks := cutBeside(g, i, cols); blocks != nil {
			return blocks
		}
	}
	return nil
}

// dayColumns are the columns of days that a row heads, and for each of them the keys of the columns up to the next.
func dayColumns(row *grid.Row, named naming) (cols []int, keys []string) {
	for _, c := range row.Cells {
		if c.Kind != cell.Text {
			continue
		}
		key := named(c)
		if slices.Contains(dayWords, strings.TrimSpace(c.Text)) {
			key = "date"
		}
		if key == "date" {
			cols, keys = append(cols, c.Col), append(keys, "")
		}
		if len(cols) > 0 {
			keys[len(keys)-1] += key + " "
		}
	}
	return cols, keys
}

// cutBeside cuts the rows from i on at the columns; the rows above stand in each block.
func cutBeside(g *grid.Grid, i int, cols []int) []*grid.Grid {
	var blocks []*grid.Grid
	last := 0
	for k, from := range cols {
		area := grid.Range{FromRow: g.Rows[i].Number, ToRow: g.Used().ToRow, FromCol: from, ToCol: g.Used().ToCol}
		if k == 0 {
			area.FromCol = 1
		}
		if k+1 < len(cols) {
			area.ToCol = cols[k+1] - 1
		}
		body := g.Within(area).Rows
		days := daysIn(body, from)
		if len(days) < fewestDays || days[0] != last+1 && k > 0 || !slices.IsSortedFunc(days, cmp.Compare[int]) {
			return nil
		}
		last = days[len(days)-1]
		block := *g
		block.Rows = slices.Concat(g.Rows[:i], body)
		blocks = append(blocks, &block)
	}
	return blocks
}

// daysIn are the days in a column, from top to bottom.
func daysIn(rows []grid.Row, col int) []int {
	var days []int
	for _, r := range rows {
		if m, ok := readMark(r.At(col)); ok && !m.dated {
			days = append(days, m.day)
		}
	}
	return days
}
