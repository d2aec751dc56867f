package shape

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// register is a sheet of attendance: persons and sessions of training, one way round or the other, with marks where
// they meet, and at the end who has completed the training.
type register struct {
	grid     *grid.Grid
	heading  int // the row of the sessions, or of the persons
	down     bool
	persons  []line
	sessions []session
	done     int  // the column or row of marks of completion; 0 for none
	doneOn   int  // that of days of completion
	told     bool // the heading of a session or of completion says that it is of training
}

// session is one day of training, or one of which the day is not told.
type session struct {
	at    int // its column, or its row where the sessions go down
	day   mark
	dated bool
	when  [2]int // the cell of the day
	title cell.Value
	label [2]int // the cell of the title
}

// The marks of attendance, in the form of lang.Key. Who came late or left early was there.
var (
	presentMarks = lang.Words(`○ 〇 ◯ ● ◎ ✓ ✔ レ 出 出席 参加 受講 済 有 △ ▲ 遅 遅刻 早 早退 遅早 遅・早 遅刻早退`)
	absentMarks  = lang.Words(`× ✕ ✖ ✗ ❌ x 欠 欠席 - ー / 休 無 不参加 未 未受講 公欠 病欠 対象外`)
)

// presence reads a mark: whether it is one, and whether it says that the person was there.
func presence(v cell.Value) (present, known bool) {
	if v.Kind == cell.Number {
		return v.Number == 1, v.Format == cell.Plain && (v.Number == 0 || v.Number == 1)
	}
	key := lang.Key(inBrackets.ReplaceAllString(lang.Compact(v.Text), ""))
	switch {
	case slices.Contains(presentMarks, key):
		return true, true
	case slices.Contains(absentMarks, key):
		return false, true
	}
	return false, false
}

var (
	sessionWord  = pattern.New(`^第?[0-9一二三四五六七八九十]+(?:回目?|日目|講|コマ目)|^(?:補講|補習|追講|追加講座|再受講)`)
	trainingWord = pattern.New(`出席|出欠|研修|受講|講座|講習|セミナー`)
	summaryWord  = pattern.New(`^(?:出席|欠席|参加|受講|修了)(?:者|人|率|回|総)?(?:数|率|計)|人数|[小合]計`)
	workWord     = pattern.New(`シフト|予定|稼働|勤務|作業|業務`)
)

// attendance turns a sheet of attendance into rows of trainings.
func (t *turner) attendance(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	var found *register
	for i := range layout.HeadingRows(g) {
		if g.Rows[i].Number > lastHeadingRow {
			break
		}
		for _, r := range []*register{t.sessionsAcross(g, i), t.sessionsDown(g, i)} {
			if r != nil && r.sure() && (found == nil || len(r.persons) > len(found.persons)) {
				found = r
			}
		}
	}
	if found == nil {
		return nil, nil
	}
	return found.turned(t)
}

// sessionsAcross reads row i as the heading of sessions: the persons stand below a heading to the left, and a second
// row may say more of the sessions.
func (t *turner) sessionsAcross(g *grid.Grid, i int) *register {
	r := &register{grid: g, heading: g.Rows[i].Number}
	person, byID := 0, false
	for _, c := range g.Rows[i].Cells {
		if c.Kind != cell.Text || person > 0 && byID || readsAsSession(c.Value) {
			continue
		}
		name, id := t.headsPerson(c.Text)
		switch {
		case id && !name:
			person, byID = c.Col, true
		case id, name:
			person = c.Col
		}
	}
	if person == 0 {
		return nil
	}
	heads, body := []grid.Row{g.Rows[i]}, g.Rows[i+1:]
	if len(body) > 0 && body[0].At(person).IsBlank() {
		heads, body = append(heads, body[0]), body[1:]
	}
	for col, last := person+1, g.Used().ToCol; col <= last; col++ {
		var cells []grid.Cell
		var rows []int
		for _, head := range heads {
			cells, rows = append(cells, grid.Cell{Col: col, Value: g.Merged(head.Number, col)}), append(rows, head.Number)
		}
		r.take(col, cells, rows)
	}
	if len(r.sessions) < fewestSessions {
		return nil
	}
	for _, row := range body {
		if v := row.At(person); !v.IsBlank() && !hasTotal(row) && !summaryWord.MatchString(lang.Compact(v.Text)) {
			r.persons = append(r.persons, line{at: row.Number, person: t.named(v), who: [2]int{row.Number, person}})
		}
	}
	return r
}

// headsPerson reports a heading of a person's name, or of an id. Each text is asked for in every row and sheet that has
// it, as titles and names of people do.
func (t *turner) headsPerson(text string) (name, id bool) {
	is, known := t.personHeads[text]
	if !known {
		is = [2]bool{layout.ColumnNamed(schema.Participants, text) == "name",
			layout.ColumnNamed(schema.Trainings, text) == "participant_id"}
		t.personHeads[text] = is
	}
	return is[0], is[1]
}

