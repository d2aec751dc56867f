package report

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
)

var cardsKind = Kind{
	Name:  "cards",
	About: "指標を大きな数字で（figures が必要）",
	Needs: Figures,
	Build: (*Env).cards,
}

// cards shows figures large, each with its n/N, target and caveat.
func (e *Env) cards(b PlanBlock) []content.Block {
	var cards content.Cards
	for _, id := range b.Figures {
		if f := e.figure(id); f != nil {
			cards.Cards = append(cards.Cards, e.card(f))
		}
	}
	return []content.Block{cards}
}

func (e *Env) card(f *kpi.Figure) content.Card {
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

var figuresKind = Kind{
	Name:  "figures",
	About: "指標の表（figures が必要。text は表の題）",
	Needs: Figures,
	Build: (*Env).figureTable,
}

// figureTable lists figures with value, basis, interval and caveat or reason.
func (e *Env) figureTable(b PlanBlock) []content.Block {
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

// remark is the caveat of a figure, and the range in which it will lie once the errors are put
// right, where that can be told.
func (e *Env) remark(f *kpi.Figure) string {
	text := e.caveat(f)
	if f.Range != nil && f.Range[0] != f.Range[1] {
		text = strings.TrimLeft(text+e.words("　直したあとの範囲：", " Once mended: ")+e.quantity(f.Range[0], f.Unit)+
			e.words("〜", " to ")+e.quantity(f.Range[1], f.Unit), "　 ")
	}
	return text
}

func (e *Env) interval(f *kpi.Figure) string {
	if f.Interval == nil {
		return ""
	}
	return e.quantity(f.Interval[0], f.Unit) + e.words("〜", " to ") + e.quantity(f.Interval[1], f.Unit)
}

var targetsKind = Kind{
	Name:  "targets",
	About: "目標に対する達成（figures が必要）",
	Needs: Figures,
	Build: (*Env).targets,
}

// targets draws each figure's actual against its target as a share of the target.
func (e *Env) targets(b PlanBlock) []content.Block {
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
	return []content.Block{c}
}

func shareText(share *float64) string {
	if share == nil {
		return none
	}
	return content.Round(*share, 1) + " %"
}
