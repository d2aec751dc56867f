// Package kpi says what a figure is and what it declares, and turns a checked ledger into the window over
// which figures are computed.
//
// The one idea: a Figure is a value that can defend itself. It carries numerator, denominator, the rows used
// and excluded, an interval where one is due, and warnings; missing input gives a reason, never 0. All that
// the program has to know of a figure stands in its Definition: what it reads and what is assumed without it,
// how rows with errors bear on it, how it develops, what it is about and whom it counts. The figures
// themselves are declared in package catalog. This package prints and rounds nothing.
package kpi

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// Unit is the unit of a figure's value.
type Unit string

// Units of figures; a Ratio is 0–1.
const (
	Ratio      Unit = "ratio"
	Count      Unit = "count"
	Months     Unit = "months"
	Days       Unit = "days"
	Hours      Unit = "hours"
	Yen        Unit = "yen"
	YenPerHour Unit = "yen_per_hour"
	Score      Unit = "score"
	Multiple   Unit = "multiple"
	Date       Unit = "date" // the value is a cell.Day: days since 1970-01-01
)

var unitWords = map[Unit]lang.Text{
	Ratio: {JA: "割合（1が100％）", EN: "(ratio: 1 is 100%)"}, Count: {JA: "件・人", EN: ""}, Months: {JA: "か月", EN: "months"},
	Days: {JA: "日", EN: "days"}, Hours: {JA: "時間", EN: "hours"}, Yen: {JA: "円", EN: "yen"},
	YenPerHour: {JA: "円/時", EN: "yen an hour"}, Score: {JA: "点", EN: "points"}, Multiple: {JA: "倍", EN: "times"},
	Date: {JA: "日付", EN: "date"},
}

// Word is the unit in words, behind an unrounded value.
func (u Unit) Word() lang.Text { return unitWords[u] }

// Better is the direction in which a figure improves.
type Better int

// A Neutral figure has no better direction.
const (
	Neutral Better = iota
	Higher
	Lower
)

// Meets reports whether a value is on the right side of the target, or on it; of a Neutral figure higher is.
func (b Better) Meets(value, target float64) bool {
	if b == Lower {
		return value <= target
	}
	return value >= target
}

// Measure says how the values of several years belong together.
type Measure int

// A Flow is a count or a sum over a period: those of all years add up. A Stock is a state at a date, or a ratio or mean
// of what was looked at by then: each year has its own.
const (
	Stock Measure = iota + 1
	Flow
)

// Things are what a count counts, for its counting word.
type Things int

// Records are contracts, tasks, answers; Persons are people; a Number is of something that only the ledger
// knows.
const (
	Records Things = iota
	Persons
	Number
)

// Ends are the least and the most that a value can be by what it is.
type Ends int

// UnitEnds: as the unit has it, 0 to 1 of a ratio. FromZero: 0 and more, also of a ratio. NoEnds: anything.
const (
	UnitEnds Ends = iota
	FromZero
	NoEnds
)

// Definition declares one figure. Compute fills Value or Reason and everything the figure needs
// to be explained; ID, Title and Better are copied by Run, and Unit unless Compute sets another.
type Definition struct {
	ID       string
	Title    lang.Text
	Unit     Unit
	Measure  Measure
	Formula  lang.Text // the definition in words, as printed in 定義
	Plain    lang.Text // what it is, for residents, in whole sentences; empty: the formula is plain enough
	Law      Law       // how the values of several municipalities are put together
	Better   Better
	Smallest int          // smallest n at which the value is worth showing without a warning; 0 = 1
	Needs    []schema.Key // sheets without which there is no value
	Columns  []Column     // columns without which there is no value
	Also     []schema.Key // sheets that are used where they are present
	Assumes  []Column     // columns that may be missing and are then assumed blank, with a warning; see Assumption
	Origin   lang.Text    // the source article, form or law the figure comes from
	Bearing  Bearing      // how rows with errors bear on the value; nil: no range is computed
	Outlook  Outlook      // how the value develops to the period's end; nil: no forecast is made
	Counts   Things       // what a count counts
	Topic    Topic        // what papers and rules tell of it in words of their own; "": nothing
	Reach    *Reach       // it counts who has come to a stage, and is compared by cohort; nil: it is not
	Ends     Ends         // what the value can be by what it is
	Theme    Theme        // beside which figures it stands; "": only the ledger has it
	Limits   []Limit      // the points of the checklist that it answers
	Per      *Per         // it says what one result cost; nil: it does not
	// PerInhabitant says that it divides by program.population, which is that of the hub's own municipality.
	PerInhabitant bool
	// What an edition may show of it: by what rule, and what the rule looks at. Compute may set another Class and
	// About, and other Counts.
	Class    Class
	About    About
	Table    *Table                 // the parts are a table of persons by group; nil: they are not
	Line     Line                   // of a table, whose people are those that the figure looks at
	Typed    bool                   // the keys of its groups are what somebody typed, and may name whose they are
	Entitled bool                   // the title is what somebody typed in a row, and may name whose it is
	Inner    []string               // parts of one person or record, for the hub alone
	Behind   func(w *Window) Behind // nil: nobody
	Compute  func(w *Window) Figure
	// Expand, when set, stands in for Compute: it returns one definition for each name that
	// the ledger holds (metric.<name>), in a stable order.
	Expand func(w *Window) []Definition
	// TitleOf, when set, is the title under a cycle; Title is that of the usual one.
	TitleOf func(c setting.Cycle) lang.Text
	// Short is the title where a few words have room, ShortParts are those of parts; empty: the title itself.
	Short      lang.Text
	ShortParts map[string]lang.Text
	// PlainTitle is the title as residents would say it, Spoken as in a hall; empty: the title itself.
	PlainTitle, Spoken lang.Text
	// Reading says in a line of a share what of what it is; {cycle} is the days of the cycle.
	Reading lang.Text
}

