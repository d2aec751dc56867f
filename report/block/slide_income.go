package block

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideIncomeKind = Kind{
	Name:  "slide_income",
	About: "スライド：月の収入の分布と中央値",
	Build: (*Env).slideIncome,
}

// slideIncome shows how monthly incomes lie, and what is typical; where the bands may not be shown, the typical alone.
func (e *Env) slideIncome(b plan.Block) []content.Block {
	f := e.on(kpi.TopicMonthlyIncome)
	if f == nil || e.yieldsToModel() {
		return nil
	}
	s := &content.SlideParts{Foot: e.wageNote(), Notes: e.sources(e.on(kpi.TopicMonthlyIncome),
		e.on(kpi.TopicHourlyPay), e.on(kpi.TopicBelowReference))}
	chart, title := e.incomeDots(f)
	if chart != nil && !e.oneBand(f) {
		s.Chart, s.Title = chart, title
		s.Subtitle = e.incomeSubtitle(f)
		s.Side = e.typicalPay()
		return e.slide(b, s)
	}
	for _, t := range []kpi.Topic{kpi.TopicMonthlyIncome, kpi.TopicHourlyPay} {
		if f := e.on(t); f != nil && f.Value != nil {
			s.Gauges = append(s.Gauges, e.gauge(f))
		}
	}
	if len(s.Gauges) == 0 {
		return nil
	}
	s.Title = e.payTitle()
	hourly := idsOf(e.on(kpi.TopicHourlyPay))
	if last := &s.Gauges[len(s.Gauges)-1]; slices.Contains(hourly, last.Figure) {
		e.besideWage(last)
	}
	s.Lead = e.payLines(f)
	if chart != nil {
		s.Lead = append([]string{strings.ReplaceAll(title, "\n", "")}, s.Lead...)
	}
	return e.slide(b, s)
}

// mostInBand is how much of all one band holds at most in a chart worth drawing.
const mostInBand = 0.6

// oneBand reports whether a single band holds so many that a sentence tells as much as a chart.
func (e *Env) oneBand(f *kpi.Figure) bool {
	bands, _ := bandParts(f)
	most, all := 0.0, 0.0
	for _, b := range bands {
		most, all = max(most, b.count), all+b.count
	}
	return most > float64(mostInBand*all)
}

// besideWage sets the minimum wage of the prefecture, where it is known, beside the pay for an hour: as a tick and in
// words. Nothing is a target of that, so there is no verdict.
func (e *Env) besideWage(g *content.Gauge) {
	f := e.on(kpi.TopicBelowReference)
	wages, why := facts.LocalWages(e.Window)
	if f == nil || f.Value == nil && f.Coded == nil || !why.Empty() || g.Aims {
		return
	}
	wage, known := wages.On(e.Window.Clock.At())
	if !known {
		return
	}
	g.Aims, g.Target, g.Tick = true, wage.Yen, e.Words("最低賃金", "minimum wage")
	g.Detail = e.Words("最低賃金は"+content.Round(wage.Yen, 0)+"円",
		"minimum wage: "+content.Round(wage.Yen, 0)+" yen")
}

// payLines say what stands beside the typical pay where no chart does: who is paid less than the minimum wage, how many
// hours of work the month is about, and why the incomes are not drawn.
func (e *Env) payLines(f *kpi.Figure) []string {
	var lines []string
	if line := e.belowReference(); line != "" {
		lines = append(lines, e.Words(line+"。", line+"."))
	}
	hour := e.on(kpi.TopicHourlyPay)
	if f.Value != nil && hour != nil && hour.Value != nil && *hour.Value > 0 {
		hours := content.Round(*f.Value / *hour.Value, 0)
		lines = append(lines, e.Words("月の収入の中央値は、この報酬でおよそ"+hours+"時間分にあたる。",
			"The median month is about "+hours+" hours of work at that pay."))
	}
	if !f.Absent.Empty() {
		lines = append(lines, e.Words("人数の少ない区分があるため、月収の分布は載せない。",
			"With few people in some bands, the spread is not shown."))
	}
	return lines
}

// mostDrawn is how many people a chart draws one by one.
const mostDrawn = 100

// incomeSubtitle says what the chart counts.
func (e *Env) incomeSubtitle(f *kpi.Figure) string {
	bands, persons := bandParts(f)
	total := 0.0
	for _, b := range bands {
		total += b.count
	}
	switch {
	case !persons && total > mostDrawn:
		return e.Words("月の収入（1人の1か月を1と数える）", "Monthly income (each month of each person)")
	case !persons:
		return e.Words("月の収入（点1つが、1人の1か月）", "Monthly income (a dot is a month of a person)")
	case total > mostDrawn:
		return e.Words("月の収入（人数。各人の月収の中央値）", "Monthly income (persons, each at the own median)")
	}
	return e.Words("月の収入（点1つが1人。各人の月収の中央値）", "Monthly income (a dot is a person, at the own median)")
}

// payTitle states what is typical.
func (e *Env) payTitle() string {
	month, hour := e.on(kpi.TopicMonthlyIncome), e.on(kpi.TopicHourlyPay)
	switch {
	case month.Value != nil && hour != nil && hour.Value != nil:
		return e.Words("月の収入の中央値は"+e.Value(month)+"、\n1時間あたりでは"+perHour(e.Value(hour))+"だった。",
			"The median monthly income is "+e.Value(month)+",\npay for an hour "+perHour(e.Value(hour))+".")
	case month.Value != nil:
		return e.Words("月の収入の中央値は"+e.Value(month)+"だった。", "The median monthly income is "+e.Value(month)+".")
	}
	return e.Words("1時間あたりの報酬は"+perHour(e.Value(hour))+"だった。", "Pay for an hour is "+perHour(e.Value(hour))+".")
}

