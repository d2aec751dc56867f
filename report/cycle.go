package report

import (
	"fmt"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

var funnelKind = Kind{
	Name:  "funnel",
	About: "参加から定期案件までの人数",
	Build: (*Env).funnel,
}

// funnel shows how many reached each stage, and the flow through the phases.
func (e *Env) funnel(PlanBlock) []content.Block {
	f := e.Result.Funnel
	if !f.Refused.Empty() {
		return []content.Block{content.Paragraph{Text: e.say(f.Refused), Tone: content.Bad}}
	}
	switch {
	case len(f.Stages) > 0 && f.Stages[0].Suppressed:
		return []content.Block{content.Paragraph{Text: e.words("参加者が少ないため、歩みの図は公表しません（x）。",
			"Too few participants: the funnel is not shown (x)."), Tone: content.Note}}
	case len(f.Stages) == 0 || f.Stages[0].Count == nil || *f.Stages[0].Count == 0:
		return []content.Block{content.Paragraph{Text: e.words("参加者の記録がないため、歩みの図はありません。",
			"There are no participants to draw."), Tone: content.Note}}
	}
	blocks := []content.Block{e.funnelChart(f.Stages)}
	if !slices.ContainsFunc(f.Stages[1:], func(s state.StageCount) bool { return s.Count != nil }) &&
		slices.ContainsFunc(f.Stages, func(s state.StageCount) bool { return s.Suppressed }) {
		blocks = []content.Block{content.Paragraph{Text: e.words(
			fmt.Sprintf("参加した人は %d 人です。ほかの段階の人数は、少人数の数が分かってしまうため伏せています（x）。", *f.Stages[0].Count),
			fmt.Sprintf(
				"%d people enrolled. The numbers of the other stages are not shown, as they would tell small numbers (x).",
				*f.Stages[0].Count))}}
	}
	if notes := e.funnelNotes(f); len(notes) > 0 {
		blocks = append(blocks, content.List{Items: notes})
	}
	if len(f.Phases) > 0 {
		blocks = append(blocks, e.phaseTable(f.Phases))
	}
	return blocks
}

var stagesKind = Kind{
	Name:  "stages",
	About: "参加から定期案件までの図だけ",
	Build: (*Env).stages,
}

// stages shows the funnel alone.
func (e *Env) stages(b PlanBlock) []content.Block {
	for _, block := range e.funnel(b) {
		if c, ok := block.(*content.Chart); ok {
			return []content.Block{c}
		}
	}
	return nil
}

// funnelNotes says why a stage has no number, and what the numbers take for granted.
func (e *Env) funnelNotes(f state.Funnel) []string {
	var notes []string
	for _, s := range f.Stages {
		if s.Count == nil && !s.Suppressed && !s.Reason.Empty() {
			notes = append(notes, e.say(s.Title)+e.words("：", ": ")+e.say(s.Reason)+e.words("（0 人ではありません）", " (not 0)"))
		}
		for _, n := range s.Notes {
			notes = append(notes, e.say(s.Title)+e.words("：", ": ")+e.say(n))
		}
	}
	for _, n := range f.Notes {
		notes = append(notes, e.say(n))
	}
	return notes
}

func (e *Env) funnelChart(stages []state.StageCount) *content.Chart {
	all := *stages[0].Count
	c := &content.Chart{ID: "funnel", Kind: content.Funnel, Unit: e.words("人", ""),
		Twin: &content.Table{Caption: e.words("段階ごとの人数", "People by stage"), Columns: []content.Column{
			{Head: e.words("段階", "Stage")}, {Head: e.words("人数", "People"), Align: content.Right},
			{Head: e.words("参加者に対する割合", "Share of enrolled"), Align: content.Right}}}}
	s := content.Series{Name: e.words("到達した人", "people")}
	last, end, empty := all, e.say(stages[0].Title), ""
	for _, st := range stages {
		c.Categories = append(c.Categories, e.say(st.Title))
		if st.Count == nil {
			label, mark := e.words("データなし", "no data"), none
			if st.Suppressed {
				label, mark = kpi.Mark, kpi.Mark
			}
			s.Values, s.Labels = append(s.Values, nil), append(s.Labels, label)
			c.Twin.Rows = append(c.Twin.Rows, []string{e.say(st.Title), mark, mark})
			continue
		}
		share := float64(*st.Count) / float64(all)
		if *st.Count > 0 {
			last, end = *st.Count, e.say(st.Title)
		} else if empty == "" {
			empty = e.say(st.Title)
		}
		s.Values = append(s.Values, new(float64(*st.Count)))
		s.Labels = append(s.Labels, fmt.Sprintf("%d%s　%s", *st.Count, e.words("人", ""), content.Percent(share)))
		c.Twin.Rows = append(c.Twin.Rows, []string{e.say(st.Title), fmt.Sprint(*st.Count), content.Percent(share)})
	}
	c.Series = []content.Series{s}
	c.Title = e.words(fmt.Sprintf("参加した %d 人のうち、%d 人が「%s」まで進みました", all, last, end),
		fmt.Sprintf("of %d enrolled, %d came as far as %q", all, last, end))
	switch first := e.say(stages[0].Title); {
	case empty != "" && end == first:
		c.Title = e.words(fmt.Sprintf("参加した人は %d 人で、「%s」はまだいません", all, empty),
			fmt.Sprintf("%d enrolled; nobody came as far as %q yet", all, empty))
	case empty != "":
		c.Title = e.words(fmt.Sprintf("参加した %d 人のうち、%d 人が「%s」まで進みました（「%s」はまだいません）", all, last, end, empty),
			fmt.Sprintf("of %d enrolled, %d came as far as %q; nobody as far as %q yet", all, last, end, empty))
	case end == first:
		c.Title = e.words(fmt.Sprintf("参加した人は %d 人です（ほかの段階は数字を示していません）", all),
			fmt.Sprintf("%d enrolled; no number is given for the other stages", all))
	}
	return c
}

// phaseTable shows that entered = moved on + left + now here, phase by phase.
func (e *Env) phaseTable(flows []state.PhaseFlow) *content.Table {
	t := &content.Table{ID: "phases", Caption: e.words("時期ごとの人の出入り（入った = 次へ + 離脱 + 今ここ）",
		"Flow through the phases (entered = moved on + left + here now)"),
		Columns: []content.Column{{Head: e.words("時期", "Phase")}, {Head: e.words("入った", "Entered"), Align: content.Right},
			{Head: e.words("次へ進んだ", "Moved on"), Align: content.Right}, {Head: e.words("離脱", "Left"), Align: content.Right},
			{Head: e.words("今ここ", "Here now"), Align: content.Right}}}
	for _, f := range flows {
		row := []string{e.say(f.Title)}
		for _, n := range []struct {
			field string
			count int
		}{{"entered", f.Entered}, {"moved_on", f.MovedOn}, {"left", f.Left}, {"now", f.Now}} {
			if f.Hides(n.field) {
				row = append(row, kpi.Mark)
			} else {
				row = append(row, fmt.Sprint(n.count))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

var ganttKind = Kind{
	Name:  "gantt",
	About: "参加者ごとの90日（profile = \"hub\" の版だけ）",
	Build: (*Env).gantt,
}

// gantt shows the lanes, and below them where each participant stands and what comes next.
func (e *Env) gantt(b PlanBlock) []content.Block {
	return append(e.ganttChart(b), e.states(b)...)
}

var ganttChartKind = Kind{
	Name:  "gantt_chart",
	About: "参加者ごとの90日の図（profile = \"hub\" の版だけ）",
	Build: (*Env).ganttChart,
}

// ganttChart shows every participant's 90 days with what happened on which day, one lane each.
func (e *Env) ganttChart(PlanBlock) []content.Block {
	if len(e.Result.States) == 0 {
		return nil
	}
	cycle := e.Cohort.Pilot.Cycle
	c := &content.Chart{ID: "gantt", Kind: content.Gantt,
		XTitle: e.words("開始日からの日数", "day of the cycle"),
		Phases: []content.Phase{
			{From: 1, To: cycle.Training, Label: e.say(facts.PhaseTitle(cohort.TrainingPhase))},
			{From: cycle.Training + 1, To: cycle.Training + cycle.OJT, Label: e.say(facts.PhaseTitle(cohort.OJTPhase))},
			{From: cycle.Training + cycle.OJT + 1, To: cycle.Length(), Label: e.say(facts.PhaseTitle(cohort.RetentionPhase))},
		},
		Twin: &content.Table{Caption: e.words("参加者ごとの日数（開始日を1日目とする）", "Days of the cycle by participant"),
			Columns: []content.Column{
				{Head: e.words("参加者", "Participant")}, {Head: e.words("今日", "Today"), Align: content.Right},
				{Head: e.words("研修修了", "Trained"), Align: content.Right},
				{Head: e.words("初作業", "First task"), Align: content.Right},
				{Head: e.words("初収入", "First income"), Align: content.Right}, {Head: e.words("離脱", "Left"), Align: content.Right},
				{Head: e.words("作業の記録", "Tasks"), Align: content.Right}}},
	}
	late := 0
	for _, s := range e.Result.States {
		if s.Status == state.Late || s.Status == state.Watch {
			late++
		}
		lane := e.lane(s, cycle)
		c.Lanes = append(c.Lanes, lane)
		c.Twin.Rows = append(c.Twin.Rows, laneRow(lane))
	}
	c.Title = e.words(fmt.Sprintf("%d 人のうち %d 人に、遅れまたは注意の印があります", len(c.Lanes), late),
		fmt.Sprintf("%d of %d participants are late or on watch", late, len(c.Lanes)))
	return e.parted(c)
}

// mostLanes is how many participants one chart has room for on a page of paper.
const mostLanes = 35

// evenly is the size of parts of no more than mostLanes that are as equal as can be.
func evenly(all int) int {
	parts := max((all+mostLanes-1)/mostLanes, 1)
	return (all + parts - 1) / parts
}

// parted is a chart with a lane or a row of cells for each person in parts that can be read on
// paper, each with its own twin; a calendar keeps the steps of the whole.
func (e *Env) parted(c *content.Chart) []content.Block {
	var blocks []content.Block
	all := len(c.Twin.Rows)
	size := evenly(all)
	for from := 0; from < all; from += size {
		to := min(from+size, all)
		part, twin := *c, *c.Twin
		twin.Rows = c.Twin.Rows[from:to]
		if c.Kind == content.Gantt {
			part.Lanes = c.Lanes[from:to]
		} else {
			part.Series = c.Series[from:to]
		}
		if from > 0 {
			part.ID = fmt.Sprintf("%s_%d", c.ID, from/size+1)
		}
		if all > mostLanes {
			part.Title += e.words(fmt.Sprintf("（%d〜%d 人目）", from+1, to), fmt.Sprintf(" (%d–%d)", from+1, to))
		}
		part.Twin = &twin
		blocks = append(blocks, &part)
	}
	return blocks
}

var statesKind = Kind{
	Name:  "states",
	About: "参加者ごとの今の段階（profile = \"hub\" の版だけ）",
	Build: (*Env).states,
}

// states lists where each participant stands.
func (e *Env) states(PlanBlock) []content.Block {
	if len(e.Result.States) == 0 {
		return nil
	}
	return []content.Block{e.stateTable()}
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
		day := none
		if d, seen := first[style]; seen {
			day = fmt.Sprint(d)
		}
		row = append(row, day)
	}
	return append(row, fmt.Sprint(tasks))
}

// stateTable says of each participant how far they came, whether they are late, and the next step.
func (e *Env) stateTable() *content.Table {
	t := &content.Table{ID: "states", Caption: e.words("参加者ごとの状態と次の一手", "Participants: state and next step"),
		Columns: []content.Column{
			{Head: e.words("参加者", "Participant")}, {Head: e.words("日目", "Day"), Align: content.Right},
			{Head: e.words("到達した段階", "Stage reached")},
			{Head: e.words("状態", "State")}, {Head: e.words("理由", "Reason")}, {Head: e.words("次の一手", "Next step")}}}
	for _, s := range e.Result.States {
		t.Rows = append(t.Rows, []string{e.person(s.Participant), fmt.Sprint(s.Day), e.say(s.Reached.Title()),
			e.say(s.Status.Title()), e.say(s.Reason), e.say(s.Next)})
		t.Tones = append(t.Tones, tone(s.Status))
	}
	return t
}

func tone(s state.Status) content.Tone {
	return map[state.Status]content.Tone{state.Late: content.Bad, state.Watch: content.Watch, state.Done: content.Good,
		state.Exited: content.Note}[s]
}

// lane is one participant: the phases as far as they were lived, and the days on which
// something happened.
func (e *Env) lane(s state.State, cycle cohort.Cycle) content.Lane {
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

// lived cuts the three phases off at the last lived day.
func lived(cycle cohort.Cycle, end int) []content.Bar {
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
