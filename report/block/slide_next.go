package block

import (
	"fmt"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideNextKind = Kind{
	Name:  "slide_next",
	About: "スライド：うまくいかなかったことと、次にすること",
	Build: (*Env).slideNext,
}

// mostItems is how many failures and how many next steps the slide holds.
const mostItems = 3

// slideNext sets what did not go well beside what is to be done.
func (e *Env) slideNext(b plan.Block) []content.Block {
	weak, next := e.weakItems(), e.nextItems()
	if len(weak) == 0 && len(next) == 0 {
		return nil
	}
	s := &content.SlideParts{Title: e.nextTitle(), Foot: e.mustStart()}
	for _, p := range []content.SlideList{
		{Title: e.Words("うまくいかなかったこと", "What did not go well"), Tone: content.Watch, Items: weak},
		{Title: e.Words("次にすること", "What comes next"), Items: next},
	} {
		if len(p.Items) > 0 {
			p.Items = p.Items[:min(len(p.Items), mostItems)]
			s.Lists = append(s.Lists, p)
		}
	}
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			s.Notes = append(s.Notes, e.sources(f.ID)...)
		}
	}
	s.Notes = append(s.Notes, e.sources("payment_days", "below_reference_workers")...)
	return e.slide(b, s)
}

// nextTitle names the targets that were missed, as far as a title holds them.
func (e *Env) nextTitle() string {
	var missed []string
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			missed = append(missed, e.spoken(f))
		}
	}
	switch n := len(missed); {
	case n > 0 && n <= 2:
		return e.Words("足りなかったのは、"+strings.Join(missed, "と、")+"。", "Short of the target: "+strings.Join(missed, " and ")+".")
	case n > 2:
		return e.Words(fmt.Sprintf("足りなかった目標は%dつ。", n), fmt.Sprintf("%d targets were missed.", n))
	case len(e.weakItems()) > 0:
		return e.Words(fmt.Sprintf("うまくいかなかったことは%dつ。", len(e.weakItems())),
			plural(len(e.weakItems()), "thing", "things")+" did not go well.")
	}
	return e.Words("次にすること。", "What comes next.")
}

// weakItems are missed targets, then payments past their limit and pay below the reference.
func (e *Env) weakItems() []content.Pair {
	var items []content.Pair
	for i := range e.Result.Figures {
		f := &e.Result.Figures[i]
		if !e.missed(f) {
			continue
		}
		detail := e.Words("目標"+e.goal(f)+"。", "Target "+e.goal(f)+". ") + e.outOf(f)
		items = append(items, content.Pair{Label: e.spoken(f) + " " + tight(e.Value(f)), Value: strings.TrimSpace(detail)})
	}
	if f := e.figure("payment_days"); f != nil && !f.Suppressed {
		over, _ := f.Get("over")
		unpaid, _ := f.Get("unpaid_over")
		switch {
		case over > 0 && unpaid > 0:
			items = append(items, content.Pair{Label: e.Words("期限を過ぎた支払い "+e.whole(over, "件"), content.Round(over, 0)+" late payments"),
				Value: e.Words("ほかに"+e.whole(unpaid, "件")+"がいまも未払い", content.Round(unpaid, 0)+" more are still unpaid")})
		case over > 0:
			items = append(items, content.Pair{Label: e.Words("期限を過ぎた支払い "+e.whole(over, "件"), content.Round(over, 0)+" late payments")})
		case unpaid > 0:
			items = append(items, content.Pair{Label: e.Words("期限を過ぎた未払い "+e.whole(unpaid, "件"),
				content.Round(unpaid, 0)+" unpaid past the limit")})
		}
	}
	if f := e.figure("below_reference_workers"); f != nil && f.Value != nil && *f.Value > 0 {
		items = append(items, content.Pair{Label: e.Words("最低賃金を下回る人 "+tight(e.Value(f)), e.Value(f)+" below the minimum wage"),
			Value: e.Words("雇用ではないため、参考として比べた", "compared with for reference")})
	}
	return items
}

// nextItems are what each missed target takes, what the municipality decided, unpaid work, and rows to mend.
func (e *Env) nextItems() []content.Pair {
	var items []content.Pair
	for _, g := range e.Result.Grants {
		if g.Grant.NextStep != "" {
			items = append(items, content.Pair{Label: g.Grant.NextStep})
		}
	}
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			items = append(items, e.nextOf(f))
		}
	}
	if f := e.figure("payment_days"); f != nil && !f.Suppressed {
		if unpaid, _ := f.Get("unpaid_over"); unpaid > 0 {
			items = append(items, content.Pair{Label: e.Words("未払いを毎週確かめる", "Look at what is unpaid every week"),
				Value: e.Words("期限を過ぎた"+e.whole(unpaid, "件")+"の支払日を決める", "set the day for "+content.Round(unpaid, 0)+" past the limit")})
		}
	}
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		items = append(items, content.Pair{Label: e.Words("台帳を直し、数字を確定する", "Mend the ledger and settle the figures"),
			Value: e.Words(fmt.Sprintf("直すところ%d件", errors), plural(errors, "row", "rows")+" to mend")})
	}
	return items
}

