package shape

import (
	"slices"

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
	whoIs  func(typed string) (layout.Person, bool) // nil until it is asked for
}

// Turn returns the books with every sheet of a shape that is sure turned into rows, and says of each how
// it was read. The other sheets, and those of a log or of trainings that pilot.toml locates, are as they were.
func Turn(books []*grid.Book, pilot *setting.Pilot, clock setting.Clock, people People) ([]*grid.Book,
	[]finding.Finding) {
	t := &turner{books: books, pilot: pilot, clock: clock, people: people}
	var findings []finding.Finding
	out := slices.Clone(books)
	for i, b := range books {
		for j, g := range b.Sheets {
			turned, how := t.turn(g)
			if turned == nil {
				continue
			}
			if out[i] == b {
				own := *b
				own.Sheets = slices.Clone(b.Sheets)
				out[i] = &own
			}
			out[i].Sheets[j] = turned
			findings = append(findings, how...)
		}
	}
	return out, findings
}

// turn returns the sheet as rows when it fits one shape; nil when it fits none, or two.
func (t *turner) turn(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	var found *grid.Grid
	var how []finding.Finding
	if !t.pilot.Located(schema.Tasks) {
		for _, shape := range []func(*grid.Grid) (*grid.Grid, finding.Finding){t.monthSheet, t.dayMatrix} {
			turned, said := shape(g)
			switch {
			case turned == nil:
			case found != nil:
				return nil, nil
			default:
				found, how = turned, []finding.Finding{said}
			}
		}
	}
	if found == nil && !t.pilot.Located(schema.Trainings) {
		return t.attendance(g)
	}
	return found, how
}

// directory is the search among the participants, whose sheets are looked for once.
func (t *turner) directory() func(typed string) (layout.Person, bool) {
	if t.whoIs == nil {
		tables, _ := layout.Find(t.books, t.pilot, true, t.people)
		t.whoIs = t.people(slices.DeleteFunc(tables, func(table *layout.Table) bool {
			return table.Schema.Key != schema.Participants
		}))
	}
	return t.whoIs
}

// read is the C334 of a sheet.
func read(g *grid.Grid, at grid.Range, message lang.Text) finding.Finding {
	return finding.Finding{
		Code: Code, Severity: finding.Info,
		Place:   finding.Place{File: g.File, Sheet: g.Sheet, Range: grid.RangeRef(at)},
		Message: message,
		Fix: lang.Say("正しければ、このままで構いません。ちがうときは、1行に1件ずつ、作業日・参加者・案件・時間の列に分けて書いてください。",
			"Nothing need be done if that is right; otherwise write one row a piece of work, with columns of the day, the "+
				"participant, the contract and the hours."),
	}
}