// incomeDots is the chart of the bands with people in them, those that the title names filled.
func (e *Env) incomeDots(f *kpi.Figure) (*content.Chart, string) {
	bands, persons := bandParts(f)
	total, most := 0.0, -1
	for i, b := range bands {
		total += b.count
		if most < 0 || b.count > bands[most].count {
			most = i
		}
	}
	if total == 0 || !f.Absent.Empty() || f.Suppressed || len(bands) < 2 {
		return nil, ""
	}
	unit := e.Words("か月分", " months of people")
	if persons {
		unit = e.Words("人", "")
	}
	c := &content.Chart{ID: "income_dots", Kind: content.Dots, Unit: unit, Figures: []string{f.ID},
		Twin: &content.Table{Caption: e.Words("月の収入", "Monthly income"), Columns: []content.Column{
			{Head: e.Words("月の収入", "Monthly income")}, {Head: e.Words("人数", "Number"), Align: content.Right}}}}
	named := content.Series{Name: e.bandName(bands[most], "")}
	rest := content.Series{Name: e.Words("ほか", "others")}
	for i, b := range bands {
		c.Categories = append(c.Categories, e.bandName(b, "\n"))
		in, out := 0.0, b.count
		if i == most {
			in, out = out, in
		}
		named.Values, rest.Values = append(named.Values, &in), append(rest.Values, &out)
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Say(b.title), content.Round(b.count, 0)})
	}
	c.Series = []content.Series{named, rest}
	of := plural(int(total), "month of people", "months of people")
	if persons {
		of = plural(int(total), "person", "people")
	}
	count, all := content.Round(bands[most].count, 0)+unit, content.Round(total, 0)+unit
	return c, e.Words("月の収入は、"+all+"のうち"+count+"が"+e.bandName(bands[most], "")+"だった。",
		"Of "+of+", "+content.Round(bands[most].count, 0)+" brought "+e.bandName(bands[most], " ")+" a month.")
}

// bandEdges are the lowest and the highest yen of the bands, by their keys; 0 stands for none.
var bandEdges = map[string][2]float64{"zero": {0, 0}, "to_5000": {1, 5000}, "to_29999": {5001, 29999},
	"to_49999": {30000, 49999}, "from_50000": {50000, 0}}

// bandName is a band, or several in one, in few signs: 5,000円以下, 5,001〜29,999円, 30,000円以上; apart stands where a
// line may end. A band with a key that is not known has its title.
func (e *Env) bandName(b band, apart string) string {
	first, known := bandEdges[b.keys[0]]
	last, also := bandEdges[b.keys[len(b.keys)-1]]
	low, high := content.Round(first[0], 0), content.Round(last[1], 0)
	switch {
	case !known || !also:
		return e.Say(b.title)
	case b.keys[len(b.keys)-1] == "from_50000":
		return e.Words(low+"円"+apart+"以上", low+" yen"+cmp.Or(apart, " ")+"and more")
	case b.keys[0] == "zero" && len(b.keys) > 1:
		return e.Words(high+"円"+apart+"以下", "up to"+cmp.Or(apart, " ")+high+" yen")
	case b.keys[0] == "zero":
		return e.Words("0円", "0 yen")
	case b.keys[0] == "to_5000":
		return e.Words(high+"円"+apart+"以下", "up to"+cmp.Or(apart, " ")+high+" yen")
	}
	return e.Words(low+"〜"+apart+high+"円", low+"–"+apart+high+" yen")
}

// typicalPay is the median month, an hour's pay, and how many are below what is compared with.
func (e *Env) typicalPay() []content.Side {
	var sides []content.Side
	if f := e.on(kpi.TopicMonthlyIncome); f.Value != nil {
		sides = append(sides, content.Side{Label: e.Words("月収の中央値", "Median month"), Number: e.Value(f)})
	}
	if f := e.on(kpi.TopicHourlyPay); f != nil && f.Value != nil {
		sides = append(sides, content.Side{Label: e.Words("1時間あたり", "An hour"), Number: perHour(e.Value(f))})
	}
	if line := e.belowReference(); line != "" {
		sides = append(sides, content.Side{Label: line, Ruled: true})
	}
	return sides
}

// perHour is a value an hour without saying so again.
func perHour(text string) string { return strings.TrimSuffix(strings.TrimSuffix(text, "/時"), "/h") }

// belowReference says how many are paid less than the reference wage on average.
func (e *Env) belowReference() string {
	f := e.on(kpi.TopicBelowReference)
	if f == nil || f.Value == nil && f.Coded == nil {
		return ""
	}
	below := e.Value(f) + " are"
	if f.Value != nil && *f.Value <= 1 {
		below = map[float64]string{0: "Nobody is", 1: "1 person is"}[*f.Value]
	}
	return e.Words("平均して最低賃金を下回る人は"+e.Value(f)+daggerOf(f),
		below+" below the minimum wage on average"+daggerOf(f))
}

// daggerOf is the dagger without a space, for a number at the end of a sentence.
func daggerOf(f *kpi.Figure) string { return strings.TrimSpace(Dagger(f)) }

// wageNote says why the minimum wage is only compared with, where it is.
func (e *Env) wageNote() string {
	f := e.on(kpi.TopicBelowReference)
	if f == nil || f.Value == nil && f.Coded == nil {
		return ""
	}
	note := e.Words("雇用ではないため最低賃金は適用されず、参考として比べた。",
		"The minimum wage does not apply, as nobody is employed; it is compared with for reference.")
	if !f.Open.Empty() {
		note += e.Words("† 台帳を直すと変わることがある。", " † May change once the ledger is mended.")
	}
	return note
}
