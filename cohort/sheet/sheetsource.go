package sheet

// sheetSource is the Source of one worksheet part.
type sheetSource struct {
	*parser
	toks *partTokens
}

// openSheet starts to read a worksheet.
func openSheet(book *workbook, part string, texts *arena) (Source, error) {
	toks, err := book.pack.tokens(part)
	if err != nil {
		return nil, err
	}
	p, err := newParser(book, toks, texts)
	if err != nil {
		toks.close()
		return nil, err
	}
	return &sheetSource{p, toks}, nil
}

// Next returns the next row that has a cell.
func (s *sheetSource) Next() (Row, bool, error) { return s.next() }

// Ranges returns the merged ranges and the hidden columns, which stand around the rows.
func (s *sheetSource) Ranges() ([]Range, []Columns) { return s.merges, s.hidden }

// Close ends the reading.
func (s *sheetSource) Close() { s.toks.close() }
