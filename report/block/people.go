package block

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var peopleKind = Kind{
	Name:  "people",
	About: "一人ひとりの状況、声をかける順（profile = \"hub\" の版だけ）",
	Build: (*Env).everybody,
}

// standing is where one participant stands this week, with the hours of the last weeks and what is owed.
type standing struct {
	state.Standing
	mark  content.Tone // Bad: late; Watch: something is to be done; Away: has left or is not followed any more
	mean  *float64     // hours a week over the shown weeks
	weeks []*float64
	owed  float64 // yen
	tasks int     // how many tasks or payments they are for
}

// everybody lists whom the hub follows, one row each, in the order in which to call.
func (e *Env) everybody(plan.Block) []content.Block {
	switch {
	case !e.Profile.Open():
		return nil
	case len(e.Result.States) == 0:
		return e.withoutStart("一人ひとりの状況", "how everybody stands")
	}
	all, left := e.standings()
	t := e.peopleTable()
	for i := range all {
		cells, dress := e.personRow(&all[i])
		t.Rows, t.Dress.Cells = append(t.Rows, cells), append(t.Dress.Cells, dress)
		t.Dress.Alarmed = append(t.Dress.Alarmed, all[i].mark == content.Bad)
	}
	e.oneScale(t, all)
	e.dropUnknown(t)
	t.Notes = []string{e.peopleNote(all)}
	if left > 0 {
		t.Notes[0] += e.Words(fmt.Sprintf("伴走を終えた%d人は載せていない。", left),
			fmt.Sprintf(" %s no longer followed and not listed.", plural(left, "person is", "people are")))
	}
	return headed(t)
}

// withoutStart says why what rests on everybody's day of the cycle cannot be shown; nothing where there is nobody yet.
func (e *Env) withoutStart(ja, en string) []content.Block {
	if e.nobodyYet() {
		return nil
	}
	return []content.Block{content.Paragraph{Tone: content.Note, Text: e.Words("参加者の開始日の記録がないため、"+ja+"は示せない。",
		"No start date of a participant is on record, so "+en+" cannot be shown.")}}
}

func (e *Env) peopleTable() *content.Table {
	weeks := e.Words(fmt.Sprintf("週の時間（%d週）と平均", shownWeeks), fmt.Sprintf("Hours a week (%d), mean", shownWeeks))
	widths := []float64{114, 90, 94, 78, 152, 78, 210}
	if e.Lang == lang.EN {
		widths = []float64{104, 96, 84, 100, 154, 72, 206}
	}
	t := &content.Table{ID: "people", Caption: e.Words("一人ひとりの状況（声をかける順）", "Everybody, in calling order"),
		Dress: &content.Dressing{}}
	for i, head := range []string{e.Words("状態", "State"), e.Words("名前", "Name"),
		e.Words(fmt.Sprintf("%d日の進み", e.Cohort.Pilot.Cycle.Length()), "Cycle"), e.Words("最後の作業", "Last task"), weeks,
		e.Words("未払い（円）", "Unpaid (yen)"), e.Words("次にすること", "Next step")} {
		c := content.Column{Head: head, Width: widths[i]}
		if i >= 3 && i <= 5 {
			c.Align = content.Right
		}
		t.Columns = append(t.Columns, c)
	}
	return t
}

// standings are those to list, the most pressing first, and how many are left out: who is not followed any more and
// waits for nothing. Where nobody is followed, everybody is listed.
func (e *Env) standings() (all []standing, left int) {
	week := state.WeekOf(e.Window, e.Result.States)
	followed := false
	_, efforts := state.Efforts(e.Window, shownWeeks)
	for i, s := range state.Standings(e.Window, e.Result.States, week) {
		p := standing{Standing: s, mark: toneOf(s.Rank), tasks: len(s.Waiting)}
		for _, w := range s.Waiting {
			p.owed += w.Pay
		}
		for _, w := range efforts[i].Weeks {
			p.weeks = append(p.weeks, w.Hours)
		}
		p.mean = meanOf(p.weeks)
		followed = followed || s.Followed()
		all = append(all, p)
	}
	if followed {
		kept := slices.DeleteFunc(slices.Clone(all), func(p standing) bool { return e.gone(&p) })
		left, all = len(all)-len(kept), kept
	}
	calls := map[string]int{}
	for i, s := range week.Calls {
		calls[s.Participant.ID.Value] = i
	}
	slices.SortStableFunc(all, func(a, b standing) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(calls[a.Participant.ID.Value], calls[b.Participant.ID.Value]),
			cmp.Compare(orNone(b.mean), orNone(a.mean)))
	})
	return all, left
}

// gone reports who needs no row: not followed any more, not at work and with nothing to be paid, and who left more than
// a year ago.
func (e *Env) gone(p *standing) bool {
	const year = 365
	day, exited := e.Window.Exit(p.Participant)
	return p.mark == content.Away && p.tasks == 0 && (!exited || e.Window.Clock.At()-day > year)
}

func orNone(v *float64) float64 {
	if v == nil {
		return -1
	}
	return *v
}

