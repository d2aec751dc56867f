package shape

import (
	"math"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// matrix is a sheet of hours by person and day, one way round or the other.
type matrix struct {
	grid    *grid.Grid
	heading int          // the row of the days, or of the persons
	days    map[int]mark // by column, or by row where down
	down    bool         // the days go down
	dayCol  int          // of the days that go down
	persons []line
	values  []entry
	unit    string // 時間, or 時間（分） where the sheet says so
	title   string // heading of the contracts, "" for none
}

// line is the row or the column of one person, perhaps with a contract.
type line struct {
	at       int // the row, or the column where the days go down
	person   cell.Value
	who      [2]int
	contract cell.Value
	what     [2]int
}

// entry is the hours of a person on a day.
type entry struct {
	line line
	day  int // the column of the day, or its row
	cell grid.Cell
	row  int
}

// otherMatter are words of sheets whose numbers are no hours of work.
var otherMatter = pattern.New(`報酬|支払|金額|謝金|給与|単価|請求|円|シフト|予定|出席|出欠|研修|受講|満足|予算|件数|枚数`)

// minutesStated is a remark that the numbers are minutes.
var minutesStated = pattern.New(`単位[:は]?\(?分|^\(?分\)?$|分単位`)

// dayMatrix turns a sheet of hours by person and day into rows.
func (t *turner) dayMatrix(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	m := t.findMatrix(g)
	wanted, _ := t.pilot.ShapeOf(g.File, g.Sheet)
	if m == nil || !m.ofHours() && wanted != setting.MatrixShape {
		return nil, nil
	}
	month, ok := yearMonth{}, true
	for _, day := range m.days {
		if !day.dated {
			month, ok = settle(t.levels(g, m.heading), t.clock)
			break
		}
	}
	if !ok {
		return nil, nil
	}
	for _, day := range m.days {
		if _, ok := day.in(month); !ok {
			return nil, nil
		}
	}
	at := grid.Range{FromRow: m.heading, FromCol: 1, ToRow: m.heading, ToCol: g.Used().ToCol}
	how := read(g, at, lang.Sayf("人と日の一覧表として、%[1]d件の時間を1行に1件ずつ読みました。",
		"Read as a table of persons and days: %[1]d entries of hours.", len(m.values)))
	return m.rows(month), append([]finding.Finding{how}, m.totals()...)
}

// findMatrix returns the only matrix of the sheet; nil for none, or for two.
func (t *turner) findMatrix(g *grid.Grid) *matrix { return onlyOne(g, t.daysAcross, t.daysDown) }

// onlyOne returns what one of the readers makes of one row as its heading; nil where none makes anything, or where
// two do.
func onlyOne[M any](g *grid.Grid, readers ...func(g *grid.Grid, row int) *M) *M {
	var found *M
	for i := range layout.HeadingRows(g) {
		for _, read := range readers {
			switch m := read(g, i); {
			case m == nil:
			case found != nil:
				return nil
			default:
				found = m
			}
		}
	}
	return found
}

// fewestAcross is how many days in a row, or down a column, make a matrix.
const fewestAcross = 5

// daysAcross reads row i as the days of a matrix: the persons stand below a heading to the left.
func (t *turner) daysAcross(g *grid.Grid, i int) *matrix {
	row := g.Rows[i]
	m := &matrix{grid: g, heading: row.Number, days: map[int]mark{}}
	person, contract, before := 0, 0, 0
	for _, c := range row.Cells {
		if day, ok := readMark(c.Value); ok {
			if day.day <= before {
				return nil
			}
			m.days[c.Col], before = day, day.day
			continue
		}
		switch key := layout.ColumnNamed(schema.Tasks, c.Text); {
		case len(m.days) > 0 || c.Kind != cell.Text:
		case key == "participant_id" && (person == 0 || layout.ColumnNamed(schema.Participants, c.Text) != "name"):
			person = c.Col
		case key == "contract_id" || key == "title" || layout.ColumnNamed(schema.Contracts, c.Text) == "title":
			contract, m.title = c.Col, c.Text
		}
	}
	if person == 0 || len(m.days) < fewestAcross {
		return nil
	}
	var who cell.Value
	from := [2]int{}
	for _, row := range g.Rows[i+1:] {
		total := totalOf(row, person)
		if v := row.At(person); !v.IsBlank() && !total {
			who, from = v, [2]int{row.Number, person}
		}
		if total || isWeekdays(row) || who.IsBlank() {
			continue
		}
		l := line{at: row.Number, person: t.named(who), who: from}
		if contract > 0 {
			l.contract, l.what = row.At(contract), [2]int{row.Number, contract}
		}
		m.take(row, l)
	}
	return m.checked()
}

// totalOf reports a row that says it is a total. Where the person would stand, or left of it, 集計 says so too; right
// of it, below a name that is written once, アンケート集計 is a job.
func totalOf(row grid.Row, person int) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool {
		return c.Kind == cell.Text && (layout.SaysTotal(c.Text) || c.Col <= person && layout.KeySaysTotal(c.Text))
	})
}

