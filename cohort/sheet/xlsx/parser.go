package xlsx

import (
	"cmp"
	"strconv"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xml"
)

// A parser turns the tokens of one worksheet into rows. Its methods are called in the order
// of the part: rows first, merged ranges after them.
type parser struct {
	xml.Elements
	grid.Values
	book   *Workbook
	inData bool

	row    int // number of the row being read, or of the last one
	cells  []grid.Cell
	merges []grid.Range
	hidden []grid.Columns

	part     *pack.Tokens // the tokens, when they can read whole cells in one go; otherwise nil
	plain    plainCell
	digits   []byte // the number digitsOf in digits
	digitsOf int

	raw cellXML
}

// newParser reads the root of a worksheet. The cells of each row are overwritten by the next.
func newParser(book *Workbook, toks xml.Tokenizer, texts *grid.Arena) (*parser, error) {
	p := &parser{Elements: xml.Elements{Tokens: toks}, book: book, Values: grid.Values{
		Numbers: grid.Numbers{Texts: texts, Epoch1904: book.epoch1904}, TextLength: book.pack.Limits.TextLength,
	}}
	p.part, _ = toks.(*pack.Tokens)
	if err := toks.Next(&p.Token); err != nil {
		return nil, err
	}
	if string(p.Token.Name) != "worksheet" {
		return nil, grid.Damaged("シートではない内容です", "the part is not a worksheet")
	}
	return p, nil
}

// next returns the next row that has a cell; it is false after the part was read whole. The
// row's cells hold until the next call.
func (p *parser) next() (row grid.Row, ok bool, err error) {
	for {
		if err := p.Tokens.Next(&p.Token); err != nil {
			return grid.Row{}, false, err
		}
		switch {
		case p.Token.Kind == xml.EndPart:
			return grid.Row{}, false, nil
		case p.Token.Kind == xml.EndTag:
			p.inData = false
		case p.Token.Kind != xml.StartTag:
		case p.inData && string(p.Token.Name) == "row":
			if row, err = p.readRow(); err != nil || len(row.Cells) > 0 {
				return row, err == nil, err
			}
		case p.inData:
			err = xml.SkipElement(p.Tokens, &p.Token)
		default:
			err = p.section()
		}
		if err != nil {
			return grid.Row{}, false, err
		}
	}
}

// section reads a child of the root.
func (p *parser) section() error {
	switch string(p.Token.Name) {
	case "sheetData":
		p.inData = true
		return nil
	case "cols":
		return p.Children("col", p.hideColumns)
	case "mergeCells":
		return p.Children("mergeCell", p.addMerge)
	}
	return xml.SkipElement(p.Tokens, &p.Token)
}

func (p *parser) addMerge() error {
	ref := string(p.Token.Attr("ref"))
	r, ok := grid.ParseRange(ref)
	if !ok {
		return grid.Damaged("結合セルの番地「"+lang.Quote(ref)+"」が読めません", "bad merged range "+lang.Quote(ref))
	}
	if len(p.merges) >= p.book.pack.Limits.Merges {
		return grid.TooManyMerges(p.book.pack.Limits)
	}
	if r.FromRow != r.ToRow || r.FromCol != r.ToCol {
		p.merges = append(p.merges, r)
	}
	return nil
}

// readRow reads to the end of a row. A row without r is the one after the last, or the one
// its first address names.
func (p *parser) readRow() (grid.Row, error) {
	hidden, numbered := xml.IsTrue(p.Token.Attr("hidden")), false
	p.row++
	if r := p.Token.Attr("r"); r != nil {
		n, ok := grid.ParseIndex(r)
		if !ok || n < 1 {
			return grid.Row{}, grid.Damaged("行番号「"+lang.Quote(string(r))+"」が読めません", "bad row number "+lang.Quote(string(r)))
		}
		p.row, numbered = n, true
	}
	if err := p.checkRow(); err != nil {
		return grid.Row{}, err
	}
	if err := p.readCells(numbered); err != nil {
		return grid.Row{}, err
	}
	return grid.Row{Number: p.row, Hidden: hidden, Cells: p.cells}, nil
}

func (p *parser) checkRow() error {
	if p.row > p.book.pack.Limits.Rows {
		return grid.OverLimit("行番号", "The row number", int64(p.book.pack.Limits.Rows))
	}
	return nil
}

// hideColumns keeps a col element. Excel writes one a column at most; more overlap each other.
func (p *parser) hideColumns() error {
	if !xml.IsTrue(p.Token.Attr("hidden")) {
		return nil
	}
	first, err1 := strconv.Atoi(string(p.Token.Attr("min")))
	last, err2 := strconv.Atoi(string(p.Token.Attr("max")))
	if err := cmp.Or(err1, err2); err != nil {
		return grid.Damaged("列の設定が読めません", "bad col element")
	}
	if most := p.book.pack.Limits.Columns; len(p.hidden) >= most {
		return grid.OverLimit("非表示の列の設定の数", "The number of settings of hidden columns", int64(most))
	}
	p.hidden = append(p.hidden, grid.Columns{First: max(first, 1), Last: min(last, grid.MaxCol)})
	return nil
}
