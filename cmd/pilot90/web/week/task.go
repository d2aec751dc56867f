package week

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
)

// tasks are the things to do: whom to call, what is overdue, what must be paid, whose pay is low and what was paid
// late, then what is coming up.
func (b *board) tasks() []Task {
	var late, soon []Task
	for _, s := range state.Calls(b.states) {
		if s.Status == state.Late {
			late = append(late, b.call(&s))
		} else {
			soon = append(soon, b.call(&s))
		}
	}
	for _, t := range b.agenda.Due {
		if t.DueDate.Value < b.w.Clock.AsOf {
			late = append(late, b.overdue(t))
		} else {
			soon = append(soon, b.comingDue(t))
		}
	}
	for _, p := range b.agenda.Unpaid {
		switch p.Limit {
		case facts.Over:
			late = append(late, b.owed(p))
		case facts.ToCheck:
			soon = append(soon, b.nearlyOwed(p))
		}
	}
	return slices.Concat(late, b.lowPay(), b.paidLate(), soon)
}

// call is a person to speak with.
func (b *board) call(s *state.State) Task {
	t := Task{Level: Watch, Person: true, At: firstKnown(s.Participant.Row, s.Participant.ID.Col), Way: b.record(),
		Title:  b.san(b.name(s.Participant)) + b.say("：", ": ") + s.Next.In(b.lang),
		Detail: s.Reason.In(b.lang)}
	if s.Status == state.Late {
		t.Level = Act
	}
	if s.Contact != nil {
		t.Detail += b.say("。"+b.short(s.Contact.Date.Value)+"に連絡", "; contacted on "+b.short(s.Contact.Date.Value))
	}
	return t
}

func (b *board) record() string { return b.say("本人の記録を見る", "See the record") }
func (b *board) row() string    { return b.say("作業の行を見る", "See the row") }

// overdue is a task that was not delivered by its day.
func (b *board) overdue(t *record.Task) Task {
	days := int(b.w.Clock.AsOf - t.DueDate.Value)
	return Task{Level: Act, At: firstKnown(t.Row, t.DueDate.Col), Way: b.row(),
		Title: b.say(b.title(t)+"が納期を過ぎた", b.title(t)+" is past its due date"),
		Detail: strings.Join([]string{b.san(b.nameOf(t.ParticipantID.Value)),
			b.say("納期"+b.day(t.DueDate.Value), "due "+b.day(t.DueDate.Value)),
			b.say(fmt.Sprintf("%d日過ぎ", days), fmt.Sprintf("%d days ago", days))}, b.say("　", ", "))}
}

// comingDue is a task to be delivered within the week.
func (b *board) comingDue(t *record.Task) Task {
	return Task{Level: Watch, At: firstKnown(t.Row, t.DueDate.Col), Way: b.row(),
		Title: b.say(b.title(t)+"の納品を、"+b.day(t.DueDate.Value)+"までに受け取る",
			"Receive "+b.title(t)+" by "+b.day(t.DueDate.Value)),
		Detail: b.san(b.nameOf(t.ParticipantID.Value))}
}

// owed is a payment past the limit; nearlyOwed one that comes up to it.
func (b *board) owed(p facts.Payment) Task {
	t := b.payment(p)
	yen := b.amount(p.Task.Pay.Value, kpi.Yen)
	t.Level, t.Title = Act, b.say("支払いの期限を過ぎた "+yen+"を払う", "Pay "+yen+", which is past its limit")
	return t
}

func (b *board) nearlyOwed(p facts.Payment) Task {
	t := b.payment(p)
	yen := b.amount(p.Task.Pay.Value, kpi.Yen)
	t.Level, t.Title = Watch, b.say(yen+"の支払日を確かめる（納品から60日を過ぎた）",
		"See when "+yen+" is paid (over 60 days after delivery)")
	return t
}

func (b *board) payment(p facts.Payment) Task {
	return Task{At: firstKnown(p.Task.Row, p.Task.Pay.Col), Way: b.row(),
		Detail: strings.Join([]string{b.san(b.nameOf(p.Task.ParticipantID.Value)),
			b.say(b.day(p.Task.DeliveredDate.Value)+"納品", "delivered "+b.day(p.Task.DeliveredDate.Value)),
			b.say(fmt.Sprintf("%d日", p.Days), fmt.Sprintf("%d days", p.Days))}, b.say("　", ", "))}
}

// ending names the contracts that end within a month.
func (b *board) ending() string {
	var names []string
	for _, c := range b.agenda.Ending {
		name := c.ID.Value
		if c.Title.Known {
			name = c.Title.Value
		}
		kind := b.say("単発", "one-off")
		if kpi.Recurring(c) {
			kind = b.say("定期", "recurring")
		}
		names = append(names, b.say(name+"（"+kind+"、"+b.day(c.EndDate.Value)+"まで）",
			name+" ("+kind+", until "+b.day(c.EndDate.Value)+")"))
	}
	const most = 3
	if n := len(names) - most; n > 0 {
		names = append(names[:most], b.say(fmt.Sprintf("ほか%d件", n), fmt.Sprintf("%d more", n)))
	}
	return strings.Join(names, b.say("、", ", "))
}

// waiting counts the payments that are not late yet, and lists what a list of payments has not paid.
func (b *board) waiting() string {
	n := 0
	for _, p := range b.agenda.Unpaid {
		if p.Limit == facts.Recommended {
			n++
		}
	}
	switch {
	case b.agenda.HasList && len(b.agenda.Owed) > 0:
		return b.say(fmt.Sprintf("%d件　支払いの一覧で支払済みでないもの", len(b.agenda.Owed)),
			fmt.Sprintf("%d on the list of payments", len(b.agenda.Owed)))
	case n > 0:
		return b.say(fmt.Sprintf("%d件　納品から30日以内", n), fmt.Sprintf("%d, within 30 days of delivery", n))
	}
	return ""
}
