package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/kpi"
	"pilot90/report/content"
)

// The hub's first page holds so many people to call, and so many lines of each other list; the rest
// is counted below the list and stands at the end of the edition.
const mostCalls, mostListed = 10, 5

// person names a participant as the plan allows: id and name, or the id alone.
func (e *edition) person(p *cohort.Participant) string {
	if e.plan.Names && p.Name.Known {
		return p.ID.Value + " " + p.Name.Value
	}
	return p.ID.Value
}

func (e *edition) personByID(id string) string {
	if p := e.Window.Participant(id); p != nil {
		return e.person(p)
	}
	return id
}

// glance is the hub's week in six numbers: what has to be done, and how pressing it is.
func (e *edition) glance(PlanBlock) []content.Block {
	if !e.profile.Open() {
		return nil
	}
	if e.nobodyYet() {
		return []content.Block{content.Paragraph{Tone: content.Watch, Text: e.words(
			"台帳に参加者がまだいません。参加者のシートに1人目を書くと、今週することがここに出ます。",
			"The ledger has no participants yet. Write the first into its sheet, and what to do this week is shown here.")}}
	}
	week := kpi.ThisWeek(e.Window)
	cards := []content.Card{e.callCard(), e.dueCard(week), e.unpaidCard(week),
		e.countCard(e.words("30日以内に終わる案件", "Contracts ending in 30 days"), len(week.Ending), e.words(" 件", ""),
			content.Watch),
		e.countCard(e.words("手が空いている人", "Idle"), len(week.Idle), e.words(" 人", ""), content.Watch), e.ruleCard()}
	return []content.Block{content.Cards{Cards: cards}}
}

// nobodyYet reports a ledger that has neither participants nor tasks: nothing in it is late, and
// nothing is well either.
func (e *edition) nobodyYet() bool {
	return len(e.Cohort.Participants.Rows) == 0 && len(e.Cohort.Tasks.Rows) == 0
}

// beforeTheFirst is what can be listed without anybody: contracts that end.
func (e *edition) beforeTheFirst() []content.Block {
	if len(e.Cohort.Contracts.Rows) == 0 {
		return nil
	}
	return e.ending(mostListed)
}

// countCard shows a number of things to do; none is good.
func (e *edition) countCard(title string, n int, counter string, some content.Tone) content.Card {
	c := content.Card{Title: title, Value: fmt.Sprint(n) + counter, Known: true, Tone: content.Good}
	if n > 0 {
		c.Tone = some
	}
	return c
}

func (e *edition) callCard() content.Card {
	late, watch := 0, 0
	for _, s := range e.Result.States {
		switch s.Status {
		case kpi.Late:
			late++
		case kpi.Watch:
			watch++
		}
	}
	tone := content.Bad
	if late == 0 {
		tone = content.Watch
	}
	c := e.countCard(e.words("声をかける人", "To call"), late+watch, e.words(" 人", ""), tone)
	c.Detail = e.words(fmt.Sprintf("遅れ %d 人、注意 %d 人", late, watch), fmt.Sprintf("late %d, watch %d", late, watch))
	return c
}

func (e *edition) dueCard(week kpi.Agenda) content.Card {
	title := e.words("納期が過ぎた・7日以内", "Overdue or due in 7 days")
	if !week.HasDue {
		return content.Card{Title: title, Value: none, Detail: e.words("納期・納品日の列がありません", "no due dates")}
	}
	late := 0
	for _, t := range week.Due {
		if t.DueDate.Value < e.Window.Clock.AsOf {
			late++
		}
	}
	c := e.countCard(title, len(week.Due), e.words(" 件", ""), content.Watch)
	if late > 0 {
		c.Tone = content.Bad
	}
	c.Detail = e.words(fmt.Sprintf("うち納期が過ぎた作業 %d 件", late), fmt.Sprintf("overdue %d", late))
	return c
}

func (e *edition) unpaidCard(week kpi.Agenda) content.Card {
	title := e.words("30日を過ぎた未払い", "Unpaid over 30 days")
	if !week.HasPaid {
		return content.Card{Title: title, Value: none, Detail: e.words("納品日・支払日の列がありません", "no payment dates")}
	}
	old, over, longest := 0, 0, 0
	for _, p := range week.Unpaid {
		if p.Limit == kpi.Recommended {
			continue
		}
		old++
		longest = max(longest, p.Days)
		if p.Limit == kpi.Over {
			over++
		}
	}
	c := e.countCard(title, old, e.words(" 件", ""), content.Watch)
	if over > 0 {
		c.Tone = content.Bad
	}
	if old > 0 {
		c.Detail = e.words(fmt.Sprintf("最も長いもの %d 日", longest), fmt.Sprintf("the oldest %d days", longest))
	}
	return c
}

