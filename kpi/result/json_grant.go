package result

import (
	"pilot90/cohort/lang"
	"pilot90/kpi/grant"
)

// The JSON form of a grant, in the array "grants".
type (
	jsonGrant struct {
		Name       string     `json:"name"`
		Kind       string     `json:"kind"`
		FiscalYear int        `json:"fiscal_year"`
		Amount     *float64   `json:"amount"`
		KPIs       []jsonGoal `json:"kpis"`
		Chosen     jsonChosen `json:"chosen"`
		Warnings   []string   `json:"warnings"`
	}
	// jsonChosen is what people have decided and written into pilot.toml; "" = not yet.
	jsonChosen struct {
		Effect          string `json:"effect"`
		ExternalRating  string `json:"external_rating"`
		ExternalOpinion string `json:"external_opinion"`
		NextStep        string `json:"next_step"`
		NextStepReason  string `json:"next_step_reason"`
	}
	jsonGoal struct {
		Title     string         `json:"title"`
		Figure    *string        `json:"figure"`
		Unit      string         `json:"unit"`
		Direction string         `json:"direction"`
		Kind      string         `json:"kind"` // flow: actual is baseline + all years; stock: as it stands
		Baseline  *float64       `json:"baseline"`
		Years     []jsonPlanYear `json:"years"`
		Target    *float64       `json:"target"`
		Actual    *float64       `json:"actual"`
		Reason    *string        `json:"reason"`
		Level     *float64       `json:"level"`
		Gain      *float64       `json:"gain"`
		Inverse   *float64       `json:"target_over_actual,omitempty"`
		Rating    jsonRating     `json:"rating"`
		Scale     *jsonScale     `json:"scale,omitempty"`
		Due       string         `json:"due,omitempty"`
		Hidden    bool           `json:"suppressed,omitempty"`
	}
	jsonPlanYear struct {
		FiscalYear int      `json:"fiscal_year"`
		Increment  *float64 `json:"increment"`
		Gained     *float64 `json:"actual_increment"` // of a flow
		Target     *float64 `json:"target"`
		Actual     *float64 `json:"actual"`
		Source     string   `json:"source,omitempty"`
		Suppressed bool     `json:"suppressed,omitempty"`
	}
	jsonRating struct {
		Proposed   *string  `json:"proposed"`
		Open       bool     `json:"needs_judgement"`
		Between    []string `json:"between"`
		Why        *string  `json:"why"`
		Arithmetic *string  `json:"arithmetic"`
	}
	jsonScale struct {
		Name        string   `json:"name"`
		Basis       string   `json:"basis"`
		Achievement *float64 `json:"achievement"`
		Word        string   `json:"word"`
		Reason      *string  `json:"reason"`
	}
)

func grantForm(g grant.Report, lang lang.Lang) jsonGrant {
	j := jsonGrant{Name: g.Grant.Name, Kind: g.Grant.Kind, FiscalYear: g.FiscalYear, Amount: g.Amount,
		KPIs: make([]jsonGoal, 0, len(g.Indicators)), Warnings: make([]string, 0, len(g.Warnings)),
		Chosen: jsonChosen{g.Grant.Effect, g.Grant.ExternalRating, g.Grant.ExternalOpinion, g.Grant.NextStep,
			g.Grant.NextStepReason}}
	for _, i := range g.Indicators {
		j.KPIs = append(j.KPIs, goalForm(i, lang))
	}
	for _, w := range g.Warnings {
		j.Warnings = append(j.Warnings, w.In(lang))
	}
	return j
}

func goalForm(i grant.Indicator, lang lang.Lang) jsonGoal {
	j := jsonGoal{Title: i.Title.In(lang), Unit: i.Unit, Direction: "higher", Kind: "stock", Baseline: i.Baseline,
		Years: make([]jsonPlanYear, 0, len(i.Years)), Target: i.Target, Actual: i.Actual, Reason: words(i.Reason, lang),
		Level: i.Level, Gain: i.Gain, Inverse: i.Inverse, Rating: ratingForm(i.Rating, lang), Due: i.Due,
		Hidden: i.Suppressed}
	if i.Figure != "" {
		j.Figure = &i.Figure
	}
	if i.Lower {
		j.Direction = "lower"
	}
	if i.Flow {
		j.Kind = "flow"
	}
	for _, y := range i.Years {
		j.Years = append(j.Years, jsonPlanYear{y.FiscalYear, y.Increment, y.Gained, y.Target, y.Actual, y.Source.In(lang),
			y.Suppressed})
	}
	if s := i.Scale; s != nil {
		j.Scale = &jsonScale{s.Name, s.Basis, s.Achievement, s.Word, words(s.Reason, lang)}
	}
	return j
}

// ratingForm names one proposal; an open case lists what lies between.
func ratingForm(r grant.Rating, lang lang.Lang) jsonRating {
	j := jsonRating{Open: len(r.Proposed) > 1, Between: []string{}, Why: words(r.Open, lang),
		Arithmetic: words(r.Arithmetic, lang)}
	for _, e := range r.Proposed {
		j.Between = append(j.Between, e.Words().In(lang))
	}
	if len(j.Between) == 1 {
		j.Proposed, j.Between = &j.Between[0], []string{}
	}
	return j
}
