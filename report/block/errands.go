package block

import (
	"fmt"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// errands lists what is to be put right now, the worst first, each with the section of the plan that has more of it.
func (e *Env) errands() []content.Block {
	if !e.Profile.Open() {
		return nil
	}
	items := append(e.payErrands(), e.peopleErrands()...)
	errors, warnings, _ := finding.Counts(e.Cohort.Findings)
	at := e.sectionOf("findings")
	if errors > 0 {
		items = append(items, content.Errand{Tone: content.Watch, Section: at,
			Text: e.Words(fmt.Sprintf("台帳の直すところ %d行", errors), plural(errors, "row", "rows")+" to mend")})
	}
	if warnings > 0 {
		items = append(items, content.Errand{Tone: content.Watch, Section: at,
			Text: e.Words(fmt.Sprintf("台帳の確かめるところ %d件", warnings),
				plural(warnings, "place", "places")+" of the ledger to look at")})
	}
	if len(items) == 0 {
		items = []content.Errand{{Tone: content.Good, Text: e.Words("いま直すところはない", "nothing at the moment")}}
	}
	return []content.Block{content.Errands{Items: items}}
}

// payErrands are payments past their limit, those made too late and those still open.
func (e *Env) payErrands() []content.Errand {
	f := e.on(kpi.TopicPayment)
	if f == nil {
		return nil
	}
	over, known := numberPart(f, "over")
	open, _ := numberPart(f, "unpaid_over")
	if !known || over+open == 0 {
		return nil
	}
	text := ""
	if over > 0 {
		text = e.Words("期限を過ぎた支払い "+wholeNumber(over)+"件", plural(int(over), "payment past its limit",
			"payments past their limit"))
	}
	if open > 0 && text != "" {
		text += e.Words("、", ", ")
	}
	if open > 0 {
		unpaid := " past it and still unpaid"
		if text == "" {
			unpaid = " " + sIf(int(open), "payment past its limit", "payments past their limit") + " and still unpaid"
		}
		text += e.Words("期限を過ぎて未払い "+wholeNumber(open)+"件", wholeNumber(open)+unpaid)
	}
	return []content.Errand{{Text: text, Tone: content.Bad, Section: e.sectionOf("checks")}}
}

// peopleErrands are the people who are late, and those without work.
func (e *Env) peopleErrands() []content.Errand {
	var items []content.Errand
	at, late := e.sectionOf("states", "cycle_lines"), 0
	var idle []int
	watch := 0
	for _, s := range e.Result.States {
		switch {
		case s.Status == state.Late:
			late++
		case s.Status == state.Watch && s.Last != nil && s.Idle > e.Cohort.Pilot.Settings.InactiveAfterDays:
			idle = append(idle, s.Idle)
		case s.Status == state.Watch:
			watch++
		}
	}
	add := func(n int, tone content.Tone, ja, en string) {
		if n > 0 {
			items = append(items, content.Errand{Text: e.Words(ja, en), Tone: tone, Section: at})
		}
	}
	add(late, content.Bad, fmt.Sprintf("予定より遅れている人 %d人", late), plural(late, "person is", "people are")+" late")
	most := 0
	for _, days := range idle {
		most = max(most, days)
	}
	ja := fmt.Sprintf("%d日、作業のない人 %d人", most, len(idle))
	if len(idle) > 1 {
		ja = fmt.Sprintf("作業のない人 %d人（長い人で%d日）", len(idle), most)
	}
	add(len(idle), content.Watch, ja, plural(len(idle), "person has", "people have")+
		fmt.Sprintf(" had no work for up to %d days", most))
	add(watch, content.Watch, fmt.Sprintf("注意の人 %d人", watch), plural(watch, "person is", "people are")+" on watch")
	return items
}

// sectionOf is the section of the plan that holds the first of the kinds there is; "" where none does.
func (e *Env) sectionOf(kinds ...string) string {
	for _, kind := range kinds {
		for _, s := range e.Plan.Sections {
			for _, b := range s.Blocks {
				if b.Kind == kind {
					return s.ID
				}
			}
		}
	}
	return ""
}
