package block

import (
	"fmt"
	"math"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideTargetsKind = Kind{
	Name:  "slide_targets",
	About: "スライド：目標と結果（figures の3つまで）",
	Needs: plan.Figures,
	Build: (*Env).slideTargets,
}

// mostGauges is how many figures one slide shows.
const mostGauges = 3

// slideTargets shows each figure large, against its target.
func (e *Env) slideTargets(b plan.Block) []content.Block {
	s := &content.SlideParts{}
	var shown []*kpi.Figure
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil || f.Value == nil && f.Coded == nil || len(shown) == mostGauges {
			continue
		}
		shown = append(shown, f)
		s.Gauges = append(s.Gauges, e.gauge(f))
		s.Notes = append(s.Notes, e.sources(id)...)
	}
	if len(shown) == 0 {
		return nil
	}
	s.Title, s.Foot = e.targetsTitle(shown), e.mayTip(shown)
	return e.slide(b, s)
}

func (e *Env) gauge(f *kpi.Figure) content.Gauge {
	g := content.Gauge{Figure: f.ID, Title: e.spoken(f), Detail: e.outOf(f)}
	g.Number, g.Unit = numberAndUnit(e.Value(f))
	if f.Value == nil {
		g.Number, g.Unit = e.Value(f), ""
		return g
	}
	scale := 1.0
	if f.Unit == kpi.Ratio {
		scale = 100
	}
	g.Measured, g.Value = true, *f.Value*scale
	if f.Target == nil {
		return g
	}
	goal := e.goal(f)
	g.Aims, g.Target = true, *f.Target*scale
	if reached(f) {
		g.Tone, g.Verdict = content.Good, e.Words("目標"+goal+"に届いた", "target "+goal+" reached")
	} else {
		g.Tone, g.Verdict = content.Watch, e.Words("目標"+goal+"に足りない", "target "+goal+" not reached")
	}
	if e.tips(f) {
		g.Verdict += "†"
	}
	return g
}

// spoken is a figure's title in the words of a hall.
func (e *Env) spoken(f *kpi.Figure) string {
	switch f.ID {
	case "average_continuation_months":
		return e.Words("定期の契約の長さ", "Length of recurring contracts")
	case incomeFigure:
		return e.Words("月収の中央値", "Median monthly income")
	case "effective_hourly_pay":
		return e.Words("1時間あたりの報酬", "Pay for an hour")
	}
	return e.Say(f.Title)
}

// goal prints a target without decimals that say nothing: 60%, 6か月.
func (e *Env) goal(f *kpi.Figure) string {
	text := e.counted(f, *f.Target)
	return strings.ReplaceAll(strings.Replace(text, ".0", "", 1), " ", e.Words("", " "))
}

// outOf is what a value rests on, in words.
func (e *Env) outOf(f *kpi.Figure) string {
	persons := f.Subject == kpi.AboutPersons || f.Counts == kpi.Persons
	switch {
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil:
		n, all := *f.Numerator, *f.Denominator
		if persons {
			return e.Words(e.whole(all, "人")+"のうち"+e.whole(n, "人"), content.Round(n, 0)+" of "+content.Round(all, 0))
		}
		return e.Words(e.whole(all, "件")+"のうち"+e.whole(n, "件"), content.Round(n, 0)+" of "+content.Round(all, 0))
	case f.ID == "first_income_residents":
		if n, known := e.stageCount("enrolled"); known {
			return e.Words("参加"+e.whole(float64(n), "人")+"のうち", "of "+plural(n, "person", "people")+" enrolled")
		}
	case f.Unit == kpi.Months && f.N > 0 && !f.Hides("n"):
		if persons {
			return e.Words(e.whole(float64(f.N), "人")+"の平均", "mean of "+content.Round(float64(f.N), 0))
		}
		return e.Words(e.whole(float64(f.N), "件")+"の平均", "mean of "+content.Round(float64(f.N), 0))
	}
	return ""
}

