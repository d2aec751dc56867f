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

// lastHeadingRow is how many rows are looked at for the headings of a shape, blank ones apart.
const lastHeadingRow = 60

// dayList is a sheet with a row a day, as far as it is known.
type dayList struct {
	grid     *grid.Grid
	heading  int            // its row
	columns  map[int]string // column of the sheet -> key of the log's
	dayCol   int
	person   bool         // a column says whose the row is
	days     map[int]mark // by row
	weekdays map[int]int  // by row, from a cell beside
	last     int          // the last row with a day
	dated    bool         // each day stands there with its month and year
}

// monthSheet turns the log of one month, in which a day is its number, into rows with dates; where no
// column says whose it is, with the person whom the sheet names.
func (t *turner) monthSheet(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	list := findDays(g, t.headed(g))
	switch {
	case list == nil:
		return nil, nil
	case list.dated && t.label != nil:
		return nil, nil
	case list.dated:
		return t.sheetOfOne(list)
	}
	month, stated, ok := list.month(t)
	days, weekdays := list.agrees(month)
	if !ok || !days || !weekdays && !stated {
		return nil, nil
	}
	var who *owner
	if !list.person {
		if who = t.ownerOf(g, list.heading); who == nil {
			return nil, nil
		}
	}
	said := []finding.Finding{list.said(month, who)}
	if !weekdays {
		said = append(said, list.otherWeekdays(month))
	}
	return list.rows(month, who), said
}

// sheetOfOne gives the rows of a sheet, whose days are whole dates, to the participant in whose name the sheet or its
// file is kept: 0123_大西誠_2025年6月_勤怠.
func (t *turner) sheetOfOne(list *dayList) (*grid.Grid, []finding.Finding) {
	who := t.ownerOf(list.grid, list.heading)
	if who == nil || who.row > 0 {
		return nil, nil // one who stands above the rows is found where the table is
	}
	if _, known := t.known(who.value.Text); !known {
		return nil, nil
	}
	at := grid.Range{FromRow: list.heading, FromCol: list.dayCol, ToRow: list.heading, ToCol: list.dayCol}
	return list.rows(yearMonth{}, who), []finding.Finding{read(list.grid, at,
		lang.Sayf("すべての行を「%[1]s」にある人（%[2]s）の記録として読みました。", "Every row was read as that of the person in “%[1]s” (%[2]s).",
			lang.Quote(who.from), lang.Quote(who.value.Text)))}
}

// findDays returns the only list of days in the sheet.
func findDays(g *grid.Grid, named naming) *dayList {
	var found *dayList
	for i := range g.Rows {
		if i >= lastHeadingRow {
			break
		}
		if list := daysBelow(g, i, named); list != nil {
			if found != nil {
				return nil
			}
			found = list
		}
	}
	return found
}

// daysBelow reads row i as the headings of a list of days: one names the day, another the work.
func daysBelow(g *grid.Grid, i int, named naming) *dayList {
	list := &dayList{grid: g, heading: g.Rows[i].Number, columns: map[int]string{}, days: map[int]mark{},
		weekdays: map[int]int{}}
	work := false
	for _, c := range g.Rows[i].Cells {
		if c.Kind != cell.Text || isDay(c.Value) {
			continue
		}
		key := named(c)
		if key == "" && slices.Contains(dayWords, lang.Compact(c.Text)) {
			key = "date"
		}
		switch key {
		case "":
			continue
		case "date":
			if list.dayCol != 0 {
				return nil
			}
			list.dayCol = c.Col
		case "participant_id":
			list.person = true
		default:
			work = true
		}
		list.columns[c.Col] = key
	}
	if list.dayCol == 0 || !work || !list.readDays(g.Rows[i+1:]) {
		return nil
	}
	return list
}

// isDay reports a cell with a day, which is no heading: 12日（金） is none of days.
func isDay(v cell.Value) bool {
	_, ok := readMark(v)
	return ok
}

// dayWords are headings of days that head no column of dates.
var dayWords = []string{"日にち", "日次", "日/曜", "日・曜日"}

// fewestDays is how many days make a list of them.
const fewestDays = 3

