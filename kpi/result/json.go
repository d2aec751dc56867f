package result

import (
	"encoding/json"
	"io"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
)

// Schema names the shape of the JSON form; the number changes when a reader would have to.
const Schema = "pilot90/figures/1"

// The JSON form. Field order is the order of the output; null stands for "none".
type (
	jsonResult struct {
		Schema    string         `json:"schema"`
		Defined   string         `json:"definitions"` // version
		Notice    string         `json:"notice,omitempty"`
		Only      string         `json:"cohort,omitempty"`       // the cohort to which the run is restricted
		Town      string         `json:"municipality,omitempty"` // to which the run is restricted
		Program   string         `json:"program"`
		AsOf      string         `json:"as_of"`
		Period    jsonPeriod     `json:"period"`
		Inputs    []jsonInput    `json:"inputs"`
		Figures   []jsonFigure   `json:"figures"`
		Funnel    []jsonStage    `json:"funnel"`
		Phases    []jsonPhase    `json:"phases"`
		Refused   *string        `json:"funnel_reason,omitempty"`
		Notes     []string       `json:"funnel_notes,omitempty"`
		ByCohort  *jsonByCohort  `json:"by_cohort,omitempty"` // of two or more cohorts
		TenRule   jsonTenRule    `json:"rule"`
		Checklist []jsonCheck    `json:"checklist"`
		Attrition *jsonAttrition `json:"leak"`
		Grants    []jsonGrant    `json:"grants"`
		Forecasts []jsonForecast `json:"forecasts"`
		Findings  FindingCounts  `json:"findings"`

		Disclosure *jsonDisclosure `json:"disclosure,omitempty"`

		*Rollup // of several municipalities
	}
	// jsonDisclosure says for which edition numbers were suppressed.
	jsonDisclosure struct {
		Profile string `json:"profile"`
		Symbol  string `json:"mark"`
	}
	jsonPeriod struct {
		From string `json:"from"`
		To   string `json:"to"`
	}
	jsonInput struct {
		File   string      `json:"file"`
		SHA256 string      `json:"sha256"`
		Sheets []jsonSheet `json:"sheets"`
	}
	jsonSheet struct {
		Key      schema.Key `json:"key"`
		Sheet    string     `json:"sheet"`
		Rows     int        `json:"rows"`
		Used     int        `json:"used"`
		Excluded int        `json:"excluded"`
	}
	jsonFigure struct {
		ID          string      `json:"id"`
		Title       string      `json:"title"`
		Unit        kpi.Unit    `json:"unit"`
		Value       *float64    `json:"value"`
		Reason      *string     `json:"reason"`
		Numerator   *float64    `json:"numerator"`
		Denominator *float64    `json:"denominator"`
		N           *int        `json:"n"`
		Excluded    *int        `json:"excluded"`
		Interval    *[2]float64 `json:"interval"`
		Range       *[2]float64 `json:"range"`
		Parts       kpi.Parts   `json:"parts"`
		Warnings    []string    `json:"warnings"`
		Target      *float64    `json:"target"`
		Suppressed  bool        `json:"suppressed,omitempty"`
		Hidden      []string    `json:"hidden,omitempty"`
		Coded       *kpi.Span   `json:"coded,omitempty"`      // the range in place of a suppressed value
		Step        float64     `json:"rounded_to,omitempty"` // the value is a multiple of it
		From        int         `json:"from_municipalities,omitempty"`
	}
	jsonStage struct {
		Stage  facts.Stage `json:"stage"`
		Count  *int        `json:"count"`
		Reason *string     `json:"reason,omitempty"`
		Notes  []string    `json:"notes,omitempty"`

		Suppressed bool      `json:"suppressed,omitempty"`
		Coded      *kpi.Span `json:"coded,omitempty"`
	}
	jsonPhase struct {
		Phase   string `json:"phase"`
		Entered int    `json:"entered"`
		MovedOn int    `json:"moved_on"`
		Left    int    `json:"left"`
		Now     int    `json:"now"`
	}
	jsonProgress struct {
		Basis  string   `json:"basis,omitempty"`
		Actual *float64 `json:"actual"`
		Target float64  `json:"target"`

		Suppressed bool      `json:"suppressed,omitempty"`
		Coded      *kpi.Span `json:"coded,omitempty"`
	}
	jsonTenRule struct {
		Candidates jsonProgress `json:"candidates"`
		Hours      jsonProgress `json:"hours"`
		Projects   jsonProgress `json:"projects"`
	}
	jsonCheck struct {
		ID      string   `json:"id"`
		Status  Verdict  `json:"status"`
		Figures []string `json:"figures"`

		Suppressed bool `json:"suppressed,omitempty"`
	}
	jsonAttrition struct {
		From *facts.Stage `json:"from"`
		To   *facts.Stage `json:"to"`
		N    *int         `json:"n"`
		Lost *int         `json:"lost"`

		Suppressed bool `json:"suppressed,omitempty"`
	}
)

// WriteJSON writes the result in the shape of schema pilot90/figures/1, texts in lang. Values
// are unrounded, keys stand in a fixed order, and a number that is not finite is null: the
// same result gives the same bytes. Persons are not in it. What may not be shown (see Disclosed) is
// null with "suppressed": true (its range in "coded") or its name in "hidden".
func (r *Result) WriteJSON(out io.Writer, lang lang.Lang) error {
	j := r.form(lang)
	if j.Rollup != nil && len(j.Rollup.Municipalities) > 0 {
		return writeMunicipalities(out, j)
	}
	return indented(out, "").Encode(j)
}

