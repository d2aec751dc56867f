package schema

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// Kind is what the cells of a column hold and so which reader of package cell reads them.
type Kind string

// Kinds of columns. An Amount is a number of yen, a Decade an age band (30 means 30–39), a
// Count a number of times in which yes counts as 1, a Month the first day of a month.
// Count a number of times in which yes counts as 1, a Clock a time of day, a Rest a length of time that is no work, a
// Span one or more starts with their ends.
const (
	TextKind   Kind = "text"
	IDKind     Kind = "id"
	DateKind   Kind = "date"
	NumberKind Kind = "number"
	AmountKind Kind = "amount"
	HoursKind  Kind = "hours"
	CountKind  Kind = "count"
	YesNoKind  Kind = "yes_no"
	ChoiceKind Kind = "choice"
	ListKind   Kind = "list"
	YearKind   Kind = "year"
	DecadeKind Kind = "decade"
	MonthKind  Kind = "month"
	ClockKind  Kind = "clock"
	RestKind   Kind = "rest"
	SpanKind   Kind = "span"
)

// Choice is one accepted word of a choice or list column: the stable key that records hold, the
// word the template offers, and the other words a hub would write for it.
type Choice struct {
	Key     string
	Heading lang.Text
	Words   []string
}

// Column describes one column of a table.
type Column struct {
	Key         string // stable English name, the same in TOML, JSON and Go
	Heading     lang.Text
	Kind        Kind
	Required    bool     // the sheet cannot be used without it, nor a row without its value
	Expected    bool     // a row without its value is asked about, and some figures leave it out
	Synonyms    []string // other headings a hub would write; compared by layout.headingForm
	Compound    string   // headings made of a word of each list, such as 受講 研修|修了 終了|日 年月日; "-" is nothing
	Weak        []string // headings that mean this column only where no better one stands
	Choices     []Choice // for ChoiceKind and ListKind
	Negative    bool     // a number below 0 is allowed
	Last        []string // headings that mean it only where nothing else does, such as No.
	Blank       []string // words that say there is no value, beside － and those of the kind (noValueWords)
	Aside       bool     // no figure rests on it; a test of the figures holds that
	Not         []string // words in a group or note that make it somebody else's money or day
	Fact        bool     // it has happened: a heading that says it is only planned is not read
	Monthly     string   // the key of the column of the same money a month, its own for that one
	Yearly      bool     // an amount for the year
	Or          string   // the key of a column that does as well: a record has the one or the other, required or not
	Examples    []string // one for each row of the filled-in example, "" for a blank; persons and firms are made up
	ByName      string   // the key of the column of names that does where the sheet has no such column
	Else        []string // headings that mean it where the column that they mean first stands elsewhere
	Refers      string   // the key of the id column whose ids it holds, where that is not its own
	Instead     bool     // kept where another sheet is not, or in few ledgers; the template leaves it out
	Description lang.Text

	Accepts []cell.Choice // Choices as package cell reads them
}

// Table describes one table of a ledger: the sheet it is kept in and its columns.
type Table struct {
	Key         Key
	Sheet       lang.Text
	Synonyms    []string // other sheet names a hub would write; compared by layout.nameForm
	Required    bool     // the ledger cannot be used without it
	Columns     []Column
	Telling     []string // keys of columns, one of which a sheet has that only its headings tell
	Unless      Heading  // a sheet with this column of another table is none of this one
	Instead     bool     // kept where columns of other sheets are not; the template leaves it out
	Description lang.Text
}

// Heading is a column of a table; the zero value is none.
type Heading struct {
	Table  Key
	Column string
}

// Examples are rows of the template as a hub would fill them in. They belong together: each id stands in its sheet.
func (s *Table) Examples() [][]string {
	rows := make([][]string, len(s.Columns[0].Examples))
	for i := range rows {
		for _, c := range s.InTemplate() {
			rows[i] = append(rows[i], c.Examples[i])
		}
	}
	return rows
}

// Column returns the column with the key, or nil.
func (s *Table) Column(key string) *Column {
	for i := range s.Columns {
		if s.Columns[i].Key == key {
			return &s.Columns[i]
		}
	}
	return nil
}

// Index returns the place of the column with the key, or -1.
func (s *Table) Index(key string) int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return c.Key == key })
}

// Compounds are the headings that Compound makes.
func (c *Column) Compounds() []string {
	if c.Compound == "" {
		return nil
	}
	return lang.Products(strings.Split(c.Compound, "|")...)
}

// Filled reports a column that the template asks every row to fill in.
func (c *Column) Filled() bool { return c.Required || c.Expected }

// InTemplate returns the columns that the template offers.
func (s *Table) InTemplate() []Column {
	return slices.DeleteFunc(slices.Clone(s.Columns), func(c Column) bool { return c.Instead })
}

// RequiredKeys returns the keys of the columns without which the sheet cannot be used.
func (s *Table) RequiredKeys() []string {
	var keys []string
	for _, c := range s.Columns {
		if c.Required {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// tables is the schema: built once, never changed.
var tables = withChoices([]*Table{
	&participantsSchema, &trainingsSchema, &clientsSchema, &contractsSchema, &tasksSchema,
	&paymentsSchema, &invoicesSchema, &supportSchema, &surveysSchema, &budgetSchema, &metricsSchema, &publicationsSchema,
})

// Tables returns the schema of a ledger in the order in which the template shows it. The
// caller must not change it.
func Tables() []*Table { return slices.Clone(tables) }

// ByKey returns the schema of one table, or nil.
func ByKey(key Key) *Table {
	for _, t := range tables {
		if t.Key == key {
			return t
		}
	}
	return nil
}

// withChoices prepares the choice lists for package cell: the key, both headings and all words.
func withChoices(all []*Table) []*Table {
	for _, t := range all {
		for i := range t.Columns {
			c := &t.Columns[i]
			for _, choice := range c.Choices {
				words := append([]string{choice.Heading.JA, choice.Heading.EN, choice.Key}, choice.Words...)
				c.Accepts = append(c.Accepts, cell.Choice{Key: choice.Key, Words: words})
			}
		}
	}
	return all
}

// Limits are what the numbers of the column may be.
func (c *Column) Limits() cell.Range {
	if c.Negative {
		return cell.Any
	}
	return cell.NonNegative
}