// ruleCard says what is left of the 10-10-10 rule.
func (e *edition) ruleCard() content.Card {
	c := content.Card{Title: e.words("10-10-10 の残り", "Left of 10-10-10"), Known: true, Tone: content.Good}
	var left, unknown []string
	for _, row := range e.ruleRows() {
		switch {
		case row.Actual == nil:
			unknown = append(unknown, row.name)
		case *row.Actual < row.Target:
			gap := row.Target - *row.Actual
			left = append(left, row.name+e.words(" あと ", ": ")+content.Round(gap, decimals(gap))+row.unit)
		}
	}
	c.Value = fmt.Sprint(len(left)) + e.words(" 項目", "")
	switch {
	case len(left) > 0:
		c.Tone, c.Detail = content.Watch, strings.Join(left, e.words("、", ", "))
	case len(unknown) > 0:
		c.Tone, c.Value, c.Known, c.Detail = content.Plain, none, false,
			e.words("データなし：", "no data: ")+strings.Join(unknown, e.words("、", ", "))
	default:
		c.Detail = e.words("3項目とも届いています", "all three are reached")
	}
	return c
}

// calls lists whom the hub should call: late first, then on watch, with reason and next step.
func (e *edition) calls(most int) []content.Block {
	t := &content.Table{ID: "calls", Caption: e.words("今週、声をかける人", "Whom to call this week"), Columns: []content.Column{
		{Head: e.words("参加者", "Participant"), Width: 22}, {Head: e.words("状態", "State"), Width: 10},
		{Head: e.words("理由", "Reason"), Width: 36}, {Head: e.words("次の一手", "Next step"), Width: 32}}}
	for _, status := range []kpi.Status{kpi.Late, kpi.Watch} {
		for _, s := range e.Result.States {
			if s.Status == status {
				t.Rows = append(t.Rows, []string{e.person(s.Participant), e.say(s.Status.Title()), e.say(s.Reason), e.say(s.Next)})
				t.Tones = append(t.Tones, tone(s.Status))
			}
		}
	}
	return e.listed(t, most, e.words("遅れている人、注意の人はいません。", "Nobody is late or on watch."))
}

// due lists deliveries that are overdue or due within the week.
func (e *edition) due(most int) []content.Block {
	week := kpi.ThisWeek(e.Window)
	if !week.HasDue {
		return []content.Block{content.Paragraph{Text: e.words("納期または納品日の列がないため、納品の遅れは分かりません。",
			"No due or delivery dates in the work log: late deliveries cannot be told."), Tone: content.Note}}
	}
	t := &content.Table{ID: "due", Caption: e.words("納期が過ぎた・7日以内の作業", "Deliveries overdue or due within 7 days"),
		Columns: []content.Column{
			{Head: e.words("納期", "Due")}, {Head: e.words("参加者", "Participant")}, {Head: e.words("案件", "Contract")},
			{Head: e.words("作業", "Task")}, {Head: e.words("遅れ", "Late by"), Align: content.Right}}}
	for _, k := range week.Due {
		late, mark := "", content.Plain
		if days := int(e.Window.Clock.AsOf - k.DueDate.Value); days > 0 {
			late, mark = fmt.Sprint(days)+e.words(" 日", " days"), content.Bad
		}
		t.Rows = append(t.Rows, []string{k.DueDate.Value.String(), e.personByID(k.ParticipantID.Value), k.ContractID.Value,
			k.Title.Value, late})
		t.Tones = append(t.Tones, mark)
	}
	return e.listed(t, most, e.words("納期が過ぎた作業、7日以内の作業はありません。", "Nothing is overdue or due within 7 days."))
}

// unpaid lists work that is unpaid 30 days after delivery, the oldest first; younger work is
// counted.
func (e *edition) unpaid(most int) []content.Block {
	week := kpi.ThisWeek(e.Window)
	if !week.HasPaid {
		return []content.Block{content.Paragraph{Text: e.words("納品日または支払日の列がないため、未払いは分かりません。",
			"No delivery or payment dates in the work log: unpaid work cannot be told."), Tone: content.Note}}
	}
	t := &content.Table{ID: "unpaid", Caption: e.words("納品から30日を過ぎて、まだ支払われていない作業（古い順）",
		"Unpaid 30 days after delivery (oldest first)"), Columns: []content.Column{
		{Head: e.words("納品日", "Delivered")}, {Head: e.words("参加者", "Participant")}, {Head: e.words("案件", "Contract")},
		{Head: e.words("報酬", "Pay"), Align: content.Right},
		{Head: e.words("経過", "Age"), Align: content.Right}, {Head: e.words("目安", "State")}}}
	recent := 0
	for _, p := range week.Unpaid {
		if p.Limit == kpi.Recommended {
			recent++
			continue
		}
		t.Rows = append(t.Rows, []string{p.Task.DeliveredDate.Value.String(), e.personByID(p.Task.ParticipantID.Value),
			p.Task.ContractID.Value,
			e.quantity(p.Task.Pay.Value, kpi.Yen), fmt.Sprint(p.Days) + e.words(" 日", " days"), e.paymentState(p.Limit)})
		t.Tones = append(t.Tones, map[kpi.PaymentState]content.Tone{kpi.ToCheck: content.Watch,
			kpi.Over: content.Bad}[p.Limit])
	}
	rest := e.words(fmt.Sprintf("納品から30日以内で支払い待ちの作業：%d 件", recent),
		fmt.Sprintf("delivered within 30 days and waiting for payment: %d", recent))
	if len(t.Rows) > 0 {
		t.Notes = append(t.Notes, rest)
	}
	return e.listed(t, most, e.words("納品から30日を過ぎて未払いの作業はありません。", "Nothing is unpaid 30 days after delivery. ")+rest)
}

