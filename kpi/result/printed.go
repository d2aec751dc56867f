package result

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// Printed is what the JSON form of a run tells about its figures, whether it was read back from a
// file or comes from a Result: what a later run is compared with.
type Printed struct {
	Program  string
	Town     string // the municipality of a hub to which they are restricted; "" for the whole hub
	AsOf     cell.Day
	From, To cell.Day
	Profile  string // by which numbers were suppressed; "" = everything is in it
	Figures  []PrintedFigure
}

// PrintedFigure is one figure as it was told. A nil number is one that there is not, or, when its
// name is among Hidden, one that was not told.
type PrintedFigure struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Unit        kpi.Unit `json:"unit"`
	Value       *float64 `json:"value"`
	Reason      string   `json:"reason,omitempty"`
	N           *int     `json:"n"`
	Numerator   *float64 `json:"numerator"`
	Denominator *float64 `json:"denominator"`
	Suppressed  bool     `json:"suppressed,omitempty"`
	Hidden      []string `json:"hidden,omitempty"`
	Coded       *Ends    `json:"coded,omitempty"` // the range in place of a suppressed value
}

// Ends are the ends of a range.
type Ends struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Find returns the figure with the id, or nil.
func (p *Printed) Find(id string) *PrintedFigure {
	i := slices.IndexFunc(p.Figures, func(f PrintedFigure) bool { return f.ID == id })
	if i < 0 {
		return nil
	}
	return &p.Figures[i]
}

// Printed returns what WriteJSON tells about the figures of the result.
func (r *Result) Printed(lang lang.Lang) *Printed {
	p := &Printed{Program: r.Program, AsOf: r.Clock.AsOf, From: r.Clock.From, To: r.Clock.To, Profile: r.Profile}
	for _, f := range r.Figures {
		p.Figures = append(p.Figures, figureForm(f, lang).printed())
	}
	return p
}

func (f jsonFigure) printed() PrintedFigure {
	p := PrintedFigure{ID: f.ID, Title: f.Title, Unit: f.Unit, Value: f.Value, N: f.N, Numerator: f.Numerator,
		Denominator: f.Denominator,
		Suppressed:  f.Suppressed, Hidden: f.Hidden}
	if f.Reason != nil {
		p.Reason = *f.Reason
	}
	if f.Coded != nil {
		p.Coded = &Ends{f.Coded.Low, f.Coded.High}
	}
	return p
}

// ReadPrinted reads the JSON form that WriteJSON writes. The error says that it is not that form.
func ReadPrinted(in io.Reader) (*Printed, error) {
	var form struct {
		Schema  string     `json:"schema"`
		Program string     `json:"program"`
		Town    string     `json:"municipality"`
		AsOf    string     `json:"as_of"`
		Period  jsonPeriod `json:"period"`
		Figures []struct {
			PrintedFigure
			Reason *string `json:"reason"`
		} `json:"figures"`
		Disclosure *jsonDisclosure `json:"disclosure"`
	}
	if err := json.NewDecoder(in).Decode(&form); err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	if form.Schema != Schema {
		return nil, fmt.Errorf("figures: the schema is %q, not %s", form.Schema, Schema)
	}
	p := &Printed{Program: form.Program, Town: form.Town}
	if form.Disclosure != nil {
		p.Profile = form.Disclosure.Profile
	}
	for _, d := range []struct {
		text string
		to   *cell.Day
	}{{form.AsOf, &p.AsOf}, {form.Period.From, &p.From}, {form.Period.To, &p.To}} {
		day, err := time.Parse(time.DateOnly, d.text)
		if err != nil {
			return nil, fmt.Errorf("figures: %w", err)
		}
		*d.to = cell.NewDay(day.Date())
	}
	for _, f := range form.Figures {
		if f.Reason != nil {
			f.PrintedFigure.Reason = *f.Reason
		}
		p.Figures = append(p.Figures, f.PrintedFigure)
	}
	return p, nil
}
