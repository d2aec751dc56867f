package shape

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// beside is a log of one row a day with the same columns, such as hours and pay, side by side for each person.
type beside struct {
	grid    *grid.Grid
	heading int // the row of the columns; the names stand above
	dayCol  int
	days    map[int]mark // by row
	heads   []string     // of the columns of each person
	persons []line
}

// personsBeside turns a log of persons side by side into rows.
func (t *turner) personsBeside(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	b := onlyOne(g, t.besideBelow)
	if b == nil {
		return nil, nil
	}
	month, ok := yearMonth{}, true
	for _, day := range b.days {
		if !day.dated {
			month, ok = settle(t.levels(g, b.heading-1), t.clock)
			break
		}
	}
	if !ok {
		return nil, nil
	}
	for _, day := range b.days {
		if _, ok := day.in(month); !ok {
			return nil, nil
		}
	}
	out := b.rows(month)
	at := grid.Range{FromRow: b.heading - 1, FromCol: 1, ToRow: b.heading, ToCol: g.Used().ToCol}
	return out, []finding.Finding{read(g, at, lang.Sayf("横に並んだ%[1]d人の記録として、%[2]d件を1行に1件ずつ読みました。",
		"Read as the log of %[1]d persons side by side: %[2]d entries.", len(b.persons), len(out.Rows)-1))}
}

// besideBelow reads row i as the headings of days and, for each person named above them, of the same columns.
func (t *turner) besideBelow(g *grid.Grid, i int) *beside {
	b := &beside{grid: g, heading: g.Rows[i].Number, days: map[int]mark{}}
	if i == 0 || g.Rows[i-1].Number != b.heading-1 || !t.groups(b, g.Rows[i]) {
		return nil
	}
	before := mark{}
	for _, row := range g.Rows[i+1:] {
		day, ok := readMark(row.At(b.dayCol))
		if !ok || hasTotal(row) {
			continue
		}
		if day.dated != before.dated && before.day > 0 || !day.dated && day.day <= before.day {
			return nil
		}
		b.days[row.Number], before = day, day
	}
	if len(b.days) < fewestDays {
		return nil
	}
	return b
}

// groups finds the persons and the columns that each has, in one order; false where there are none, or some differ.
func (t *turner) groups(b *beside, row grid.Row) bool {
	who := ""
	var keys []string
	for _, c := range row.Cells {
		key := layout.ColumnNamed(schema.Tasks, c.Text)
		if slices.Contains(dayWords, lang.Compact(c.Text)) {
			key = "date"
		}
		name := b.grid.Merged(b.heading-1, c.Col)
		switch {
		case b.dayCol == 0 && key == "date":
			b.dayCol = c.Col
			continue
		case b.dayCol == 0 || len(b.persons) == 0 && weekdayHead(c.Text), layout.KeySaysTotal(name.Text):
			continue
		case key == "" || key == "date" || key == "participant_id":
			return false
		}
		if !name.IsBlank() && (name.Text != who || slices.Contains(keys, key)) {
			if len(keys) != len(b.heads) || !t.begin(b, c.Col, name.Text) {
				return false
			}
			who, keys = name.Text, nil
		}
		if len(b.persons) == 0 {
			return false
		}
		keys = append(keys, key)
		switch at := len(keys) - 1; {
		case len(b.persons) == 1:
			b.heads = append(b.heads, c.Text)
		case at >= len(b.heads) || lang.CompactLower(b.heads[at]) != lang.CompactLower(c.Text),
			c.Col != b.persons[len(b.persons)-1].at+at:
			return false
		}
	}
	return len(b.persons) > 1 && len(b.heads) > 1 && len(keys) == len(b.heads) && b.dayCol > 0
}

// begin adds the person named above a column; false where nobody of the participants has the name.
func (t *turner) begin(b *beside, col int, name string) bool {
	id, known := t.known(name)
	at := col
	if m, merged := b.grid.MergeAt(b.heading-1, col); merged {
		at = m.FromCol
	}
	b.persons = append(b.persons, line{at: col, person: cell.Value{Kind: cell.Text, Text: id},
		who: [2]int{b.heading - 1, at}})
	return known
}

// weekdayHead reports the heading of weekdays.
func weekdayHead(text string) bool {
	return slices.Contains([]string{"曜日", "曜", "日付", ""}, lang.Compact(text))
}

// rows is the log with one row a day and person of whom anything stands there.
func (b *beside) rows(month yearMonth) *grid.Grid {
	tasks := schema.ByKey(schema.Tasks)
	out := &grid.Grid{File: b.grid.File, Sheet: b.grid.Sheet, Hidden: b.grid.Hidden, Holds: string(schema.Tasks),
		Origins: map[[2]int][2]int{}, Lines: map[int]int{1: b.heading}}
	head := grid.Row{Number: 1}
	for i, text := range append([]string{tasks.Column("date").Heading.JA, tasks.Column("participant_id").Heading.JA},
		b.heads...) {
		head.Cells = append(head.Cells, grid.Cell{Col: i + 1, Value: cell.Value{Kind: cell.Text, Text: text}})
		out.Origins[[2]int{1, i + 1}] = [2]int{b.heading, 1}
	}
	out.Rows = append(out.Rows, head)
	for _, row := range b.grid.Rows {
		day, listed := b.days[row.Number]
		if !listed {
			continue
		}
		date, _ := day.in(month) // personsBeside has seen that it is one
		for _, l := range b.persons {
			if made, ok := b.row(out, row, l, dateValue(date, row.At(b.dayCol))); ok {
				out.Rows = append(out.Rows, made)
			}
		}
	}
	return out
}

// row is what stands on a day for a person; false for nothing.
func (b *beside) row(out *grid.Grid, row grid.Row, l line, date cell.Value) (grid.Row, bool) {
	made := grid.Row{Number: len(out.Rows) + 1, Hidden: row.Hidden}
	made.Cells = []grid.Cell{{Col: 1, Value: date}, {Col: 2, Value: l.person}}
	for i := range b.heads {
		v := row.At(l.at + i)
		if v.IsBlank() || zero(v) || isMark(v.Text) {
			continue
		}
		made.Cells = append(made.Cells, grid.Cell{Col: i + 3, Value: v})
		out.Origins[[2]int{made.Number, i + 3}] = [2]int{row.Number, l.at + i}
	}
	if len(made.Cells) == 2 {
		return made, false
	}
	out.Origins[[2]int{made.Number, 1}] = [2]int{row.Number, b.dayCol}
	out.Origins[[2]int{made.Number, 2}] = l.who
	out.Lines[made.Number] = row.Number
	return made, true
}
