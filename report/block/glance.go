package block

import (
	"fmt"
	"strings"

	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var glanceKind = Kind{
	Name:  "glance",
	About: "今週の六つの数字（profile = \"hub\" の版だけ）",
	Build: (*Env).glance,
}

// glance is the hub's week in six numbers: what has to be done, and how pressing it is.
func (e *Env) glance(plan.Block) []content.Block {
	if !e.Profile.Open() {
		return nil
	}
	if e.nobodyYet() {
		return e.nobody()
	}
	week := state.ThisWeek(e.Window)
	cards := []content.Card{e.callCard(), e.dueCard(week), e.unpaidCard(week),
		e.countCard(e.Words("30日以内に終わる案件", "Contracts ending in 30 days"), len(week.Ending), e.Words("件", ""),
			content.Watch),
		e.countCard(e.Words("作業のない人", "Idle"), len(state.Idle(e.Result.States, e.Cohort.Pilot.Settings.ActiveWindowDays)),
			e.Words("人", ""), content.Watch), e.ruleCard()}
	return []content.Block{content.Cards{Cards: cards}}
}

// nobody says that a ledger has neither participants nor tasks.
func (e *Env) nobody() []content.Block {
	return []content.Block{content.Paragraph{Tone: content.Watch, Text: e.Words(
		"台帳に参加者がまだいません。参加者のシートに1人目を書くと、今週することがここに出ます。",
		"The ledger has no participants yet. Write the first into its sheet, and what to do this week is shown here.")}}
}

// countCard shows a number of things to do; none is good.
func (e *Env) countCard(title string, n int, counter string, some content.Tone) content.Card {
	c := content.Card{Title: title, Value: fmt.Sprint(n) + counter, Known: true, Tone: content.Good}
	if n > 0 {
		c.Tone = some
	}
	return c
}

func (e *Env) callCard() content.Card {
	late, watch := 0, 0
	for _, s := range e.Result.States {
		switch s.Status {
		case state.Late:
			late++
		case state.Watch:
			watch++
		}
	}
	tone := content.Bad
	if late == 0 {
		tone = content.Watch
	}
	c := e.countCard(e.Words("声をかける人", "To call"), late+watch, e.Words("人", ""), tone)
	c.Detail = e.Words(fmt.Sprintf("遅れ%d人、注意 %d人", late, watch), fmt.Sprintf("late %d, watch %d", late, watch))
	return c
}

func (e *Env) dueCard(week state.Agenda) content.Card {
	title := e.Words("納期が過ぎた・7日以内", "Overdue or due in 7 days")
	if !week.HasDue {
		return content.Card{Title: title, Value: None, Detail: e.Words("納期・納品日の列がありません", "no due dates")}
	}
	late := 0
	for _, t := range week.Due {
		if t.DueDate.Value < e.Window.Clock.AsOf {
			late++
		}
	}
	c := e.countCard(title, len(week.Due), e.Words("件", ""), content.Watch)
	if late > 0 {
		c.Tone = content.Bad
	}
	c.Detail = e.Words(fmt.Sprintf("うち納期が過ぎた作業 %d件", late), fmt.Sprintf("overdue %d", late))
	return c
}

func (e *Env) unpaidCard(week state.Agenda) content.Card {
	title := e.Words("30日を過ぎた未払い", "Unpaid over 30 days")
	if week.HasList {
		return e.owedCard(title, week)
	}
	if !week.HasPaid {
		return content.Card{Title: title, Value: None, Detail: e.Words("納品日・支払日の列がありません", "no payment dates")}
	}
	old, over, longest := 0, 0, 0
	for _, p := range week.Unpaid {
		if p.Limit == facts.Recommended {
			continue
		}
		old++
		longest = max(longest, p.Days)
		if p.Limit == facts.Over {
			over++
		}
	}
	c := e.countCard(title, old, e.Words("件", ""), content.Watch)
	if over > 0 {
		c.Tone = content.Bad
	}
	if old > 0 {
		c.Detail = e.Words(fmt.Sprintf("最も長いもの%d日", longest), fmt.Sprintf("the oldest %d days", longest))
	}
	return c
}

// ruleCard says what is left of the 10-10-10 rule.
func (e *Env) ruleCard() content.Card {
	c := content.Card{Title: e.Words("10-10-10 の残り", "Left of 10-10-10"), Known: true, Tone: content.Good}
	var left, unknown []string
	for _, row := range e.ruleRows() {
		switch {
		case row.Actual == nil:
			unknown = append(unknown, row.name)
		case *row.Actual < row.Target:
			gap := row.Target - *row.Actual
			left = append(left, row.name+e.Words(" あと ", ": ")+content.Round(gap, decimals(gap))+row.unit)
		}
	}
	c.Value = fmt.Sprint(len(left)) + e.Words(" 項目", "")
	switch {
	case len(left) > 0:
		c.Tone, c.Detail = content.Watch, strings.Join(left, e.Words("、", ", "))
	case len(unknown) > 0:
		c.Tone, c.Value, c.Known, c.Detail = content.Plain, None, false,
			e.Words("データなし：", "no data: ")+strings.Join(unknown, e.Words("、", ", "))
	default:
		c.Detail = e.Words("3項目とも届いています", "all three are reached")
	}
	return c
}
