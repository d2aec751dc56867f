package sheet

import (
	"strconv"

	"pilot90/cohort/cell"
)

// cellXML is one <c> as it stands in the file.
type cellXML struct {
	kind     cellKind
	style    int    // s
	text     []byte // v or is
	formula  []byte
	hasValue bool // there is a v or an is
	hasF     bool
	runs     runs   // of the is
	buf      []byte // holds text that is not one piece
}

// readCells reads to the end of a row; numbered says that its number is known.
func (p *parser) readCells(numbered bool) error {
	p.cells = p.cells[:0]
	col, sorted := 0, true
	for {
		if p.part != nil && numbered && sorted {
			var err error
			if col, err = p.usualCells(col); err != nil {
				return err
			}
		}
		next, err := p.nextCell(col, &numbered)
		if err != nil {
			return err
		}
		if next == 0 {
			break
		}
		sorted = sorted && next > col
		col = next
	}
	if !sorted {
		return sortCells(p.row, p.cells)
	}
	return nil
}

// nextCell reads one cell, keeps it unless it is blank, and returns its column; 0 at the end
// of the row.
func (p *parser) nextCell(last int, numbered *bool) (int, error) {
	if c := &p.plain; p.part != nil && c.next(p.part) {
		col, err := p.address(c.ref, last, numbered)
		if err != nil {
			return 0, err
		}
		p.raw.text, p.raw.hasValue, p.raw.hasF, p.raw.runs = c.value, c.hasValue, false, 0
		return col, p.keepCell(col, c.style, c.kind)
	}
	for {
		if err := p.toks.next(&p.t); err != nil {
			return 0, err
		}
		switch {
		case p.t.kind == endTag:
			return 0, nil
		case p.t.kind != startTag:
		case string(p.t.name) == "c":
			col, err := p.address(p.t.attr("r"), last, numbered)
			if err != nil {
				return 0, err
			}
			return col, p.readCell(col)
		default:
			if err := skipElement(p.toks, &p.t); err != nil {
				return 0, err
			}
		}
	}
}

// address returns the column of a cell with the attribute r; without one it is the column
// after the last. An address in another row than the row's own is a contradiction.
func (p *parser) address(r []byte, last int, numbered *bool) (int, error) {
	col := last + 1
	if r != nil {
		row, c, ok := parseRef(r)
		if !ok {
			return 0, damaged("セルの番地「"+clip(string(r))+"」が読めません", "bad cell address "+clip(string(r)))
		}
		if !*numbered {
			p.row = row
		}
		if row != p.row {
			return 0, damaged("セル「"+string(r)+"」が"+strconv.Itoa(p.row)+"行目にあります", "cell "+string(r)+" stands in row "+strconv.Itoa(p.row))
		}
		col = c
	}
	*numbered = true
	if col > p.book.pack.limits.Columns {
		return 0, overLimit("列番号", "The column number", int64(p.book.pack.limits.Columns))
	}
	return col, p.checkRow()
}

// readCell reads to the end of a cell whose start was just read.
func (p *parser) readCell(col int) error {
	style, kind := p.t.attr("s"), kindOf(p.t.attr("t"))
	number, err := p.styleIndex(style, col)
	if err != nil {
		return err
	}
	raw := &p.raw
	raw.buf, raw.formula, raw.hasValue, raw.hasF, raw.runs = raw.buf[:0], raw.formula[:0], false, false, 0
	if err := p.readCellParts(raw); err != nil {
		return p.inCell(err, col)
	}
	raw.kind, raw.style, raw.text = kind, number, raw.buf
	return p.addCell(col)
}

// keepCell adds a plain cell.
func (p *parser) keepCell(col int, style, kind []byte) (err error) {
	if p.raw.style, err = p.styleIndex(style, col); err != nil {
		return err
	}
	p.raw.kind = kindOf(kind)
	return p.addCell(col)
}

// addCell keeps the cell in raw unless it is blank. The value is made in its place: cells are
// many, and large to copy.
func (p *parser) addCell(col int) error {
	n := len(p.cells)
	p.cells = append(p.cells, Cell{Col: col})
	if err := p.value(&p.raw, &p.cells[n].Value); err != nil {
		return p.inCell(err, col)
	}
	if p.cells[n].Kind == cell.Blank {
		p.cells = p.cells[:n]
		return nil
	}
	p.cells[n].Strike = p.raw.runs.strike(p.book.style(p.raw.style).struck)
	return nil
}

// styleIndex reads the attribute s.
func (p *parser) styleIndex(s []byte, col int) (int, error) {
	if s == nil {
		return 0, nil
	}
	n, ok := parseIndex(s)
	if !ok {
		return 0, damaged("セル「"+Ref(p.row, col)+"」の書式番号が読めません", "bad style of cell "+Ref(p.row, col))
	}
	return n, nil
}

// inCell adds the address to a fault that has none.
func (p *parser) inCell(err error, col int) error {
	if f, ok := err.(*Fault); ok && f.Range == "" && f.Code != CodeCutOff {
		return f.at(Ref(p.row, col))
	}
	return err
}

// A cellKind is the attribute t.
type cellKind uint8

const (
	unknownCell cellKind = iota // one that no version of the format knows
	numberCell
	sharedCell
	textCell
	boolCell
	errorCell
	dateCell
)

func kindOf(t []byte) cellKind {
	switch string(t) {
	case "", "n":
		return numberCell
	case "s":
		return sharedCell
	case "str", "inlineStr":
		return textCell
	case "b":
		return boolCell
	case "e":
		return errorCell
	case "d":
		return dateCell
	}
	return unknownCell
}

func (p *parser) readCellParts(raw *cellXML) error {
	for {
		if err := p.toks.next(&p.t); err != nil {
			return err
		}
		if p.t.kind == endTag {
			return nil
		}
		if p.t.kind != startTag {
			continue
		}
		var err error
		switch string(p.t.name) {
		case "v", "is":
			err = p.readContent(raw)
		case "f":
			raw.hasF = true
			raw.formula, err = readText(p.toks, &p.t, raw.formula)
		default:
			err = skipElement(p.toks, &p.t)
		}
		if err != nil {
			return err
		}
	}
}

// readContent reads a v or an is. A cell has one of them: two texts contradict each other.
func (p *parser) readContent(raw *cellXML) (err error) {
	before := len(raw.buf)
	if string(p.t.name) == "v" {
		raw.buf, err = readText(p.toks, &p.t, raw.buf)
	} else {
		raw.buf, raw.runs, err = readRich(p.toks, &p.t, raw.buf)
	}
	raw.hasValue = true
	if err == nil && before > 0 && len(raw.buf) > before {
		return damaged("1つのセルに値が2つあります", "two values in one cell")
	}
	return err
}

// appendIndex is the inverse of parseIndex.
func appendIndex(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }

// parseIndex reads a small whole number.
func parseIndex(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
