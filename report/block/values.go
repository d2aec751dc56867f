package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
)

// None is printed where there is no value; a zero is printed as 0.
const None = "―"

// Quantity prints a value in the unit of a figure.
func (e *Env) Quantity(v float64, unit kpi.Unit) string {
	return content.Quantity(v, string(unit), string(e.Lang))
}

// Value prints a figure's value with its unit, or none.
func (e *Env) Value(f *kpi.Figure) string {
	switch {
	case f != nil && f.Suppressed:
		return e.Say(f.Symbol())
	case f == nil || f.Value == nil:
		return None
	case f.Step > 0 && f.Unit == kpi.Score: // one decimal is how a score is told
		return content.Round(*f.Value, 1) + e.Words("点", "")
	case f.Step > 0 && f.Unit == kpi.Ratio:
		return e.Words("約", "about ") + content.Round(*f.Value*100, 0) + "%"
	case f.Step > 0:
		return e.Words("約", "about ") + e.counted(f, *f.Value)
	}
	return e.counted(f, *f.Value)
}

// counted prints a value of a figure in its unit, a count with its counting word.
func (e *Env) counted(f *kpi.Figure, v float64) string {
	text := e.Quantity(v, f.Unit)
	if f.Unit == kpi.Count {
		text += e.countingWord(f)
	}
	return text
}

// counter is the counting word behind a count.
func (e *Env) counter(of kpi.Things) string {
	switch of {
	case kpi.Persons:
		return e.Words("人", "")
	case kpi.Number:
		return ""
	}
	return e.Words("件", "")
}

// Basis prints what a value rests on: numerator over denominator for a ratio, else how many of what; nothing where that
// may not be told or is not counted.
func (e *Env) Basis(f *kpi.Figure) string {
	if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil {
		return sumText(*f.Numerator) + " / " + sumText(*f.Denominator)
	}
	if f.Hides("n") || f.N == 0 {
		return ""
	}
	n := content.Round(float64(f.N), 0)
	if f.Unit == kpi.Count && f.Counts == kpi.Persons {
		return e.Words(n+"人のうち", "of "+n)
	}
	return e.ofWhat(f, n)
}

// ofWhat is a number with the word for what a figure is made from: 作業383件.
func (e *Env) ofWhat(f *kpi.Figure, n string) string {
	of := func(one, many string) string {
		if n == "1" {
			return "1 " + one
		}
		return n + " " + many
	}
	switch {
	case f.Topic == kpi.TopicMonthlyIncome:
		return e.Words("のべ"+n+"か月分", of("month of people", "months of people"))
	case f.About == kpi.AboutPay, f.About == kpi.AboutWork:
		return e.Words("作業"+n+"件", of("task", "tasks"))
	case f.About == kpi.AboutPersons, f.About == kpi.AboutSupport:
		return e.Words(n+"人", of("person", "people"))
	case f.About == kpi.AboutContracts, f.About == kpi.AboutRevenue:
		return e.Words("契約"+n+"件", of("contract", "contracts"))
	case f.About == kpi.AboutClients:
		return e.Words("発注者"+n+"件", of("client", "clients"))
	case f.About == kpi.AboutAnswers:
		return e.Words("回答"+n+"件", of("answer", "answers"))
	}
	return e.Words("記録"+n+"件", of("record", "records"))
}

// sumText prints a numerator or a denominator.
func sumText(v float64) string { return content.Round(v, decimals(v)) }

// decimals is how many decimals a numerator needs: none for whole numbers.
func decimals(v float64) int {
	if v == float64(int64(v)) {
		return 0
	}
	return 1
}

// Caveat is the first warning of a figure: the one a reader must not miss.
func (e *Env) Caveat(f *kpi.Figure) string {
	if len(f.Warnings) == 0 {
		return ""
	}
	return e.Say(f.Warnings[0])
}

// reached reports whether a figure with a target is on its good side, compared exactly.
func reached(f *kpi.Figure) bool {
	return f.Value != nil && f.Target != nil && f.Better.Meets(*f.Value, *f.Target)
}

// Dagger marks a figure that rows with an open error could change.
func Dagger(f *kpi.Figure) string {
	if f.Open.Empty() {
		return ""
	}
	return " †"
}

// OpenNote explains the dagger.
func (e *Env) OpenNote() string {
	if e.Plan.Has("findings") {
		return e.Words("† 台帳の誤りのある行を除いた値です。直すと変わることがあります（「台帳の点検結果」をご覧ください）。",
			"† Rows with an error are left out; the value may change once they are put right (see the findings).")
	}
	return e.Words("† 台帳の誤りのある行を除いた値です。直すと変わることがあります。",
		"† Rows with an error are left out; the value may change once they are put right.")
}