// tips reports whether rows with an error could change the verdict on a figure.
func (e *Env) tips(f *kpi.Figure) bool {
	if f.Target == nil || f.Value == nil || f.Open.Empty() {
		return false
	}
	if f.Range == nil {
		return true
	}
	return f.Better.Meets(f.Range[0], *f.Target) != f.Better.Meets(f.Range[1], *f.Target)
}

// mayTip explains the dagger of the first figure that has one.
func (e *Env) mayTip(shown []*kpi.Figure) string {
	errors, _, _ := finding.Counts(e.Cohort.Findings)
	for _, f := range shown {
		switch {
		case !e.tips(f):
		case f.Range == nil:
			return e.Words(fmt.Sprintf("† 台帳の直すところ%d件で、変わることがある。", errors),
				"† May change once "+plural(errors, "row", "rows")+" of the ledger are mended.")
		default:
			low, high := e.counted(f, f.Range[0]), e.counted(f, f.Range[1])
			number, _ := numberAndUnit(low)
			return e.Words(fmt.Sprintf("† 台帳の直すところ%d件で、%s〜%sの間で変わることがある。", errors, number, high),
				fmt.Sprintf("† Between %s and %s once %s of the ledger are mended.", low, high, plural(errors, "row", "rows")))
		}
	}
	return ""
}

// targetsTitle says how many targets were reached, and by how much one was missed that was the only one.
func (e *Env) targetsTitle(shown []*kpi.Figure) string {
	var aims, missed []*kpi.Figure
	for _, f := range shown {
		if f.Value == nil || f.Target == nil {
			continue
		}
		aims = append(aims, f)
		if !reached(f) {
			missed = append(missed, f)
		}
	}
	n, short := len(aims), len(missed)
	switch {
	case n == 0:
		return e.valueTitle(shown[0])
	case n == 1 && short == 0:
		return e.Words(e.spoken(aims[0])+"は、目標の"+e.goal(aims[0])+"に届いた。",
			e.Say(aims[0].Title)+": the target of "+e.goal(aims[0])+" is reached.")
	case n == 1:
		return e.Words(e.spoken(aims[0])+"は、目標に"+e.away(aims[0])+"足りない。",
			e.Say(aims[0].Title)+": "+e.away(aims[0])+" from the target.")
	case short == 0:
		return e.Words(fmt.Sprintf("%dつの目標すべてに届いた。", n), fmt.Sprintf("All %d targets are reached.", n))
	case short == n:
		return e.Words(fmt.Sprintf("%dつの目標のどれにも、まだ届いていない。", n), fmt.Sprintf("None of the %d targets is reached.", n))
	}
	title := e.Words(fmt.Sprintf("%dつの目標のうち%dつに届いた。\n", n, n-short),
		fmt.Sprintf("%d of %d targets are reached.\n", n-short, n))
	if short == 1 {
		return title + e.Words(e.spoken(missed[0])+"だけが、"+e.away(missed[0])+"足りない。",
			"Only this one is not, by "+e.away(missed[0])+": "+strings.ToLower(e.Say(missed[0].Title))+".")
	}
	return title + e.Words(fmt.Sprintf("%dつが足りない。", short), fmt.Sprintf("%d are not.", short))
}

// valueTitle states a figure that has no target.
func (e *Env) valueTitle(f *kpi.Figure) string {
	return e.Words(e.spoken(f)+"は"+e.Value(f)+"だった。", e.Say(f.Title)+": "+e.Value(f)+".")
}

// away is how far a value is from its target.
func (e *Env) away(f *kpi.Figure) string {
	gap := math.Abs(*f.Target - *f.Value)
	if f.Unit == kpi.Ratio {
		return content.Round(gap*100, 1) + e.Words("ポイント", " points")
	}
	return strings.ReplaceAll(e.counted(f, gap), " ", e.Words("", " "))
}