// take adds the hours of a row.
func (m *matrix) take(row grid.Row, l line) {
	for _, c := range row.Cells {
		if _, isDay := m.days[c.Col]; !isDay || c.IsBlank() || zero(c.Value) || isMark(c.Text) {
			continue
		}
		m.values = append(m.values, entry{line: l, day: c.Col, cell: c, row: row.Number})
	}
}

// readsAsHours reports a cell that holds hours.
func readsAsHours(v cell.Value) bool {
	_, _, fault := cell.ReadHours(v, cell.Any)
	return fault == nil
}

// isMark reports a mark that says that there is nothing.
func isMark(text string) bool {
	return strings.Trim(lang.Compact(text), "-‐–—―ー－/休") == ""
}

// isWeekdays reports a row of weekdays.
func isWeekdays(row grid.Row) bool {
	named := 0
	for _, c := range row.Cells {
		if c.Kind == cell.Text && weekdayText.MatchString(lang.Compact(c.Text)) {
			named++
		}
	}
	return named >= fewestAcross
}

// daysDown reads row i as the persons of a matrix whose days stand below it; each must be a participant.
// A row of contracts may stand between.
func (t *turner) daysDown(g *grid.Grid, i int) *matrix {
	m := &matrix{grid: g, heading: g.Rows[i].Number, days: map[int]mark{}, down: true,
		dayCol: g.Rows[i].Cells[0].Col}
	body := g.Rows[i+1:]
	dayCol, contracts := m.dayCol, grid.Row{}
	if len(body) > 0 && body[0].At(dayCol).IsBlank() {
		contracts, body = body[0], body[1:]
	}
	if _, isDay := readMark(g.Rows[i].At(dayCol)); isDay || len(body) == 0 {
		return nil
	}
	if _, ok := readMark(body[0].At(dayCol)); !ok {
		return nil
	}
	for col, last := dayCol+1, g.Used().ToCol; col <= last; col++ {
		v := g.Merged(m.heading, col)
		if v.Kind != cell.Text || layout.KeySaysTotal(v.Text) || layout.SaysTotal(contracts.At(col).Text) {
			continue
		}
		id, known := t.known(v.Text)
		if !known {
			continue
		}
		l := line{at: col, person: v, who: [2]int{m.heading, col}}
		if merged, ok := g.MergeAt(m.heading, col); ok {
			l.who = [2]int{merged.FromRow, merged.FromCol}
		}
		l.person.Text = id
		if w := contracts.At(col); w.Kind == cell.Text {
			l.contract, l.what, m.title = w, [2]int{contracts.Number, col}, "案件名"
		}
		m.persons = append(m.persons, l)
	}
	if len(m.persons) == 0 || !m.takeDown(body, dayCol) {
		return nil
	}
	return m.checked()
}

// takeDown adds the hours of the days; false where the days go up, or numbers stand below nobody's name.
func (m *matrix) takeDown(body []grid.Row, dayCol int) bool {
	before := 0
	for _, row := range body {
		day, ok := readMark(row.At(dayCol))
		if !ok {
			continue
		}
		if day.day <= before {
			return false
		}
		m.days[row.Number], before = day, day.day
		for _, c := range row.Cells {
			i := slices.IndexFunc(m.persons, func(l line) bool { return l.at == c.Col })
			switch {
			case c.Col == dayCol || c.IsBlank() || zero(c.Value) || isMark(c.Text):
			case i < 0 && c.Kind == cell.Number && !layout.KeySaysTotal(m.grid.Merged(m.heading, c.Col).Text):
				return false
			case i < 0:
			default:
				m.values = append(m.values, entry{line: m.persons[i], day: row.Number, cell: c, row: row.Number})
			}
		}
	}
	return true
}

// named is the value of a person's cell, as the participants sheet has the person.
func (t *turner) named(v cell.Value) cell.Value {
	v.Text, _ = t.known(v.Text)
	return v
}

// checked returns the matrix if it is one: nearly all of its entries are hours.
func (m *matrix) checked() *matrix {
	unread := 0
	for _, e := range m.values {
		if !readsAsHours(e.cell.Value) {
			unread++
		}
	}
	if len(m.days) < fewestAcross || len(m.values) == 0 || unread*mostUnread > len(m.values) {
		return nil
	}
	return m
}

