package block

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var ganttChartKind = Kind{
	Name:  "gantt_chart",
	About: "参加者ごとの90日の図（profile = \"hub\" の版だけ）",
	Build: (*Env).ganttChart,
}

// ganttChart shows every participant's 90 days with what happened on which day, one lane each.
func (e *Env) ganttChart(plan.Block) []content.Block {
	if len(e.Result.States) == 0 {
		return nil
	}
	cycle := e.Cohort.Pilot.Cycle
	c := &content.Chart{ID: "gantt", Kind: content.Gantt,
		XTitle: e.Words("開始日からの日数", "day of the cycle"),
		Phases: []content.Phase{
			{From: 1, To: cycle.Training, Label: e.Say(facts.PhaseTitle(setting.TrainingPhase))},
			{From: cycle.Training + 1, To: cycle.Training + cycle.OJT, Label: e.Say(facts.PhaseTitle(setting.OJTPhase))},
			{From: cycle.Training + cycle.OJT + 1, To: cycle.Length(), Label: e.Say(facts.PhaseTitle(setting.RetentionPhase))},
		},
		Twin: &content.Table{Caption: e.Words("参加者ごとの日数（開始日を1日目とする）", "Days of the cycle by participant"),
			Columns: []content.Column{
				{Head: e.Words("参加者", "Participant")}, {Head: e.Words("今日", "Today"), Align: content.Right},
				{Head: e.Words("研修修了", "Trained"), Align: content.Right},
				{Head: e.Words("初作業", "First task"), Align: content.Right},
				{Head: e.Words("初収入", "First income"), Align: content.Right}, {Head: e.Words("離脱", "Left"), Align: content.Right},
				{Head: e.Words("作業の記録", "Tasks"), Align: content.Right}}},
	}
	late := 0
	for _, s := range e.Result.States {
		if s.ToCall() {
			late++
		}
		lane := e.lane(s, cycle)
		c.Lanes = append(c.Lanes, lane)
		c.Twin.Rows = append(c.Twin.Rows, laneRow(lane))
	}
	c.Title = e.Words(fmt.Sprintf("%d人のうち%d人に、遅れまたは注意の印があります", len(c.Lanes), late),
		fmt.Sprintf("%d of %d participants are late or on watch", late, len(c.Lanes)))
	return e.parted(c)
}

// lane is one participant: the phases as far as they were lived, and the days on which
// something happened.
func (e *Env) lane(s state.State, cycle setting.Cycle) content.Lane {
	p := s.Participant
	day := func(d cell.Day) int { return cycle.Day(p.StartDate.Value, d) }
	lane := content.Lane{Label: e.person(p), Today: s.Day, Tone: tone(s.Status)}
	end := min(s.Day, cycle.Length())
	if d, gone := e.Window.Exit(p); gone {
		end = min(day(d), end)
		lane.Dots = append(lane.Dots, content.Dot{Day: day(d), Style: "exit"})
	}
	lane.Bars = lived(cycle, end)
	if d, _, ok := e.Window.Trained(p); ok {
		lane.Dots = append(lane.Dots, content.Dot{Day: day(d), Style: "trained"})
	}
	for _, t := range e.Window.TasksOf(p.ID.Value) {
		lane.Dots = append(lane.Dots, content.Dot{Day: day(t.Date.Value), Style: "work"})
	}
	if d, _, ok := e.Window.FirstIncome(p); ok {
		lane.Dots = append(lane.Dots, content.Dot{Day: day(d), Style: "income"})
	}
	return lane
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

// lived cuts the three phases off at the last lived day.
func lived(cycle setting.Cycle, end int) []content.Bar {
	var bars []content.Bar
	from := 1
	for _, phase := range []struct {
		days  int
		style string
	}{{cycle.Training, "training"}, {cycle.OJT, "ojt"}, {cycle.Retention, "retention"}} {
		if to := min(from+phase.days-1, end); to >= from {
			bars = append(bars, content.Bar{From: from, To: to, Style: phase.style})
		}
		from += phase.days
	}
	return bars
}
