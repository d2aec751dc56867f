package block

import (
	"fmt"
	"math"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/survival"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var precedentDotsKind = Kind{
	Name:  "precedent_dots",
	About: "国の先行事業との比較（両方の数がある行だけ）",
	Build: (*Env).precedentDots,
}

// The national telework programmes of fiscal 2009–13, in round numbers as they were published.
const (
	nationalEnrolled = 2800
	nationalTrained  = 2000
	nationalWorking  = 760
	nationalLow      = 0.6 // of persons, 5,000 yen a month or less
)

// pairRow is one line of the comparison.
type pairRow struct {
	name, of     string
	here, there  float64 // shares
	hits, all    int     // behind here; 0: they are not told
	better, less string  // what a title says of it
}

// precedentDots sets shares of the pilot beside those of the national programmes. A row that lacks a side is left
// out, and without rows there is no chart.
func (e *Env) precedentDots(plan.Block) []content.Block {
	if e.model() == educationModel || e.chartOfModel() != nil && e.Plan.Has(frontChartKind.Name) {
		return nil // students are not whom the national programmes were for, and a page has room for one comparison
	}
	rows, going := e.pairRows(), e.stillGoing()
	if all := e.stageCount(facts.Enrolled); len(rows) == 0 || all != nil && going == *all {
		return nil // of people whose cycle is not over a low share says nothing
	}
	c := &content.Chart{ID: "precedent", Kind: content.DotPairs, Unit: "%", Title: e.pairTitle(rows),
		Column: &content.ValueColumn{Head: e.Words("差", "diff.")},
		Twin: &content.Table{Caption: e.Words("国の先行事業との比較", "Beside the national programmes"), Columns: []content.Column{
			{Head: e.Words("項目", "Item")}, {Head: e.place(), Align: content.Right},
			{Head: e.Words("国の先行事業", "National programmes"), Align: content.Right},
			{Head: e.Words("差", "Difference"), Align: content.Right}}}}
	here, there := content.Series{Name: e.place()}, content.Series{Name: e.Words("国の先行事業", "nation 2009–13")}
	for _, r := range rows {
		percent, national := wholePercent(r.here), wholePercent(r.there)
		apart := signed(content.Round(percent-national, 0)) + e.Words("ポイント", " points")
		label, about := content.WholePercent(r.here), e.Words("約", "c. ")+content.WholePercent(r.there)
		c.Categories = append(c.Categories, r.name+"\n"+r.of)
		here.Values, here.Labels = append(here.Values, &percent), append(here.Labels, label)
		there.Values, there.Labels = append(there.Values, &national), append(there.Labels, about)
		c.Column.Texts = append(c.Column.Texts, apart)
		c.Twin.Rows = append(c.Twin.Rows, []string{r.name + e.Words("（"+r.of+"）", " ("+r.of+")"), label, about, apart})
	}
	c.Series = []content.Series{here, there}
	return []content.Block{content.Heading{Text: c.Title}, c,
		content.Paragraph{Text: e.pairNote(rows), Tone: content.Note}}
}

// wholePercent is a share in percent as it is printed.
func wholePercent(share float64) float64 { return math.Floor(float64(share*100) + 0.5 + 1e-9) }

func (e *Env) pairRows() []pairRow {
	var rows []pairRow
	add := func(from, to facts.Stage, there float64, name, of, better, less string) {
		a, b := e.stageCount(from), e.stageCount(to)
		if a == nil || b == nil || *a == 0 || *b > *a {
			return
		}
		rows = append(rows, pairRow{name: name, of: of, here: float64(*b) / float64(*a), there: there, hits: *b, all: *a,
			better: better, less: less})
	}
	trained, earned := e.Words("研修を終えた人", "trained"), e.Words("収入を得た人", "earned")
	everyone, those := e.Words("参加した人のうち", "of all enrolled"), e.Words("修了した人のうち", "of those trained")
	add(facts.Enrolled, facts.TrainingCompleted, float64(nationalTrained)/nationalEnrolled, trained, everyone,
		e.Words("研修を終えた割合", "More completed the training"), e.Words("研修を終えた割合", "Fewer completed the training"))
	add(facts.Enrolled, facts.FirstIncome, float64(nationalWorking)/nationalEnrolled, earned, everyone,
		e.Words("収入に進んだ割合", "More earned"), e.Words("収入に進んだ割合", "Fewer earned"))
	add(facts.TrainingCompleted, facts.FirstIncome, float64(nationalWorking)/nationalTrained, earned, those,
		e.Words("研修から収入に進んだ割合", "More of the trained earned"), e.Words("研修から収入に進んだ割合", "Fewer of the trained earned"))
	if low, known := e.lowShare(); known {
		rows = append(rows, pairRow{name: e.Words("5,000円以下の月", "low pay"),
			of: e.Words("少ないほどよい", "up to 5,000 yen"), here: low, there: nationalLow})
	}
	return rows
}

