package state

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// Rank is what presses most about a participant, the most pressing first: the order in which to call.
type Rank int

const (
	RankLate    Rank = iota
	RankWatch        // to be watched, and at work
	RankIdle         // followed, and without work for active_window_days
	RankOverdue      // a delivery is past its due date
	RankUnpaid       // pay is past every limit
	RankWaiting      // at work; pay has been waited for longer than 30 days
	RankWell
	RankPast
	RankExited
)

// Standing is one participant on the list of everybody: what presses most, and what is still owed. It names a person,
// as a State does.
type Standing struct {
	State
	Rank    Rank
	Overdue *record.Task // a delivery past its due date; nil: none
	Waiting []Waiting    // pay that is owed, the longest first
}

// Standings judges each of the states, in their order; week is that of the same window.
func Standings(w *kpi.Window, states []State, week Week) []Standing {
	idOf := func(id string) string {
		if p := w.Participant(id); p != nil {
			return p.ID.Value
		}
		return id
	}
	owed, overdue := map[string][]Waiting{}, map[string]*record.Task{}
	for i := range week.Waiting {
		id := idOf(week.Waiting[i].Participant())
		owed[id] = append(owed[id], week.Waiting[i])
	}
	for _, t := range week.Overdue {
		if id := idOf(t.ParticipantID.Value); overdue[id] == nil {
			overdue[id] = t
		}
	}
	all := make([]Standing, len(states))
	for i, s := range states {
		id := s.Participant.ID.Value
		all[i] = Standing{State: s, Overdue: overdue[id], Waiting: owed[id]}
		all[i].Rank = all[i].rank(w.Pilot.Settings.ActiveWindowDays)
	}
	return all
}

// rank is what presses most; active is after how many days without work nobody is said to be at work.
func (s *Standing) rank(active int) Rank {
	idle := s.Last != nil && s.Idle >= active
	old := len(s.Waiting) > 0 && s.Waiting[0].Old()
	switch {
	case s.Status == Exited:
		return RankExited
	case s.Status == Past && s.Overdue == nil && !old && (idle || s.Last == nil):
		return RankPast
	case s.Status == Late:
		return RankLate
	case s.Status == Watch && !idle:
		return RankWatch
	case idle && s.Followed():
		return RankIdle
	case s.Overdue != nil:
		return RankOverdue
	case len(s.Waiting) > 0 && s.Waiting[0].Over:
		return RankUnpaid
	case old:
		return RankWaiting
	}
	return RankWell
}

// Word is what the list says of the participant.
func (s *Standing) Word() lang.Text {
	switch s.Rank {
	case RankLate:
		return lang.Text{JA: "遅れ", EN: "late"}
	case RankWatch:
		return lang.Text{JA: "注意", EN: "watch"}
	case RankIdle:
		return lang.Text{JA: "間があく", EN: "idle"}
	case RankOverdue:
		return lang.Text{JA: "納期過ぎ", EN: "overdue"}
	case RankUnpaid:
		return lang.Text{JA: "未払い", EN: "unpaid"}
	case RankPast:
		return lang.Text{JA: "伴走終了", EN: "past"}
	case RankExited:
		return lang.Text{JA: "離脱", EN: "left"}
	}
	if s.Rank == RankWell && s.Last == nil {
		return lang.Text{JA: "順調", EN: "on track"}
	}
	return lang.Text{JA: "動いている", EN: "at work"}
}

// Step is what is to be done next, in the rank's own words; day and yen print a day and an amount.
func (s *Standing) Step(day func(cell.Day) string, yen func(float64) string) lang.Text {
	switch {
	case s.Rank == RankIdle && s.Status != Watch:
		return lang.Text{JA: "次の作業を割り当てる", EN: "assign the next task"}
	case s.Rank == RankOverdue:
		ja, en, due := s.Overdue.Title.Value, s.Overdue.Title.Value, day(s.Overdue.DueDate.Value)
		if ja == "" {
			ja, en = "作業", "the work"
		}
		return lang.Text{JA: ja + "（納期" + due + "）の納品を確かめる", EN: "ask for " + en + " (due " + due + ")"}
	case s.Rank == RankUnpaid || s.Rank == RankWaiting:
		return s.Waiting[0].step(day, yen)
	case s.Rank == RankWell && s.Last != nil && (s.Status == Done || s.Status == Past):
		return lang.Text{JA: "いまの仕事を続ける", EN: "go on with the work"}
	}
	return s.Next
}

// step is what is to be done about pay that is waited for too long.
func (w *Waiting) step(day func(cell.Day) string, yen func(float64) string) lang.Text {
	what, pay := w.For(day), yen(w.Pay)
	if w.Over {
		return lang.Text{JA: what.JA + " " + pay + "の支払いを確かめる", EN: "check the pay: " + pay + " (" + w.short(day) + ")"}
	}
	return lang.Text{JA: what.JA + " " + pay + "の支払日を確かめる",
		EN: "set a pay day: " + pay + " (" + w.short(day) + ")"}
}

// short is the day of delivery, or the month, that pay is waited for.
func (w *Waiting) short(day func(cell.Day) string) string {
	if w.Task != nil {
		return day(w.Task.DeliveredDate.Value)
	}
	month, _ := w.Payment.Covers()
	_, m, _ := month.YMD()
	return m.String()
}

// For names what pay is waited for: that which was delivered on a day, or worked in a month.
func (w *Waiting) For(day func(cell.Day) string) lang.Text {
	if w.Task != nil {
		delivered := day(w.Task.DeliveredDate.Value)
		return lang.Text{JA: delivered + "納品分", EN: "delivered " + delivered}
	}
	month, _ := w.Payment.Covers()
	_, m, _ := month.YMD()
	return lang.Text{JA: fmt.Sprintf("%d月分", m), EN: "for " + m.String()}
}
