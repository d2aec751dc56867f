package shape

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/layout"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Earlier is what Turn made of the sheets of a ledger that was read before with the same settings. It knows a sheet by
// its Grid, as layout.Earlier does. The zero value knows nothing. It is of one reading at a time.
type Earlier struct {
	Sheets    *layout.Earlier // what is known of the sheets as they are; nil for nothing
	clock     setting.Clock
	last, now map[*grid.Grid]turnedSheet // of the reading before, and of this one
	roster    []*layout.Table            // the participants who were looked for in the reading before
	compared  bool                       // sameYet is told
	sameYet   bool                       // the participants of this reading are the same
	ended     bool                       // the reading before came to its end
}

// turnedSheet is a sheet as it goes on: itself, or the rows that were made of it.
type turnedSheet struct {
	sheets   []*grid.Grid // at least one
	findings []finding.Finding
	asked    bool // whom texts of it mean had a part in it
}

// begin lets go of what was made by another clock or by a reading that broke off, and of the sheets that the reading
// before did not have. It returns what is known of the sheets as they are.
func (e *Earlier) begin(clock setting.Clock) *layout.Earlier {
	if e == nil {
		return nil
	}
	e.last, e.now, e.compared = e.now, map[*grid.Grid]turnedSheet{}, false
	if e.clock != clock || !e.ended {
		e.clock, e.last = clock, nil
	}
	e.ended = false
	return e.Sheets
}

// turned returns what becomes of a sheet.
func (e *Earlier) turned(t *turner, g *grid.Grid) turnedSheet {
	if e == nil {
		return t.sheet(g)
	}
	found, known := e.last[g]
	if !known || found.asked && !e.samePeople(t) {
		found = t.sheet(g)
	}
	e.now[g] = found
	return found
}

// samePeople reports that the participants are those of the reading before: the same rows, read alike.
func (e *Earlier) samePeople(t *turner) bool {
	if !e.compared {
		t.directory()
		e.compared, e.sameYet = true, slices.EqualFunc(e.roster, t.roster, (*layout.Table).Same)
	}
	return e.sameYet
}

// end keeps the participants for the next reading.
func (e *Earlier) end(t *turner) {
	if e == nil {
		return
	}
	e.last, e.roster, e.ended = nil, nil, true
	for _, table := range t.roster { // nil where nobody was looked for: then no sheet has asked
		e.roster = append(e.roster, table.Copy())
	}
}