// pairTitle claims a difference only where the interval of the pilot's share leaves the national one out: of the row
// on income of all enrolled, else of the first row with counts.
func (e *Env) pairTitle(rows []pairRow) string {
	var best *pairRow
	for i := range rows {
		if r := &rows[i]; r.all > 0 && (best == nil || r.there == float64(nationalWorking)/nationalEnrolled) {
			best = r
		}
	}
	if best != nil {
		switch within := survival.Wilson(best.hits, best.all); {
		case within.Lower > best.there:
			return e.Words("国の先行事業より、"+best.better+"が高い", best.better+" than nationally")
		case within.Upper < best.there && e.stillGoing() == 0:
			return e.Words("国の先行事業より、"+best.less+"が低い", best.less+" than nationally")
		}
	}
	return e.Words("国の先行事業との差は、この人数では分からない", "Too few people to tell it from the national programmes")
}

// stillGoing is how many of those enrolled have not come to the end of their cycle; 0 where that is not told.
func (e *Env) stillGoing() int {
	all, f := e.stageCount(facts.Enrolled), e.reaching(facts.Retained)
	switch {
	case all == nil || f == nil || f.Suppressed:
		return 0
	case f.Denominator == nil:
		return *all
	}
	return max(0, *all-int(*f.Denominator))
}

// place is what the pilot is called beside the nation: この町.
func (e *Env) place() string {
	name := []rune(strings.TrimSpace(e.Cohort.Pilot.Program.Municipality))
	if len(name) > 0 && strings.ContainsRune("都道府県市区町村", name[len(name)-1]) {
		return e.Words("この"+string(name[len(name)-1]), "this pilot")
	}
	return e.Words("このパイロット", "this pilot")
}

// mostMoving is how many people there are at most where one moves a share by two points or more.
const mostMoving = 50

// pairNote says whom the national numbers count, how far one person moves a share here, and where the two do not
// count alike.
func (e *Env) pairNote(rows []pairRow) string {
	text := e.Words("国は2009〜13年度。約2,800人が参加し、約2,000人が研修を終え、約760人が仕事と収入を得た。",
		"Nation: fiscal 2009–13; about 2,800 enrolled, 2,000 were trained, 760 found work and income. ")
	if all := e.stageCount(facts.Enrolled); all != nil && *all > 0 && *all <= mostMoving && rows[0].all > 0 {
		step := content.Round(wholePercent(1/float64(*all)), 0)
		text += e.Words(fmt.Sprintf("%sは%sなので、1人で%sポイント動く。", strings.TrimPrefix(e.place(), "この"), e.persons(*all), step),
			fmt.Sprintf("Here %s: one person moves a share by %s points. ", e.persons(*all), step))
	}
	if going := e.stillGoing(); going > 0 {
		text += e.Words(fmt.Sprintf("まだ途中の人が%sいて、こちらの割合はこれから上がることがある。", e.persons(going)),
			fmt.Sprintf("%s are still on their way, so shares here may rise. ", e.persons(going)))
	}
	if last := rows[len(rows)-1]; last.all == 0 && !e.lowPersons() {
		text += e.Words("5,000円以下は、国は人の割合、こちらは月の割合。",
			"5,000 yen or less: nationally a share of persons, here of months.")
	}
	return strings.TrimSpace(text)
}

// lowShare is the share of months, or of persons, with pay of 5,000 yen or less.
func (e *Env) lowShare() (share float64, known bool) {
	low, all, whole := e.lowIncomes()
	if !whole || all == 0 {
		return 0, false
	}
	return low / all, true
}

// lowPersons reports that the share of low incomes here is one of persons, as the national one is.
func (e *Env) lowPersons() bool {
	_, persons := bandParts(e.on(kpi.TopicMonthlyIncome))
	return persons
}

// signed puts a sign before a difference; the minus is the typographic one.
func signed(text string) string {
	if strings.HasPrefix(text, "−") {
		return text
	}
	if strings.Trim(text, "0.") == "" {
		return "±" + text
	}
	return "+" + text
}
