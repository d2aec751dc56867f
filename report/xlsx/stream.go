package xlsx

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// data is a data sheet while it is being written: one heading row, one value a cell, nothing
// merged, nothing drawn beyond the heading.
type data struct {
	*book
	sheet  string
	stream *excelize.StreamWriter
	row    int // the last row written
	head   int // styles
	number int
	words  [2]int // text, and text in several lines
	quoted [2]int
	widths []float64 // of the columns, in characters
	keys   keyed
}

// column is one column of a data sheet.
type column struct {
	head  lang.Text
	width float64
}

// keyed are the columns of ids behind those that people read: they are hidden, and the workbook names them.
type keyed []lang.Text

const keyWidth = 30

// wrapFrom is the width from which the text of a column runs over several lines.
const wrapFrom = 36

// formula is a formula of ours with the value that it gives.
type formula struct {
	code  string
	value any
}

// shown is a number, a formula or a mark that is displayed in a number format: rounding that no
// calculation sees.
type shown struct {
	cell   any // float64, *float64, formula or text
	format string
}

// text is a text that stays one, whatever it begins with.
type text string

// linkText is a text that is drawn as a link.
type linkText string

// startData begins a data sheet with its heading row; the keys are its last columns.
func (b *book) startData(name lang.Text, columns []column, keys keyed) (*data, error) {
	columns = slices.Clone(columns)
	for _, k := range keys {
		columns = append(columns, column{k, keyWidth})
	}
	sheet, err := b.sheet(name)
	if err != nil {
		return nil, err
	}
	if err := b.printed(sheet, 1); err != nil {
		return nil, err
	}
	d := &data{book: b, sheet: sheet, keys: keys}
	for _, s := range []struct {
		id *int
		l  look
	}{
		{&d.head, look{bold: true, format: "@", shaded: true, framed: true, wrap: true}}, {&d.number, look{}},
		{&d.words[0], look{format: "@"}}, {&d.quoted[0], look{format: "@", literal: true}},
		{&d.words[1], look{format: "@", wrap: true}}, {&d.quoted[1], look{format: "@", literal: true, wrap: true}},
	} {
		if *s.id, err = b.style(s.l); err != nil {
			return nil, err
		}
	}
	if d.stream, err = b.file.NewStreamWriter(sheet); err != nil {
		return nil, err
	}
	heads := make([]any, 0, len(columns))
	for i, c := range columns {
		if err := d.stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, err
		}
		d.widths = append(d.widths, c.width)
		heads = append(heads, excelize.Cell{StyleID: d.head, Value: c.head.In(b.o.Lang)})
	}
	if n := len(columns); len(keys) > 0 {
		if err := d.stream.SetColVisible(n-len(keys)+1, n, false); err != nil {
			return nil, err
		}
	}
	if err := d.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2",
		ActivePane: "bottomRight"}); err != nil {
		return nil, err
	}
	d.row = 1
	return d, d.stream.SetRow("A1", heads, excelize.RowOpts{Height: rowHeight(2)})
}

// add writes the next row. A cell is a text, linkText, float64, *float64, int, formula or nil.
func (d *data) add(cells ...any) error {
	d.row++
	tall := 1
	for i, v := range cells {
		if words, ok := v.(text); ok && d.widths[i] >= wrapFrom {
			tall = max(tall, linesIn(string(words), d.widths[i]))
		}
		c, err := d.cell(i, v)
		if err != nil {
			return err
		}
		cells[i] = c
	}
	return d.stream.SetRow(fmt.Sprintf("A%d", d.row), cells, excelize.RowOpts{Height: rowHeight(tall)})
}

// repeated names the rows and columns that every printed page of a sheet repeats.
func (b *book) repeated(sheet, what string) error {
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles",
		RefersTo: quoteSheet(sheet) + "!" + what, Scope: sheet})
}

// rowHeight is the height of a row of that many lines, in points. Spreadsheet programs do not
// agree on when they work it out themselves.
func rowHeight(lines int) float64 { return min(400, 4+float64(13*float64(lines))) }

// linesIn is how many lines a text takes in a column. A character of Japanese is two wide; a tenth
// of the width is left for where a line breaks early.
func linesIn(s string, width float64) int {
	units := 0
	for _, r := range s {
		units++
		if r >= 0x2000 {
			units++
		}
	}
	return max(1, int(math.Ceil(float64(units)/(0.9*width))))
}

