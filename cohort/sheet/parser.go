package sheet

import (
	"cmp"
	"strconv"
)

// A parser turns the tokens of one worksheet into rows. Its methods are called in the order
// of the part: rows first, merged ranges after them.
type parser struct {
	elements
	numberWriter
	book   *workbook
	inData bool

	row    int // number of the row being read, or of the last one
	cells  []Cell
	merges []Range
	hidden []Columns

	part     *partTokens // the tokens, when they can read whole cells in one go; otherwise nil
	plain    plainCell
	digits   []byte // the number digitsOf in digits
	digitsOf int

	raw cellXML
}

// newParser reads the root of a worksheet. The cells of each row are overwritten by the next.
func newParser(book *workbook, toks tokenizer, texts *arena) (*parser, error) {
	p := &parser{elements: elements{toks: toks}, numberWriter: numberWriter{texts: texts, epoch1904: book.epoch1904},
		book: book}
	p.part, _ = toks.(*partTokens)
	if err := toks.next(&p.t); err != nil {
		return nil, err
	}
	if string(p.t.name) != "worksheet" {
		return nil, damaged("シートではない内容です", "the part is not a worksheet")
	}
	return p, nil
}

// next returns the next row that has a cell; it is false after the part was read whole. The
// row's cells hold until the next call.
func (p *parser) next() (row Row, ok bool, err error) {
	for {
		if err := p.toks.next(&p.t); err != nil {
			return Row{}, false, err
		}
		switch {
		case p.t.kind == endPart:
			return Row{}, false, nil
		case p.t.kind == endTag:
			p.inData = false
		case p.t.kind != startTag:
		case p.inData && string(p.t.name) == "row":
			if row, err = p.readRow(); err != nil || len(row.Cells) > 0 {
				return row, err == nil, err
			}
		case p.inData:
			err = skipElement(p.toks, &p.t)
		default:
			err = p.section()
		}
		if err != nil {
			return Row{}, false, err
		}
	}
}

// section reads a child of the root.
func (p *parser) section() error {
	switch string(p.t.name) {
	case "sheetData":
		p.inData = true
		return nil
	case "cols":
		return p.children("col", p.hideColumns)
	case "mergeCells":
		return p.children("mergeCell", p.addMerge)
	}
	return skipElement(p.toks, &p.t)
}

func (p *parser) addMerge() error {
	ref := string(p.t.attr("ref"))
	r, ok := ParseRange(ref)
	if !ok {
		return damaged("結合セルの番地「"+clip(ref)+"」が読めません", "bad merged range "+clip(ref))
	}
	if len(p.merges) >= p.book.pack.limits.Merges {
		return tooManyMerges(p.book.pack.limits)
	}
	if r.FromRow != r.ToRow || r.FromCol != r.ToCol {
		p.merges = append(p.merges, r)
	}
	return nil
}

// readRow reads to the end of a row. A row without r is the one after the last, or the one
// its first address names.
func (p *parser) readRow() (Row, error) {
	hidden, numbered := isTrue(p.t.attr("hidden")), false
	p.row++
	if r := p.t.attr("r"); r != nil {
		n, ok := parseIndex(r)
		if !ok || n < 1 {
			return Row{}, damaged("行番号「"+clip(string(r))+"」が読めません", "bad row number "+clip(string(r)))
		}
		p.row, numbered = n, true
	}
	if err := p.checkRow(); err != nil {
		return Row{}, err
	}
	if err := p.readCells(numbered); err != nil {
		return Row{}, err
	}
	return Row{Number: p.row, Hidden: hidden, Cells: p.cells}, nil
}

func (p *parser) checkRow() error {
	if p.row > p.book.pack.limits.Rows {
		return overLimit("行番号", "The row number", int64(p.book.pack.limits.Rows))
	}
	return nil
}

// hideColumns keeps a col element. Excel writes one a column at most; more overlap each other.
func (p *parser) hideColumns() error {
	if !isTrue(p.t.attr("hidden")) {
		return nil
	}
	first, err1 := strconv.Atoi(string(p.t.attr("min")))
	last, err2 := strconv.Atoi(string(p.t.attr("max")))
	if err := cmp.Or(err1, err2); err != nil {
		return damaged("列の設定が読めません", "bad col element")
	}
	if most := p.book.pack.limits.Columns; len(p.hidden) >= most {
		return overLimit("非表示の列の設定の数", "The number of settings of hidden columns", int64(most))
	}
	p.hidden = append(p.hidden, Columns{max(first, 1), min(last, maxCol)})
	return nil
}
