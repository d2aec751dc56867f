package setting

import (
	"maps"
	"slices"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// Grant is one subsidised project ([[grant]]) with what its report form asks for.
type Grant struct {
	Name            string  // 交付対象事業の名称
	Kind            string  // 交付金の種類
	Amount          float64 // 実績額, yen; 0 = not given
	KPIs            []GrantKPI
	ExternalRating  string // 外部有識者からの評価: 事業の評価
	ExternalOpinion string // 外部有識者からの評価: 意見
	NextStep        string // 今後の方針
	NextStepReason  string // 今後の方針の理由
	Effect          string // 事業効果, where the municipality has chosen one
	AmountKnown     bool
}

// GrantKPI is one performance indicator of a grant ([[grant.kpi]]).
type GrantKPI struct {
	Figure      string      // figure id; "" = Actual is entered by hand
	Actual      *float64    // hand-entered actual of the reported year
	Title       string      // 指標; "" = the figure's title
	Unit        string      // 単位
	Direction   string      // higher (default) or lower: which is better
	Flow        bool        // kind = "flow": the actual of an indicator without a figure is that of the year alone
	Baseline    *float64    // 事業開始前
	Increments  []YearValue // 年度増加分, in order of year
	History     []YearValue // actuals of past years, in order of year
	TargetYear  int         // 目標年月; 0 = not given
	TargetMonth int
	Scale       string // name of a [[scale]]; "" = the official wording
}

// YearValue is a value of one fiscal year.
type YearValue struct {
	FiscalYear int
	Value      float64
}

// Scale is a municipality's own table of rating words ([[scale]]).
type Scale struct {
	Name  string
	Basis string // level (actual ÷ target, default) or gain ((actual − baseline) ÷ (target − baseline))
	Steps []ScaleStep
}

// ScaleStep gives the word for achievements of at least AtLeast (1 = 100 %), highest first.
type ScaleStep struct {
	AtLeast float64
	Word    string
}

// Wage is one minimum wage ([[minimum_wage]]).
type Wage struct {
	Prefecture string
	From       cell.Day // first day it holds
	Yen        float64  // an hour
}

// grant reads one [[grant]].
func (s *section) grant() Grant {
	var g Grant
	s.str("name", &g.Name)
	s.str("kind", &g.Kind)
	g.AmountKnown = s.within("amount", &g.Amount, 0, maxNumber)
	s.str("external_rating", &g.ExternalRating)
	s.str("external_opinion", &g.ExternalOpinion)
	s.str("next_step", &g.NextStep)
	s.str("next_step_reason", &g.NextStepReason)
	s.str("effect", &g.Effect)
	for _, k := range s.list("kpi") {
		g.KPIs = append(g.KPIs, k.kpi())
	}
	s.done()
	return g
}

// kpi reads one [[grant.kpi]].
func (s *section) kpi() GrantKPI {
	k := GrantKPI{Direction: "higher"}
	s.str("figure", &k.Figure)
	k.Actual = s.optional("actual")
	s.str("title", &k.Title)
	s.str("unit", &k.Unit)
	s.oneOf("direction", &k.Direction, "higher", "lower")
	kind := "stock"
	s.oneOf("kind", &kind, "flow", "stock")
	k.Flow = kind == "flow"
	k.Baseline = s.optional("baseline")
	k.Increments = s.years("increments")
	k.History = s.years("history")
	s.whole("target_year", &k.TargetYear, 2000, 2100)
	s.whole("target_month", &k.TargetMonth, 1, 12)
	s.str("scale", &k.Scale)
	s.done()
	if k.Figure == "" && k.Actual == nil && len(k.History) == 0 {
		s.report(codeWrongValue, s.path, nil,
			lang.Say("figure も actual もありません。", "There is neither figure nor actual."),
			lang.Say("figure に指標の名前を書くか、actual に実績値を書いてください。", "Give the id of a figure, or the actual value."))
	}
	return k
}

// optional reads a number that may be absent.
func (s *section) optional(key string) *float64 {
	var n float64
	if !s.number(key, &n) {
		return nil
	}
	return &n
}

// years reads { 2025 = 3, R8 = 5 }: values by fiscal year.
func (s *section) years(key string) []YearValue {
	v, ok := s.get(key)
	if !ok {
		return nil
	}
	table, isTable := v.(map[string]any)
	if !isTable {
		s.wrong(key, v, "{ 2025 = 3, 2026 = 5 } の形の、年度ごとの値", "values by fiscal year such as { 2025 = 3, 2026 = 5 }")
		return nil
	}
	var out []YearValue
	for _, name := range slices.Sorted(maps.Keys(table)) {
		year, okYear := ReadFiscalYear(name)
		n, okValue := asNumber(table[name])
		if !okYear || !okValue {
			s.wrong(key, name+" = "+strconv.Quote(toText(table[name])), "年度（2025 や 令和7年度）と数", "a fiscal year and a number")
			continue
		}
		out = append(out, YearValue{year, n})
	}
	slices.SortStableFunc(out, func(a, b YearValue) int { return a.FiscalYear - b.FiscalYear })
	return out
}

// scale reads one [[scale]].
func (s *section) scale() Scale {
	out := Scale{Basis: "level"}
	s.str("name", &out.Name)
	s.oneOf("basis", &out.Basis, "level", "gain")
	for _, step := range s.list("steps") {
		var st ScaleStep
		if !step.number("at_least", &st.AtLeast) {
			step.report(codeWrongValue, step.path, nil, lang.Say("at_least がありません。", "at_least is missing."),
				lang.Say("下限の割合（100 % は 1）を書いてください。", "Give the lower limit (1 is 100 %)."))
		}
		step.str("word", &st.Word)
		step.done()
		out.Steps = append(out.Steps, st)
	}
	slices.SortStableFunc(out.Steps, func(a, b ScaleStep) int {
		switch {
		case a.AtLeast > b.AtLeast:
			return -1
		case a.AtLeast < b.AtLeast:
			return 1
		}
		return 0
	})
	s.done()
	return out
}

// wage reads one [[minimum_wage]].
func (s *section) wage() (Wage, bool) {
	var w Wage
	s.str("prefecture", &w.Prefecture)
	from := s.day("from")
	ok := s.within("yen", &w.Yen, 1, 1_000_000)
	s.done()
	if w.Prefecture == "" || from == nil || !ok {
		s.report(codeWrongValue, s.path, nil, lang.Say("prefecture、from、yen の3つが必要です。",
			"prefecture, from and yen are all needed."), lang.Say("足りない項目を書いてください。", "Add what is missing."))
		return w, false
	}
	w.From = *from
	return w, true
}
