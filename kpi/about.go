package kpi

import "pilot90/cohort/lang"

// Class is by what rule an edition that leaves the hub shows a figure. A figure without one is shown to the hub
// only.
type Class string

// Accountability: the programme's own totals, shown as they are. Attribute: what persons are, a whole table or
// none. Amount: what persons earn, work, last and answer: rounded, of enough of them. Internal: of one person, or of
// the hub's staff, in the hub's edition only.
const (
	Accountability Class = "A"
	Attribute      Class = "B"
	Amount         Class = "C"
	Internal       Class = "D"
)

// About is what a figure is about; within its class it decides what is done with it.
type About string

// AboutPersons: counts of participants, and times of theirs. AboutWork: counts of what participants did
// (tasks, weeks). AboutPay: money and hours of participants. AboutAnswers: scores that people
// gave. AboutSupport: hours of the hub's staff. AboutOnePerson: a figure of one person. AboutContracts,
// AboutClients: counts of these, which are not persons. AboutRevenue: money of clients. AboutMargin: revenue and pay
// in one. AboutPublicFunds: the municipality's own money, and what is on record anyway: metrics, publications, dates.
const (
	AboutPersons     About = "persons"
	AboutWork        About = "work"
	AboutPay         About = "pay"
	AboutAnswers     About = "answers"
	AboutSupport     About = "support"
	AboutOnePerson   About = "one_person"
	AboutContracts   About = "contracts"
	AboutClients     About = "clients"
	AboutRevenue     About = "revenue"
	AboutMargin      About = "margin"
	AboutPublicFunds About = "public_funds"
)

// Disclosure is what the rules of disclosure look at beside the numbers of a figure. It is never printed.
type Disclosure struct {
	Table  *Table
	Line   Line
	Inner  []string
	Named  []string // keys of groups that say whose they are
	Titled bool     // the title says whose the figure is
	Behind Behind
	// Follows says of a figure of several municipalities that it gives away what persons of one of them are, to a reader
	// of what the others tell by themselves.
	Follows bool
}

// Table is a table of persons by group, the only []Group among the parts. The first column counts everybody
// in the line, the others some of them; Members of a Group says whom.
type Table struct {
	Columns  []TableColumn
	Overlap  bool      // a person may be in several lines
	Ordered  bool      // a small line goes to its neighbour, not to その他
	Together lang.Text // what the lines break down: 性別, for the sentence that stands in place of the table
	// Weight is what is lost with the table, or with a figure of one of its lines, where two cannot both be told.
	Weight int
}

// TableColumn is a column of counts and the figure whose value is its total. Kept says that who is counted once is so
// at any later day of the period.
type TableColumn struct {
	Key, Total string
	Kept       bool
}

// Line names the line of a table that holds everybody a figure looks at: where the table merges the line with others,
// the figure would give it back. Without a name there is none.
type Line struct{ Figure, Key string }
