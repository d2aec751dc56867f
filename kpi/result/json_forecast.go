package result

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// jsonForecast is the JSON form of a forecast; null stands for "none".
type jsonForecast struct {
	Figure        string      `json:"figure"`
	Title         string      `json:"title"`
	Unit          kpi.Unit    `json:"unit"`
	Target        float64     `json:"target"`
	Value         *float64    `json:"value"`
	Probability   *float64    `json:"probability"`
	Interval80    *[2]float64 `json:"interval_80"`
	NeededPace    *float64    `json:"needed_pace"`
	PaceOf        *string     `json:"needed_pace_of"`
	TooEarlyUntil *string     `json:"too_early_until"`
	Model         *string     `json:"model"`
	Reason        *string     `json:"reason"`
}

func forecastForm(f kpi.Forecast, lang lang.Lang) jsonForecast {
	j := jsonForecast{
		Figure: f.Figure, Title: f.Title.In(lang), Unit: f.Unit, Target: f.Target, Value: f.Now,
		Probability: f.Probability, Interval80: f.Interval80, NeededPace: f.NeededPace, PaceOf: words(f.PaceOf, lang),
		Model: words(f.Model, lang), Reason: words(f.Reason, lang),
	}
	if f.TooEarlyUntil != nil {
		j.TooEarlyUntil = new(f.TooEarlyUntil.String())
	}
	return j
}
