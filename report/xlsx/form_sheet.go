package xlsx

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/sheet/grid"
)

// formCell is a cell of a form with the place of its bytes.
type formCell struct {
	row, col       int
	start, end     int
	prefix         string
	ref, style     string
	kind           string // the attribute t
	formula        bool
	value, content string // text of v, and of is
}

// formRow is a row of a form: its tag, and where its cells end.
type formRow struct {
	number     int
	start, end int // of the whole row
	inner      int // behind the last cell; 0 when the row has no end tag
	prefix     string
}

// formSheet is where the cells of a sheet stand.
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
	s, err := scanForm(data)
	if err != nil {
		return nil, err
	}
	edits := map[[2]int]edit{}
	for _, c := range s.cells {
		if c.formula {
			continue
		}
		f.at.Cell = grid.Ref(c.row, c.col)
		if v, ok := f.replace(f.textOf(c)); ok {
			edits[[2]int{c.row, c.col}] = edit{c.start, c.end, c.row, c.col, cellXML(c.prefix, c.ref, c.style, v)}
		}
	}
	slices.SortStableFunc(targets, func(a, b target) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	rows := map[int]edit{} // rows that are not there yet
	for _, t := range targets {
		if e, ok := s.place(t); ok {
			edits[[2]int{t.row, t.col}] = e
		} else if e.end > 0 {
			e.text = rows[t.row].text + e.text
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
	for _, e := range rows {
		e.text = s.newRow(data, e)
		all = append(all, e)
	}
	return apply(data, all), nil
}

// newRow is a row around new cells; it keeps what the tag of an empty row says.
func (s *formSheet) newRow(data []byte, e edit) string {
	open := "<" + s.prefix + `row r="` + strconv.Itoa(e.row) + `">`
	if e.end > e.start {
		open = strings.TrimRight(strings.TrimSuffix(string(data[e.start:e.end]), "/>"), " ") + ">"
	}
	return open + e.text + "</" + s.prefix + "row>"
}

func apply(data []byte, edits []edit) []byte {
	slices.SortFunc(edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(data[at:e.start])
		out.WriteString(e.text)
		at = e.end
	}
	out.Write(data[at:])
	return out.Bytes()
}

// textOf is the text of a cell, empty for a number.
func (f *form) textOf(c formCell) string {
	switch c.kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(c.value)); err == nil && i >= 0 && i < len(f.shared) {
			return f.shared[i]
		}
		return ""
	case "inlineStr":
		return c.content
	case "str":
		return c.value
	}
	return ""
}

// place is the edit that puts a value into a cell. When the cell's row is not there, or holds no
// cell, it is false and gives the cell with the place of its row. A cell with a formula is left
// alone: false and no place.
func (s *formSheet) place(t target) (edit, bool) {
	e := edit{row: t.row, col: t.col, text: cellXML(s.prefix, grid.Ref(t.row, t.col), "", t.value)}
	for _, c := range s.cells {
		if c.row == t.row && c.col == t.col {
			if c.formula {
				return edit{}, false
			}
			return edit{c.start, c.end, c.row, c.col, cellXML(c.prefix, c.ref, c.style, t.value)}, true
		}
		if c.row == t.row && c.col > t.col && (e.start == 0 || c.start < e.start) {
			e.start, e.end = c.start, c.start
		}
	}
	if e.start > 0 {
		return e, true
	}
	e.start, e.end = s.end, s.end
	for _, r := range s.rows {
		switch {
		case r.number == t.row && r.inner > 0:
			e.start, e.end = r.inner, r.inner
			return e, true
		case r.number == t.row:
			e.start, e.end = r.start, r.end
			return e, false
		case r.number > t.row:
			e.start, e.end = min(e.start, r.start), min(e.start, r.start)
		}
	}
	return e, false
}

// scanForm finds the rows and cells of a sheet.
func scanForm(data []byte) (*formSheet, error) {
	s := &formScanner{dec: xml.NewDecoder(bytes.NewReader(data))}
	for {
		start := int(s.dec.InputOffset())
		token, err := s.dec.RawToken()
		if errors.Is(err, io.EOF) {
			return &s.formSheet, nil
		}
		if err != nil {
			return nil, err
		}
		s.take(token, start, int(s.dec.InputOffset()))
	}
}

type formScanner struct {
	formSheet
	dec  *xml.Decoder
	row  formRow
	cell formCell
	path []string // the elements that are open
}

func (s *formScanner) take(token xml.Token, start, end int) {
	switch t := token.(type) {
	case xml.StartElement:
		s.path = append(s.path, t.Name.Local)
		s.open(t, start, end)
	case xml.EndElement:
		s.close(t.Name.Local, start, end)
		s.path = s.path[:max(0, len(s.path)-1)]
	case xml.CharData:
		s.text(string(t))
	}
}

func (s *formScanner) open(t xml.StartElement, start, end int) {
	prefix := ""
	if t.Name.Space != "" {
		prefix = t.Name.Space + ":"
	}
	switch t.Name.Local {
	case "sheetData":
		s.prefix = prefix
	case "row":
		s.row = formRow{number: s.row.number + 1, start: start, end: end, prefix: prefix}
		if n, err := strconv.Atoi(attribute(t, "r")); err == nil {
			s.row.number = n
		}
		s.cell.col = 0
	case "c":
		last := s.cell.col
		s.cell = formCell{row: s.row.number, col: last + 1, start: start, prefix: prefix, ref: attribute(t, "r"),
			style: attribute(t, "s"), kind: attribute(t, "t")}
		if _, col, ok := grid.ParseRef(s.cell.ref); ok {
			s.cell.col = col
		} else {
			s.cell.ref = grid.Ref(s.cell.row, s.cell.col)
		}
	case "f":
		s.cell.formula = true
	}
}

// close ends an element. The decoder gives the end of <row/> without having read further.
func (s *formScanner) close(name string, start, end int) {
	switch name {
	case "row":
		s.row.end = end
		if end > start {
			s.row.inner = start
		}
		s.rows = append(s.rows, s.row)
	case "c":
		s.cell.end = end
		s.cells = append(s.cells, s.cell)
	case "sheetData":
		if end > start {
			s.end = start
		}
	}
}

func (s *formScanner) text(text string) {
	switch n := len(s.path); {
	case n == 0 || slices.Contains(s.path, "rPh"):
	case s.path[n-1] == "v":
		s.cell.value += text
	case s.path[n-1] == "t" && slices.Contains(s.path, "is"):
		s.cell.content += text
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
