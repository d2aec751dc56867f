package xlsx

import (
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/xml"
)

// cellXML is one <c> as it stands in the file.
type cellXML struct {
	kind     cellKind
	style    int    // s
	text     []byte // v or is
	formula  []byte
	hasValue bool // there is a v or an is
	hasF     bool
	runs     grid.Runs // of the is
	buf      []byte    // holds text that is not one piece
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
		return grid.SortCells(p.row, p.cells)
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
		if err := p.Tokens.Next(&p.Token); err != nil {
			return 0, err
		}
		switch {
		case p.Token.Kind == xml.EndTag:
			return 0, nil
		case p.Token.Kind != xml.StartTag:
		case string(p.Token.Name) == "c":
			col, err := p.address(p.Token.Attr("r"), last, numbered)
			if err != nil {
				return 0, err
			}
			return col, p.readCell(col)
		default:
			if err := xml.SkipElement(p.Tokens, &p.Token); err != nil {
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
		row, c, ok := grid.ReadRef(r)
		if !ok {
			return 0, grid.Damaged("セルの番地「"+lang.Quote(string(r))+"」が読めません", "bad cell address "+lang.Quote(string(r)))
		}
		if !*numbered {
			p.row = row
		}
		if row != p.row {
			at, in := string(r), strconv.Itoa(p.row)
			return 0, grid.Damaged("セル「"+at+"」が"+in+"行目にあります", "cell "+at+" stands in row "+in)
		}
		col = c
	}
	*numbered = true
	if col > p.book.pack.Limits.Columns {
		return 0, grid.OverLimit("列番号", "The column number", int64(p.book.pack.Limits.Columns))
	}
	return col, p.checkRow()
}

// readCell reads to the end of a cell whose start was just read.
func (p *parser) readCell(col int) error {
	style, kind := p.Token.Attr("s"), kindOf(p.Token.Attr("t"))
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
	p.cells = append(p.cells, grid.Cell{Col: col})
	if err := p.value(&p.raw, &p.cells[n].Value); err != nil {
		return p.inCell(err, col)
	}
	if p.cells[n].Kind == cell.Blank {
		p.cells = p.cells[:n]
		return nil
	}
	p.cells[n].Strike = p.raw.runs.Strike(p.book.style(p.raw.style).Struck)
	return nil
}

// styleIndex reads the attribute s.
func (p *parser) styleIndex(s []byte, col int) (int, error) {
	if s == nil {
		return 0, nil
	}
	n, ok := grid.ParseIndex(s)
	if !ok {
		return 0, grid.Damaged("セル「"+grid.Ref(p.row, col)+"」の書式番号が読めません", "bad style of cell "+grid.Ref(p.row, col))
	}
	return n, nil
}

// inCell adds the address to a fault that has none.
func (p *parser) inCell(err error, col int) error {
	if f, ok := err.(*grid.Fault); ok && f.Range == "" && f.Code != grid.CodeCutOff {
		return f.At(grid.Ref(p.row, col))
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
		if err := p.Tokens.Next(&p.Token); err != nil {
			return err
		}
		if p.Token.Kind == xml.EndTag {
			return nil
		}
		if p.Token.Kind != xml.StartTag {
			continue
		}
		var err error
		switch string(p.Token.Name) {
		case "v", "is":
			err = p.readContent(raw)
		case "f":
			raw.hasF = true
			raw.formula, err = xml.ReadText(p.Tokens, &p.Token, raw.formula)
		default:
			err = xml.SkipElement(p.Tokens, &p.Token)
		}
		if err != nil {
			return err
		}
	}
}

// readContent reads a v or an is. A cell has one of them: two texts contradict each other.
func (p *parser) readContent(raw *cellXML) (err error) {
	before := len(raw.buf)
	if string(p.Token.Name) == "v" {
		raw.buf, err = xml.ReadText(p.Tokens, &p.Token, raw.buf)
	} else {
		raw.buf, raw.runs, err = readRich(p.Tokens, &p.Token, raw.buf)
	}
	raw.hasValue = true
	if err == nil && before > 0 && len(raw.buf) > before {
		return grid.Damaged("1つのセルに値が2つあります", "two values in one cell")
	}
	return err
}

// appendIndex is the inverse of grid.ParseIndex.
func appendIndex(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }
