package setting

import (
	"math"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// Pilot is what pilot.toml says, with the defaults filled in. Every field has a documented
// default, so that a folder of spreadsheets without a pilot.toml can be read too.
type Pilot struct {
	Program    Program
	Period     Period
	Cycle      Cycle
	TenRule    TenRule
	Settings   Windows
	Privacy    Privacy
	Alliance   Alliance
	Thresholds Thresholds
	Targets    map[string]float64 // of the period: figure id -> target, in the figure's unit
	Files      []string           // globs, relative to the ledger folder
	Encoding   string             // of every CSV without a byte order mark; "" = told from its bytes
	Zone       cell.Zone          // in which the days of time stamps are
	Cohorts    []CohortStart      // first days of cohorts, in the order of their names
	Begins     *cell.Day          // first day that the ledger holds as a whole; nil: all that is in it
	Pins       []Pin
	Learned    []Pin // of reading.toml: each about its own sheets, whatever other sheets are
	Grants     []Grant
	Scales     []Scale
	Wages      []Wage                       // minimum wages that replace or add to the built-in table
	Logo       *Logo                        // nil: none is named, or it cannot be used
	Words      map[string]map[string]string // the officer's own sentences, by edition and passage (WordKeys)

	// YearTargets are those of fiscal years, from [targets.2026] and the like.
	YearTargets map[int]map[string]float64

	yearKeys  map[int]string // where each table of YearTargets is written
	source    string         // the name of the pilot.toml that was read; "" = none
	positions map[string]position
}

// Wrong makes the finding of a value of pilot.toml that only a later package can judge, such
// as a target of a figure that does not exist. key is a path such as "targets.retention_ratio"
// or "grant.0.kpi.1.figure"; the finding names its line and column.
func (p *Pilot) Wrong(code, key string, message, fix lang.Text) finding.Finding {
	return placeInTOML(p.source, p.positions[key],
		finding.Finding{Code: code, Severity: finding.Error, Message: message, Fix: fix})
}

// At puts a finding at a place of pilot.toml.
func (p *Pilot) At(line, col int, f finding.Finding) finding.Finding {
	return placeInTOML(p.source, position{line, col}, f)
}

// Program names the pilot.
type Program struct {
	Name         string
	Municipality string
	Prefecture   string // 都道府県, for the wage table; with or without 県
	Code         string // 団体コード
	Population   int    // 0 = not given
	Model        string // regional_bpo, industry_digital, education
	Department   string // 担当部局課名
	Contact      string

	DocumentNumber string // 文書番号, printed on the first page
	Logo           string // file in the ledger's folder; what was read is Pilot.Logo

	// SharePractice says that a prefecture's paper may name the municipality where it tells how pilots are run.
	SharePractice bool
}

// Period is [period]; zero Known fields fall back as figures.md says.
type Period struct {
	AsOf, From, To *cell.Day
}

// TenRule is the 10-10-10 rule's reading and targets.
type TenRule struct {
	HoursBasis string  // project (default), person, total
	Candidates int     // 10
	Hours      float64 // 10
	Projects   int     // 10
}

// Windows are the windows of the figures, in days.
type Windows struct {
	InactiveAfterDays int  // 60
	ActiveWindowDays  int  // 30
	PublicationDays   int  // 31
	RenewalGapDays    int  // 31, the most days between two terms of one contract
	SeparateRenewals  bool // every term is a contract of its own
}

// Thresholds are the limits of the checklist (ratios 0–1, hours) and of the per-participant
// state (days of the cycle).
type Thresholds struct {
	OJTTransition       float64 // 0.8
	RecurringConnection float64 // 0.5
	StaffWeekHours      float64 // 40
	AccompanimentBudget float64 // 0.3
	WCheck              float64 // 0.9
	Rework              float64 // 0.1
	TrainingWatchDay    int     // 24
	TrainingLateDay     int     // 30
	TaskWatchDay        int     // 45
	TaskLateDay         int     // 60
	IncomeWatchDay      int     // 75
	IncomeLateDay       int     // 90
}

// fit sets the days of the states to a cycle of other lengths: in the phase each stands in, at the same share of it.
func (t *Thresholds) fit(c Cycle) {
	share := func(of float64, days int) int { return int(math.Round(float64(of * float64(days)))) }
	t.TrainingWatchDay, t.TrainingLateDay = max(share(0.8, c.Training), 1), c.Training
	t.TaskWatchDay, t.TaskLateDay = c.Training+share(0.5, c.OJT), c.Training+c.OJT
	t.IncomeWatchDay, t.IncomeLateDay = c.Training+c.OJT+share(0.5, c.Retention), c.Length()
}

// CohortStart is the first day of a cohort, for its participants whose start is blank.
type CohortStart struct {
	Name  string // as it is written in pilot.toml
	Start cell.Day
	Key   string // where it is written, for Mistake
}

// Pin ties a table to files, a sheet, a heading row or columns that reading by name would miss.
type Pin struct {
	Table      schema.Key
	Files      []string          // globs; empty = every file of the ledger
	Sheet      string            // exact sheet name
	HeadingRow int               // 1-based, 0 = find it
	Shape      string            // one of Shapes; "" = find it
	Columns    map[string]string // column key -> heading text, or column letter
	Units      map[string]string // column key -> unit of its plain numbers, a word that UnitOf knows
	Constants  map[string]string // column key -> value for every row, for what stands outside the table
	Ignored    []string          // headings or letters of columns that are not read
	Ignore     bool              // the sheet is not read at all
	Line, Col  int               // where [[table]] begins in the file
	learned    bool              // it stands in reading.toml
}

// File is the name of the settings file of a ledger.
const File = "pilot.toml"
