package blank

import (
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// Template is which sheets and columns a new workbook has.
type Template string

// Full has every table and an id for each person and contract; Simple is for a hub of up to SimplePeople: names in
// place of ids, four sheets, payments by the month.
const (
	Full   Template = "full"
	Simple Template = "simple"
)

// SimplePeople is how many people a hub may have for the simple form to be the usual one.
const SimplePeople = 30

// simpleSheets are the sheets of the simple form with their columns, by the keys of the schema. The first column is
// the name by which the other sheets speak of a row.
var simpleSheets = []struct {
	table   schema.Key
	columns []string
}{
	{schema.Participants, strings.Fields(`name cohort gender age_band residence situations start_date trained_date
		exit_date exit_reason prior_income outcome`)},
	{schema.Contracts, strings.Fields(`title client_id region sector kind start_date end_date monthly amount`)},
	{schema.Tasks, strings.Fields(`date participant_id contract_id hours delivered_date due_date checked rework`)},
	{schema.Payments, strings.Fields(`paid_date participant_id month amount`)},
}

// named are the columns that hold ids in the schema and names in the simple form.
var named = map[string]lang.Text{
	"participant_id": lang.Say("氏名", "Name"),
	"contract_id":    lang.Say("案件", "Contract"),
	"client_id":      lang.Say("発注者名", "Client"),
}

// simpleTables are the tables of the simple form: those of the schema with fewer columns, and names for ids.
func simpleTables() []*schema.Table {
	var tables []*schema.Table
	for _, s := range simpleSheets {
		full := schema.ByKey(s.table)
		t := *full
		t.Columns, t.Instead, t.Required = nil, false, s.table != schema.Payments
		for i, key := range s.columns {
			c := *full.Column(key)
			c.Instead = false
			c.Examples = exampleNames(full, key)
			if heading, isID := named[key]; isID {
				c.Heading = heading
				c.Description = lang.Say("「"+homeOfName(key)+"」のシートに書いた名前。", "A name of that sheet.")
			}
			if key == "client_id" {
				c.Kind, c.Description = schema.TextKind, lang.Say("仕事を出した会社や役場の名前。", "Who ordered the work.")
			}
			if i == 0 && t.Key != schema.Tasks && t.Key != schema.Payments {
				c.Kind, c.Required = schema.IDKind, true // the one by which it is known
			}
			t.Columns = append(t.Columns, c)
		}
		tables = append(tables, &t)
	}
	return tables
}

// homeOfName is the sheet in which a name is given out.
func homeOfName(key string) string {
	if home := homeOf(key); home != nil {
		return home.Sheet.JA
	}
	return ""
}

// exampleNames are the examples of a column with the names of persons, contracts and clients for their ids; a column
// of the client's own has what the clients sheet has.
func exampleNames(t *schema.Table, key string) []string {
	c := t.Column(key)
	examples := slices.Clone(c.Examples)
	if len(examples) == 0 && c.Instead { // of the client
		clients := schema.ByKey(schema.Clients)
		return translated(t.Column("client_id").Examples, clients.Column("client_id"), clients.Column(key))
	}
	if home := homeOf(key); home != nil && named[key] != (lang.Text{}) {
		return translated(examples, home.Column(key), home.Column(home.Column(key).ByName))
	}
	return examples
}

// translated are examples with the value of another column of the row that they name.
func translated(examples []string, from, to *schema.Column) []string {
	var out []string
	for _, e := range examples {
		if i := slices.Index(from.Examples, e); i >= 0 && e != "" {
			e = to.Examples[i]
		}
		out = append(out, e)
	}
	return out
}

// NeedsIDs says why the people and contracts of a ledger cannot be told apart by their names; it is empty when they
// can.
func NeedsIDs(c *cohort.Ledger) lang.Text {
	people, contracts := map[string]bool{}, map[string]bool{}
	for _, p := range c.Participants.Every() {
		if name := lang.Key(p.Name.Value); !fresh(people, name) {
			return lang.Say("氏名のない人か、同じ氏名の人がいます。", "Some people have no name, or two have one name.")
		}
	}
	for _, k := range c.Contracts.Every() {
		if title := lang.Key(k.Title.Value); !fresh(contracts, title) {
			return lang.Say("案件名のない案件か、同じ名前の案件があります。", "Some contracts have no title, or two have one title.")
		}
	}
	return lang.Text{}
}

// fresh remembers a name, and is false for none and for one that was there.
func fresh(seen map[string]bool, name string) bool {
	if name == "" || seen[name] {
		return false
	}
	seen[name] = true
	return true
}

// RosterIn are the tables of Roster that have a sheet in the form.
func RosterIn(form Template) []schema.Key {
	if form != Simple {
		return Roster()
	}
	return []schema.Key{schema.Participants, schema.Contracts}
}

// Idle counts the clients of a ledger, nil for none, that no contract names: the simple form has no place for them.
func Idle(c *cohort.Ledger) int {
	if c == nil {
		return 0
	}
	busy := map[string]bool{}
	for _, k := range c.Contracts.Every() {
		busy[k.ClientID.Value] = true
	}
	n := 0
	for _, client := range c.Clients.Every() {
		if !busy[client.ID.Value] {
			n++
		}
	}
	return n
}
