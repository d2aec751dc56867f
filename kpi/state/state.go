// Package state turns a window into where each participant stands at A, and into the lists made from that:
// the funnel and its largest attrition, what is due this week, the dates ahead, the weeks of work.
//
// The one idea: a participant is judged by evidence alone, and nothing is held against anybody for which the
// ledger has no sheet or column. The lists name persons; what an edition may show of them is not decided here.
package state

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Status is how a participant is doing at A.
type Status string

// Exited: exit_date ≤ A. Late and Watch: a stage is missing past its day. Done: the cycle is
// complete and nothing is missing. OnTrack: anything else.
const (
	OnTrack Status = "on_track"
	Watch   Status = "watch"
	Late    Status = "late"
	Done    Status = "done"
	Exited  Status = "exited"
)

// Title returns the status in words.
func (s Status) Title() lang.Text {
	return map[Status]lang.Text{
		OnTrack: {JA: "順調", EN: "on track"}, Watch: {JA: "注意", EN: "watch"}, Late: {JA: "遅れ", EN: "late"},
		Done: {JA: "完了", EN: "done"}, Exited: {JA: "離脱", EN: "exited"},
	}[s]
}

// State is one participant at A, for the hub. It names a person and belongs in no other
// edition.
type State struct {
	Participant *record.Participant
	Day         int           // day of the cycle at A
	Phase       setting.Phase // planned, by the day
	Reached     facts.Stage   // the last stage there is evidence for
	Status      Status
	Reason      lang.Text // why Watch, Late or Exited; empty otherwise
	Next        lang.Text // what to do now
}

// gate is one thing that must have happened by a day of the cycle.
type gate struct {
	stage  facts.Stage
	watch  func(t setting.Thresholds) int
	late   func(t setting.Thresholds) int
	what   lang.Text
	advice lang.Text
}

// gates in the order in which they stand in a participant's way.
var gates = []gate{
	{facts.TrainingCompleted,
		func(t setting.Thresholds) int {
			return t.TrainingWatchDay
		}, func(t setting.Thresholds) int { return t.TrainingLateDay },
		lang.Text{JA: "研修が未修了", EN: "training is not completed"},
		lang.Text{JA: "残りの研修の日程を本人と決める", EN: "agree on dates for the rest of the training"}},
	{facts.OJTStarted,
		func(t setting.Thresholds) int { return t.TaskWatchDay }, func(t setting.Thresholds) int { return t.TaskLateDay },
		lang.Text{JA: "作業の記録がない", EN: "no task is recorded"},
		lang.Text{JA: "最初の小さな作業を1件割り当てる", EN: "assign a first small task"}},
	{facts.FirstIncome,
		func(t setting.Thresholds) int { return t.IncomeWatchDay }, func(t setting.Thresholds) int { return t.IncomeLateDay },
		lang.Text{JA: "初収入がまだない", EN: "no first income"},
		lang.Text{JA: "報酬のある作業の納品と支払いの予定を確かめる", EN: "check delivery and payment dates of paid work"}},
}

var (
	limbo = lang.Text{JA: "サイクルを終えたが定期案件につながっていない（宙ぶらりん）", EN: "the cycle is over and no recurring work followed"}
	join  = lang.Text{JA: "定期案件のチームに加える相手先を決める", EN: "find a recurring contract to join"}
	begin = lang.Text{JA: "研修を予定どおり進める", EN: "go on with the training"}
	work  = lang.Text{JA: "小さな作業を続け、納品まで伴走する", EN: "keep up small tasks and see them delivered"}
	keep  = lang.Text{JA: "定期案件での作業を続ける", EN: "keep working on recurring contracts"}
	ask   = lang.Text{JA: "離脱の理由を記録する", EN: "record why"}
)

// Of returns the state of every participant with start_date ≤ A, in reading order. What
// the ledger has no sheet or column for is not held against anybody.
func Of(w *kpi.Window) []State {
	var states []State
	if !w.Present(schema.Participants) {
		return nil
	}
	known := knownStages(w)
	for _, p := range w.OnCycle() {
		states = append(states, stateOf(w, p, known))
	}
	return states
}

func knownStages(w *kpi.Window) map[facts.Stage]facts.Step {
	known := map[facts.Stage]facts.Step{}
	for _, s := range facts.Steps {
		if s.Lack(w).Empty() {
			known[s.Stage] = s
		}
	}
	return known
}

func stateOf(w *kpi.Window, p *record.Participant, known map[facts.Stage]facts.Step) State {
	c := w.Pilot.Cycle
	s := State{Participant: p, Day: c.Day(p.StartDate.Value, w.Clock.At()), Status: OnTrack}
	s.Phase = c.Phase(s.Day)
	for _, st := range facts.Steps {
		if k, ok := known[st.Stage]; ok && k.Reached(w, p) {
			s.Reached = st.Stage
		}
	}
	missing := func(id facts.Stage) bool { k, ok := known[id]; return ok && !k.Reached(w, p) }
	if day, gone := w.Exit(p); gone {
		s.Status, s.Reason, s.Next = Exited, exitReason(p, c.Day(p.StartDate.Value, day)), lang.Text{}
		if !p.ExitReason.Known {
			s.Next = ask
		}
		return s
	}
	s.judge(w, missing)
	return s
}

// judge finds the first gate that is late, else the first to watch; then the end of the cycle.
func (s *State) judge(w *kpi.Window, missing func(facts.Stage) bool) {
	t := w.Pilot.Thresholds
	for _, g := range gates {
		switch {
		case !missing(g.stage):
		case s.Day >= g.late(t):
			s.set(Late, g, g.late(t))
			return
		case s.Day >= g.watch(t) && s.Status == OnTrack:
			s.set(Watch, g, g.late(t))
		}
	}
	over := s.Day >= w.Pilot.Cycle.Length()
	switch {
	case over && missing(facts.RecurringWork):
		s.Status, s.Reason, s.Next = Late, limbo, join
	case over && s.Status == OnTrack:
		s.Status, s.Next = Done, keep
	case s.Status == OnTrack:
		s.Next = nextStep(missing)
	}
}

func (s *State) set(status Status, g gate, day int) {
	s.Status, s.Next = status, g.advice
	s.Reason = lang.Text{
		JA: fmt.Sprintf("%d日目で%s（目安 %d日目まで）", s.Day, g.what.JA, day),
		EN: fmt.Sprintf("day %d and %s (expected by day %d)", s.Day, g.what.EN, day),
	}
}

func nextStep(missing func(facts.Stage) bool) lang.Text {
	switch {
	case missing(facts.TrainingCompleted):
		return begin
	case missing(facts.OJTStarted), missing(facts.FirstDelivery), missing(facts.FirstIncome):
		return work
	case missing(facts.RecurringWork):
		return join
	}
	return keep
}

func exitReason(p *record.Participant, day int) lang.Text {
	reason := lang.Text{JA: "理由の記録なし", EN: "no reason recorded"}
	if p.ExitReason.Known {
		reason = lang.Text{JA: p.ExitReason.Value, EN: p.ExitReason.Value}
	}
	return lang.Text{JA: fmt.Sprintf("%d日目に離脱：%s", day, reason.JA),
		EN: fmt.Sprintf("left on day %d: %s", day, reason.EN)}
}
