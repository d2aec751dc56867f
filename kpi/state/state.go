// Package state turns a window into where each participant stands at A, and into the lists made from that:
// the funnel and its largest attrition, what is due this week, the dates ahead, the weeks of work.
//
// The one idea: a participant is judged by evidence alone, and nothing is held against anybody for which the
// ledger has no sheet or column. The lists name persons; what an edition may show of them is not decided here.
package state

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Status is how a participant is doing at A.
type Status string

// Exited: exit_date ≤ E. Past: the cycle ended pastDays ago or more; nobody is called for it any more. Late and Watch:
// a
// stage is missing past its day, or the cycle is over and there is no work. Done: the cycle is
// complete and nothing is missing. OnTrack: anything else.
const (
	OnTrack Status = "on_track"
	Watch   Status = "watch"
	Late    Status = "late"
	Done    Status = "done"
	Exited  Status = "exited"
	Past    Status = "past"
)

// Title returns the status in words.
func (s Status) Title() lang.Text {
	return map[Status]lang.Text{
		OnTrack: {JA: "順調", EN: "on track"}, Watch: {JA: "注意", EN: "watch"}, Late: {JA: "遅れ", EN: "late"},
		Done: {JA: "完了", EN: "done"}, Exited: {JA: "離脱", EN: "exited"}, Past: {JA: "伴走終了", EN: "past"},
	}[s]
}

// pastDays is how long after the cycle somebody is followed.
const pastDays = 90

// contactDays is how long an entry of the support log is shown beside a call.
const contactDays = 14

// State is one participant at E, for the hub. It names a person and belongs in no other
// edition.
type State struct {
	Participant *record.Participant
	Day         int           // day of the cycle at E
	Phase       setting.Phase // planned, by the day
	Reached     facts.Stage   // the last stage there is evidence for
	Status      Status
	Reason      lang.Text       // why Watch, Late, Exited or Past; empty otherwise
	Next        lang.Text       // what to do now
	Since       cell.Day        // of Watch and Late: the first day on which it held
	Last        *record.Task    // the latest task by E; nil: none
	Idle        int             // days from Last to E
	Contact     *record.Support // the latest entry of the support log of the last contactDays; nil: none
}

// ToCall reports whether somebody is to call the participant.
func (s *State) ToCall() bool { return s.Status == Late || s.Status == Watch }

// Followed reports whether the participant is still looked after: neither exited nor past.
func (s *State) Followed() bool { return s.Status != Exited && s.Status != Past }

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
	limbo = lang.Text{JA: "サイクルを終えたが、定期の仕事につながっていない", EN: "the cycle is over and no recurring work followed"}
	join  = lang.Text{JA: "定期案件のチームに加える相手先を決める", EN: "find a recurring contract to join"}
	begin = lang.Text{JA: "研修を予定どおり進める", EN: "go on with the training"}
	work  = lang.Text{JA: "小さな作業を続け、納品まで伴走する", EN: "keep up small tasks and see them delivered"}
	keep  = lang.Text{JA: "定期案件での作業を続ける", EN: "keep working on recurring contracts"}
	ask   = lang.Text{JA: "離脱の理由を記録する", EN: "record why"}
	rouse = lang.Text{JA: "続ける意思を確かめ、次の作業か対応の終わりを決める", EN: "ask whether to go on: next task, or the end"}
)

// Of returns the state of every participant with start_date ≤ E, in reading order: the table of states, the list of
// calls and that of idle people are made from it. What
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
	s := State{Participant: p, Day: c.Day(p.StartDate.Value, w.Clock.At()), Status: OnTrack, Last: w.LastTask(p)}
	if s.Last != nil {
		s.Idle = int(w.Clock.At() - s.Last.Date.Value)
	}
	s.Contact = contact(w, p)
	s.Phase = c.Phase(s.Day)
	for _, st := range facts.Steps {
		if k, ok := known[st.Stage]; ok && k.Reached(w, p) {
			s.Reached = st.Stage
		}
	}
	missing := func(id facts.Stage) bool {
		k, ok := known[id]
		return ok && !k.Reached(w, p) && !(id == facts.RecurringWork && w.WorksOnUntold(p))
	}
	if day, gone := w.Exit(p); gone {
		s.Status, s.Reason, s.Next = Exited, exitReason(p, c.Day(p.StartDate.Value, day)), lang.Text{}
		if !p.ExitReason.Known {
			s.Next = ask
		}
		return s
	}
	if w.Closed(p) {
		s.Status, s.Reason = Past, lang.Text{JA: fmt.Sprintf("対応終了日 %s", p.ClosedDate.Value),
			EN: fmt.Sprintf("care ended on %s", p.ClosedDate.Value)}
		return s
	}
	if over := s.Day - c.Length(); over >= pastDays {
		s.Status, s.Reason = Past, lang.Text{JA: fmt.Sprintf("サイクルの終わりから%d日", over),
			EN: fmt.Sprintf("%d days after the cycle", over)}
		return s
	}
	s.judge(w, missing)
	if _, known := known[facts.OJTStarted]; known {
		s.idleAfter(w)
	}
	return s
}

