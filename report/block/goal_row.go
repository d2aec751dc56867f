package block

import (
	"math"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// aimRoom is how long a target with its unit may be in a row of figures.
const aimRoom = 4

// goalRow is a figure with a target as a row: value, target, where both lie on the track, and how far apart they are.
func (e *Env) goalRow(f *kpi.Figure) content.Goal {
	g := content.Goal{Figure: f.ID, Name: e.rowName(f), Aim: e.aimWords(f), Value: e.briefValue(f)}
	most := goalScale(f)
	g.Target = *f.Target / most
	if f.Value == nil {
		g.Verdict = e.Say(f.Reason)
		if f.Suppressed {
			g.Verdict = ""
		}
		return g
	}
	g.Known, g.Met = true, reached(f)
	g.Reached = min(max(*f.Value/most, 0), 1)
	if roughly(g.Aim) > aimRoom { // the unit stands with the value
		g.Aim, _ = splitNumber(g.Aim)
	}
	g.Value, g.Unit = splitNumber(g.Value)
	g.Unit = shortUnit.Replace(g.Unit)
	g.Verdict, g.Basis = shortUnit.Replace(e.apartWords(f))+closeDagger(f), e.basisWords(f)
	return g
}

// rowName is the name of a figure where two short lines have room.
func (e *Env) rowName(f *kpi.Figure) string {
	const room = 32
	name := e.Say(f.Title)
	if d := e.definition(f.ID); d != nil && e.Lang == lang.EN && len(name) > room && d.Short.EN != "" {
		return capitalized(d.Short.EN)
	}
	return name
}

// shortUnit shortens English units that leave no room in a row.
var shortUnit = strings.NewReplacer(" months", " mo.", " million yen", "m yen", " points", " pt")

// goalScale is the end of the track of a figure: 100% for a share, else half as much again as the target.
func goalScale(f *kpi.Figure) float64 {
	top := math.Abs(*f.Target) * 1.5
	if f.Unit == kpi.Ratio && *f.Target <= 1 {
		top = 1
	}
	if f.Value != nil {
		top = max(top, math.Abs(*f.Value))
	}
	if top == 0 {
		return 1
	}
	return top
}

// closeDagger marks a verdict that rows with an error may change, without a space.
func closeDagger(f *kpi.Figure) string { return strings.TrimSpace(Dagger(f)) }

// splitNumber parts a printed value from its unit: "54.5%" into "54.5" and "%"; a value that is no number has none.
func splitNumber(value string) (number, unit string) {
	i := strings.LastIndexAny(value, "0123456789")
	return value[:i+1], value[i+1:]
}

// aimWords prints a target without decimals that say nothing: 60%, 6か月.
func (e *Env) aimWords(f *kpi.Figure) string {
	number, unit := splitNumber(e.brief(f, *f.Target))
	if number = wholeText(number); number == "1" {
		unit = strings.TrimSuffix(unit, "s") // 1 month
	}
	return number + shortUnit.Replace(unit)
}

// wholeText is a printed number without decimals that say nothing: 6.0 is 6, 4.00 is 4.
func wholeText(number string) string {
	if !strings.Contains(number, ".") {
		return number
	}
	return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
}

// apartWords says how a value stands to its target: 5.5ポイント足りない, 目標ちょうど, 23.4ポイント上回る.
func (e *Env) apartWords(f *kpi.Figure) string {
	gap := e.gapWords(f)
	low := f.Better == kpi.Lower
	switch more := *f.Value > *f.Target; {
	case gap == "":
		return e.Words("目標ちょうど", "just on target")
	case more && low:
		return e.Words(gap+"多い", gap+" too much")
	case more:
		return e.Words(gap+"上回る", gap+" above")
	case low:
		return e.Words(gap+"少なくてすんだ", gap+" below, as meant")
	}
	return e.Words(gap+"足りない", gap+" short")
}

// gapWords is the distance of a value from its target as both are printed; "" where they print alike and the value is
// on its good side.
func (e *Env) gapWords(f *kpi.Figure) string {
	gap := strings.TrimPrefix(content.Difference(*f.Target, *f.Value, string(f.Unit)), "−")
	if strings.Trim(gap, "0.,") == "" && reached(f) {
		return ""
	}
	if strings.Trim(gap, "0.,") == "" { // short of it by less than is printed
		return e.Words("わずかに", "slightly")
	}
	if f.Unit == kpi.Ratio {
		return gap + e.Words("ポイント", " points")
	}
	if e.inYen(f) {
		return e.brief(f, math.Abs(*f.Value-*f.Target))
	}
	_, unit := splitNumber(e.counted(f, math.Abs(*f.Value-*f.Target)))
	return gap + unit
}

// basisWords is what a value rests on, with its unit: 6 / 11件, 272万 / 326万円, 6件の平均, 参加12人.
func (e *Env) basisWords(f *kpi.Figure) string {
	lang := string(e.Lang)
	switch {
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && *f.Denominator >= 1e5:
		above, below := content.TenThousands(*f.Numerator, lang), content.TenThousands(*f.Denominator, lang)
		if e.Lang == "en" {
			return strings.TrimSuffix(above, " million yen") + " / " + strings.Replace(below, " million yen", "m yen", 1)
		}
		return strings.TrimSuffix(above, "円") + " / " + below
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil:
		return sumText(*f.Numerator) + " / " + sumText(*f.Denominator) + e.countWord(f)
	case f.Hides("n"):
		return ""
	case f.Topic == kpi.TopicFirstIncomes:
		if n := e.enrolledCount(); n != nil {
			return e.Words("参加"+content.Round(*n, 0)+"人", "of "+content.Round(*n, 0)+" enrolled")
		}
	case e.inFront(f) && f.Unit == kpi.Count:
		return e.sinceLastYear(f)
	case f.Unit == kpi.Score:
		return e.Words(content.Round(float64(f.N), 0)+"件の平均", "mean of "+content.Round(float64(f.N), 0))
	case f.Unit == kpi.Months:
		return e.Words(content.Round(float64(f.N), 0)+e.countWord(f)+"の平均", "mean of "+content.Round(float64(f.N), 0))
	}
	return ""
}

// countWord is the counting word of what a figure rests on.
func (e *Env) countWord(f *kpi.Figure) string {
	if f.About == kpi.AboutPersons || f.Counts == kpi.Persons {
		return e.Words("人", "")
	}
	return e.Words("件", "")
}

// enrolledCount is how many enrolled, where the edition may say it.
func (e *Env) enrolledCount() *float64 {
	if stages := e.Result.Funnel.Stages; len(stages) > 0 {
		return float(stages[0].Count)
	}
	return nil
}

// rangesFoot explains the mark † with the ranges of the figures that have one; "" where none has.
func (e *Env) rangesFoot(figures []*kpi.Figure) string {
	errors, _, _ := finding.Counts(e.Cohort.Findings)
	var ranges []string
	marked := false
	for _, f := range figures {
		if f.Open.Empty() {
			continue
		}
		marked = true
		if f.Range != nil && f.Value != nil {
			text := content.Between(f.Range[0], f.Range[1], string(f.Unit), string(e.Lang))
			if f.Unit == kpi.Count {
				text += e.countingWord(f)
			}
			ranges = append(ranges, e.Words(e.Say(f.Title)+"は"+text, e.Say(f.Title)+": "+text))
		}
	}
	if !marked {
		return ""
	}
	count := content.Round(float64(errors), 0)
	if len(ranges) == 0 {
		return e.Words("† 台帳の直すところ"+count+"件を除いた値。直すと変わることがある。",
			"† Without "+plural(errors, "row", "rows")+" to mend; mending may change it.")
	}
	return e.Words("† 台帳の"+count+"件を除いた値。直すと、"+strings.Join(ranges, "、")+"になり得る。",
		"† Without "+plural(errors, "row", "rows")+" to mend; once mended: "+strings.Join(ranges, ", ")+".")
}
