package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var headlineTargetsKind = Kind{
	Name:  "headline_targets",
	About: "版の題：目標に届いた数と足りないもの（figures が必要。text があればその文を題に）",
	Needs: plan.Figures,
	Build: (*Env).headlineTargets,
}

// headlineTargets is the title that says how many targets were reached and which were not, or the officer's own.
func (e *Env) headlineTargets(b plan.Block) []content.Block {
	aimed := e.aimed(b.Figures)
	h := content.Headline{Text: e.Planned(b.Text), Head: e.paperName(), Under: e.underTitle(), Foot: e.rangesFoot(aimed)}
	if h.Text == "" {
		h.Text = e.reachedTitle(aimed)
	}
	return []content.Block{h}
}

// paperName is the program and the name of the paper, for the line above a title.
func (e *Env) paperName() string {
	name := e.Planned(e.Plan.Title)
	if label := e.Planned(e.Plan.Label); label != "" {
		name += e.Words("（"+label+"）", " ("+label+")")
	}
	return strings.TrimSpace(e.Cohort.Pilot.Program.Name + e.Words("　", "  ") + name)
}

// underTitle are the facts under a title: who, which period, of which day, what is to be mended.
func (e *Env) underTitle() []string {
	p, clock := e.Cohort.Pilot.Program, e.Window.Clock
	facts := []string{strings.TrimSpace(p.Prefecture + e.Words("", " ") + p.Municipality + " " + p.Department)}
	if e.Lang == lang.JA {
		facts = append(facts, "対象 "+clock.From.EraString(e.Lang)+"〜"+clock.To.EraString(e.Lang), e.asOfWords())
	} else {
		facts = append(facts, "period "+clock.From.String()+" to "+clock.To.String(), e.asOfWords())
	}
	if errors, warnings, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		facts = append(facts, e.Words(fmt.Sprintf("台帳の直すところ %d件", errors),
			plural(errors, "row", "rows")+" to mend"))
	} else if warnings > 0 {
		facts = append(facts, e.Words(fmt.Sprintf("台帳の確かめるところ %d件", warnings),
			plural(warnings, "row", "rows")+" to look at"))
	}
	if facts[0] == "" {
		return facts[1:]
	}
	return facts
}

// asOfWords is the day of the figures: 令和8年3月31日現在.
func (e *Env) asOfWords() string {
	day := e.Window.Clock.AsOf
	if e.Lang == lang.JA {
		return day.EraString(e.Lang) + "現在"
	}
	return "as of " + day.String()
}

// mostNamed is how many figures a title names; more are counted.
const mostNamed = 3

// reachedTitle says of the figures with a target how many reached it, and which did not.
func (e *Env) reachedTitle(aimed []*kpi.Figure) string {
	var short []string
	known, met := 0, 0
	for _, f := range aimed {
		switch {
		case f.Value == nil:
		case reached(f):
			known, met = known+1, met+1
		default:
			known++
			short = append(short, e.Words(e.Say(f.Title), uncapital(e.Say(f.Title))))
		}
	}
	switch {
	case known == 0:
		return e.periodTitle()
	case known == 1:
		return e.onlyTitle(aimed)
	case met == known:
		return e.Words(fmt.Sprintf("目標のある%dつの指標の、すべてが届いた。", known),
			fmt.Sprintf("All %d targets are reached.", known))
	case met == 0 && e.over():
		return e.Words(fmt.Sprintf("目標のある%dつの指標は、どれも届かなかった。", known),
			fmt.Sprintf("None of the %d targets was reached.", known))
	case met == 0:
		return e.Words(fmt.Sprintf("目標のある%dつの指標は、まだどれも届いていない。", known),
			fmt.Sprintf("None of the %d targets is reached yet.", known))
	}
	names := strings.Join(short, e.Words("と", ", "))
	if len(short) > 2 {
		names = strings.Join(short[:min(len(short), mostNamed)], e.Words("、", ", "))
	}
	if len(short) > mostNamed {
		names += e.Words(fmt.Sprintf("など%dつ", len(short)), fmt.Sprintf(" and %d more", len(short)-mostNamed))
	}
	are, not := "are", e.Words("足りないのは", "Missed")
	if met == 1 {
		are = "is"
	}
	if slices.ContainsFunc(aimed, func(f *kpi.Figure) bool { return e.missed(f) && f.Better == kpi.Lower }) {
		not = e.Words("届いていないのは", "Missed") // one that is too high is not short of anything
	}
	return e.Words(fmt.Sprintf("目標のある%dつの指標のうち、%dつが届いた。\n%s、%s。", known, met, not, names),
		fmt.Sprintf("%d of %d targets %s reached.\n%s: %s.", met, known, are, not, names))
}

// onlyTitle says how the only figure that can be held against a target stands.
func (e *Env) onlyTitle(aimed []*kpi.Figure) string {
	stop := e.Words("。", ".")
	for _, f := range aimed {
		switch {
		case f.Value == nil:
		case reached(f):
			return e.metClause(f) + stop
		default:
			return e.missedClause([]*kpi.Figure{f}) + stop
		}
	}
	return e.periodTitle()
}

// periodTitle is the title of a paper that has no target to speak of.
func (e *Env) periodTitle() string {
	from, to := e.Window.Clock.From, e.Window.Clock.To
	return e.Words(e.monthOf(from)+"から"+e.monthOf(to)+"までの結果", "Results from "+e.monthOf(from)+" to "+e.monthOf(to))
}

// monthOf names the month of a day: 令和7年4月, 2025-04.
func (e *Env) monthOf(d cell.Day) string {
	if e.Lang == lang.JA {
		era, year := d.Era()
		_, month, _ := d.YMD()
		return fmt.Sprintf("%s%d年%d月", era, year, month)
	}
	return d.String()[:7]
}
