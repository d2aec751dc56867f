package block

import (
	"fmt"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var ruleSquaresKind = Kind{
	Name:  "rule_squares",
	About: "10-10-10 と週ごとの時間を並べて（profile = \"hub\" の版だけ）",
	Build: (*Env).ruleSquares,
}

// ruleSquares sets the 10-10-10 rule beside the hours of the last weeks.
func (e *Env) ruleSquares(plan.Block) []content.Block {
	if !e.Profile.Open() || e.nobodyYet() {
		return nil
	}
	parts := [][]content.Block{headed(e.squares())}
	if c := e.weekColumns(); c != nil {
		parts = append(parts, drawnUnder(c))
	}
	return []content.Block{content.Beside{Parts: parts}}
}

// mostSquares is how many squares a row has room for; a larger number is told in words alone.
const mostSquares = 24

// squares shows each of the three parts of the rule as squares against its target.
func (e *Env) squares() *content.Table {
	t := &content.Table{ID: "rule_squares", Columns: []content.Column{{Head: e.Words("項目", "Item"), Width: 43},
		{Head: e.Words("実績", "Actual"), Width: 37}, {Head: e.Words("目標", "Target"), Align: content.Right, Width: 21}},
		Dress: &content.Dressing{Bare: true}}
	met, known := 0, 0
	for _, row := range e.ruleRows() {
		target := content.Round(row.Target, 0)
		dress := []content.Dress{{}, {}, {Strong: true}}
		text := e.Words("データなし", "no data")
		if row.Actual != nil {
			known++
			if *row.Actual >= row.Target {
				met++
			}
			text = content.Round(*row.Actual, decimals(*row.Actual)) + " / " + target + row.unit
			if *row.Actual <= mostSquares && row.Target <= mostSquares && decimals(*row.Actual) == 0 {
				dress[1].Draw = content.Units{Count: int(*row.Actual), Target: int(row.Target)}
			}
		}
		t.Rows = append(t.Rows, []string{row.name, "", text})
		t.Dress.Cells = append(t.Dress.Cells, dress)
	}
	dropBlank(t)
	switch {
	case known == 0:
		t.Caption = e.Words("10-10-10：まだデータがない", "10-10-10: no data yet")
	case met == len(t.Rows):
		t.Caption = e.Words("10-10-10：3つとも届いた", "10-10-10: all three are reached")
	case met == 0 && known == len(t.Rows):
		t.Caption = e.Words("10-10-10：まだどれも届いていない", "10-10-10: none is reached yet")
	case known < len(t.Rows) && met == 0:
		t.Caption = e.Words(fmt.Sprintf("10-10-10：データのある%dつは届いていない", known),
			fmt.Sprintf("10-10-10: the %d with data not reached", known))
	case known < len(t.Rows) && met == known:
		t.Caption = e.Words(fmt.Sprintf("10-10-10：データのある%dつは届いた", known),
			fmt.Sprintf("10-10-10: the %d with data reached", known))
	case known < len(t.Rows):
		t.Caption = e.Words(fmt.Sprintf("10-10-10：データのある%dつのうち%dつに届いた", known, met),
			fmt.Sprintf("10-10-10: %d of the %d with data reached", met, known))
	default:
		t.Caption = e.Words(fmt.Sprintf("10-10-10：3つのうち%dつに届いた", met), fmt.Sprintf("10-10-10: %d of 3 %s reached", met,
			sIf(met, "is", "are")))
	}
	t.Notes = []string{e.hoursAdded(e.Result.TenRule.Basis)}
	if len(t.Columns) > 2 {
		t.Notes[0] = e.Words("太い縦線は目標。", "The tick is the target. ") + t.Notes[0]
	}
	return t
}

// hoursAdded says for whom the hours of the rule are added up.
func (e *Env) hoursAdded(basis string) string {
	switch basis {
	case "person":
		return e.Words("時間は、1人ごとに合わせた。", "Hours are added up by person.")
	case "total":
		return e.Words("時間は、全員の作業を合わせた。", "Hours are those of everybody.")
	}
	return e.Words("時間は、案件ごとに合わせた。", "Hours are added up by project.")
}

// weekColumns draws the hours of all in each of the last weeks; nil where there are none.
func (e *Env) weekColumns() *content.Chart {
	if !e.Cohort.Tasks.Has("hours") || len(e.Cohort.Tasks.Rows) == 0 {
		return nil
	}
	c := &content.Chart{ID: "weeks", Kind: content.Columns, Low: true, Unit: e.Words("時間", " h"), Twin: e.weekTable()}
	s := content.Series{Name: e.Words("時間", "hours")}
	total := 0.0
	weeks := weekTotals(e.Window)
	for _, w := range weeks {
		total += w.hours
		c.Categories = append(c.Categories, e.shortDay(w.monday))
		s.Values = append(s.Values, new(w.hours))
		c.Twin.Rows = append(c.Twin.Rows, w.row())
	}
	if total == 0 { // nobody whose weeks can be told
		return nil
	}
	s.Labels = ends(s.Values)
	c.Series = []content.Series{s}
	c.Running = weeks[len(weeks)-1].monday+6 > e.Window.Clock.At()
	c.Title = e.Words(fmt.Sprintf("作業は%d週で%s時間、週に%s時間", shownWeeks, content.Round(total, 0),
		content.Round(total/shownWeeks, 1)), fmt.Sprintf("%s hours in %d weeks, %s a week", content.Round(total, 0),
		shownWeeks,
		content.Round(total/shownWeeks, 1)))
	c.Source = e.Words("週ごとの作業時間（全員）。", "Hours of everybody by week. ")
	if c.Running {
		c.Source += e.Words("白い棒は途中の週。", "An empty column is the week that is running.")
	}
	return c
}

// ends labels the first, the highest and the last value.
func ends(values []*float64) []string {
	labels := make([]string, len(values))
	top := -1
	for i, v := range values {
		if v != nil && (top < 0 || *v > *values[top]) {
			top = i
		}
	}
	for _, i := range []int{0, top, len(values) - 1} {
		if i >= 0 && values[i] != nil && *values[i] > 0 {
			labels[i] = content.Round(*values[i], 0)
		}
	}
	return labels
}
