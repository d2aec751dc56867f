package cohort

import (
	"reflect"
	"sync"

	"pilot90/cohort/layout"
	"pilot90/cohort/layout/shape"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Earlier is what Load made of the files of a ledger when it read them before: a file with the same bytes is not read
// again, nor are its sheets looked at again as long as nothing that they depend on has changed. The ledger that Load
// returns is the same as without it. The zero value knows nothing. It costs about as much memory as the ledger, and
// keeps nothing of one that is large (mostKeptCells, mostKeptRows).
type Earlier struct {
	mu       sync.Mutex // held while a ledger is read
	password string
	encoding string
	books    map[string]*grid.Book // by file
	pilot    *setting.Pilot        // by which the stages were done
	stages   stages
}

// stages are what the rooms below keep; nil in each keeps nothing.
type stages struct {
	sheets *layout.Earlier
	turned *shape.Earlier
	built  *record.Earlier
}

// The largest ledger of which something is kept: some 40 MB of cells, as much of records.
const mostKeptCells, mostKeptRows = 1 << 19, 40_000

// hold keeps others out until release is called.
func (e *Earlier) hold() (release func()) {
	if e == nil {
		return func() {}
	}
	e.mu.Lock()
	return e.mu.Unlock
}

// of returns what knows the files that were read by the same password and encoding; nil for nothing.
func (e *Earlier) of(password, encoding string) func(name, sha256 string) *grid.Book {
	if e == nil {
		return nil
	}
	if e.password != password || e.encoding != encoding {
		e.password, e.encoding, e.books = password, encoding, nil
	}
	books := e.books
	return func(name, sha256 string) *grid.Book {
		if b := books[name]; b != nil && b.SHA256 == sha256 {
			return b
		}
		return nil
	}
}

// begin returns what is known of the stages that the settings have a part in.
func (e *Earlier) begin(pilot *setting.Pilot) stages {
	if e == nil {
		return stages{}
	}
	if !reflect.DeepEqual(e.pilot, pilot) {
		sheets := &layout.Earlier{}
		e.pilot, e.stages = pilot, stages{sheets, &shape.Earlier{Sheets: sheets}, &record.Earlier{}}
	}
	return e.stages
}

// keep keeps the files as they were read now, or nothing of a ledger that is too large.
func (e *Earlier) keep(books []*grid.Book) {
	if e == nil {
		return
	}
	e.books = map[string]*grid.Book{}
	cells, rows := 0, 0
	for _, b := range books {
		e.books[b.File] = b
		for _, g := range b.Sheets {
			rows += len(g.Rows)
			for i := range g.Rows {
				cells += len(g.Rows[i].Cells)
			}
		}
	}
	if cells > mostKeptCells || rows > mostKeptRows {
		e.books, e.pilot, e.stages = nil, nil, stages{}
	}
}