func (e *edition) paymentState(s kpi.PaymentState) string {
	switch s {
	case kpi.Recommended:
		return e.words("30日以内", "within 30 days")
	case kpi.Conforming:
		return e.words("60日以内", "within 60 days")
	case kpi.ToCheck:
		return e.words("要確認（60日超）", "check: over 60 days")
	}
	return e.words("超過", "over")
}

// ending lists the contracts that end within 30 days.
func (e *edition) ending(most int) []content.Block {
	t := &content.Table{ID: "ending", Caption: e.words("30日以内に終わる案件", "Contracts ending within 30 days"),
		Columns: []content.Column{
			{Head: e.words("終了日", "Ends")}, {Head: e.words("案件", "Contract")}, {Head: e.words("案件名", "Title")},
			{Head: e.words("種別", "Kind")}}}
	for _, c := range kpi.ThisWeek(e.Window).Ending {
		kind := e.words("単発", "one-off")
		if kpi.Recurring(c) {
			kind = e.words("定期", "recurring")
		}
		t.Rows = append(t.Rows, []string{c.EndDate.Value.String(), c.ID.Value, c.Title.Value, kind})
	}
	return e.listed(t, most, e.words("30日以内に終わる案件はありません。", "No contract ends within 30 days."))
}

// lists are the hub's lists one below the other, as far as its first page holds them.
func (e *edition) lists(PlanBlock) []content.Block {
	switch {
	case !e.profile.Open():
		return nil
	case e.nobodyYet():
		return e.beforeTheFirst()
	}
	blocks := slices.Concat(e.calls(mostCalls), e.due(mostListed), e.unpaid(mostListed))
	return append(blocks, e.endingAndIdle()...)
}

// listsInFull are those that the first page has cut.
func (e *edition) listsInFull(PlanBlock) []content.Block {
	if !e.profile.Open() {
		return nil
	}
	var blocks []content.Block
	for _, list := range []struct {
		draw func(most int) []content.Block
		most int
	}{{e.calls, mostCalls}, {e.due, mostListed}, {e.unpaid, mostListed}, {e.ending, mostListed}, {e.idle, mostListed}} {
		for _, b := range list.draw(math.MaxInt) {
			if t, ok := b.(*content.Table); ok && len(t.Rows) > list.most {
				t.ID += "_full"
				t.Caption += e.words("：全部", ", in full")
				blocks = append(blocks, t)
			}
		}
	}
	return blocks
}

// endingAndIdle sets both lists side by side.
func (e *edition) endingAndIdle() []content.Block {
	return []content.Block{content.Beside{Parts: [][]content.Block{e.ending(mostListed), e.idle(mostListed)}}}
}

// idle lists the participants who have worked before and have had no task for a while.
func (e *edition) idle(most int) []content.Block {
	days := e.Cohort.Pilot.Settings.ActiveWindowDays
	t := &content.Table{ID: "idle", Caption: e.words(fmt.Sprintf("%d日以上、作業の記録がない人", days),
		fmt.Sprintf("No task for %d days", days)), Columns: []content.Column{
		{Head: e.words("参加者", "Participant")}, {Head: e.words("最後の作業", "Last task")},
		{Head: e.words("経過", "Days since"), Align: content.Right}}}
	for _, i := range kpi.ThisWeek(e.Window).Idle {
		t.Rows = append(t.Rows, []string{e.person(i.Participant), i.Last.Date.Value.String(),
			fmt.Sprint(i.Days) + e.words(" 日", " days")})
	}
	return e.listed(t, most, e.words("手が空いている人はいません。", "Nobody is idle."))
}

// listed cuts a list at so many lines and says so; an empty one becomes a sentence.
func (e *edition) listed(t *content.Table, most int, empty string) []content.Block {
	all := len(t.Rows)
	if all == 0 {
		return []content.Block{content.Paragraph{Text: empty, Tone: content.Good}}
	}
	if all > most {
		t.Rows = t.Rows[:most]
		if t.Tones != nil {
			t.Tones = t.Tones[:most]
		}
		t.Notes = append(t.Notes, e.words(fmt.Sprintf("%d 件中 %d 件を表示しています。", all, most),
			fmt.Sprintf("%d of %d shown; ", most, all))+e.rest())
	}
	return []content.Block{t}
}

// rest says where the whole of a list is that was cut.
func (e *edition) rest() string {
	if slices.Contains(e.plan.Kinds(), "lists_in_full") {
		return e.words("全部は最後の節にあります。", "all of them are in the last section.")
	}
	return e.words("全部は pilot90 report --for hub の最後の節にあります。",
		"all of them are in the last section of pilot90 report --for hub.")
}
