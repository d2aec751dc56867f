package report

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
)

// outlook says where the figures with a target will stand when the period ends: a range, in words,
// and never a promise. A period that is over has results and no outlook.
func (e *edition) outlook(PlanBlock) []content.Block {
	clock := e.Window.Clock
	if clock.End <= clock.AsOf {
		return nil
	}
	t := &content.Table{
		ID:      "outlook",
		Caption: e.outlookTitle(),
		Columns: []content.Column{
			{Head: e.words("指標", "Figure"), Width: 24},
			{Head: e.words("いま", "Now"), Align: content.Right, Width: 11},
			{Head: e.words("目標", "Target"), Align: content.Right, Width: 11},
			{Head: e.words("見通し", "Outlook"), Width: 54},
		},
	}
	for i := range e.Result.Forecasts {
		t.Rows = append(t.Rows, e.outlookRow(&e.Result.Forecasts[i]))
	}
	if len(t.Rows) == 0 && !e.anyTarget() {
		return nil
	}
	t.Notes = []string{e.words("これまでの進み方が続くとした計算です。新しい案件や離脱があれば変わります。",
		"It takes for granted that things go on as so far; new contracts or exits change it.")}
	if !e.profile.Open() {
		t.Notes = append(t.Notes, e.words("人の数にかかわる見通しは、少人数の数が分かってしまうため載せていません。",
			"Outlooks on numbers of people are left out, as they would tell small numbers."))
	}
	return []content.Block{t}
}

// outlookRow is one figure: its name, its value now, its target and what is foreseen.
func (e *edition) outlookRow(f *kpi.Forecast) []string {
	now := none
	if f.Now != nil {
		now = e.quantity(*f.Now, f.Unit)
	}
	return []string{e.say(f.Title), now, e.quantity(f.Target, f.Unit), e.foreseen(f)}
}

// outlookTitle says what there is a chance of; where nothing can be told, what the table is about.
func (e *edition) outlookTitle() string {
	end := e.day(e.Window.Clock.End)
	var chances []string
	for _, f := range e.Result.Forecasts {
		if f.Probability != nil && len(chances) < 2 {
			chances = append(chances, e.say(f.Title)+" "+content.Percent(*f.Probability))
		}
	}
	if len(chances) == 0 {
		return e.words("見通し：目標に届くかどうかは、まだ見込めません", "Outlook: too early to say whether targets will be met")
	}
	list := strings.Join(chances, e.words("、", ", "))
	return e.words("見通し："+end+" に目標に届く見込みは、"+list+"（約束ではありません）",
		"Outlook for "+end+", not a promise: chance of the target "+list)
}

func (e *edition) anyTarget() bool {
	for i := range e.Result.Figures {
		if e.Result.Figures[i].Target != nil {
			return true
		}
	}
	return false
}

// foreseen puts a forecast into words: the range that holds in four cases of five, how likely the
// target is, and what the model takes for granted; or why nothing can be said.
func (e *edition) foreseen(f *kpi.Forecast) string {
	if f.Probability == nil || f.Interval80 == nil {
		return e.say(f.Reason)
	}
	low, high := e.quantity(f.Interval80[0], f.Unit), e.quantity(f.Interval80[1], f.Unit)
	text := e.words(fmt.Sprintf("10回のうち8回は %s から %s のあいだ", low, high),
		fmt.Sprintf("between %s and %s in 8 cases of 10", low, high))
	if low == high {
		text = e.words("ほぼ "+low, "about "+low)
	}
	chance := content.Percent(*f.Probability)
	text += e.words("。目標に届く見込みは "+chance+"。", "; the target is reached with a chance of "+chance+".")
	if model := e.say(f.Model); model != "" && e.plan.has("definitions") { // words for a specialist
		text += "\n" + e.words("前提：", "Given: ") + model
	}
	return text
}
