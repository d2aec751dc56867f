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
	// municipalities of one alliance with ledgers of their own: a person in two of them counts twice, so that AtMost, the
	// figures that count persons, are upper bounds
	SeveralLedgers []Place  `json:"several_ledgers,omitempty"`
	AtMost         []string `json:"at_most,omitempty"`

	Hubs      []Hub     `json:"hubs,omitempty"`
	Cohorts   *Cohorts  `json:"cohorts,omitempty"`
	Bridges   []Bridge  `json:"bridges,omitempty"`
	Durations []Lengths `json:"durations,omitempty"`
	Practice  *Practice `json:"practice,omitempty"`
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
	// Hub is a hub of several municipalities taken apart: they and those outside add up to it.
	Hub struct {
		Place
		Towns   []MunicipalityOf `json:"towns"`
		Outside []RollupFigure   `json:"outside"` // who lives in none of them
		Whole   []RollupFigure   `json:"whole"`
	}
	// Cohorts are cohorts side by side at the end of one day of the cycle.
	Cohorts struct {
		Day      int        `json:"day"`
		Length   int        `json:"length"`
		Each     []CohortOf `json:"each"`     // by municipality, of one in the order of their first start dates
		Together []CohortOf `json:"together"` // the first cohorts of all municipalities, the second …; null: not told
		LeftOut  int        `json:"left_out"` // cohorts of another cycle, or not that far yet, or too small
	}
	// CohortOf is one cohort, or those of one number of several municipalities.
	CohortOf struct {
		Place
		Number         int            `json:"number"` // from 1, in the municipality
		First          string         `json:"first"`  // start date; "" of several
		Municipalities int            `json:"municipalities"`
		People         int            `json:"people"`
		Rest           int            `json:"-"` // people of the municipality in no cohort that is told
		Figures        []RollupFigure `json:"figures"`
	}
	// Bridge is how a sum came from that of one fiscal year to that of another: Start and the terms make End.
	Bridge struct {
		Figure string       `json:"figure"`
		Title  string       `json:"title"`
		Unit   kpi.Unit     `json:"unit"`
		From   int          `json:"from"` // fiscal years
		To     int          `json:"to"`
		Start  float64      `json:"start"`
		End    float64      `json:"end"`
		Terms  []BridgeTerm `json:"terms"`
	}
	// BridgeTerm is one reason of a change.
	BridgeTerm struct {
		Key            string  `json:"key"` // recurring, other, same, new, gone
		Title          string  `json:"title"`
		Municipalities int     `json:"municipalities,omitempty"` // of new and gone
		Value          float64 `json:"value"`
	}
	// Lengths is how long what a figure observes has lasted, grouped.
	Lengths struct {
		Figure string        `json:"figure"`
		Title  string        `json:"title"`
		Groups []LengthGroup `json:"groups"`
	}
	// LengthGroup are those of From months and more, and less than To; 0 = no end.
	LengthGroup struct {
		From  int `json:"from_months"`
		To    int `json:"to_months"`
		Ended int `json:"ended"`
		Going int `json:"still_going"`
	}
	// Practice is how the pilots are run whose share is the highest beyond chance, of those that let it be told.
	Practice struct {
		Figure  string        `json:"figure"`  // by whose interval's lower end they were chosen
		Sharing int           `json:"sharing"` // municipalities that let it be told and have the figure
		Towns   []Place       `json:"municipalities"`
		Rows    []PracticeRow `json:"figures"`
	}
	// PracticeRow is one figure of them beside that of all.
	PracticeRow struct {
		Figure string     `json:"figure"`
		All    *float64   `json:"all"`
		Values []*float64 `json:"values"`
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
