package result

import "pilot90/kpi"

// Rollup is what a result of several municipalities says beside its figures: who is in it, who is not, and each of
// them by itself. It stands on the first level of the JSON form.
type Rollup struct {
	Reported         []Reporter       `json:"reported"`
	Expected         *int             `json:"expected"`           // null: nobody said who should report
	Unlisted         int              `json:"unlisted,omitempty"` // reported, and not expected
	Missing          []Place          `json:"missing"`            // expected, and nothing of the period is there
	Late             []Reporter       `json:"late"`               // reported, by an as-of date before that of the result
	Restated         []Reporter       `json:"restated"`           // a later number of the same as-of date counts
	Older            []Reporter       `json:"older"`              // a later as-of date counts
	OtherYears       []Reporter       `json:"other_years"`        // nothing of the year, and something of another
	OtherDefinitions []Reporter       `json:"other_definitions"`  // made by other definitions: not in the figures
	Twice            []Reporter       `json:"twice"`              // two that differ, of one day and number: neither counts
	Within           []Reporter       `json:"within"`             // of one town, and an edition of its whole hub counts
	Unread           []Unread         `json:"unread"`             // files and ledgers that could not be taken in
	OtherSettings    []OtherSettings  `json:"other_settings"`     // by figure, whose settings differ from most
	Municipalities   []MunicipalityOf `json:"municipalities"`
	By               *string          `json:"by,omitempty"`
	Groups           []RollupGroup    `json:"groups,omitempty"`
	Goals            []Goal           `json:"grant_targets"`
}

type (
	// Place is a municipality.
	Place struct {
		Code       string `json:"code"`
		Name       string `json:"name"`
		Prefecture string `json:"prefecture"`
	}
	// Reporter is a municipality with what it handed in.
	Reporter struct {
		Place
		AsOf        string `json:"as_of"`
		FiscalYear  int    `json:"fiscal_year"`
		Revision    int    `json:"revision"`
		Definitions string `json:"definitions"`
		Source      string `json:"source"`
		// codes of the municipalities that work through one hub, of an edition of all of them
		Towns []string `json:"towns,omitempty"`
	}
	// Unread is a source that was not taken in, and why.
	Unread struct {
		Source string `json:"source"`
		Why    string `json:"why"`
	}
	// OtherSettings are the municipalities whose settings behind a figure differ from those that most have.
	OtherSettings struct {
		Figure string  `json:"figure"`
		Basis  string  `json:"basis"` // that of most, which the figure is of
		Others []Place `json:"others"`
	}
	// MunicipalityOf is one municipality's own figures.
	MunicipalityOf struct {
		Reporter
		Findings FindingCounts  `json:"findings"`
		Figures  []RollupFigure `json:"figures"`
	}
	// RollupFigure is a figure of one municipality or group.
	RollupFigure struct {
		ID             string      `json:"id"`
		Value          *float64    `json:"value"`
		Missing        string      `json:"missing,omitempty"` // no_data, no_case
		Numerator      *float64    `json:"numerator"`
		Denominator    *float64    `json:"denominator"`
		N              *int        `json:"n"`
		Interval       *[2]float64 `json:"interval,omitempty"`
		Municipalities int         `json:"municipalities,omitempty"`
		LeftOut        *float64    `json:"left_out,omitempty"` // share of the rows left out
		Suppressed     bool        `json:"suppressed,omitempty"`
	}
	// RollupGroup are the figures of a prefecture, a fiscal year or a model.
	RollupGroup struct {
		Key            string         `json:"key"`
		Title          string         `json:"title"`
		Municipalities int            `json:"municipalities"`
		Figures        []RollupFigure `json:"figures"`
		Goals          []Goal         `json:"grant_targets,omitempty"` // of a year
	}
	// Goal is one grant indicator of one municipality.
	Goal struct {
		Place
		Figure     string   `json:"figure"`
		Title      string   `json:"title"`
		Unit       kpi.Unit `json:"unit"`
		FiscalYear int      `json:"fiscal_year"`
		Target     *float64 `json:"target"`
		Actual     *float64 `json:"actual"`
		Lower      bool     `json:"lower_is_better"`
		Suppressed bool     `json:"suppressed,omitempty"`
	}
)

// RollupFigureOf is a figure as a rollup tells it.
func RollupFigureOf(f *kpi.Figure) RollupFigure {
	r := RollupFigure{ID: f.ID, Value: f.Value, Numerator: f.Numerator, Denominator: f.Denominator, Interval: f.Interval,
		Municipalities: f.Municipalities, Suppressed: f.Suppressed}
	if !f.Hides("n") {
		r.N = &f.N
	}
	return r
}
