package kpi

// Subject is what a figure is about, which decides by what rule an edition shows it. A figure without
// one is shown to the hub only, as one of one person is.
type Subject string

// AboutPersons: counts of participants, and times of theirs. AboutWork: counts of what participants did
// (tasks, weeks, months of pay). AboutPay: money and hours of participants. AboutAnswers: scores that people
// gave. AboutSupport: hours of the hub's staff. AboutOnePerson: a figure of one person, in the hub's edition
// only. AboutContracts, AboutClients: counts of these, which are not persons. AboutRevenue: money of clients.
// AboutMargin: revenue and pay in one. AboutPublicFunds: the municipality's own money, and what is on record
// anyway: metrics, publications, dates.
const (
	AboutPersons     Subject = "persons"
	AboutWork        Subject = "work"
	AboutPay         Subject = "pay"
	AboutAnswers     Subject = "answers"
	AboutSupport     Subject = "support"
	AboutOnePerson   Subject = "one_person"
	AboutContracts   Subject = "contracts"
	AboutClients     Subject = "clients"
	AboutRevenue     Subject = "revenue"
	AboutMargin      Subject = "margin"
	AboutPublicFunds Subject = "public_funds"
)

// Disclosure is what the rules of disclosure look at beside the numbers of a figure. It is never printed.
type Disclosure struct {
	People People
	Adds   []Addition
	Behind Behind
}

// Set names a set of persons, or of what they did. Figures that count the same set tell the same number,
// and are shown or hidden together.
type Set string

// People says whom a figure about people counts. A set without a name has one of its own, that of the
// place at which the count stands: the figure's id and value, numerator, n or the key of the part.
type People struct {
	Hit    Set            // those of the value, or of the numerator; none for a ratio that is no share of persons
	All    Set            // those of the denominator, or of n where there is none
	Parts  map[string]Set // those of a part, by its key
	Inside [][2]Set       // which of these sets lie in which others, the inner first; common ones: facts.Inside
	// Rests names, for the value ("") and parts that are no counts, the counts that it tells or follows
	// from: all of them must be printed for it to be shown. Of a value the default is the value of a count,
	// numerator and n of a ratio, else n. A part without an entry is shown by the rules on amounts alone.
	Rests map[string][]string
	// Shares names counts that stand nowhere and follow from a part that is a share of n: the key of the part.
	Shares map[string]string
	Table  *Table // the figure's parts are a table of persons by group; nil: they are not
}

// Table is a table of persons by group, the only []Group among the parts. The first column counts everybody
// in the line, the others some of them.
type Table struct {
	Columns []TableColumn
	Overlap bool // a person may be in several lines
}

// TableColumn is a column of counts and those of its total.
type TableColumn struct {
	Key   string
	Total Set
}

// Addition says that the parts make up the whole, or some of it; all are counts of a figure by their places in
// it: value, numerator, n, the key of a part, "groups.<key of the group>.<key of its part>".
type Addition struct {
	Whole string
	Parts []string
}

// Adding returns the additions as they are, for figures whose counts are always the same.
func Adding(all ...Addition) func(*Figure) []Addition {
	return func(*Figure) []Addition { return all }
}
