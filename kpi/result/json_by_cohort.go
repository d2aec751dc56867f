package result

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/state"
)

// The JSON form of the cohorts side by side, "by_cohort": it is there where there are two or more. They stand in the
// order of their first start dates; figures, stages and phases in the same order in each.
type (
	jsonByCohort struct {
		Day     int          `json:"day"`    // of the cycle, the same for all: what had happened to each by its end
		Length  int          `json:"length"` // of the cycle, in days
		Cohorts []jsonCohort `json:"cohorts"`
		Unnamed int          `json:"without_cohort"`     // people on the cycle in none of them
		LeftOut int          `json:"left_out,omitempty"` // cohorts that may not be shown
	}
	jsonCohort struct {
		Name    string             `json:"cohort"`
		People  int                `json:"people"`
		First   string             `json:"first_start"`
		Last    string             `json:"last_start,omitempty"`
		Passed  int                `json:"days_passed,omitempty"` // of who started last; for the hub alone
		Figures []jsonCohortFigure `json:"figures"`
		Funnel  []jsonStage        `json:"funnel"`
		Phases  []jsonPhase        `json:"phases"`
	}
	jsonCohortFigure struct {
		ID          string      `json:"id"`
		Title       string      `json:"title"`
		Unit        kpi.Unit    `json:"unit"`
		Value       *float64    `json:"value"`
		Reason      *string     `json:"reason"`
		Numerator   *float64    `json:"numerator"`
		Denominator *float64    `json:"denominator"`
		N           int         `json:"n"`
		Interval    *[2]float64 `json:"interval"`
	}
)

func byCohortForm(c *state.Comparison, lang lang.Lang) *jsonByCohort {
	if c == nil {
		return nil
	}
	j := &jsonByCohort{Day: c.Day, Length: c.Length, Unnamed: c.Unnamed, LeftOut: c.LeftOut,
		Cohorts: make([]jsonCohort, 0, len(c.Cohorts))}
	for _, at := range c.Cohorts {
		one := jsonCohort{Name: at.Name, People: at.People, First: at.First.String(), Passed: at.Passed,
			Figures: make([]jsonCohortFigure, 0, len(at.Figures))}
		if at.Passed > 0 {
			one.Last = at.Last.String()
		}
		for _, f := range at.Figures {
			one.Figures = append(one.Figures, jsonCohortFigure{f.ID, f.Title.In(lang), f.Unit, f.Value,
				words(f.Reason, lang), f.Numerator, f.Denominator, f.N, f.Interval})
		}
		one.Funnel, one.Phases = funnelForm(at.Funnel, lang)
		j.Cohorts = append(j.Cohorts, one)
	}
	return j
}
