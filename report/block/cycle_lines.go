package block

import (
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var cycleLinesKind = Kind{
	Name:  "cycle_lines",
	About: "参加者ごとの90日の線（profile = \"hub\" の版だけ）",
	Build: (*Env).cycleLines,
}

// cycleLines shows the cycle of everybody who is listed as one line each, on one axis.
func (e *Env) cycleLines(plan.Block) []content.Block {
	switch {
	case !e.Profile.Open():
		return nil
	case len(e.Result.States) == 0:
		return e.withoutStart(fmt.Sprintf("%d日の歩み", e.Cohort.Pilot.Cycle.Length()), "the days of each")
	}
	listed := map[string]bool{}
	all, _ := e.standings()
	for i := range all {
		listed[all[i].Participant.ID.Value] = true
	}
	c := &content.Chart{ID: "cycle", Kind: content.Cycle, Phases: e.phases(),
		Twin: &content.Table{Caption: e.Words("参加者ごとの日数（開始日を1日目とする）", "Days of the cycle by participant"),
			Columns: []content.Column{
				{Head: e.Words("参加者", "Participant")}, {Head: e.Words("今日", "Today"), Align: content.Right},
				{Head: e.Words("研修を終えた", "Trained"), Align: content.Right},
				{Head: e.Words("初めての作業", "First task"), Align: content.Right},
				{Head: e.Words("初めての収入", "First income"), Align: content.Right},
				{Head: e.Words("定期の仕事", "Recurring"), Align: content.Right},
				{Head: e.Words("離脱", "Left"), Align: content.Right},
				{Head: e.Words("作業の記録", "Tasks"), Align: content.Right}}}}
	earned, stopped, many, left := 0, 0, len(listed), 0
	for _, s := range e.Result.States { // in the order of the ledger: those who began together stand together
		if !listed[s.Participant.ID.Value] {
			continue
		}
		if many <= mostDrawnOut || anyBehind(s) {
			lane := e.cycleLane(s)
			c.Lanes = append(c.Lanes, lane)
			c.Twin.Rows = append(c.Twin.Rows, cycleRow(lane))
		} else {
			left++
		}
		if _, _, ok := e.Window.FirstIncome(s.Participant); ok {
			earned++
		}
		if s.Status == state.Late {
			stopped++
		}
	}
	c.Title = e.cycleTitle(many, earned, stopped)
	if many > mostDrawnOut && !e.Plan.Names { // the hub's edition has the lines of those who need somebody
		return []content.Block{content.Heading{Text: c.Title}}
	}
	heading := content.Heading{Text: c.Title}
	most := mostLanes
	if many > mostDrawnOut {
		most = lanesAmongMany
	}
	if c.Title = ""; len(c.Lanes) <= most {
		c.Title = heading.Text
	}
	if len(c.Lanes) == 0 {
		return []content.Block{content.Paragraph{Tone: content.Note, Text: e.Words(
			fmt.Sprintf("参加者は%d人。遅れ・注意・離脱のある人はいない。", many),
			fmt.Sprintf("%d participants: nobody is late, to be watched or has left.", many))}}
	}
	blocks := append([]content.Block{heading}, e.parted(c, most)...)
	if left > 0 {
		blocks = append(blocks, content.Paragraph{Tone: content.Note, Text: e.Words(
			fmt.Sprintf("遅れ・注意・離脱のあった人を載せた。ほかの%d人は順調か、伴走を終えた。", left),
			fmt.Sprintf("Those who are late, to be watched or have left; the other %d are on their way or done.", left))})
	}
	return blocks
}

// mostDrawnOut is how many participants have a line each; of more, those who need somebody have.
const mostDrawnOut = 40

// anyBehind reports whether somebody is to be looked at among many.
func anyBehind(s state.State) bool {
	return s.Status == state.Late || s.Status == state.Watch || s.Status == state.Exited
}

func (e *Env) cycleTitle(all, earned, stopped int) string {
	days := e.Cohort.Pilot.Cycle.Length()
	ja, en := fmt.Sprintf("%d日の歩み：%d人のうち%d人が収入まで進んだ", days, all, earned),
		fmt.Sprintf("%d days: %d of %s earned", days, earned, plural(all, "person", "people"))
	if earned == 0 {
		ja = fmt.Sprintf("%d日の歩み：%d人。収入まで進んだ人はまだいない", days, all)
		en = fmt.Sprintf("%d days of %s: nobody has earned yet", days, plural(all, "person", "people"))
	}
	if e.stageNumber(facts.FirstIncome) == nil { // whether anybody earned is not known
		ja, en = fmt.Sprintf("%d日の歩み：%d人", days, all), fmt.Sprintf("%d days of %s", days, plural(all, "person", "people"))
		if stopped > 0 {
			ja += fmt.Sprintf("のうち%d人が途中で止まっている", stopped)
			en += fmt.Sprintf(", %d stopped on the way", stopped)
		}
		return e.Words(ja, en)
	}
	if earned == all && all > 1 {
		ja, en = fmt.Sprintf("%d日の歩み：%d人全員が収入まで進んだ", days, all), fmt.Sprintf("%d days: all %d have earned", days, all)
	}
	if stopped > 0 {
		en += fmt.Sprintf(", %d stopped on the way", stopped)
		if ja += fmt.Sprintf("。途中で止まっている人が%d人", stopped); earned > 0 {
			ja = fmt.Sprintf("%d日の歩み：%d人が収入まで進み、%d人が途中で止まっている", days, earned, stopped)
		}
	}
	return e.Words(ja, en)
}

// phases are the parts of the cycle with their days.
func (e *Env) phases() []content.Phase {
	c, from := e.Cohort.Pilot.Cycle, 1
	var out []content.Phase
	for _, p := range []struct {
		phase setting.Phase
		days  int
	}{{setting.TrainingPhase, c.Training}, {setting.OJTPhase, c.OJT}, {setting.RetentionPhase, c.Retention}} {
		to := from + p.days - 1
		if p.days > 0 {
			out = append(out, content.Phase{From: from, To: to, Label: e.Say(facts.PhaseTitle(p.phase)) +
				e.Words(fmt.Sprintf("（%d〜%d日目）", from, to), "")})
		}
		from = to + 1
	}
	return out
}

// cycleLane is one participant: the line as far as it was lived, what happened on it, and in words what happened
// after it or is missing.
func (e *Env) cycleLane(s state.State) content.Lane {
	p, cycle := s.Participant, e.Cohort.Pilot.Cycle
	day := func(d cell.Day) int { return cycle.Day(p.StartDate.Value, d) }
	lane := content.Lane{Label: e.fullName(p), Today: s.Day, Tone: tone(s.Status), To: min(max(s.Day, 0), cycle.Length())}
	if s.Status != state.Late {
		lane.Tone = content.Plain
	}
	var after []string
	reached := func(style, ja, en string, d cell.Day, ok bool) {
		if !ok {
			return
		}
		lane.Dots = append(lane.Dots, content.Dot{Day: day(d), Style: style})
		if n := day(d); n > cycle.Length() {
			after = append(after, e.Words(fmt.Sprintf("%s%d日目", ja, n), fmt.Sprintf("%s day %d", en, n)))
		}
	}
	trained, _, ok := e.Window.Trained(p)
	reached("trained", "研修", "trained", trained, ok)
	for _, t := range e.Window.TasksOf(p.ID.Value) {
		lane.Dots = append(lane.Dots, content.Dot{Day: day(t.Date.Value), Style: "work"})
	}
	earned, _, ok := e.Window.FirstIncome(p)
	reached("income", "収入", "earned", earned, ok)
	if t := e.Window.FirstRecurring(p); t != nil {
		reached("recurring", "定期", "recurring", t.Date.Value, true)
	}
	if d, gone := e.Window.Exit(p); gone {
		lane.To = min(max(day(d), 0), lane.To)
		lane.Dots = append(lane.Dots, content.Dot{Day: day(d), Style: "exit"})
		after = append(after, e.Words(fmt.Sprintf("%d日目に離脱", day(d)), fmt.Sprintf("left day %d", day(d))))
	}
	_, _, paid := e.Window.FirstIncome(p)
	if s.Status == state.Late || s.Status != state.Exited && !paid && s.Day > cycle.Length() {
		after = []string{e.lacks(s)}
	}
	lane.Note = strings.Join(after, e.Words("、", ", "))
	return lane
}

// lacks names what somebody who is late has not reached.
func (e *Env) lacks(s state.State) string {
	reached := func(stage facts.Stage) bool { return facts.StepOf(stage).Reached(e.Window, s.Participant) }
	switch {
	case !reached(facts.TrainingCompleted):
		return e.Words("研修を終えていない", "training not completed")
	case !reached(facts.OJTStarted):
		return e.Words("作業の記録がない", "no task recorded")
	case !reached(facts.FirstIncome):
		return e.Words("収入がまだない", "no income yet")
	}
	return e.Words("定期の仕事がまだない", "no recurring work yet")
}

// cycleRow is a lane in numbers: the day of each event, and how many tasks there are.
func cycleRow(l content.Lane) []string {
	row := laneRow(l)
	recurring := None
	for _, d := range l.Dots {
		if d.Style == "recurring" {
			recurring = fmt.Sprint(d.Day)
		}
	}
	return append(append(append([]string{}, row[:5]...), recurring), row[5:]...)
}

// laneRow is a lane in numbers: the day of each event, and how many tasks there are.
func laneRow(l content.Lane) []string {
	first := map[string]int{} // the log is not in the order of its dates
	tasks := 0
	for _, d := range l.Dots {
		if d.Style == "work" {
			tasks++
		}
		if day, seen := first[d.Style]; !seen || d.Day < day {
			first[d.Style] = d.Day
		}
	}
	row := []string{l.Label, fmt.Sprint(l.Today)}
	for _, style := range []string{"trained", "work", "income", "exit"} {
		day := None
		if d, seen := first[style]; seen {
			day = fmt.Sprint(d)
		}
		row = append(row, day)
	}
	return append(row, fmt.Sprint(tasks))
}
