package xlsx

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/sheet/grid"
)

// formCell is a cell of a form with the place of its bytes.
type formCell struct {
	row, col   int
	start, end int
	prefix     string
	ref, style string
	kind       string // the attribute t
	formula    bool
}

// formRow is a row of a form: its tag, and where its cells end.
type formRow struct {
	number     int
	start, end int // of the whole row
	inner      int // behind the last cell; 0 when the row has no end tag
	prefix     string
}

// formSheet is where the cells of a sheet stand, as far as it is asked for: those in the rows of targets, and all rows
// where there are targets.
type formSheet struct {
	cells  []formCell
	rows   []formRow
	end    int    // behind the last row; 0 when the sheet has none
	prefix string // of the name space, as "x:"
}

// edit replaces bytes [start, end) of a part; edits of one place stand in the order of row and
// column.
type edit struct {
	start, end int
	row, col   int
	text       string
}

// fillSheet returns the sheet with its marks and targets filled, nil when nothing changes.
func (f *form) fillSheet(data []byte, targets []target) ([]byte, error) {
	targets = lastOfEach(targets)
	s, edits, err := f.scan(data, targets)
	if err != nil {
		return nil, err
	}
	index := s.index()
	rows := map[int]edit{} // rows that are not there yet
	cells := map[int]*strings.Builder{}
	for _, t := range targets {
		if e, ok := index.place(t); ok {
			edits[[2]int{t.row, t.col}] = e
		} else if e.end > 0 {
			if cells[t.row] == nil {
				cells[t.row] = &strings.Builder{}
			}
			cells[t.row].WriteString(e.text)
			rows[t.row] = e
			f.Filled++
		} else {
			f.Formulas = append(f.Formulas, Placeholder{f.at.Sheet, grid.Ref(t.row, t.col), t.key})
		}
	}
	if len(edits)+len(rows) == 0 {
		return nil, nil
	}
	f.Filled += len(edits)
	all := slices.Collect(maps.Values(edits))
	for row, e := range rows {
		e.text = s.newRow(data, e, cells[row].String())
		all = append(all, e)
	}
	return apply(data, all), nil
}

// lastOfEach are the targets in the order of rows and columns, of those of one cell the last.
func lastOfEach(targets []target) []target {
	slices.SortStableFunc(targets, func(a, b target) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	var last []target
	for _, t := range targets {
		if n := len(last); n > 0 && last[n-1].row == t.row && last[n-1].col == t.col {
			last[n-1] = t
		} else {
			last = append(last, t)
		}
	}
	return last
}

// newRow is a row around new cells; it keeps what the tag of an empty row says.
func (s *formSheet) newRow(data []byte, e edit, cells string) string {
	open := "<" + s.prefix + `row r="` + strconv.Itoa(e.row) + `">`
	if e.end > e.start {
		open = strings.TrimRight(strings.TrimSuffix(string(data[e.start:e.end]), "/>"), " ") + ">"
	}
	return open + cells + "</" + s.prefix + "row>"
}

func apply(data []byte, edits []edit) []byte {
	slices.SortFunc(edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	var out bytes.Buffer
	size := len(data)
	for _, e := range edits {
		size += len(e.text)
	}
	out.Grow(size)
	at := 0
	for _, e := range edits {
		out.Write(data[at:e.start])
		out.WriteString(e.text)
		at = e.end
	}
	out.Write(data[at:])
	return out.Bytes()
}