func indented(out io.Writer, prefix string) *json.Encoder {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, "  ")
	return enc
}

func (r *Result) form(lang lang.Lang) jsonResult {
	j := jsonResult{
		Schema: Schema, Defined: kpi.Version, Program: r.Program, AsOf: r.Clock.AsOf.String(),
		Period:    jsonPeriod{r.Clock.From.String(), r.Clock.To.String()},
		Inputs:    make([]jsonInput, 0, len(r.Inputs)),
		Figures:   make([]jsonFigure, 0, len(r.Figures)),
		TenRule:   r.TenRule.form(),
		Checklist: make([]jsonCheck, 0, len(r.Checklist)),
		Grants:    make([]jsonGrant, 0, len(r.Grants)),
		Forecasts: make([]jsonForecast, 0, len(r.Forecasts)),
		Findings:  r.Findings,
	}
	j.Rollup = r.Rollup
	j.Notice = strings.Join(each(kpi.Notices(r.Clock, r.Only), lang), " ")
	if r.Only != nil && r.Town == nil {
		j.Only = r.Only.Name
	}
	if r.Town != nil {
		j.Town, j.Notice = r.Town.Name, r.Town.Note().In(lang)
	}
	j.Funnel, j.Phases = funnelForm(r.Funnel, lang)
	j.ByCohort = byCohortForm(r.ByCohort, lang)
	j.Refused = words(r.Funnel.Refused, lang)
	j.Notes = each(r.Funnel.Notes, lang)
	for _, in := range r.Inputs {
		j.Inputs = append(j.Inputs, inputForm(in))
	}
	for _, f := range r.Figures {
		j.Figures = append(j.Figures, figureForm(f, lang))
	}
	for _, c := range r.Checklist {
		j.Checklist = append(j.Checklist, jsonCheck{c.ID, c.Status, c.Figures, c.Suppressed})
	}
	for _, f := range r.Forecasts {
		j.Forecasts = append(j.Forecasts, forecastForm(f, lang))
	}
	for _, g := range r.Grants {
		j.Grants = append(j.Grants, grantForm(g, lang))
	}
	if l := r.Attrition; l != nil {
		j.Attrition = attritionForm(l)
	}
	if r.Profile != "" {
		j.Disclosure = &jsonDisclosure{r.Profile, kpi.Symbol}
	}
	return j
}

func attritionForm(l *state.Attrition) *jsonAttrition {
	if l.Suppressed {
		return &jsonAttrition{Suppressed: true}
	}
	return &jsonAttrition{From: &l.From, To: &l.To, N: &l.Reached, Lost: &l.Lost}
}

func funnelForm(f state.Funnel, lang lang.Lang) ([]jsonStage, []jsonPhase) {
	stages := make([]jsonStage, 0, len(f.Stages))
	for _, s := range f.Stages {
		stages = append(stages, jsonStage{s.Stage, s.Count, words(s.Reason, lang), each(s.Notes, lang), s.Suppressed,
			s.Coded})
	}
	phases := make([]jsonPhase, 0, len(f.Phases))
	for _, p := range f.Phases {
		phases = append(phases, jsonPhase{facts.PhaseKey(p.Phase), p.Entered, p.MovedOn, p.Left, p.Now})
	}
	return stages, phases
}

func (r TenTenTen) form() jsonTenRule {
	return jsonTenRule{
		Candidates: r.Candidates.form(""),
		Hours:      r.Hours.form(r.Basis),
		Projects:   r.Projects.form(""),
	}
}

func (p Progress) form(basis string) jsonProgress {
	return jsonProgress{Basis: basis, Actual: p.Actual, Target: p.Target, Suppressed: p.Suppressed, Coded: p.Coded}
}

func inputForm(in cohort.Input) jsonInput {
	j := jsonInput{File: in.File, SHA256: in.SHA256, Sheets: make([]jsonSheet, 0, len(in.Sheets))}
	for _, s := range in.Sheets {
		j.Sheets = append(j.Sheets, jsonSheet(s))
	}
	return j
}

func figureForm(f kpi.Figure, lang lang.Lang) jsonFigure {
	j := jsonFigure{
		ID: f.ID, Title: f.Title.In(lang), Unit: f.Unit, Value: f.Value, Reason: words(f.Reason, lang),
		Numerator: f.Numerator, Denominator: f.Denominator, N: &f.N, Excluded: &f.Excluded,
		Interval: f.Interval, Range: f.Range, Parts: f.Parts, Target: f.Target,
		Warnings: []string{}, Suppressed: f.Suppressed, Hidden: f.Hidden, Coded: f.Coded,
		Step: f.Step, From: f.Municipalities,
	}
	if f.Hides("n") {
		j.N = nil
	}
	if f.Hides("excluded") {
		j.Excluded = nil
	}
	for _, w := range f.Notes() {
		j.Warnings = append(j.Warnings, w.In(lang))
	}
	return j
}

func words(t lang.Text, lang lang.Lang) *string {
	if t.Empty() {
		return nil
	}
	s := t.In(lang)
	return &s
}

func each(texts []lang.Text, lang lang.Lang) []string {
	var all []string
	for _, t := range texts {
		all = append(all, t.In(lang))
	}
	return all
}
