package ods

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/xml"
)

// A table is one sheet that is being read. What is open within it are its groups of rows and
// columns.
type table struct {
	*document
	hidden []bool   // of each open group: it, or one around it, is folded up
	column int      // the last that was declared
	cols   []column // with a style or hidden

	row    int // the last that was read
	copies int // of it that are still to be given
	given  grid.Row
	base   *cellStyle // of the row
	cells  []grid.Cell
	xml    cellXML
	merges []grid.Range
}

// A column is what is declared for the columns from first to last.
type column struct {
	first, last int
	style       *cellStyle // nil for none
	hidden      bool
}

// table reads a table into a grid.
func (d *document) table() error {
	name, hidden := string(d.t.Attr("table:name")), d.styles.hides(d.t.Attr("table:style-name"))
	switch {
	case isCopy(name):
		return d.skip()
	case utf8.RuneCountInString(name) > d.limits.SheetName:
		return grid.LongSheetName(d.limits.SheetName)
	case len(d.grids) >= d.limits.Sheets:
		return grid.OverLimit("シートの数", "The number of sheets", int64(d.limits.Sheets))
	}
	g := &grid.Grid{File: d.file, Sheet: name, Hidden: hidden}
	d.grids = append(d.grids, g)
	err := d.build.Fill(g, func(texts *grid.Arena) (grid.Source, error) {
		d.values.Texts = texts
		return &table{document: d}, nil
	})
	if f, ok := errors.AsType[*grid.Fault](err); ok {
		f.File, f.Sheet = d.file, name
	}
	return err
}

// isCopy reports whether a table is what LibreOffice keeps of another file that formulas refer to:
// 'file:///台帳.ods'#表. No sheet can have such a name.
func isCopy(name string) bool {
	return strings.HasPrefix(name, "'") && strings.Contains(name, ":/") && strings.Contains(name, "'#")
}

// Ranges returns the merged ranges and the hidden columns, once all rows are read.
func (t *table) Ranges() ([]grid.Range, []grid.Columns) {
	var hidden []grid.Columns
	for _, c := range t.cols {
		if c.hidden {
			hidden = append(hidden, grid.Columns{First: c.first, Last: min(c.last, grid.MaxCol)})
		}
	}
	return t.merges, hidden
}

// Close does nothing: the part goes on behind the table.
func (t *table) Close() {}

// Next returns the next row that has a cell.
func (t *table) Next() (grid.Row, bool, error) {
	for t.copies == 0 {
		if more, err := t.read(); !more || err != nil {
			return grid.Row{}, false, err
		}
	}
	t.copies--
	t.given.Number++
	return t.given, true, nil
}

// read reads up to the end of a row, of a group or of the table, after which it is false.
func (t *table) read() (more bool, err error) {
	if err := t.toks.Next(&t.t); err != nil {
		return false, err
	}
	switch {
	case t.t.Kind == xml.EndTag && len(t.hidden) == 0:
		return false, nil
	case t.t.Kind == xml.EndTag:
		t.hidden = t.hidden[:len(t.hidden)-1]
	case t.t.Kind == xml.StartTag:
		err = t.element()
	}
	return true, err
}

// element reads a child of the table or of a group: shapes, forms and conditions hold no cell.
func (t *table) element() error {
	switch string(t.t.Name) {
	case "table:table-row":
		return t.readRow()
	case "table:table-column":
		return t.readColumn()
	case "table:table-row-group", "table:table-column-group", "table:table-header-rows", "table:table-header-columns",
		"table:table-rows", "table:table-columns":
		t.hidden = append(t.hidden, t.folded() || string(t.t.Attr("table:display")) == "false")
		return nil
	}
	return t.skip()
}

// folded reports whether what is read now lies in a group that is folded up.
func (t *table) folded() bool { return len(t.hidden) > 0 && t.hidden[len(t.hidden)-1] }

// isHidden reads the visibility of a row or a column.
func (t *table) isHidden() bool {
	visibility := string(t.t.Attr("table:visibility"))
	return t.folded() || visibility == "collapse" || visibility == "filter"
}

// readColumn keeps what is declared for a column, or several alike.
func (t *table) readColumn() error {
	n, err := count(t.t.Attr("table:number-columns-repeated"))
	if err != nil {
		return err
	}
	c := column{first: t.column + 1, last: t.column + n, hidden: t.isHidden()}
	if name := t.t.Attr("table:default-cell-style-name"); len(name) > 0 {
		c.style = t.styles.cell(name)
	}
	t.column = min(c.last, t.limits.Columns)
	switch {
	case len(t.cols) >= t.limits.Columns:
		return grid.OverLimit("列の設定の数", "The number of settings of columns", int64(t.limits.Columns))
	case c.style != nil || c.hidden:
		t.cols = append(t.cols, c)
	}
	return t.skip()
}

// columnStyle returns the style of the cells of a column that name none themselves.
func (t *table) columnStyle(col int) *cellStyle {
	i, ok := slices.BinarySearchFunc(t.cols, col, func(c column, n int) int {
		if c.first <= n && n <= c.last {
			return 0
		}
		return cmp.Compare(c.first, n)
	})
	if ok && t.cols[i].style != nil {
		return t.cols[i].style
	}
	return t.styles.plain()
}
