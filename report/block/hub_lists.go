package block

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// calls lists whom the hub should call: late first, then on watch, in each the newest first, with reason and next step.
// Beside the reason stands who was contacted in the last two weeks.
func (e *Env) calls(most int) []content.Block {
	t := &content.Table{ID: "calls", Caption: e.Words("今週、声をかける人", "Whom to call this week"), Columns: []content.Column{
		{Head: e.Words("参加者", "Participant"), Width: 22}, {Head: e.Words("状態", "State"), Width: 10},
		{Head: e.Words("理由", "Reason"), Width: 36}, {Head: e.Words("次にすること", "Next step"), Width: 32}}}
	for _, s := range state.Calls(e.Result.States) {
		t.Rows = append(t.Rows, []string{e.person(s.Participant), e.Say(s.Status.Title()), e.Say(s.Reason) + e.contacted(s),
			e.Say(s.Next)})
		t.Tones = append(t.Tones, tone(s.Status))
	}
	return e.listed(t, most, newestFirst, e.Words("遅れている人、注意の人はいません。", "Nobody is late or on watch."))
}

// contacted says when the participant was last contacted, if that was lately: "（3/24に連絡）".
func (e *Env) contacted(s state.State) string {
	if s.Contact == nil {
		return ""
	}
	_, m, d := s.Contact.Date.Value.YMD()
	return e.Words(fmt.Sprintf("（%d/%dに連絡）", m, d), fmt.Sprintf(" (contacted on %s)", s.Contact.Date.Value))
}

// due lists deliveries that are overdue or due within the week.
func (e *Env) due(most int) []content.Block {
	week := state.ThisWeek(e.Window)
	if !week.HasDue {
		return []content.Block{content.Paragraph{Text: e.Words("納期または納品日の列がないため、納品の遅れは分かりません。",
			"No due or delivery dates in the work log: late deliveries cannot be told."), Tone: content.Note}}
	}
	t := &content.Table{ID: "due", Caption: e.Words("納期が過ぎた・7日以内の作業", "Deliveries overdue or due within 7 days"),
		Columns: []content.Column{
			{Head: e.Words("納期", "Due")}, {Head: e.Words("参加者", "Participant")}, {Head: e.Words("案件", "Contract")},
			{Head: e.Words("作業", "Task")}, {Head: e.Words("遅れ", "Late by"), Align: content.Right}}}
	for _, k := range week.Due {
		late, mark := "", content.Plain
		if days := int(e.Window.Clock.AsOf - k.DueDate.Value); days > 0 {
			late, mark = fmt.Sprint(days)+e.Words("日", " days"), content.Bad
		}
		t.Rows = append(t.Rows, []string{k.DueDate.Value.String(), e.personByID(k.ParticipantID.Value),
			e.contract(k.ContractID.Value),
			k.Title.Value, late})
		t.Tones = append(t.Tones, mark)
	}
	return e.listed(t, most, nearestFirst, e.Words("納期が過ぎた作業、7日以内の作業はありません。", "Nothing is overdue or due within 7 days."))
}

// unpaid lists work that is unpaid 30 days after delivery, the newest first; younger work is
// counted.
func (e *Env) unpaid(most int) []content.Block {
	week := state.ThisWeek(e.Window)
	if week.HasList {
		return e.owed(week, most)
	}
	if !week.HasPaid {
		return []content.Block{content.Paragraph{Text: e.Words("納品日または支払日の列がないため、未払いは分かりません。",
			"No delivery or payment dates in the work log: unpaid work cannot be told."), Tone: content.Note}}
	}
	t := &content.Table{ID: "unpaid", Caption: e.Words("納品から30日を過ぎて、まだ支払われていない作業（新しい順）",
		"Unpaid 30 days after delivery (newest first)"), Columns: []content.Column{
		{Head: e.Words("納品日", "Delivered")}, {Head: e.Words("参加者", "Participant")}, {Head: e.Words("案件", "Contract")},
		{Head: e.Words("報酬", "Pay"), Align: content.Right},
		{Head: e.Words("経過", "Age"), Align: content.Right}, {Head: e.Words("目安", "State")}}}
	recent := 0
	for _, p := range week.Unpaid {
		if p.Limit == facts.Recommended {
			recent++
			continue
		}
		t.Rows = append(t.Rows, []string{p.Task.DeliveredDate.Value.String(), e.personByID(p.Task.ParticipantID.Value),
			e.contract(p.Task.ContractID.Value),
			e.Quantity(p.Task.Pay.Value, kpi.Yen), fmt.Sprint(p.Days) + e.Words("日", " days"), e.paymentState(p.Limit)})
		t.Tones = append(t.Tones, map[facts.PaymentState]content.Tone{facts.ToCheck: content.Watch,
			facts.Over: content.Bad}[p.Limit])
	}
	rest := e.Words(fmt.Sprintf("納品から30日以内で支払い待ちの作業：%d件", recent),
		fmt.Sprintf("delivered within 30 days and waiting for payment: %d", recent))
	if len(t.Rows) > 0 {
		t.Notes = append(t.Notes, rest)
	}
	return e.listed(t, most, newestFirst, e.Words("納品から30日を過ぎて未払いの作業はありません。",
		"Nothing is unpaid 30 days after delivery. ")+rest)
}

