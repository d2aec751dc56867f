package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"pilot90/cohort/sheet/grid"
)

// mostRows is how many rows a sheet can have, and how many cells in the rows of targets are looked at.
const mostRows = 1 << 20

// scan goes through the rows and cells of a sheet and returns those among which the targets have their places, and the
// edits of the cells that hold marks.
func (f *form) scan(data []byte, targets []target) (*formSheet, map[[2]int]edit, error) {
	s := &formScanner{dec: xml.NewDecoder(bytes.NewReader(data)), form: f, edits: map[[2]int]edit{}, asked: map[int]bool{}}
	for _, t := range targets {
		s.asked[t.row] = true
	}
	for {
		start := int(s.dec.InputOffset())
		token, err := s.dec.RawToken()
		if errors.Is(err, io.EOF) {
			return &s.formSheet, s.edits, nil
		}
		if err == nil {
			err = f.within()
		}
		if err == nil && (len(s.cells) > mostRows || len(s.rows) > mostRows) {
			err = fmt.Errorf("%w: 行またはセルが多すぎます", ErrForm)
		}
		if err != nil {
			return nil, nil, err
		}
		s.take(token, start, int(s.dec.InputOffset()))
	}
}

type formScanner struct {
	formSheet
	dec   *xml.Decoder
	form  *form
	edits map[[2]int]edit
	asked map[int]bool // rows of targets
	row   formRow
	cell  formCell
	text  cellText
}

func (s *formScanner) take(token xml.Token, start, end int) {
	switch t := token.(type) {
	case xml.StartElement:
		s.text.open(t.Name.Local)
		s.open(t, start, end)
	case xml.EndElement:
		s.text.close()
		s.close(t.Name.Local, start, end)
	case xml.CharData:
		if s.cell.kind != "inlineStr" {
			s.text.add("v", t)
		} else if s.text.inside["is"] > 0 {
			s.text.add("t", t)
		}
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
		s.text.reset()
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
		if len(s.asked) > 0 {
			s.rows = append(s.rows, s.row)
		}
	case "c":
		s.cell.end = end
		if s.asked[s.cell.row] {
			s.cells = append(s.cells, s.cell)
		}
		s.fill()
	case "sheetData":
		if end > start {
			s.end = start
		}
	}
}

// fill makes the edit of a cell that holds marks.
func (s *formScanner) fill() {
	c := s.cell
	text := s.form.textOf(c.kind, s.text.String())
	if c.formula || text == "" {
		return
	}
	s.form.at.Cell = grid.Ref(c.row, c.col)
	if v, ok := s.form.replace(text); ok {
		s.edits[[2]int{c.row, c.col}] = edit{c.start, c.end, c.row, c.col, cellXML(c.prefix, c.ref, c.style, v)}
	}
}

// textOf is the text of a cell of a kind with what stands in it, empty for a number.
func (f *form) textOf(kind, inside string) string {
	switch kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(inside)); err == nil {
			return f.shared[i]
		}
	case "inlineStr", "str":
		return inside
	}
	return ""
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// cellText gathers the text of a cell from its pieces. Readings above kanji are none of it.
type cellText struct {
	path   []string       // the elements that are open
	inside map[string]int // how many of a name are open
	text   []byte
	long   bool // it is longer than a cell's can be
}

// mostCellText is the most bytes of a cell's text: 32,767 characters of Excel.
const mostCellText = 4 * 32_767

func (c *cellText) open(name string) {
	if c.inside == nil {
		c.inside = map[string]int{}
	}
	c.path = append(c.path, name)
	c.inside[name]++
}

func (c *cellText) close() {
	if n := len(c.path); n > 0 {
		c.inside[c.path[n-1]]--
		c.path = c.path[:n-1]
	}
}

func (c *cellText) reset() { c.text, c.long = c.text[:0], false }

// add adds a piece that stands in an element of the name.
func (c *cellText) add(in string, piece []byte) {
	n := len(c.path)
	if n == 0 || c.path[n-1] != in || c.inside["rPh"] > 0 {
		return
	}
	if c.long = c.long || len(c.text)+len(piece) > mostCellText; !c.long {
		c.text = append(c.text, piece...)
	}
}

// String is the text, empty where it is longer than that of a cell.
func (c *cellText) String() string {
	if c.long {
		return ""
	}
	return string(c.text)
}

// marked reports a text with a mark.
func marked(s string) bool { _, _, key := nextMark(s, 0); return key != "" }