func (d *data) cell(i int, v any) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case text:
		if v == "" {
			return nil, nil
		}
		return excelize.Cell{StyleID: d.textStyle(i, string(v)), Value: cut(string(v))}, nil
	case linkText:
		id, err := d.style(look{format: "@", linked: true})
		return excelize.Cell{StyleID: id, Value: cut(string(v))}, err
	case *float64:
		if v == nil {
			return nil, nil
		}
		return excelize.Cell{StyleID: d.number, Value: *v}, nil
	case shown:
		return d.shown(v)
	case float64, int:
		return excelize.Cell{StyleID: d.number, Value: v}, nil
	case formula:
		return excelize.Cell{StyleID: d.number, Formula: v.code, Value: v.value}, nil
	case excelize.Cell:
		return v, nil
	}
	return nil, fmt.Errorf("a cell cannot hold %T", v)
}

func (d *data) shown(v shown) (any, error) {
	id, err := d.style(look{format: v.format})
	if err != nil {
		return nil, err
	}
	switch c := v.cell.(type) {
	case formula:
		return excelize.Cell{StyleID: id, Formula: c.code, Value: c.value}, nil
	case float64:
		return excelize.Cell{StyleID: id, Value: c}, nil
	case *float64:
		if c == nil {
			return nil, nil
		}
		return excelize.Cell{StyleID: id, Value: *c}, nil
	case text:
		id, err := d.style(look{format: "@", right: true})
		return excelize.Cell{StyleID: id, Value: string(c)}, err
	case nil:
		return nil, nil
	}
	return nil, fmt.Errorf("a number format does not fit %T", v.cell)
}

// textStyle is that of quoted text where typing the same again would make a formula of it.
func (d *data) textStyle(i int, s string) int {
	wrap := 0
	if d.widths[i] >= wrapFrom {
		wrap = 1
	}
	if startsFormula(s) {
		return d.quoted[wrap]
	}
	return d.words[wrap]
}

func startsFormula(s string) bool { return s != "" && strings.ContainsRune("=+-@'\t\r", rune(s[0])) }

// mostText is how much text a cell takes, in UTF-16 units; a rune has two at most.
const mostText = 32_767

// cut shortens a text that does not fit into a cell and says so at its end.
func cut(s string) string {
	units := 0
	for i, r := range s {
		units++
		if r > 0xFFFF {
			units++
		}
		if units > mostText-len("…") {
			return s[:i] + "…"
		}
	}
	return s
}

// end finishes the sheet: its heading is repeated on every printed page, and paper gets the first columns.
func (d *data) end(onPaper int) error {
	area := fmt.Sprintf("%s!$A$1:$%s$%d", quoteSheet(d.sheet), columnName(onPaper), d.row)
	if err := d.printArea(d.sheet, area); err != nil {
		return err
	}
	if err := d.repeated(d.sheet, "$1:$1"); err != nil {
		return err
	}
	return d.finish()
}

// endUnprinted finishes a sheet that is for looking things up: what is printed of it is an empty cell, and thus
// nothing.
func (d *data) endUnprinted() error {
	beyond := columnName(len(d.widths) + 1)
	if err := d.printArea(d.sheet, fmt.Sprintf("%s!$%s$1", quoteSheet(d.sheet), beyond)); err != nil {
		return err
	}
	return d.finish()
}

// finish names the columns of ids and closes the sheet. Two sheets have the ids of figures: a name is one of a sheet.
func (d *data) finish() error {
	for i, k := range d.keys {
		col := columnName(len(d.widths) - len(d.keys) + 1 + i)
		at := fmt.Sprintf("%s!$%s$2:$%s$%d", quoteSheet(d.sheet), col, col, max(d.row, 2))
		if err := d.file.SetDefinedName(&excelize.DefinedName{Name: k.In(d.o.Lang), RefersTo: at,
			Scope: d.sheet}); err != nil {
			return err
		}
	}
	return d.stream.Flush()
}

// printArea says what paper gets of a sheet.
func (b *book) printArea(sheet, area string) error {
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: sheet})
}

// columnName is the letters of a column.
func columnName(col int) string { return strings.TrimRight(address(col, 1), "1") }
