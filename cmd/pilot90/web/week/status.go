package week

import (
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
)

// idleDays is from how many days without work on nobody is said to be at work.
const idleDays = 30

// judge gives a person the status, the next step and the place in the order of calls. What presses most is said.
func (b *board) judge(p *Person, s *state.State) {
	id := s.Participant.ID.Value
	late := kpi.Where(b.agenda.Due, func(t *record.Task) bool {
		return t.ParticipantID.Value == id && isOverdue(b.w)(t)
	})
	over, old := b.oldest(id)
	idle := s.Last != nil && s.Idle >= idleDays
	switch {
	case s.Status == state.Late:
		b.set(p, 0, Act, b.say("遅れ", "late"), s.Next.In(b.lang))
	case s.Status == state.Watch && idle:
		b.set(p, 1, Watch, b.say("間があく", "idle"), s.Next.In(b.lang))
	case s.Status == state.Watch:
		b.set(p, 1, Watch, b.say("注意", "watch"), s.Next.In(b.lang))
	case len(late) > 0:
		b.set(p, 2, Watch, b.say("納期過ぎ", "overdue"), b.say(
			b.title(late[0])+"（納期"+b.short(late[0].DueDate.Value)+"）の納品を確かめる",
			"see to the delivery of "+b.title(late[0])+" (due "+b.short(late[0].DueDate.Value)+")"))
	case over != nil && over.Limit == facts.Over:
		b.set(p, 3, Watch, b.say("未払い", "unpaid"), b.pay(over))
	case s.Status == state.Exited:
		b.set(p, 7, Left, b.say("離脱", "exited"), s.Next.In(b.lang))
	case s.Status == state.Past && (idle || s.Last == nil):
		b.set(p, 6, Left, b.say("伴走終了", "past"), b.after(s))
	case idle:
		b.set(p, 4, Watch, b.say("間があく", "idle"), b.after(s))
	case old != nil:
		b.set(p, 5, Fine, b.say("動いている", "at work"), b.pay(old))
	case s.Status == state.Done || s.Status == state.Past:
		b.set(p, 5, Fine, b.say("動いている", "at work"), b.say("いまの仕事を続ける", "go on with the work"))
	default:
		b.set(p, 5, Fine, s.Status.Title().In(b.lang), s.Next.In(b.lang))
	}
}

func (b *board) set(p *Person, order int, level Level, status, next string) {
	p.order, p.Level, p.Status, p.Next = order, level, status, next
}

// after is the next step of somebody whom nobody calls any more: why.
func (b *board) after(s *state.State) string {
	if s.Status == state.Past {
		return b.say("伴走は終わっています（"+s.Reason.JA+"）", "no longer accompanied: "+s.Reason.EN)
	}
	return s.Next.In(b.lang)
}

// oldest are the payment past its limit of a person, and the one that has waited for over 30 days; nil: none.
func (b *board) oldest(id string) (over, old *facts.Payment) {
	for i := range b.agenda.Unpaid { // the newest first
		p := &b.agenda.Unpaid[i]
		if p.Task.ParticipantID.Value != id || p.Days <= recommended {
			continue
		}
		old = p
		if p.Limit == facts.Over {
			over = p
		}
	}
	return over, old
}

func (b *board) pay(p *facts.Payment) string {
	day, yen := b.short(p.Task.DeliveredDate.Value), b.amount(p.Task.Pay.Value, kpi.Yen)
	if p.Limit == facts.Over {
		return b.say(day+"納品分 "+yen+"の支払いを確かめる", "see that "+yen+" for "+day+" is paid")
	}
	return b.say(day+"納品分 "+yen+"の支払日を確かめる", "see when "+yen+" for "+day+" is paid")
}
