package sheet

import (
	"errors"
	"iter"
)

// A Reader is a file that was opened and whose rows can be streamed: memory is bounded by one
// row and the table of shared strings, whatever the number of rows.
type Reader struct {
	File   string
	SHA256 string // of the file's bytes, hexadecimal
	Sheets []*SheetReader

	limits Limits
}

// A SheetReader is one sheet of a Reader.
type SheetReader struct {
	Sheet  string // a CSV's sheet is its file name without the extension
	Hidden bool

	file string
	open func(texts *arena) (Source, error)
	last Source // the source that Rows read last
}

// Rows yields the rows that have a non-blank cell, in the order of the file (ascending in any
// file that Excel wrote; a Grid is always sorted). A row's Cells hold until the next step.
// The sheet was read whole only when no error came: a *Fault for a sheet that cannot be read
// to its end, another error for a failure to read the file. It ends after an error.
func (s *SheetReader) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		texts := &arena{limit: unlimited}
		if err := s.each(texts, func(r Row) bool { return yield(r, nil) }); err != nil {
			yield(Row{}, err)
		}
	}
}

// unlimited is the text limit of streamed rows, which nobody keeps.
const unlimited = 1 << 62

// Merges returns the merged ranges and HiddenCols the hidden columns. They stand after the
// rows in the file and are known once Rows was read to its end.
func (s *SheetReader) Merges() []Range {
	if s.last == nil {
		return nil
	}
	merges, _ := s.last.Ranges()
	return merges
}

// HiddenCols returns the hidden columns; see Merges.
func (s *SheetReader) HiddenCols() map[int]bool {
	if s.last == nil {
		return nil
	}
	_, hidden := s.last.Ranges()
	return columnSet(hidden, maxCol)
}

// each calls use for every row until it says no.
func (s *SheetReader) each(texts *arena, use func(Row) bool) error {
	src, err := s.open(texts)
	if err != nil {
		return s.placed(err)
	}
	defer src.Close()
	s.last = src
	for {
		row, ok, err := src.Next()
		if err != nil {
			return s.placed(err)
		}
		if !ok || !use(row) {
			return nil
		}
	}
}

// placed adds file and sheet to a fault.
func (s *SheetReader) placed(err error) error {
	if f, ok := errors.AsType[*Fault](err); ok {
		f.File, f.Sheet = s.file, s.Sheet
	}
	return err
}

// book reads every sheet into memory.
func (r *Reader) book() (*Book, error) {
	b := &Book{File: r.File, SHA256: r.SHA256}
	build := &builder{limits: r.limits, texts: &arena{limit: r.limits.TextBytes}}
	for _, s := range r.Sheets {
		g, err := build.grid(s)
		if err != nil {
			return nil, err
		}
		b.Sheets = append(b.Sheets, g)
	}
	return b, nil
}

// A builder keeps the cells of a book in few allocations, within its limits.
type builder struct {
	limits Limits
	texts  *arena
	rows   int
	cells  int // and hidden columns
	merges int
	block  []Cell
}

const cellBlock = 4096

// grid reads one sheet.
func (b *builder) grid(s *SheetReader) (*Grid, error) {
	g := &Grid{File: s.file, Sheet: s.Sheet, Hidden: s.Hidden}
	sorted := true
	err := s.each(b.texts, func(row Row) bool {
		if n := len(g.Rows); n > 0 && g.Rows[n-1].Number >= row.Number {
			sorted = false
		}
		b.rows++
		if b.cells += len(row.Cells); b.over() {
			return false
		}
		row.Cells = b.keep(row.Cells)
		g.Rows = append(g.Rows, row)
		return true
	})
	if err != nil {
		return nil, err
	}
	if err := b.finish(g, s, sorted); err != nil {
		return nil, s.placed(err)
	}
	s.last = nil
	return g, nil
}

func (b *builder) over() bool { return b.cells > b.limits.Cells || b.rows > b.limits.BookRows }

// finish adds what stands after the rows.
func (b *builder) finish(g *Grid, s *SheetReader, sorted bool) (err error) {
	if !b.over() && !sorted {
		if g.Rows, err = sortRows(g.Rows); err != nil {
			return err
		}
	}
	merges, hidden := s.last.Ranges()
	g.Merges, g.HiddenCols = merges, columnSet(hidden, g.Used().ToCol)
	b.cells += len(g.HiddenCols)
	b.merges += len(merges)
	switch {
	case b.rows > b.limits.BookRows:
		return overLimit("行の数", "The number of rows", int64(b.limits.BookRows))
	case b.cells > b.limits.Cells:
		return overLimit("セルの数", "The number of cells", int64(b.limits.Cells))
	case b.merges > b.limits.Merges:
		return tooManyMerges(b.limits)
	}
	g.index()
	return nil
}

// keep copies the cells of a row into a block.
func (b *builder) keep(cells []Cell) []Cell {
	if cap(b.block)-len(b.block) < len(cells) {
		b.block = make([]Cell, 0, max(cellBlock, len(cells)))
	}
	start := len(b.block)
	b.block = append(b.block, cells...)
	return b.block[start:len(b.block):len(b.block)]
}