func (e *Env) paymentState(s facts.PaymentState) string {
	switch s {
	case facts.Recommended:
		return e.Words("30日以内", "within 30 days")
	case facts.Conforming:
		return e.Words("60日以内", "within 60 days")
	case facts.ToCheck:
		return e.Words("要確認（60日超）", "check: over 60 days")
	}
	return e.Words("期限を過ぎた", "over")
}

// ending lists the contracts that end within 30 days.
func (e *Env) ending(most int) []content.Block {
	t := &content.Table{ID: "ending", Caption: e.Words("30日以内に終わる案件", "Contracts ending within 30 days"),
		Columns: []content.Column{
			{Head: e.Words("終了日", "Ends")}, {Head: e.Words("案件", "Contract")}, {Head: e.Words("案件名", "Title")},
			{Head: e.Words("種別", "Kind")}}}
	for _, c := range state.ThisWeek(e.Window).Ending {
		kind := e.Words("単発", "one-off")
		if kpi.Recurring(c) {
			kind = e.Words("定期", "recurring")
		}
		t.Rows = append(t.Rows, []string{c.EndDate.Value.String(), e.contract(c.ID.Value), c.Title.Value, kind})
	}
	return e.listed(t, most, nearestFirst, e.Words("30日以内に終わる案件はありません。", "No contract ends within 30 days."))
}

// idle lists the participants who have worked before and have had no task for a while.
func (e *Env) idle(most int) []content.Block {
	days := e.Cohort.Pilot.Settings.ActiveWindowDays
	t := &content.Table{ID: "idle", Caption: e.Words(fmt.Sprintf("%d日以上、作業の記録がない人", days),
		fmt.Sprintf("No task for %d days", days)), Columns: []content.Column{
		{Head: e.Words("参加者", "Participant")}, {Head: e.Words("最後の作業", "Last task")},
		{Head: e.Words("経過", "Days since"), Align: content.Right}}}
	for _, i := range state.Idle(e.Result.States, days) {
		t.Rows = append(t.Rows, []string{e.person(i.Participant), i.Last.Date.Value.String(),
			fmt.Sprint(i.Idle) + e.Words("日", " days")})
	}
	return e.listed(t, most, newestFirst, e.Words("作業のない人はいません。", "Nobody is idle."))
}

// How a list is ordered, as the note below one that was cut says it.
var (
	newestFirst = lang.Text{JA: "新しいものから%d件を表示しています。それより前のものが%d件あります。",
		EN: "the newest %d are shown, %d are older; "}
	nearestFirst = lang.Text{JA: "日の近いものから%d件を表示しています。ほかに%d件あります。",
		EN: "the nearest %d are shown, %d are further off; "}
)

// listed cuts a list at so many lines and says so; an empty one becomes a sentence.
func (e *Env) listed(t *content.Table, most int, first lang.Text, empty string) []content.Block {
	all := len(t.Rows)
	if all == 0 {
		return []content.Block{content.Paragraph{Text: empty, Tone: content.Good}}
	}
	if all > most {
		t.Rows = t.Rows[:most]
		if t.Tones != nil {
			t.Tones = t.Tones[:most]
		}
		t.Notes = append(t.Notes, fmt.Sprintf(e.Say(first), most, all-most)+e.rest())
	}
	return []content.Block{t}
}

// rest says where the whole of a list is that was cut.
func (e *Env) rest() string {
	if e.Plan.Has("lists_in_full") {
		return e.Words("全部は最後の節にあります。", "all of them are in the last section.")
	}
	return e.Words("全部は pilot90 report --for hub の最後の節にあります。",
		"all of them are in the last section of pilot90 report --for hub.")
}