// readDays reads the days below the headings: at least a few numbers in ascending order, with nothing but
// blanks between them.
func (l *dayList) readDays(rows []grid.Row) bool {
	numbers, before := 0, mark{}
	for _, row := range rows {
		v := row.At(l.dayCol)
		if m, merged := l.grid.MergeAt(row.Number, l.dayCol); v.IsBlank() || merged && m.FromRow < row.Number {
			continue
		}
		m, ok := readMark(v)
		if !ok {
			if l.last == 0 && row.Number <= l.heading+2 {
				continue // the units
			}
			break
		}
		if m.day < before.day {
			return false
		}
		if !m.dated {
			numbers++
		}
		for _, beside := range []int{l.dayCol - 1, l.dayCol + 1} {
			if parts := weekdayText.FindStringSubmatch(lang.Compact(row.At(beside).Text)); parts != nil {
				l.weekdays[row.Number] = weekdayOf(parts[1])
			}
		}
		if m.weekday != unsaid {
			l.weekdays[row.Number] = m.weekday
		}
		l.days[row.Number], l.last, before = m, row.Number, m
	}
	l.dated = numbers == 0 && len(l.days) > 0 && !l.person
	return (numbers >= fewestDays || l.dated) && !l.headingsBelow(rows)
}

// headingsBelow reports other headings below the list: the sheet holds more than one.
func (l *dayList) headingsBelow(rows []grid.Row) bool {
	for _, row := range rows {
		named := 0
		for _, c := range row.Cells {
			if c.Kind == cell.Text && l.columns[c.Col] != "" && !isDay(c.Value) &&
				layout.ColumnNamed(schema.Tasks, c.Text) == l.columns[c.Col] {
				named++
			}
		}
		if named > 1 {
			return true
		}
	}
	return false
}

// month is the month that stands above the list, or in the name of the sheet or the file. stated says that its year
// stands there too.
func (l *dayList) month(t *turner) (month yearMonth, stated, ok bool) {
	levels := t.levels(l.grid, l.heading)
	stated = slices.ContainsFunc(levels, func(s said) bool { return len(s.full) > 0 })
	month, ok = settle(levels, t.clock)
	return month, stated, ok
}

// above is what the cells above a row say of the month.
func above(g *grid.Grid, row int) []said {
	var texts, dates said
	for _, r := range g.Rows {
		if r.Number >= row {
			break
		}
		line := ""
		for _, c := range r.Cells {
			if c.Kind == cell.Number && c.Format == cell.Date {
				if day, _, fault := cell.ReadDate(c.Value); fault == nil {
					if year, month, number := day.YMD(); number == 1 {
						dates.full = add(dates.full, yearMonth{year, int(month)})
					}
				}
				continue
			}
			line += c.Text + " "
		}
		texts.take(line)
	}
	if len(texts.full)+len(texts.months) > 0 {
		return []said{texts}
	}
	return []said{texts, dates}
}

// names is what the names of the sheet and of its file say of the month.
func names(g *grid.Grid) []said {
	var sheet, file said
	sheet.take(g.Sheet)
	if file.take(layout.FileTitle(g.File)); layout.FileTitle(g.File) == g.Sheet {
		return []said{sheet}
	}
	return []said{sheet, file}
}

// agrees reports whether the month has the days of the list, and whether most weekdays are those of the month.
func (l *dayList) agrees(month yearMonth) (days, weekdays bool) {
	same, other := 0, 0
	for row, m := range l.days {
		day, ok := m.in(month)
		if !ok {
			return false, false
		}
		if weekday, said := l.weekdays[row]; said {
			if int(day.Time().Weekday()) == weekday {
				same++
			} else {
				other++
			}
		}
	}
	return true, same >= other
}

// rows is the list with dates for days and a column of the person, without the days on which nothing
// stands and what stands below the totals.
func (l *dayList) rows(month yearMonth, who *owner) *grid.Grid {
	out := *l.grid
	out.Rows, out.Origins, out.Holds = nil, map[[2]int][2]int{}, string(schema.Tasks)
	personCol := l.grid.Used().ToCol + 1
	var day mark
	for _, row := range l.grid.Rows {
		m, isDay := l.days[row.Number]
		if isDay {
			day = m
		}
		listed := row.Number > l.heading && row.Number <= l.last || day.day > 0 && l.goesOn(row)
		switch {
		case row.Number > l.last && day.day > 0 && !listed && !hasTotal(row):
			continue
		case listed && !l.holdsWork(row):
			continue
		}
		row.Cells = slices.Clone(row.Cells)
		if row.Number == l.heading {
			l.nameDays(row)
		}
		if listed {
			date, _ := day.in(month) // agrees has seen that it is one
			l.setDay(&out, &row, date)
		}
		if who != nil && (listed || row.Number == l.heading) {
			v := who.value
			if row.Number == l.heading {
				v = cell.Value{Kind: cell.Text, Text: schema.ByKey(schema.Tasks).Column("participant_id").Heading.JA}
			}
			row.Cells = append(row.Cells, grid.Cell{Col: personCol, Value: v})
		}
		if who != nil {
			out.Origins[[2]int{row.Number, personCol}] = who.origin(listed)
		}
		out.Rows = append(out.Rows, row)
	}
	return &out
}