// nextHeads are what a missed target asks for, in a few words.
var nextHeads = map[string]struct{ ja, en string }{
	"recurring_contract_ratio":    {"定期の契約を先に決める", "Settle recurring contracts first"},
	"recurring_revenue_ratio":     {"定期の契約を先に決める", "Settle recurring contracts first"},
	"average_continuation_months": {"契約の更新を早めに相談する", "Talk about renewals early"},
	"first_income_residents":      {"最初の仕事を早く渡す", "Hand out first work early"},
	"retention_ratio":             {"離れそうな人を先に支える", "Support those at risk first"},
	"ojt_transition_ratio":        {"研修のあとの仕事を用意する", "Have work ready after training"},
}

func (e *Env) nextOf(f *kpi.Figure) content.Pair {
	head, known := nextHeads[f.ID]
	if !known {
		head.ja, head.en = e.spoken(f)+"を目標に近づける", "Bring closer to the target: "+e.Say(f.Title)
	}
	return content.Pair{Label: e.Words(head.ja, head.en), Value: e.arithmetic(f)}
}

// arithmetic is what a missed target takes, worked out: the year's own target in a period that runs on, next year's in
// one that is over.
func (e *Env) arithmetic(f *kpi.Figure) string {
	if e.Window.Clock.At() >= e.Window.Clock.End {
		return e.yearAfter(f)
	}
	if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && *f.Target < 1 && f.Better != kpi.Lower {
		for _, d := range e.Definitions {
			if _, more := d.Outlook.(forecast.Arrivals); more && d.ID == f.ID && *f.Denominator < 1e5 {
				k := leastWhole((float64(*f.Target**f.Denominator) - *f.Numerator) / (1 - *f.Target))
				hits, all := *f.Numerator+float64(k), *f.Denominator+float64(k)
				return e.Words(fmt.Sprintf("あと%d件で%s（%s件中%s件）", k, tight(content.Percent(hits/all)), content.Round(all, 0),
					content.Round(hits, 0)), fmt.Sprintf("%d more make %s of %s", k, content.Round(hits, 0), content.Round(all, 0)))
			}
		}
	}
	return e.Words("目標まで"+e.away(f), e.away(f)+" to the target")
}

// yearAfter is the next year's target of a figure, where a grant has one.
func (e *Env) yearAfter(f *kpi.Figure) string {
	for _, g := range e.Result.Grants {
		for _, k := range g.Indicators {
			if k.Figure != f.ID {
				continue
			}
			for _, y := range k.Years {
				if y.FiscalYear == g.FiscalYear+1 && y.Target != nil {
					next := *f
					next.Target = y.Target
					return e.Words("来年度の目標は"+e.goal(&next), "next year's target is "+e.goal(&next)) + e.room(&next)
				}
			}
		}
	}
	return e.Words("目標まで"+e.away(f)+"足りなかった", e.away(f)+" short of the target")
}

// room is how many one-off contracts next year's recurring share leaves to the contracts that run on.
func (e *Env) room(f *kpi.Figure) string {
	if f.ID != "recurring_contract_ratio" || *f.Target <= 0 || *f.Target >= 1 {
		return ""
	}
	months := e.monthsWithContracts()
	if len(months) == 0 {
		return ""
	}
	running := float64(months[len(months)-1].Recurring)
	single := int(running*(1-*f.Target) / *f.Target + 1e-9)
	if running == 0 {
		return ""
	}
	share := tight(content.Percent(running / (running + float64(single))))
	return e.Words(fmt.Sprintf("。いま続く定期%s件に単発%d件までなら%s", content.Round(running, 0), single, share),
		fmt.Sprintf("; with the %s that run on and up to %d one-off: %s", content.Round(running, 0), single, share))
}

// mustStart is the last day on which the next cycle can begin.
func (e *Env) mustStart() string {
	day := e.era(facts.LatestStart(e.Cohort.Pilot.Cycle, e.Window.Clock.To.FiscalYear()+1))
	days := e.Cohort.Pilot.Cycle.Length()
	return e.Words(fmt.Sprintf("次の%d日は、遅くとも%sに始める（年度のうちに終えるため）。", days, day),
		fmt.Sprintf("The next %d days begin on %s at the latest, to end within the fiscal year.", days, day))
}