// counts are words above a matrix, or in its name, of what is counted in pieces: 処理数, 出来高, アクセス.
var counts = pattern.New(`(処理|実施|入力|完了|納品|対応|訪問|電話|販売|出品|投稿|閲覧|登録|作成|受注|応対|個|本|点|人|品)数|` +
	`数量|回数|出来高|歩数|売上|アクセス|気温|体温`)

// hoursSaid are words above a matrix, or in its name, that say that it holds hours of work.
var hoursSaid = pattern.New(`時間|稼働|作業|勤務|工数|就業|労働|実働|業務|勤怠|出勤|出面|タイム|(?i:hour|time|work)`)

// looksLikeHours reports an entry that a count in pieces never is: 1.5, 1:30, 2h.
func (m *matrix) looksLikeHours() bool {
	return slices.ContainsFunc(m.values, func(e entry) bool {
		v := e.cell.Value
		return v.Kind == cell.Number && (v.Format != cell.Plain || v.Number != math.Trunc(v.Number)) ||
			v.Kind == cell.Text && strings.ContainsAny(v.Text, ":：時hHｈ分.．")
	})
}

// ofHours reports that the names, what stands above the matrix or its entries say that it holds hours, and that
// nothing says that it holds other than those.
func (m *matrix) ofHours() bool {
	said, other := m.matter()
	return said && !other
}

// matter tells what the matrix says that it holds: hours, or something else; neither where nothing is said.
func (m *matrix) matter() (hours, other bool) {
	m.unit = schema.ByKey(schema.Tasks).Column("hours").Heading.JA
	texts := []string{m.grid.Sheet, layout.FileTitle(m.grid.File)}
	titles := len(texts) // how many of them are no headings
	for _, row := range m.grid.Rows {
		if row.Number > m.heading {
			break
		}
		for _, c := range row.Cells {
			if _, isDay := m.days[c.Col]; isDay && !m.down && row.Number == m.heading || c.Kind != cell.Text {
				continue
			}
			texts = append(texts, c.Text)
		}
		if row.Number < m.heading {
			titles = len(texts)
		}
	}
	said := m.looksLikeHours()
	for i, text := range texts {
		if otherMatter.MatchString(text) || i < titles && counts.MatchString(text) {
			return false, true
		}
		said = said || hoursSaid.MatchString(text)
		if minutesStated.MatchString(lang.Compact(text)) {
			m.unit, said = "時間（分）", true
		}
	}
	return said, false
}

// rows is the matrix with one row an entry: day, person, contract, hours.
func (m *matrix) rows(month yearMonth) *grid.Grid {
	tasks := schema.ByKey(schema.Tasks)
	out := &grid.Grid{File: m.grid.File, Sheet: m.grid.Sheet, Hidden: m.grid.Hidden, Holds: string(schema.Tasks),
		Origins: map[[2]int][2]int{}, Lines: map[int]int{1: m.heading}}
	heads := []string{tasks.Column("date").Heading.JA, tasks.Column("participant_id").Heading.JA, m.title, m.unit}
	row := grid.Row{Number: 1}
	for i, text := range heads {
		row.Cells = append(row.Cells, grid.Cell{Col: i + 1, Value: cell.Value{Kind: cell.Text, Text: text}})
		out.Origins[[2]int{1, i + 1}] = [2]int{m.heading, 1}
	}
	if m.title == "" {
		row.Cells = slices.Delete(row.Cells, 2, 3)
	}
	out.Rows = append(out.Rows, row)
	for i, e := range m.values {
		out.Rows = append(out.Rows, m.row(out, i+2, e, month))
	}
	return out
}

// row is the row of an entry.
func (m *matrix) row(out *grid.Grid, number int, e entry, month yearMonth) grid.Row {
	at := [2]int{m.heading, e.day}
	if m.down {
		at = [2]int{e.day, m.dayCol}
	}
	day, _ := m.days[e.day].in(month) // dayMatrix has seen that it is one
	values := []cell.Value{dateValue(day, m.grid.At(at[0], at[1])), e.line.person, e.line.contract, e.cell.Value}
	from := [][2]int{at, e.line.who, e.line.what, {e.row, e.cell.Col}}
	row := grid.Row{Number: number}
	for i, v := range values {
		if !v.IsBlank() {
			row.Cells = append(row.Cells, grid.Cell{Col: i + 1, Value: v})
			out.Origins[[2]int{number, i + 1}] = from[i]
		}
	}
	out.Lines[number] = e.row
	return row
}
