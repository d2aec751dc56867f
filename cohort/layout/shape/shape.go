package shape

import (
	"maps"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Code is that of a sheet that was turned into rows.
const Code = "C334"

// codeOddMark is that of a cell of a register of training that does not say whether somebody was there.
const codeOddMark = "C264"

// People makes of the tables of participants a search for the one that a text names.
type People = func(participants []*layout.Table) func(typed string) (layout.Person, bool)

// turner turns the sheets of one ledger.
type turner struct {
	books  []*grid.Book
	pilot  *setting.Pilot
	clock  setting.Clock
	people People
	sheets *layout.Earlier                          // what is known of the sheets as they are; nil for nothing
	whoIs  func(typed string) (layout.Person, bool) // nil until it is asked for
	roster []*layout.Table                          // set with whoIs
	asked  bool                                     // somebody was looked for while this sheet was turned
	forms  []form

	personHeads map[string][2]bool // see headsPerson
	knownAs     map[string]person  // see known

	labels map[*grid.Grid]*said // of blocks of a sheet, what the name of the month above each says
	label  *said                // of the block that is being turned; nil for none
}

// form is a shape that can be turned into rows: its word in pins, the table that it holds, and who turns it.
type form struct {
	name  string
	table schema.Key
	turn  func(*grid.Grid) (*grid.Grid, []finding.Finding)
}

// Turn returns the books with every sheet of a shape that is sure turned into rows, and says of each how
// it was read. The other sheets, and those of a table that is pinned, are as they were. What earlier knows of a sheet
// is not done again; nil knows nothing.
func Turn(books []*grid.Book, pilot *setting.Pilot, clock setting.Clock, people People,
	earlier *Earlier) ([]*grid.Book, []finding.Finding) {
	t := &turner{books: books, pilot: pilot, clock: clock, people: people, personHeads: map[string][2]bool{},
		knownAs: map[string]person{}}
	t.forms = []form{{setting.MonthShape, schema.Tasks, t.monthSheet}, {setting.MatrixShape, schema.Tasks, t.dayMatrix},
		{setting.MatrixShape, schema.Tasks, t.personsBeside}, {setting.PayShape, schema.Payments, t.monthlyPay}}
	t.sheets = earlier.begin(clock)
	var findings []finding.Finding
	out := slices.Clone(books)
	for i, b := range books {
		own := *b
		own.Sheets = nil
		for _, g := range b.Sheets {
			turned := earlier.turned(t, g)
			if turned.sheets[0] != g {
				out[i] = &own
			}
			own.Sheets = append(own.Sheets, turned.sheets...)
			findings = append(findings, turned.findings...)
		}
	}
	earlier.end(t)
	return out, findings
}

// sheet turns one sheet of the ledger.
func (t *turner) sheet(g *grid.Grid) turnedSheet {
	t.asked = false
	whole, findings := t.inColumns(g)
	turned, how := t.turnAll(whole)
	if turned == nil {
		turned = []*grid.Grid{whole}
		findings = append(findings, t.untold(whole)...)
	}
	return turnedSheet{turned, append(findings, how...), t.asked}
}

// inColumns returns the sheet with one value in a column: what stands in two is put together, what stands in one that
// holds two is taken apart. A sheet whose columns are given is left as it is.
func (t *turner) inColumns(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	if pin := t.pilot.LearnedFor(g.File, g.Sheet); pin != nil && len(pin.Columns)+len(pin.Ignored) > 0 {
		return g, nil
	}
	var findings []finding.Finding
	if joined, how := joinMinutes(g); joined != nil {
		g, findings = joined, append(findings, how...)
	}
	if split, how := splitTerm(g); split != nil {
		g, findings = split, append(findings, how)
	}
	for _, renamed := range []func(*grid.Grid) (*grid.Grid, finding.Finding){yearlyFee, stampedDays} {
		if changed, how := renamed(g); changed != nil {
			g, findings = changed, append(findings, how)
		}
	}
	return g, findings
}

// turn returns the sheet as rows when it fits one shape; nil when it fits none, or two.
func (t *turner) turn(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	var found *grid.Grid
	var how []finding.Finding
	wanted, table := t.pilot.ShapeOf(g.File, g.Sheet)
	for _, shape := range t.forms {
		switch {
		case wanted != "" && wanted != shape.name, table != "" && table != shape.table,
			wanted == "" && t.pilot.Located(shape.table):
			continue
		}
		turned, said := shape.turn(g)
		switch {
		case turned == nil:
		case found != nil:
			return nil, nil
		default:
			found, how = turned, said
		}
	}
	if found == nil && !t.pilot.Located(schema.Trainings) {
		return t.attendance(g)
	}
	return found, how
}

// naming tells which column of a log a cell heads, by its key; "" for none.
type naming func(c grid.Cell) string

// headed is the naming of a sheet: what reading.toml says of a column goes before its words.
func (t *turner) headed(g *grid.Grid) naming {
	pin := t.pilot.LearnedFor(g.File, g.Sheet)
	if pin == nil {
		pin = &setting.Pin{}
	}
	means := func(c grid.Cell, where string) bool {
		return lang.CompactLower(where) == lang.CompactLower(c.Text) || strings.EqualFold(where, grid.ColumnName(c.Col))
	}
	return func(c grid.Cell) string {
		for _, key := range slices.Sorted(maps.Keys(pin.Columns)) {
			if means(c, pin.Columns[key]) {
				return key
			}
		}
		if slices.ContainsFunc(pin.Ignored, func(where string) bool { return means(c, where) }) {
			return ""
		}
		return layout.ColumnNamed(schema.Tasks, c.Text)
	}
}

// directory is the search among the participants, whose sheets are looked for once.
func (t *turner) directory() func(typed string) (layout.Person, bool) {
	t.asked = true
	if t.whoIs == nil {
		tables, _ := layout.Find(t.books, t.pilot, true, t.people, t.sheets)
		t.roster = slices.DeleteFunc(tables, func(table *layout.Table) bool {
			return table.Schema.Key != schema.Participants
		})
		t.whoIs = t.people(t.roster)
	}
	return t.whoIs
}

// read is the C334 of a sheet of work.
func read(g *grid.Grid, at grid.Range, message lang.Text) finding.Finding {
	return readAs(g, at, message,
		lang.Say("正しければ、このままで構いません。ちがうときは、1行に1件ずつ、作業日・参加者・案件・時間の列に分けて書いてください。",
			"Nothing need be done if that is right; otherwise write one row a piece of work, with columns of the day, the "+
				"participant, the contract and the hours."))
}

// readAs is a C334 with the way to write it otherwise.
func readAs(g *grid.Grid, at grid.Range, message, fix lang.Text) finding.Finding {
	return finding.Finding{
		Code: Code, Severity: finding.Info,
		Place:   finding.Place{File: g.File, Sheet: g.Sheet, Range: grid.RangeRef(at)},
		Message: message, Fix: fix,
	}
}
