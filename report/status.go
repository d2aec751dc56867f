package report

import (
	"fmt"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/report/content"
)

// statusPlan is the hub's first page without its charts of the cycle, for a terminal. Its blocks
// are those of the hub edition, so the two say the same.
var statusPlan = Plan{
	Edition: "status", Profile: "hub", Names: true,
	Title:   words{"推進ハブ 今週の確認", "The hub's week"},
	Marking: words{"内部限り", "internal"},
	Sections: []PlanSection{{ID: "today", Blocks: []PlanBlock{
		{Kind: "week_counts"}, {Kind: "calls"}, {Kind: "due"}, {Kind: "unpaid"}, {Kind: "ending"}, {Kind: "idle"}, {Kind: "rule"}, {Kind: "open_errors"},
	}}},
}

// Status is the hub's week on one screen: whom to call, what is late or due, unpaid and ageing,
// which contracts end, who is idle, what is left of the 10-10-10 rule, open errors. It names
// persons.
func Status(run Run) *content.Report {
	r, _ := Build(&statusPlan, run)
	return r
}

// weekCounts is the line that is read first: how many there are of each.
func (e *edition) weekCounts(PlanBlock) []content.Block {
	if !e.profile.Open() {
		return nil
	}
	week := kpi.ThisWeek(e.Window)
	cards := []content.Card{e.callCount()}
	if week.HasDue {
		late := 0
		for _, k := range week.Due {
			if k.DueDate.Value < e.Window.Clock.AsOf {
				late++
			}
		}
		cards = append(cards, e.count(e.words("納期", "due"), len(week.Due), late, e.words("遅れ", "late")))
	}
	if week.HasPaid {
		old := 0
		for _, p := range week.Unpaid {
			if p.Limit != kpi.Recommended {
				old++
			}
		}
		cards = append(cards, e.count(e.words("支払い待ち", "unpaid"), len(week.Unpaid), old, e.words("30日超", "over 30 days")))
	}
	mistakes, _, _ := finding.Counts(e.Cohort.Findings)
	return []content.Block{content.Cards{Cards: append(cards,
		e.count(e.words("終わる案件", "contracts ending"), len(week.Ending), 0, ""),
		e.count(e.words("手が空いた人", "idle"), len(week.Idle), 0, ""),
		e.count(e.words("台帳の誤り", "errors"), mistakes, mistakes, ""))}}
}

// callCount counts whom to call, and those of them who are late.
func (e *edition) callCount() content.Card {
	all, late := 0, 0
	for _, s := range e.Result.States {
		switch s.Status {
		case kpi.Late:
			late++
			all++
		case kpi.Watch:
			all++
		}
	}
	return e.count(e.words("声をかける人", "to call"), all, late, e.words("遅れ", "late"))
}

// count is a card with a number, and how many of it are urgent.
func (e *edition) count(title string, n, urgent int, what string) content.Card {
	c := content.Card{Title: title, Value: fmt.Sprint(n), Known: true}
	if urgent > 0 {
		c.Tone = content.Bad
		if what != "" {
			c.Detail = fmt.Sprintf("%s %d", what, urgent)
		}
	}
	return c
}

// openErrors says what the check of the ledger left open, and how to see it.
func (e *edition) openErrors(PlanBlock) []content.Block {
	mistakes, warnings, _ := finding.Counts(e.Cohort.Findings)
	text := e.words("台帳の点検：", "Findings: ") + e.open()
	if mistakes+warnings == 0 {
		return []content.Block{content.Paragraph{Text: text, Tone: content.Good}}
	}
	tone := content.Watch
	if mistakes > 0 {
		tone = content.Bad
	}
	return []content.Block{content.Paragraph{Text: text + e.words("。pilot90 check で、直すセルと直し方が分かります。", ". pilot90 check names the cells and how to put them right."), Tone: tone}}
}
