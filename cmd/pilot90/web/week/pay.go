package week

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// lowPay names everybody whose pay in the period is under the minimum wage taken as a reference, as the figure counts
// them. Where no prefecture is given nothing can be compared.
func (b *board) lowPay() []Task {
	wages, why := facts.LocalWages(b.w)
	paid, payless, _ := facts.PaidHours(b.w)
	if !why.Empty() || len(paid) == 0 {
		return nil
	}
	var list []Task
	for _, h := range facts.HourlyPays(b.w, slices.Concat(paid, payless), wages) {
		if !h.Below() {
			continue
		}
		pay, reference := b.amount(h.Pay, kpi.Yen), b.amount(h.Reference, kpi.Yen)
		list = append(list, Task{Level: Act, Person: true, At: firstKnown(h.Participant.Row, h.Participant.ID.Col),
			Way: b.record(), Title: b.san(b.name(h.Participant)) + b.say("：時間と報酬を確かめ、単価を見直す",
				": check hours and pay, and see to the rate"),
			Detail: b.say("対象期間の報酬 "+pay+"が、最低賃金（参考）で計算した "+reference+"を下回る",
				"pay of the period "+pay+", under "+reference+" by the minimum wage (a reference)")})
	}
	return list
}

// paidLate is one line on the payments of the period that were made past their limit: nothing is owed any more, but why
// it took so long is to be found out. It leads to the latest of them.
func (b *board) paidLate() []Task {
	var late []facts.Payment
	for _, t := range facts.DeliveredIn(b.w) {
		if t.Pay.Known && t.Pay.Value > 0 {
			if p := facts.PaymentOf(b.w, t); p.State == facts.Over {
				late = append(late, p)
			}
		}
	}
	if len(late) == 0 {
		return nil
	}
	last := slices.MaxFunc(late, func(x, y facts.Payment) int {
		return int(x.Task.PaidDate.Value - y.Task.PaidDate.Value)
	})
	return []Task{{Level: Act, At: firstKnown(last.Task.Row, last.Task.PaidDate.Col), Way: b.row(),
		Title: b.say(fmt.Sprintf("期限を過ぎて支払ったもの%d件のわけを確かめ、支払いの進め方を見直す", len(late)),
			fmt.Sprintf("Find out why payments were late (%d), and see to how they are made", len(late))),
		Detail: b.say("いちばん新しいもの　", "the latest: ") + strings.Join([]string{
			b.san(b.nameOf(last.Task.ParticipantID.Value)),
			b.say(b.day(last.Task.PaidDate.Value)+"支払", "paid "+b.day(last.Task.PaidDate.Value)),
			b.say(fmt.Sprintf("納品から%d日", last.Days), fmt.Sprintf("%d days after delivery", last.Days))},
			b.say("　", ", "))}}
}
