package block

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// Days from the end of the month worked after which a listed payment is looked at, and is late: a payment
// is due by the 60th day after the delivery, which is no later than the end of the month.
const (
	owedAfter = 30
	lateAfter = 60
)

// owed lists the payments of the list that were not made 30 days after the month worked, the newest first; younger ones
// are counted.
func (e *Env) owed(week state.Agenda, most int) []content.Block {
	t := &content.Table{ID: "unpaid", Caption: e.Words("月末から30日を過ぎて、まだ支払われていない支払（新しい順）",
		"Listed payments not made 30 days after the end of the month (newest first)"), Columns: []content.Column{
		{Head: e.Words("対象月", "Month worked")}, {Head: e.Words("参加者", "Participant")},
		{Head: e.Words("支払額", "Amount"), Align: content.Right},
		{Head: e.Words("月末から", "Since its end"), Align: content.Right}}}
	recent := 0
	for _, o := range week.Owed {
		if o.Days <= owedAfter {
			recent++
			continue
		}
		t.Rows = append(t.Rows, []string{o.Month.String()[:len("2025-04")], e.personByID(o.Payment.ParticipantID.Value),
			e.Quantity(o.Payment.Amount.Value, kpi.Yen), fmt.Sprint(o.Days) + e.Words("日", " days")})
		tone := content.Watch
		if o.Days > lateAfter {
			tone = content.Bad
		}
		t.Tones = append(t.Tones, tone)
	}
	rest := e.Words(fmt.Sprintf("月末から30日以内で支払い待ち：%d件", recent),
		fmt.Sprintf("waiting, within 30 days of the end of the month: %d", recent))
	if len(t.Rows) > 0 {
		t.Notes = append(t.Notes, rest)
	}
	return e.listed(t, most, newestFirst, e.Words("「支払」の一覧に、月末から30日を過ぎて未払いのものはありません。",
		"Nothing on the list of payments is unpaid 30 days after the end of the month. ")+rest)
}

// owedCard counts them.
func (e *Env) owedCard(title string, week state.Agenda) content.Card {
	old, longest := 0, 0
	for _, o := range week.Owed {
		if o.Days > owedAfter {
			old, longest = old+1, max(longest, o.Days)
		}
	}
	c := e.countCard(title, old, e.Words("件", ""), content.Watch)
	if longest > lateAfter {
		c.Tone = content.Bad
	}
	if old > 0 {
		c.Detail = e.Words(fmt.Sprintf("最も長いもの 月末から%d日", longest),
			fmt.Sprintf("the oldest %d days after its month", longest))
	}
	return c
}
