package report

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
)

// none is printed where there is no value; a zero is printed as 0.
const none = "―"

// cards shows figures large, each with its n/N, target and caveat.
func (e *edition) cards(b PlanBlock) []content.Block {
	var cards content.Cards
	for _, id := range b.Figures {
		if f := e.figure(id); f != nil {
			cards.Cards = append(cards.Cards, e.card(f))
		}
	}
	return []content.Block{cards}
}

func (e *edition) card(f *kpi.Figure) content.Card {
	c := content.Card{Figure: f.ID, Title: e.say(f.Title), Value: none, Detail: e.say(f.Reason)}
	if f.Target != nil {
		c.Target = e.words("目標 ", "target ") + e.counted(f, *f.Target)
	}
	if f.Suppressed {
		c.Value = kpi.Mark
	}
	if f.Value == nil {
		return c
	}
	c.Known, c.Value, c.Detail = true, e.value(f), e.basis(f)+dagger(f)
	c.Note = e.caveat(f)
	if f.Target != nil {
		c.Tone = content.Watch
		if e.reached(f) {
			c.Tone = content.Good
		}
	}
	return c
}

// value prints a figure's value with its unit, or none.
func (e *edition) value(f *kpi.Figure) string {
	switch {
	case f != nil && f.Suppressed:
		return kpi.Mark
	case f == nil || f.Value == nil:
		return none
	}
	return e.counted(f, *f.Value)
}

// counted prints a value of a figure in its unit, a count with its counting word.
func (e *edition) counted(f *kpi.Figure, v float64) string {
	text := e.quantity(v, f.Unit)
	if f.Unit == kpi.Count {
		text += e.counter(f.ID)
	}
	return text
}

// counter is the counting word of a count.
func (e *edition) counter(id string) string {
	people := []string{"first_income_residents", "registered_workers", "active_workers", "leaders", "second_challenge",
		"below_reference_workers",
		"rule_candidates", "by_gender", "by_age_band", "by_situation"}
	switch {
	case slices.Contains(people, id):
		return e.words(" 人", "")
	case strings.HasPrefix(id, "metric."):
		return ""
	}
	return e.words(" 件", "")
}

// basis prints what a value rests on: numerator over denominator for a ratio, else n.
func (e *edition) basis(f *kpi.Figure) string {
	top, bottom := f.Numerator != nil || f.Hides("numerator"), f.Denominator != nil || f.Hides("denominator")
	if f.Unit == kpi.Ratio && top && bottom {
		return marked(f.Numerator) + " / " + marked(f.Denominator)
	}
	if f.Hides("n") {
		return e.words("対象 ", "n = ") + kpi.Mark
	}
	return e.words("対象 ", "n = ") + content.Round(float64(f.N), 0)
}

// marked prints a number, or the mark of one that may not be shown.
func marked(v *float64) string {
	if v == nil {
		return kpi.Mark
	}
	return content.Round(*v, decimals(*v))
}

// decimals is how many decimals a numerator needs: none for whole numbers.
func decimals(v float64) int {
	if v == float64(int64(v)) {
		return 0
	}
	return 1
}

// caveat is the first warning of a figure: the one a reader must not miss.
func (e *edition) caveat(f *kpi.Figure) string {
	if len(f.Warnings) == 0 {
		return ""
	}
	return e.say(f.Warnings[0])
}

// reached reports whether a figure with a target is on its good side, compared exactly.
func (e *edition) reached(f *kpi.Figure) bool {
	if f.Value == nil || f.Target == nil {
		return false
	}
	if e.better(f.ID) == kpi.Lower {
		return *f.Value <= *f.Target
	}
	return *f.Value >= *f.Target
}

func (e *edition) better(id string) kpi.Better {
	for _, d := range e.Definitions {
		if d.ID == id {
			return d.Better
		}
	}
	return kpi.Neutral
}

