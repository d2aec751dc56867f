package block

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// standing judges one participant for the list: who is late comes first, then who is on watch or has had no work for
// a while, whose delivery is overdue, whose pay is past its limit; then those at work, and last who has left.
func (e *Env) standing(s state.State, week state.Week, waiting []state.Waiting) standing {
	p := standing{State: s, next: s.Next}
	for i := range waiting {
		p.owed += waiting[i].Pay
		p.tasks++
	}
	set := func(rank int, mark content.Tone, ja, en string) {
		p.rank, p.mark, p.word = rank, mark, lang.Text{JA: ja, EN: en}
	}
	idle := s.Last != nil && s.Idle >= e.Cohort.Pilot.Settings.ActiveWindowDays
	switch overdue := e.overdueOf(s.Participant, week); {
	case s.Status == state.Exited:
		set(8, content.Away, "離脱", "left")
	case s.Status == state.Past && overdue == nil && (len(waiting) == 0 || !waiting[0].Old()) && (idle || s.Last == nil):
		set(7, content.Away, "伴走終了", "past")
	case s.Status == state.Late:
		set(0, content.Bad, "遅れ", "late")
	case s.Status == state.Watch && !idle:
		set(1, content.Watch, "注意", "watch")
	case idle && s.Followed():
		set(2, content.Watch, "間があく", "idle")
		if s.Status != state.Watch {
			p.next = lang.Text{JA: "次の作業を割り当てる", EN: "assign the next task"}
		}
	case overdue != nil:
		set(3, content.Watch, "納期過ぎ", "overdue")
		title := overdue.Title.Value
		if title == "" {
			title = e.Words("作業", "task")
		}
		day := e.shortDay(overdue.DueDate.Value)
		p.next = lang.Text{JA: title + "（納期" + day + "）の納品を確かめる", EN: "check the delivery of " + title + " (due " + day + ")"}
	case len(waiting) > 0 && waiting[0].Over:
		set(4, content.Watch, "未払い", "unpaid")
		p.next = e.askForPay(&waiting[0])
	case len(waiting) > 0 && waiting[0].Old():
		set(5, content.Good, "動いている", "at work")
		p.next = e.askForPay(&waiting[0])
	case s.Last != nil:
		set(6, content.Good, "動いている", "at work")
		if s.Status == state.Done || s.Status == state.Past {
			p.next = lang.Text{JA: "いまの仕事を続ける", EN: "go on with the work"}
		}
	default:
		set(6, content.Good, "順調", "on track")
	}
	return p
}

// overdueOf is a task of the participant that is past its due date; nil: none.
func (e *Env) overdueOf(p *record.Participant, week state.Week) *record.Task {
	for _, t := range week.Overdue {
		if e.Window.Participant(t.ParticipantID.Value) == p {
			return t
		}
	}
	return nil
}

// askForPay is the step about pay that is waited for too long.
func (e *Env) askForPay(w *state.Waiting) lang.Text {
	ja, en := "支払日", "settle when to pay "
	if w.Over {
		ja, en = "支払い", "settle the pay of "
	}
	what, when := e.waitingFor(w)
	return lang.Text{JA: what + " " + when + "の" + ja + "を確かめる", EN: en + when + " (" + what + ")"}
}

// waitingFor names what is waited for: that which was delivered on a day, or worked in a month, and the amount.
func (e *Env) waitingFor(w *state.Waiting) (what, amount string) {
	amount = e.Quantity(w.Pay, kpi.Yen)
	if w.Task != nil {
		day := e.shortDay(w.Task.DeliveredDate.Value)
		return e.Words(day+"納品分", "delivered "+day), amount
	}
	month, _ := w.Payment.Covers()
	_, m, _ := month.YMD()
	return e.Words(fmt.Sprintf("%d月分", m), "for "+m.String()), amount
}

// progress is how far somebody has come: the words of the last stage there is evidence for, and the days of the cycle
// that are behind: whole phases by what was reached, the phase that runs by its days.
func (e *Env) progress(p *standing) (string, content.Progress) {
	c := e.Cohort.Pilot.Cycle
	bar := content.Progress{Days: []int{c.Training, c.OJT, c.Retention}}
	if day, gone := e.Window.Exit(p.Participant); gone {
		bar.Done, bar.Stopped = max(0, min(c.Day(p.Participant.StartDate.Value, day), c.Length())), true
		n := c.Day(p.Participant.StartDate.Value, day)
		return e.Words(fmt.Sprintf("%d日目に離脱", n), fmt.Sprintf("left on day %d", n)), bar
	}
	reached := func(s facts.Stage) bool { return facts.StepOf(s).Reached(e.Window, p.Participant) }
	behind, text := 0, lang.Text{JA: "研修の途中", EN: "in training"}
	if p.Day < 1 {
		text = lang.Text{JA: "これから始まる", EN: "yet to start"}
	}
	for _, s := range []struct {
		stage facts.Stage
		days  int
		text  lang.Text
	}{
		{facts.TrainingCompleted, c.Training, lang.Text{JA: "研修を終えた", EN: "trained"}},
		{facts.OJTStarted, c.Training, lang.Text{JA: "作業を始めた", EN: "started work"}},
		{facts.FirstDelivery, c.Training + c.OJT, lang.Text{JA: "納品した", EN: "delivered"}},
		{facts.FirstIncome, c.Training + c.OJT, lang.Text{JA: "収入を得た", EN: "earned"}},
		{facts.RecurringWork, c.Length(), lang.Text{JA: "定期の仕事", EN: "recurring"}},
	} {
		if reached(s.stage) {
			behind, text = max(behind, s.days), s.text
		}
	}
	bar.Done = min(behind, max(p.Day, 0))
	for _, end := range []int{c.Training, c.Training + c.OJT, c.Length()} {
		if behind < end { // the phase that runs
			if p.Day <= end {
				bar.Done = max(bar.Done, min(p.Day, end))
			}
			break
		}
	}
	return e.Say(text), bar
}