// nameDays puts the log's own heading over days that have another.
func (l *dayList) nameDays(row grid.Row) {
	for i, c := range row.Cells {
		if c.Col == l.dayCol && layout.ColumnNamed(schema.Tasks, c.Text) == "" {
			row.Cells[i].Text = schema.ByKey(schema.Tasks).Column("date").Heading.JA
		}
	}
}

// goesOn reports a row right below the last day that goes on with it: work without a day or a total.
func (l *dayList) goesOn(row grid.Row) bool {
	return row.Number > l.last && row.At(l.dayCol).IsBlank() && l.holdsWork(row) && !hasTotal(row) &&
		row.Number <= l.last+mostOfADay
}

// mostOfADay is how many rows below the last day may go on with it.
const mostOfADay = 5

// setDay puts the date into the row's cell of the day. A row without one has that of the row above.
func (l *dayList) setDay(out *grid.Grid, row *grid.Row, date cell.Day) {
	i, found := slices.BinarySearchFunc(row.Cells, l.dayCol, func(c grid.Cell, col int) int { return c.Col - col })
	if !found {
		row.Cells = slices.Insert(row.Cells, i, grid.Cell{Col: l.dayCol})
		above := l.last
		for at := range l.days {
			if at < row.Number && (above >= row.Number || at > above) {
				above = at
			}
		}
		out.Origins[[2]int{row.Number, l.dayCol}] = [2]int{above, l.dayCol}
		row.Cells[i].Value = l.grid.At(above, l.dayCol)
	}
	row.Cells[i].Value = dateValue(date, row.Cells[i].Value)
}

// holdsWork reports a row in which anything but the day and the person is written.
func (l *dayList) holdsWork(row grid.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool {
		key := l.columns[c.Col]
		return key != "" && key != "date" && key != "participant_id" && !c.IsBlank() && !zero(c.Value)
	})
}

// zero reports what a formula or a box leaves in a cell without a value.
func zero(v cell.Value) bool { return (v.Kind == cell.Number || v.Kind == cell.Bool) && v.Number == 0 }

// hasTotal reports a row that says it is a total; only its first cell says so by 集計, which may be a job's name.
func hasTotal(row grid.Row) bool {
	for i, c := range row.Cells {
		if c.Kind == cell.Text && (layout.SaysTotal(c.Text) || i == 0 && layout.KeySaysTotal(c.Text)) {
			return true
		}
	}
	return false
}

// said is the C334 of the sheet.
func (l *dayList) said(month yearMonth, who *owner) finding.Finding {
	at := grid.Range{FromRow: l.heading, FromCol: l.dayCol, ToRow: l.heading, ToCol: l.dayCol}
	message := lang.Sayf("%[1]sの表（1日1行）として、「日」の列を日付に直して読みました。",
		"Read as the log of %[2]s: the days were read as dates.",
		month.String(), month.first().Time().Format("January 2006"))
	if who != nil {
		from, name := lang.Quote(who.from), lang.Quote(who.value.Text)
		message.JA += "すべての行を「" + from + "」にある人（" + name + "）の記録としました。"
		message.EN += " Every row is that of the person in “" + from + "” (" + name + ")."
	}
	return read(l.grid, at, message)
}

// codeWeekdays is the code of weekdays that are those of another month.
const codeWeekdays = "C117"

// otherWeekdays is the finding of a form that was copied from another month with its weekdays: the month that is
// written counts.
func (l *dayList) otherWeekdays(month yearMonth) finding.Finding {
	return finding.Finding{
		Code: codeWeekdays, Severity: finding.Warning,
		Place: finding.Place{File: l.grid.File, Sheet: l.grid.Sheet, Range: grid.Ref(l.heading, l.dayCol)},
		Message: lang.Sayf("表にある年月（%[1]s）と曜日が合いません。書かれている年月のとおりに読みました。",
			"The weekdays are not those of %[2]s, the month of the sheet; the month counts.", month.String(),
			month.first().Time().Format("January 2006")),
		Fix: lang.Say("年月が正しいか確かめて、曜日を直してください。前の月の表を写したときは、曜日だけが古いことがあります。",
			"Check the month and mend the weekdays; in a form copied from another month they are often old."),
	}
}
