package week

import (
	"cmp"
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
	late = append(late, b.payments(facts.Over, b.owed)...)
	soon = append(soon, b.payments(facts.ToCheck, b.nearlyOwed)...)
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

// payments are the unpaid tasks at a limit, one line for each person: who is paid, is paid all at once. It leads to the
// one that waits longest, by whose place the lines are ordered.
func (b *board) payments(at facts.PaymentState, say func(n int, yen string) (Level, string)) (list []Task) {
	of, order := map[string][]facts.Payment{}, []string{}
	for _, p := range b.agenda.Unpaid {
		if id := p.Task.ParticipantID.Value; p.Limit == at {
			if of[id] == nil {
				order = append(order, id)
			}
			of[id] = append(of[id], p)
		}
	}
	for _, id := range order {
		all := of[id]
		oldest := slices.MaxFunc(all, func(x, y facts.Payment) int { return cmp.Compare(x.Days, y.Days) })
		t := b.payment(oldest, len(all))
		yen := b.amount(sumUnpaid(all, func(facts.Payment) bool { return true }), kpi.Yen)
		t.Level, t.Title = say(len(all), yen)
		list = append(list, t)
	}
	return list
}

// owed is of payments past the limit; nearlyOwed of those that come up to it.
func (b *board) owed(n int, yen string) (Level, string) {
	if n > 1 {
		return Act, b.say(fmt.Sprintf("支払いの期限を過ぎた%d件、あわせて %sを払う", n, yen),
			fmt.Sprintf("Pay %s for %d tasks, which are past their limit", yen, n))
	}
	return Act, b.say("支払いの期限を過ぎた "+yen+"を払う", "Pay "+yen+", which is past its limit")
}

func (b *board) nearlyOwed(n int, yen string) (Level, string) {
	if n > 1 {
		return Watch, b.say(fmt.Sprintf("%d件、あわせて %sの支払日を確かめる（納品から60日を過ぎた）", n, yen),
			fmt.Sprintf("See when %s for %d tasks is paid (over 60 days after delivery)", yen, n))
	}
	return Watch, b.say(yen+"の支払日を確かめる（納品から60日を過ぎた）",
		"See when "+yen+" is paid (over 60 days after delivery)")
}

// payment is the line of the payment that waits longest of the n of a person.
func (b *board) payment(p facts.Payment, n int) Task {
	delivered, days := b.day(p.Task.DeliveredDate.Value), fmt.Sprint(p.Days)
	parts := []string{b.san(b.nameOf(p.Task.ParticipantID.Value)), b.say(delivered+"納品", "delivered "+delivered),
		b.say(days+"日", days+" days")}
	if n > 1 {
		parts[1] = b.say("いちばん古いもの "+delivered+"納品", "the oldest delivered "+delivered)
	}
	return Task{At: firstKnown(p.Task.Row, p.Task.Pay.Col), Way: b.row(),
		Detail: strings.Join(parts, b.say("　", ", "))}
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
