package xlsx

import (
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
)

// sheetSource is the Source of one worksheet part.
type sheetSource struct {
	*parser
	toks *pack.Tokens
}

// OpenSheet starts to read a worksheet.
func OpenSheet(book *Workbook, part string, texts *grid.Arena) (grid.Source, error) {
	toks, err := book.pack.Tokens(part)
	if err != nil {
		return nil, err
	}
	p, err := newParser(book, toks, texts)
	if err != nil {
		toks.Close()
		return nil, err
	}
	return &sheetSource{p, toks}, nil
}

// Next returns the next row that has a cell.
func (s *sheetSource) Next() (grid.Row, bool, error) { return s.next() }

// Ranges returns the merged ranges and the hidden columns, which stand around the rows.
func (s *sheetSource) Ranges() ([]grid.Range, []grid.Columns) { return s.merges, s.hidden }

// Close ends the reading.
func (s *sheetSource) Close() { s.toks.Close() }
