package grant

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

// Effect is a word of the official rating 事業効果.
type Effect string

// The four words of the form, best first.
const (
	VeryEffective Effect = "very_effective"
	Considerable  Effect = "considerable"
	SomeEffect    Effect = "some_effect"
	NoEffect      Effect = "no_effect"
)

var effectWords = map[Effect]lang.Text{
	VeryEffective: {JA: "地方創生に非常に効果的であった", EN: "very effective for regional revitalisation"},
	Considerable:  {JA: "相当程度効果があった", EN: "considerably effective"},
	SomeEffect:    {JA: "効果があった", EN: "effective"},
	NoEffect:      {JA: "効果がなかった", EN: "not effective"},
}

// Words returns the official wording.
func (e Effect) Words() lang.Text { return effectWords[e] }

// NextSteps are the words of 今後の方針, among which the officer chooses.
var NextSteps = []lang.Text{
	{JA: "追加等更に発展させる", EN: "add to it and develop it further"},
	{JA: "事業内容の見直し（改善）", EN: "revise (improve) it"},
	{JA: "事業の継続", EN: "continue"},
	{JA: "事業の中止", EN: "stop"},
	{JA: "予定どおり事業終了", EN: "end as planned"},
}

// Rating is what the official wording leads to. One proposal is a proposal; several mean that the
// wording leaves the case open (要判断), and none that there is nothing to rate.
type Rating struct {
	Proposed   []Effect
	Open       lang.Text // why the officer has to decide; empty with one proposal
	Arithmetic lang.Text // the comparisons with their numbers
}

// considerableShare is the 70 % of the target that make an effect considerable.
const considerableShare = 0.7

// propose follows the wording: above the target; at least 70 % of the target; better than the
// baseline; worse. Exactly on target, equal to the baseline, and cases in which two words hold
// at once are open.
func (i *Indicator) propose() Rating {
	if i.Actual == nil || i.Target == nil {
		return Rating{}
	}
	a, t, b := *i.Actual, *i.Target, *i.Baseline
	r := Rating{Arithmetic: i.comparisons()}
	if i.beats(a, t) {
		r.Proposed = []Effect{VeryEffective}
		return r
	}
	if a == t {
		return r.open([]Effect{VeryEffective, Considerable}, "実績がちょうど目標値です。「目標値を上回った」とするかを判断してください",
			"exactly on target: the wording speaks of above it")
	}
	reached, clear := i.reached()
	switch better := i.beats(a, b); {
	case a == b && clear && !reached:
		return r.open([]Effect{SomeEffect, NoEffect}, "実績が事業開始前と同じです", "equal to the baseline")
	case a == b:
		return r.open([]Effect{Considerable, SomeEffect, NoEffect}, "実績が事業開始前と同じです", "equal to the baseline")
	case !clear && better:
		return r.open([]Effect{Considerable, SomeEffect}, "目標の70％に届いたかどうかが、計算のしかたで分かれます",
			"whether 70% of the target is reached depends on how it is worked out")
	case better && reached:
		r.Proposed = []Effect{Considerable}
	case better:
		r.Proposed = []Effect{SomeEffect}
	case clear && !reached:
		r.Proposed = []Effect{NoEffect}
	case !clear:
		return r.open([]Effect{Considerable, NoEffect},
			"目標の70％に届いたかどうかが計算のしかたで分かれ、事業開始前より悪い値です",
			"whether 70% of the target is reached depends on how it is worked out, and it is worse than the baseline")
	default:
		return r.open([]Effect{Considerable, NoEffect}, "目標の70％以上ですが、事業開始前より悪い値です",
			"at 70% of the target or more, yet worse than the baseline")
	}
	return r
}

func (r Rating) open(between []Effect, ja, en string) Rating {
	r.Proposed, r.Open = between, lang.Text{JA: "要判断：" + ja, EN: "to be decided: " + en}
	return r
}

func (i *Indicator) beats(a, b float64) bool {
	if i.Lower {
		return a < b
	}
	return a > b
}

// reached reports whether 70 % of the target is reached, and whether that is clear. For what should
// rise it is the level's matter. For what should fall the wording gives no formula: it is clear
// when target ÷ actual and the gain agree, as far as they exist.
func (i *Indicator) reached() (reached, clear bool) {
	shares := []*float64{i.Level}
	if i.Lower {
		shares = []*float64{i.Inverse, i.Gain}
	}
	var answers []bool
	for _, s := range shares {
		if s != nil && *i.Target > 0 {
			answers = append(answers, *s >= considerableShare)
		}
	}
	if len(answers) == 0 || answers[0] != answers[len(answers)-1] {
		return false, false
	}
	return answers[0], true
}

// comparisons writes out what the rating rests on.
func (i *Indicator) comparisons() lang.Text {
	a, t, b := lang.Plain(*i.Actual), lang.Plain(*i.Target), lang.Plain(*i.Baseline)
	ja := "実績 " + a + " " + sign(*i.Actual, *i.Target) + " 目標 " + t
	en := "actual " + a + " " + sign(*i.Actual, *i.Target) + " target " + t
	add := func(jaName, enName, formula string, v *float64) {
		if v != nil {
			ja += "、" + jaName + " " + formula + " = " + lang.Plain(*v)
			en += ", " + enName + " " + formula + " = " + lang.Plain(*v)
		}
	}
	add("達成率（水準）", "level", a+" ÷ "+t, i.Level)
	add("目標 ÷ 実績", "target ÷ actual", t+" ÷ "+a, i.Inverse)
	add("達成率（増加分）", "gain", "("+a+" − "+b+") ÷ ("+t+" − "+b+")", i.Gain)
	ja += "、実績 " + a + " " + sign(*i.Actual, *i.Baseline) + " 事業開始前 " + b
	en += ", actual " + a + " " + sign(*i.Actual, *i.Baseline) + " baseline " + b
	return lang.Text{JA: ja, EN: en}
}

func sign(a, b float64) string {
	switch {
	case a > b:
		return ">"
	case a < b:
		return "<"
	}
	return "="
}

// ScaleWord is the word of a municipality's own scale; Reason says why there is none.
type ScaleWord struct {
	Name        string
	Basis       string   // level or gain
	Achievement *float64 // what was looked up
	Word        string
	Reason      lang.Text
}

// onScale looks the achievement up: the word of the highest step that it reaches. For what should
// fall the level is target ÷ actual.
func (i *Indicator) onScale(scales []setting.Scale, name string) *ScaleWord {
	s := &ScaleWord{Name: name}
	at := slices.IndexFunc(scales, func(c setting.Scale) bool { return c.Name == name })
	if at < 0 {
		s.Reason = lang.Text{JA: "「" + name + "」という評価表（[[scale]]）がありません", EN: "there is no [[scale]] " + name}
		return s
	}
	s.Basis, s.Achievement = scales[at].Basis, i.Level
	switch {
	case s.Basis == "gain":
		s.Achievement = i.Gain
	case i.Lower:
		s.Achievement = i.Inverse
	}
	if s.Achievement == nil {
		s.Reason = lang.Text{JA: "達成率がないため、評価表に当てはめられません", EN: "there is no achievement to look up"}
		return s
	}
	for _, step := range scales[at].Steps {
		if *s.Achievement >= step.AtLeast {
			s.Word = step.Word
			return s
		}
	}
	s.Reason = lang.Text{JA: "達成率が評価表のどの段階にも届きません", EN: "the achievement is below every step of the scale"}
	return s
}