// Column names one column of the schema.
type Column struct {
	Table schema.Key
	Key   string
	Or    schema.Key // a sheet that does as well; "" for none
	// Untold says that of hours only whether there are any matters: a column whose unit nothing tells does as well.
	Untold bool
}

// Figure is one computed number, or the reason why there is none.
type Figure struct {
	ID          string
	Title       lang.Text
	Unit        Unit
	Value       *float64
	Reason      lang.Text // why Value is nil; empty otherwise
	Numerator   *float64
	Denominator *float64
	N           int         // records the value rests on
	Excluded    int         // records left out because of an error finding or unknown input
	Interval    *[2]float64 // 95 %
	// Open says which rows are left out for an error and could change the value; empty: none.
	// Range is then the lowest and highest value over the ways to resolve the errors (see
	// Bearing); it is nil, for RangeReason, where that cannot be told.
	Open        lang.Text
	Range       *[2]float64
	RangeReason lang.Text
	Parts       Parts
	Warnings    []lang.Text
	Assumed     []lang.Text // those of Warnings that say what is assumed for want of a column
	Target      *float64
	Arithmetic  lang.Text // the formula with the numbers put in
	Rows        []RowUse  // where the window lists them; see Evidence
	Lacking     bool      // Reason says that a sheet or a column is not there
	Suppressed  bool      // the value may not be shown, or there is none and that may not be told; Value is nil
	Coded       *Span     // of a suppressed value: the range that is shown in its place; nil: none
	Absent      lang.Text // the sentence in place of parts that may not be shown
	Step        float64   // Value is rounded to a multiple of it; 0: it is exact
	Hidden      []string  // fields that may not be shown, by their names in the JSON; see Hides
	Better      Better
	Counts      Things
	Class       Class
	About       About
	Topic       Topic
	Reach       *Reach
	Ends        Ends
	Disclosure  Disclosure // of no figure that has been disclosed

	// of several municipalities put together, how many of them it rests on; 0: it is of one ledger
	Municipalities int

	Terms *Terms // of a quotient: what it is made of, for the parts that are put together with others'; never printed

	again func() []RowUse // computes the rows behind the figure; nil: Rows are all there are
}

// Notes are the warnings, and what is to be said of rows with errors.
func (f *Figure) Notes() []lang.Text {
	notes := slices.Clone(f.Warnings)
	for _, n := range []lang.Text{f.Open, f.RangeReason, f.Absent} {
		if !n.Empty() {
			notes = append(notes, n)
		}
	}
	return notes
}

// Parts are the named side results of a figure in a fixed order (JSON keeps the order).
type Parts []Part

// Part is one side result: Value holds nil (none, or not reached), bool, float64, string,
// [2]float64, Parts, []Point, []Risk, []Group or Span.
type Part struct {
	Key   string
	Title lang.Text
	Unit  Unit
	Value any
}

// Point is one step of a curve. The first one is time 0 with S = 1.
type Point struct {
	Time     float64  `json:"time"` // months or days, as the figure
	N        int      `json:"n"`    // subjects at risk just before Time
	Events   int      `json:"events"`
	Censored int      `json:"censored"`
	S        float64  `json:"s"`   // share still continuing just after Time
	Low      *float64 `json:"low"` // 95 %, log–log; nil where none is determined
	High     *float64 `json:"high"`
}

// Risk is one line of an at-risk table: N subjects were still under observation at Time.
type Risk struct {
	Time float64 `json:"time"`
	N    int     `json:"n"`
}

// Group is one line of a breakdown: a stable key, its title, and its numbers.
type Group struct {
	Key   string
	Title lang.Text
	Parts Parts
	// Members are the ids of those whom the parts count, by the part, and Earnings what each of them adds to the
	// group's amount, which rests on so many Records: for the rules of disclosure; never printed.
	Members  map[string][]string
	Earnings Contributions
	Records  int // months behind the amount
}

// RowUse is one ledger row behind a figure.
type RowUse struct {
	Row      record.Row
	Record   string    // id of the record, for a task "participant / contract"
	Columns  []int     // the cells that were used, 1-based columns; 0 = above the table
	Texts    []string  // what stands in them as typed, one for each of Columns
	Note     lang.Text // what it contributed: "分子・分母", "7か月"
	Excluded bool      // looked at but not counted; Note says why
	Terms    []RowUse  // of a contract that was renewed, the rows of the terms before; Run lists them after it
	listed   bool      // false: the window lists no rows
}