// sessionsDown reads row i as the persons, to the right of the columns that name the sessions below it; each must be
// a participant.
func (t *turner) sessionsDown(g *grid.Grid, i int) *register {
	r := &register{grid: g, heading: g.Rows[i].Number, down: true}
	first := 0
	for _, c := range g.Rows[i].Cells {
		id, known := "", false
		if c.Kind == cell.Text && !layout.KeySaysTotal(c.Text) {
			id, known = t.known(c.Text)
		}
		if !known {
			continue
		}
		if first == 0 {
			first = c.Col
		}
		l := line{at: c.Col, person: c.Value, who: [2]int{r.heading, c.Col}}
		l.person.Text = id
		r.persons = append(r.persons, l)
	}
	if len(r.persons) < 2 {
		return nil
	}
	for _, row := range g.Rows[i+1:] {
		var cells []grid.Cell
		var rows []int
		for _, c := range row.Cells {
			if c.Col < first && !c.IsBlank() {
				cells, rows = append(cells, c), append(rows, row.Number)
			}
		}
		r.take(row.Number, cells, rows)
	}
	return r
}

// take reads the cells that name a column or row: a session, or who has completed.
func (r *register) take(at int, cells []grid.Cell, rows []int) {
	s := session{at: at}
	for i, c := range cells {
		switch {
		case c.IsBlank():
			continue
		case layout.ColumnNamed(schema.Participants, c.Text) == "trained_date" && strings.Contains(lang.Compact(c.Text), "日"):
			r.doneOn, r.told = at, true
			return
		case isCompletion(c.Text):
			r.done, r.told = at, true
			return
		}
		if day, ok := sessionDay(c.Value); ok && !s.dated {
			s.day, s.dated, s.when = day, true, [2]int{rows[i], c.Col}
		}
		if c.Kind == cell.Text && sessionWord.MatchString(lang.Compact(c.Text)) {
			s.title, s.label, r.told = c.Value, [2]int{rows[i], c.Col}, true
		}
	}
	if s.dated || !s.title.IsBlank() {
		r.sessions = append(r.sessions, s)
	}
}

// isCompletion reports a heading of who has completed, and not of who was there.
func isCompletion(text string) bool {
	key := layout.ColumnNamed(schema.Trainings, text)
	return key == "completed" && !strings.Contains(lang.Compact(text), "出") ||
		layout.ColumnNamed(schema.Participants, text) == "trained_date"
}

// dayInText is a day within the name of a session: 第1回（6/10）, 6月10日(火) 第1回.
var dayInText = pattern.New(`(?:^|[^0-9/.\-年])([0-9]{1,2}[/月][0-9]{1,2})日?(?:[^0-9/]|$)`)

// sessionDay reads the day of a session: a date in any form, or a day without its year.
func sessionDay(v cell.Value) (mark, bool) {
	if v.Kind == cell.Number && v.Format != cell.Date {
		return mark{}, false
	}
	if day, _, fault := cell.ReadDate(v); fault == nil {
		_, month, number := day.YMD()
		return mark{month: int(month), day: number, weekday: unsaid, full: day, dated: true}, true
	}
	if m, ok := readMark(v); ok && m.month > 0 {
		return m, true
	}
	if v.Kind == cell.Text && len(v.Text) < 100 {
		if parts := dayInText.FindStringSubmatch(lang.Compact(v.Text)); parts != nil {
			m, ok := readMark(cell.Value{Kind: cell.Text, Text: parts[1]})
			return m, ok && m.month > 0
		}
	}
	return mark{}, false
}

func readsAsSession(v cell.Value) bool {
	_, ok := sessionDay(v)
	return ok || sessionWord.MatchString(lang.Compact(v.Text))
}

// meet is the cell of a person and a session, or of completion.
func (r *register) meet(l line, at int) (cell.Value, [2]int) {
	place := [2]int{l.at, at}
	if r.down {
		place = [2]int{at, l.at}
	}
	return r.grid.At(place[0], place[1]), place
}

// fewestMarks and fewestSessions are how many marks and sessions make a register.
const fewestMarks, fewestSessions = 3, 2

// sure reports a register: two sessions or more and marks of attendance nearly throughout, in a sheet that is said to
// be of training and not of work.
func (r *register) sure() bool {
	titles := []string{r.grid.Sheet, layout.FileTitle(r.grid.File)}
	for _, row := range r.grid.Rows {
		for _, c := range row.Cells {
			if row.Number < r.heading && c.Kind == cell.Text {
				titles = append(titles, c.Text)
			}
		}
	}
	says := slices.ContainsFunc(titles, trainingWord.MatchString)
	marks, others, texts := 0, 0, 0
	for _, l := range r.persons {
		for _, s := range r.sessions {
			v, _ := r.meet(l, s.at)
			_, known := presence(v)
			switch {
			case v.IsBlank():
			case known:
				marks++
				if v.Kind == cell.Text {
					texts++
				}
			default:
				others++
			}
		}
	}
	if len(r.sessions) < fewestSessions || len(r.persons) == 0 || marks < fewestMarks || others*5 > marks {
		return false
	}
	if texts == 0 && !says { // 1 and 0 may be hours
		return false
	}
	return says || r.told && !workWord.MatchString(r.grid.Sheet)
}
