package xlsx

import (
	"bytes"
	"fmt"
)

// page is a sheet that is looked at and printed, as opposed to a data sheet. It keeps the first
// error, so that a page can be laid out line by line.
type page struct {
	*book
	sheet string
	row   int // the row that put writes to
	err   error
}

func (p *page) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// widths sets the widths of the first columns, in characters; columns of one width side by side at once, since the
// library goes through all columns that have one each time.
func (p *page) widths(widths ...float64) {
	for from := 0; from < len(widths); {
		to := from + 1
		for to < len(widths) && widths[to] == widths[from] {
			to++
		}
		p.keep(p.file.SetColWidth(p.sheet, letters(from+1), letters(to), widths[from]))
		from = to
	}
}

// letters are those of a column.
func letters(col int) string {
	name := address(col, 1)
	return name[:len(name)-1]
}

// put writes text into a column of the current row.
func (p *page) put(col int, s string, l look) {
	l.format, l.literal = "@", startsFormula(s) && len(s) > 1
	if s != "" {
		p.keep(p.file.SetCellStr(p.sheet, address(col, p.row), cut(s)))
	}
	p.paint(col, l)
}

// number writes a number, nothing for nil.
func (p *page) number(col int, v *float64, l look) {
	if v != nil {
		p.keep(p.file.SetCellFloat(p.sheet, address(col, p.row), *v, -1, 64))
	}
	p.paint(col, l)
}

// formula writes a formula of ours with the value that it gives.
func (p *page) formula(col int, code string, cached float64, l look) {
	at := address(col, p.row)
	p.keep(p.file.SetCellFloat(p.sheet, at, cached, -1, 64))
	p.keep(p.file.SetCellFormula(p.sheet, at, code))
	p.paint(col, l)
}

func (p *page) paint(col int, l look) {
	id, err := p.style(l)
	p.keep(err)
	at := address(col, p.row)
	p.keep(p.file.SetCellStyle(p.sheet, at, at, id))
}

// numeric takes the type "string" off the cached values of formulas. The library sets it on
// every formula, although all formulas of this package give numbers; a program that does not
// recalculate would show the unrounded text.
func (p *pack) numeric() {
	for name, part := range p.parts {
		if bytes.HasPrefix([]byte(name), []byte("xl/worksheets/sheet")) {
			p.parts[name] = bytes.NewBuffer(bytes.ReplaceAll(part.Bytes(), []byte(` t="str"><f>`), []byte(`><f>`)))
		}
	}
}

// merge joins the cells of a heading of a form.
func (p *page) merge(fromCol, fromRow, toCol, toRow int) {
	if p.err == nil && (fromCol != toCol || fromRow != toRow) {
		p.keep(p.file.MergeCell(p.sheet, address(fromCol, fromRow), address(toCol, toRow)))
	}
}

func rangeOf(sheet string, col, from, to int) string {
	name := address(col, 1)
	name = name[:len(name)-1]
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoteSheet(sheet), name, from, name, to)
}
