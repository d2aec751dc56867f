package content

// ChartKind names how a chart is drawn.
type ChartKind string

// The chart kinds of reports.md.
const (
	Funnel     ChartKind = "funnel"      // horizontal bars, one a stage, labelled with count and share
	Gantt      ChartKind = "gantt"       // one lane a participant over the days of the cycle
	TargetBar  ChartKind = "target_bar"  // horizontal bars of actual against target
	StackedBar ChartKind = "stacked_bar" // vertical stacked bars by category (months)
	StepCurve  ChartKind = "step_curve"  // survival curve with band, censor marks and n at risk
	Bands      ChartKind = "bands"       // one vertical bar a band
	Heatmap    ChartKind = "heatmap"     // calendar of logged work
	Line       ChartKind = "line"        // line by fiscal year
	GroupedBar ChartKind = "grouped_bar"
	Limits     ChartKind = "limits" // shares of units of several sizes with the limits of chance
	// Cycle draws one line a person over the days of the cycle, with what happened as marks on it.
	Cycle ChartKind = "cycle"
	// Trend draws one series by month as a line, or as steps where it only adds up.
	Trend ChartKind = "trend"
	// Columns draws one series as columns, hatched where they stay below the target.
	Columns  ChartKind = "columns"
	DotPairs ChartKind = "dot_pairs" // two shares each row on one scale of 0–100 %, joined; the difference at the right
	Lengths  ChartKind = "lengths"   // bars from 0, an arrow where it goes on, a stop where it ended

	Squares   ChartKind = "squares"    // a row a step, a square a person; bars where there are more than 20
	Dots      ChartKind = "dots"       // a disc a person, stacked over bands; the first series is filled
	Months    ChartKind = "months"     // columns of two parts a month, named at the last one
	MoneyBars ChartKind = "money_bars" // bars of money spent, with a tick at what was planned
	// TargetRows are figures against their targets, a row each: name, value, bar with a tick, distance.
	TargetRows ChartKind = "target_rows"
	// Multiples are small charts side by side, four in a row, each with its value in the heading.
	Multiples ChartKind = "multiples"
)

// Chart is a chart as values. Title states the finding; Alt is written from the data; Twin
// holds the same numbers as a table.
type Chart struct {
	ID         string
	Kind       ChartKind
	Title      string
	Alt        string
	Unit       string // printed on the value axis
	XTitle     string
	YTitle     string
	Figures    []string // ids of the figures shown
	Source     string   // the line below the chart that names those figures; empty = none
	Categories []string // category axis, in order
	Groups     []string // Months: the year under the first month of each; "" under the others
	Whole      int      // Squares: how many places each row has; 0: as many as it has squares
	Series     []Series
	Lanes      []Lane       // Gantt
	Phases     []Phase      // Gantt: shaded parts of the day axis
	Curves     []Curve      // StepCurve; Limits: of each limit, Time is the size and S the share of all
	Spots      []Spot       // Limits
	Marks      []Mark       // reference lines: target, today
	Low        bool         // drawn as low as it can be read, beside a figure
	Steps      bool         // Trend: values hold until the next
	Running    bool         // Columns: the last one is of a time that is not over
	Top        float64      // Trend: the axis reaches up to it; 0 = by the values
	Column     *ValueColumn // DotPairs: what stands at the right edge
	Twin       *Table
	Goals      []Goal     // TargetRows
	Small      []Multiple // Multiples
}

// Series is one series over the categories; a nil value is missing, never 0.
type Series struct {
	Name   string
	Values []*float64
	Labels []string   // text drawn at each value; "" = none; nil = none
	Target []*float64 // TargetBar: target of each category, or nil
	Least  []float64  // Funnel: the values are told as ranges, from here up to Values; nil: they are exact
	Ended  []bool     // Lengths: the bar is over; nil: all go on
}

// ValueColumn is a column of texts at the right of a chart, one a category.
type ValueColumn struct {
	Head  string
	Texts []string
}

// Lane is one participant of a Gantt over the days of the cycle (1 … L, and after).
type Lane struct {
	Label string
	Bars  []Bar
	Dots  []Dot
	Today int // day of the cycle at the as-of date; beyond the axis = not drawn
	Tone  Tone
	To    int    // Cycle: the day on which the line ends
	Note  string // Cycle: in words at the right, what is beyond the axis or missing
}

// Bar is a stretch of days, both ends included. Style: "training", "ojt", "retention",
// "exited" — the planned phases, as far as they were reached.
type Bar struct {
	From, To int
	Style    string
}

// Dot is an event on a day: "work", "trained", "delivered", "income", "recurring", "exit".
type Dot struct {
	Day   int
	Style string
}

// Phase shades days From–To of the axis and names them.
type Phase struct {
	From, To int
	Label    string
}

// Curve is one step curve; Points start at time 0 with S = 1.
type Curve struct {
	Name   string
	Points []CurvePoint
	AtRisk []RiskPoint // drawn below the axis
}

// CurvePoint is the curve just after Time.
type CurvePoint struct {
	Time, S, Low, High float64
	Censored           int // marks drawn at Time
}

// RiskPoint is the number at risk at Time.
type RiskPoint struct {
	Time float64
	N    int
}

// Spot is one unit of a Limits chart: its share, 0–1, of so many. Outside is beyond the outermost limits.
type Spot struct {
	Name     string
	Of       float64
	Share    float64
	Outside  bool
	Labelled bool // its name is written beside it
}

// Mark is a reference line; Axis "x" or "y".
type Mark struct {
	Axis  string
	Value float64
	Label string
}