// contact is the participant's latest entry of the support log within contactDays up to E.
func contact(w *kpi.Window, p *record.Participant) *record.Support {
	var latest *record.Support
	for _, s := range w.Support {
		if s.ParticipantID.Value == p.ID.Value && s.Date.Value > w.Clock.At()-contactDays &&
			(latest == nil || s.Date.Value > latest.Date.Value) {
			latest = s
		}
	}
	return latest
}

// idleAfter puts whoever has had no work for inactive_after_days after the cycle on watch, whatever the stage.
func (s *State) idleAfter(w *kpi.Window) {
	most, last := w.Pilot.Settings.InactiveAfterDays, s.Participant.StartDate.Value
	what := lang.Text{JA: "作業の記録がない", EN: "no task is recorded"}
	if s.Last != nil {
		last = s.Last.Date.Value
		what = lang.Text{JA: "最後の作業は " + last.String(), EN: "the last task was on " + last.String()}
	}
	if s.Day <= w.Pilot.Cycle.Length() || int(w.Clock.At()-last) <= most {
		return
	}
	s.Status, s.Next, s.Since = Watch, rouse,
		max(last+cell.Day(most)+1, kpi.CycleDate(s.Participant, w.Pilot.Cycle.Length()+1))
	s.Reason = lang.Text{JA: fmt.Sprintf("サイクルのあと、%d日を超えて作業がない（%s）", most, what.JA),
		EN: fmt.Sprintf("no work for over %d days after the cycle (%s)", most, what.EN)}
}

// judge finds the first gate that is late, else the first to watch; then the end of the cycle.
func (s *State) judge(w *kpi.Window, missing func(facts.Stage) bool) {
	t := w.Pilot.Thresholds
	for _, g := range gates {
		switch {
		case !missing(g.stage):
		case s.Day >= g.late(t):
			s.set(Late, g, g.late(t))
			s.Since = kpi.CycleDate(s.Participant, g.late(t))
			return
		case s.Day >= g.watch(t) && s.Status == OnTrack:
			s.set(Watch, g, g.late(t))
			s.Since = kpi.CycleDate(s.Participant, g.watch(t))
		}
	}
	over := s.Day >= w.Pilot.Cycle.Length()
	switch {
	case over && missing(facts.RecurringWork):
		s.Status, s.Reason, s.Next = Late, limbo, join
		s.Since = kpi.CycleDate(s.Participant, w.Pilot.Cycle.Length())
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

// Calls returns those to call: the late before those on watch, in each the newest lateness first.
func Calls(states []State) []State {
	calls := slices.DeleteFunc(slices.Clone(states), func(s State) bool { return !s.ToCall() })
	slices.SortStableFunc(calls, func(a, b State) int {
		return cmp.Or(cmp.Compare(rank(a.Status), rank(b.Status)), cmp.Compare(b.Since, a.Since))
	})
	return calls
}

func rank(s Status) int {
	if s == Late {
		return 0
	}
	return 1
}

// Idle returns the followed who have worked before and have had no task for so many days, the shortest idle first.
func Idle(states []State, days int) []State {
	idle := slices.DeleteFunc(slices.Clone(states), func(s State) bool {
		return !s.Followed() || s.Last == nil || s.Idle < days
	})
	slices.SortStableFunc(idle, func(a, b State) int { return cmp.Compare(a.Idle, b.Idle) })
	return idle
}
