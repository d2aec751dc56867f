package block

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var outlookKind = Kind{
	Name:  "outlook",
	About: "期末の見通し",
	Build: (*Env).outlook,
}

// outlook says where the figures with a target will stand when the period ends: a range, in words,
// and never a promise. A period that is over has results and no outlook.
func (e *Env) outlook(plan.Block) []content.Block {
	clock := e.Window.Clock
	if clock.End <= clock.AsOf {
		return nil
	}
	t := &content.Table{
		ID:      "outlook",
		Caption: e.outlookTitle(),
		Columns: []content.Column{
			{Head: e.Words("指標", "Figure"), Width: 24},
			{Head: e.Words("いま", "Now"), Align: content.Right, Width: 11},
			{Head: e.Words("目標", "Target"), Align: content.Right, Width: 11},
			{Head: e.Words("見通し", "Outlook"), Width: 54},
		},
	}
	for i := range e.Result.Forecasts {
		t.Rows = append(t.Rows, e.outlookRow(&e.Result.Forecasts[i]))
	}
	if len(t.Rows) == 0 && !e.anyTarget() {
		return nil
	}
	t.Notes = []string{e.Words("これまでの進み方が続くとした計算です。新しい案件や離脱があれば変わります。",
		"It takes for granted that things go on as so far; new contracts or exits change it.")}
	if !e.Profile.Open() {
		t.Notes = append(t.Notes, e.Words("人の数にかかわる見通しは、少人数の数が分かってしまうため載せていません。",
			"Outlooks on numbers of people are left out, as they would tell small numbers."))
	}
	return []content.Block{t}
}

// outlookRow is one figure: its name, its value now, its target and what is foreseen.
func (e *Env) outlookRow(f *kpi.Forecast) []string {
	now := None
	if f.Now != nil {
		now = e.Quantity(*f.Now, f.Unit)
	}
	return []string{e.Say(f.Title), now, e.Quantity(f.Target, f.Unit), e.foreseen(f)}
}

// outlookTitle says what there is a chance of; where nothing can be told, what the table is about.
func (e *Env) outlookTitle() string {
	end := e.Day(e.Window.Clock.End)
	var chances []string
	for _, f := range e.Result.Forecasts {
		if f.Probability != nil && len(chances) < 2 {
			chances = append(chances, e.Say(f.Title)+" "+e.Chance(*f.Probability))
		}
	}
	if len(chances) == 0 {
		return e.Words("見通し：目標に届くかどうかは、まだ見込めません", "Outlook: too early to say whether targets will be met")
	}
	list := strings.Join(chances, e.Words("、", ", "))
	return e.Words("見通し："+end+" に目標に届く見込みは、"+list+"（約束ではありません）",
		"Outlook for "+end+", not a promise: chance of the target "+list)
}

// Chance prints a probability: 1 is a target that is met, and what only rounds to 0 or 100 % says so.
func (e *Env) Chance(p float64) string {
	switch {
	case p == 1:
		return e.Words("達成済み", "met")
	case p > 0.9995:
		return e.Words("99.9%以上", "over 99.9%")
	case 0 < p && p < 0.0005:
		return e.Words("0.1%未満", "under 0.1%")
	}
	return content.Percent(p)
}

func (e *Env) anyTarget() bool {
	for i := range e.Result.Figures {
		if e.Result.Figures[i].Target != nil {
			return true
		}
	}
	return false
}

// foreseen puts a forecast into words: the range that holds in four cases of five, how likely the
// target is, and what the model takes for granted; or why nothing can be said.
func (e *Env) foreseen(f *kpi.Forecast) string {
	if f.Probability == nil || f.Interval80 == nil {
		return e.Say(f.Reason)
	}
	low, high := e.Quantity(f.Interval80[0], f.Unit), e.Quantity(f.Interval80[1], f.Unit)
	text := e.Words(fmt.Sprintf("10回のうち8回は%sから%sのあいだ", low, high),
		fmt.Sprintf("between %s and %s in 8 cases of 10", low, high))
	if low == high {
		text = e.Words("ほぼ "+low, "about "+low)
	}
	chance := e.Chance(*f.Probability)
	if *f.Probability == 1 {
		text += e.Words("。目標は"+chance+"。", "; the target is "+chance+".")
	} else {
		text += e.Words("。目標に届く見込みは"+chance+"。", "; the target is reached with a chance of "+chance+".")
	}
	if model := e.Say(f.Model); model != "" && e.Plan.Has("definitions") { // words for a specialist
		text += "\n" + e.Words("前提：", "Given: ") + model
	}
	return text
}
