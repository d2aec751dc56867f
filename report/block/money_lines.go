package block

import (
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var moneyLinesKind = Kind{
	Name:  "money_lines",
	About: "収入と費用を三行で（text があればその行を。1行に「名前：文」）",
	Build: (*Env).moneyLines,
}

// moneyTopics are what its lines tell that needs a word of explanation.
var moneyTopics = []kpi.Topic{kpi.TopicMonthlyIncome, kpi.TopicHourlyPay, kpi.TopicCostOfIncome, kpi.TopicOutside}

// moneyLines tells what people earned, what the town spent and what the work brought, or what the officer wrote.
func (e *Env) moneyLines(b plan.Block) []content.Block {
	lines := e.ownLines(b)
	if len(lines) == 0 {
		for _, l := range []content.Pair{e.incomeLine(), e.costLine(), e.salesLine()} {
			if l.Value != "" {
				lines = append(lines, l)
			}
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return []content.Block{content.Lines{Lines: lines}}
}

func (e *Env) incomeLine() content.Pair {
	l := content.Pair{Label: e.Words("月の収入", "Monthly income")}
	f, hourly := e.on(kpi.TopicMonthlyIncome), e.on(kpi.TopicHourlyPay)
	if f != nil && f.Value != nil && !f.Suppressed {
		l.Value = e.Words("ふつうの月で"+e.Value(f)+"（中央値）でした。", capitalized(e.Value(f))+" in a usual month (the median).")
	}
	if hourly != nil && hourly.Value != nil && !hourly.Suppressed {
		value, _ := splitNumber(e.Value(hourly))
		text := e.Words("1時間あたり"+value+"円でした。", capitalized(value)+" yen an hour.")
		if l.Value != "" {
			l.Value = e.Words("ふつうの月で"+e.Value(f)+"（中央値）、"+text, l.Value+" "+text)
		} else {
			l.Value = text
		}
	}
	return l
}

func (e *Env) costLine() content.Pair {
	l := content.Pair{Label: e.Words(e.townWord()+"の費用", "Cost")}
	cost := e.on(kpi.TopicCostOfIncome)
	if cost == nil || cost.Numerator == nil || cost.Hides("numerator") {
		return l
	}
	l.Value = e.Quantity(*cost.Numerator, kpi.Yen) + e.Words("。", ".")
	if cost.Value != nil && !cost.Suppressed {
		l.Value += e.Words("初めて収入を得た住民1人あたり"+e.Value(cost)+"です。",
			" "+e.Value(cost)+" a resident who earned for the first time.")
	}
	if granted := e.grantSpent(); granted > 0 {
		l.Value += e.Words("うち"+e.Quantity(granted, kpi.Yen)+"は国の交付金です。",
			" "+e.Quantity(granted, kpi.Yen)+" of it is a grant of the state.")
	}
	return l
}

// townWord is what a municipality calls itself: 町, 市, 村, 区, 県; where its name does not say, 自治体.
func (e *Env) townWord() string {
	name := e.Cohort.Pilot.Program.Municipality
	for _, word := range []string{"町", "市", "村", "区", "都", "道", "府", "県"} {
		if strings.HasSuffix(name, word) {
			return word
		}
	}
	return "自治体"
}

// grantSpent is what was spent of grants, as the budget says; 0 where it does not.
func (e *Env) grantSpent() float64 {
	f := e.on(kpi.TopicFunds)
	if f == nil || f.Suppressed {
		return 0
	}
	for _, g := range groupsOf(f, "groups") {
		if g.Key != "grant" {
			continue
		}
		for _, p := range g.Parts {
			if v, ok := p.Value.(float64); ok && p.Key == "spent" {
				return v
			}
		}
	}
	return 0
}

func (e *Env) salesLine() content.Pair {
	l := content.Pair{Label: e.Words("仕事の売上", "Sales")}
	f, outside := e.on(kpi.TopicRevenue), e.on(kpi.TopicOutside)
	if f == nil || f.Value == nil || f.Suppressed {
		return l
	}
	l.Value = e.Value(f) + e.Words("。", ".")
	if outside != nil && outside.Value != nil && !outside.Suppressed {
		l.Value += e.Words(e.Value(outside)+"は地域の外からの仕事です。", " "+e.Value(outside)+" of it is from outside the region.")
	}
	return l
}

// retainedNumbers are how many stayed to the end of the cycle and of how many.
func (e *Env) retainedNumbers() (stayed, all float64, known bool) {
	f := e.reaching(facts.Retained)
	if f == nil || f.Numerator == nil || f.Denominator == nil || f.Value == nil || f.Suppressed {
		return 0, 0, false
	}
	if n := e.stageNumber(facts.Enrolled); n == nil {
		return 0, 0, false
	}
	return *f.Numerator, *f.Denominator, true
}

// stayed is how many of all who enrolled went on to the last day; nil while somebody has not come to it yet, or where
// that is not known.
func (e *Env) stayed() *float64 {
	n, over, known := e.retainedNumbers()
	if all := e.stageNumber(facts.Enrolled); !known || over != *all {
		return nil
	}
	return &n
}