// figureTable lists figures with value, basis, interval and caveat or reason.
func (e *edition) figureTable(b PlanBlock) []content.Block {
	t := &content.Table{
		Caption: e.say(b.Text.text()),
		Columns: []content.Column{
			{Head: e.words("指標", "Figure"), Width: 23},
			{Head: e.words("値", "Value"), Align: content.Right, Width: 14},
			{Head: e.words("もと", "Basis"), Align: content.Right, Width: 16},
			{Head: e.words("95 %区間", "95 % interval"), Align: content.Right, Width: 21},
			{Head: e.words("注", "Notes"), Width: 30},
		},
	}
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil {
			continue
		}
		if !f.Open.Empty() {
			t.Notes = []string{e.openNote()}
		}
		if f.Value == nil {
			t.Rows = append(t.Rows, []string{e.say(f.Title), e.value(f) + dagger(f), "", "", e.say(f.Reason)})
			continue
		}
		t.Rows = append(t.Rows, []string{e.say(f.Title), e.value(f) + dagger(f), e.basis(f), e.interval(f), e.remark(f)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	dropEmpty(t)
	return []content.Block{t}
}

// dropEmpty takes out the columns in which no row has anything.
func dropEmpty(t *content.Table) {
	for i := len(t.Columns) - 1; i > 0; i-- {
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return row[i] != "" }) {
			continue
		}
		t.Columns = slices.Delete(t.Columns, i, i+1)
		for k := range t.Rows {
			t.Rows[k] = slices.Delete(t.Rows[k], i, i+1)
		}
	}
}

// dagger marks a figure that rows with an open error could change.
func dagger(f *kpi.Figure) string {
	if f.Open.Empty() {
		return ""
	}
	return " †"
}

// openNote explains the dagger.
func (e *edition) openNote() string {
	if e.plan.has("findings") {
		return e.words("† 台帳の誤りのある行を除いた値です。直すと変わることがあります（「台帳の点検結果」をご覧ください）。",
			"† Rows with an error are left out; the value may change once they are put right (see the findings).")
	}
	return e.words("† 台帳の誤りのある行を除いた値です。直すと変わることがあります。",
		"† Rows with an error are left out; the value may change once they are put right.")
}

// remark is the caveat of a figure, and the range in which it will lie once the errors are put
// right, where that can be told.
func (e *edition) remark(f *kpi.Figure) string {
	text := e.caveat(f)
	if f.Range != nil && f.Range[0] != f.Range[1] {
		text = strings.TrimLeft(text+e.words("　直したあとの範囲：", " Once mended: ")+e.quantity(f.Range[0], f.Unit)+
			e.words("〜", " to ")+e.quantity(f.Range[1], f.Unit), "　 ")
	}
	return text
}

func (e *edition) interval(f *kpi.Figure) string {
	if f.Interval == nil {
		return ""
	}
	return e.quantity(f.Interval[0], f.Unit) + e.words("〜", " to ") + e.quantity(f.Interval[1], f.Unit)
}

// targets draws each figure's actual against its target as a share of the target.
func (e *edition) targets(b PlanBlock) []content.Block {
	c := &content.Chart{
		ID: "targets", Kind: content.TargetBar, Unit: "%",
		XTitle: e.words("目標に対する達成（目標 = 100 %）", "share of the target (target = 100 %)"),
		Twin: &content.Table{Caption: e.words("目標と実績", "Targets and actuals"), Columns: []content.Column{
			{Head: e.words("指標", "Figure")}, {Head: e.words("目標", "Target"), Align: content.Right},
			{Head: e.words("実績", "Actual"), Align: content.Right}, {Head: e.words("達成", "Achieved"), Align: content.Right}}},
	}
	s := content.Series{Name: e.words("実績", "actual")}
	met := 0
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil || f.Target == nil || *f.Target == 0 {
			continue
		}
		share, label := (*float64)(nil), e.words("データなし", "no data")
		if f.Suppressed {
			label = kpi.Mark
		}
		if f.Value != nil {
			share = new(float64(*f.Value / *f.Target * 100))
			label = fmt.Sprintf("%s（%s %s）", e.value(f), e.words("目標", "target"), e.counted(f, *f.Target))
		}
		if e.reached(f) {
			met++
		}
		c.Categories = append(c.Categories, e.say(f.Title))
		c.Figures = append(c.Figures, id)
		s.Values, s.Labels, s.Target = append(s.Values, share), append(s.Labels, label), append(s.Target, new(100.0))
		c.Twin.Rows = append(c.Twin.Rows, []string{e.say(f.Title), e.counted(f, *f.Target), e.value(f), shareText(share)})
	}
	if len(c.Categories) == 0 {
		return nil
	}
	c.Series = []content.Series{s}
	c.Title = e.words(fmt.Sprintf("目標のある %d 指標のうち %d 指標が目標に届いています", len(c.Categories), met),
		fmt.Sprintf("%d of %d figures have reached their target", met, len(c.Categories)))
	c.Alt = tableAlt(c.Title, c.Twin)
	return []content.Block{c}
}

func shareText(share *float64) string {
	if share == nil {
		return none
	}
	return content.Round(*share, 1) + " %"
}