// meanOf is the mean of the weeks that can be told; nil where none can.
func meanOf(weeks []*float64) *float64 {
	sum, n := kpi.Amounts{}, 0
	for _, w := range weeks {
		if w != nil {
			sum.Add(*w, kpi.RowUse{})
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return new(sum.Sum() / float64(len(weeks)))
}

// personRow are the cells of one row and how they are set.
func (e *Env) personRow(p *standing) ([]string, []content.Dress) {
	name := e.fullName(p.Participant)
	below := p.Participant.ID.Value
	if below == name || p.Participant.NamedByName() {
		below = ""
	}
	below = joined(e.Words("　", "  "), below, p.Participant.Cohort.Value)
	last, idle, idleTone := None, e.Words("記録なし", "no record"), content.Bad
	if p.Last != nil {
		last, idle, idleTone = e.shortDay(p.Last.Date.Value), e.daysAgo(p.Idle), content.Note
	}
	if p.Last != nil && p.Followed() && p.Idle >= e.Cohort.Pilot.Settings.ActiveWindowDays {
		idleTone = content.Bad
	}
	if p.mark == content.Away {
		idleTone = content.Note
	}
	mean, owed := None, content.Round(p.owed, 0)
	if p.mean != nil {
		mean = content.Round(*p.mean, 1)
	}
	if p.tasks > 0 {
		owed += "\n" + e.many(p.tasks, kpi.Records)
	}
	step, bar := e.progress(p)
	next := e.Say(p.Step(e.shortDay, e.yen))
	if next == "" {
		next = None
	}
	return []string{e.Say(p.Word()), lines(name, below), step, last + "\n" + idle, mean, owed, next},
		[]content.Dress{{Sign: p.mark, Strong: true, Tone: p.mark}, {Strong: true, Below: content.Note},
			{Draw: bar, Small: true, Tone: content.Note}, {Below: idleTone}, {Draw: content.Spark{Values: p.weeks}},
			{Below: content.Note}, {}}
}

func lines(first, second string) string {
	if second == "" {
		return first
	}
	return first + "\n" + second
}

func (e *Env) daysAgo(days int) string {
	if days == 0 {
		return e.Words("今日", "today")
	}
	return e.Words(fmt.Sprintf("%d日前", days), plural(days, "day ago", "days ago"))
}

// dropUnknown takes out the columns for which the ledger has nothing at all: the last task, the weeks, what is unpaid.
func (e *Env) dropUnknown(t *content.Table) {
	week := state.ThisWeek(e.Window)
	known := map[int]bool{3: e.Cohort.Tasks.Present, 4: e.Cohort.Tasks.Has("hours"), 5: week.HasPaid || week.HasList}
	for _, column := range []int{5, 4, 3} {
		if !known[column] {
			dropColumn(t, column)
		}
	}
	dropBlank(t)
}

// dropBlank takes out the columns of a table with a dressing in which no row has a text or a drawing.
func dropBlank(t *content.Table) {
	for column := len(t.Columns) - 1; column >= 0; column-- {
		blank := true
		for i, row := range t.Rows {
			if row[column] != "" && row[column] != None || t.Dress.Cell(i, column).Draw != nil {
				blank = false
			}
		}
		if blank {
			dropColumn(t, column)
		}
	}
}

// dropColumn takes a column out of a table with a dressing.
func dropColumn(t *content.Table, column int) {
	t.Columns = slices.Delete(t.Columns, column, column+1)
	for i := range t.Rows {
		t.Rows[i] = slices.Delete(t.Rows[i], column, column+1)
		t.Dress.Cells[i] = slices.Delete(t.Dress.Cells[i], column, column+1)
	}
}

// oneScale gives the weeks of all rows one scale, and says whether the last week is still running.
func (e *Env) oneScale(t *content.Table, all []standing) {
	top := highest(all)
	running := facts.Week(e.Window.Clock.At())+6 > e.Window.Clock.At()
	for i := range all {
		t.Dress.Cells[i][4].Draw = content.Spark{Values: all[i].weeks, Top: top, Running: running}
	}
}

// highest is a whole number of hours that no week goes beyond, at least 1.
func highest(all []standing) float64 {
	top := 1.0
	for i := range all {
		for _, w := range all[i].weeks {
			for w != nil && *w > top {
				top++
			}
		}
	}
	return top
}

// peopleNote explains the bars.
func (e *Env) peopleNote(all []standing) string {
	c := e.Cohort.Pilot.Cycle
	var phases string
	for i, p := range []setting.Phase{setting.TrainingPhase, setting.OJTPhase, setting.RetentionPhase} {
		if i > 0 {
			phases += e.Words("・", ", ")
		}
		phases += e.Say(facts.PhaseTitle(p))
	}
	days := e.Words(fmt.Sprintf("（%d・%d・%d日）", c.Training, c.OJT, c.Retention),
		fmt.Sprintf(" (%d, %d, %d days)", c.Training, c.OJT, c.Retention))
	if c.Training == c.OJT && c.OJT == c.Retention {
		days = e.Words(fmt.Sprintf("（各%d日）", c.OJT), fmt.Sprintf(" (%d days each)", c.OJT))
	}
	monday := facts.Week(e.Window.Clock.At())
	if !e.Cohort.Tasks.Has("hours") {
		return e.Words("進みは左から"+phases+days+"。", "The cycle from the left: "+phases+days+".")
	}
	text := e.Words("進みは左から"+phases+days+"。週の時間は"+e.longDay(monday-7*(shownWeeks-1))+"の週から。",
		"The cycle from the left: "+phases+days+". Weeks from that of "+e.longDay(monday-7*(shownWeeks-1))+".")
	if monday+6 > e.Window.Clock.At() {
		text += e.Words("白い棒は途中の週（"+e.longDay(monday)+"から）。", " An empty column is the week that is running.")
	}
	return text + e.Words(fmt.Sprintf("棒の上の端は%s時間。", content.Round(highest(all), 0)),
		fmt.Sprintf(" Columns reach up to %s hours.", content.Round(highest(all), 0)))
}
