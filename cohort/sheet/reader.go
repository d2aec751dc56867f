package sheet

import (
	"errors"
	"iter"

	"pilot90/cohort/sheet/grid"
)

// A Reader is a file that was opened and whose rows can be streamed: memory is bounded by one
// row and the table of shared strings, whatever the number of rows. An .ods is in memory as a whole.
type Reader struct {
	File   string
	SHA256 string // of the file's bytes, hexadecimal
	Sheets []*SheetReader

	limits grid.Limits
	grids  []*grid.Grid // of a file that was read whole; otherwise nil
}

// A SheetReader is one sheet of a Reader.
type SheetReader struct {
	Sheet  string // a CSV's sheet is its file name without the extension
	Hidden bool

	file string
	open grid.Opener
}

// Rows yields the rows that have a non-blank cell, in the order of the file (ascending in any
// file that Excel wrote; a Grid is always sorted). A row's Cells hold until the next step.
// The sheet was read whole only when no error came: a *Fault for a sheet that cannot be read
// to its end, another error for a failure to read the file. It ends after an error.
func (s *SheetReader) Rows() iter.Seq2[grid.Row, error] {
	return func(yield func(grid.Row, error) bool) {
		texts := &grid.Arena{Limit: grid.Unlimited}
		if err := s.each(texts, func(r grid.Row) bool { return yield(r, nil) }); err != nil {
			yield(grid.Row{}, err)
		}
	}
}

// each calls use for every row until it says no.
func (s *SheetReader) each(texts *grid.Arena, use func(grid.Row) bool) error {
	src, err := s.open(texts)
	if err != nil {
		return s.placed(err)
	}
	defer src.Close()
	return s.placed(grid.EachRow(src, use))
}

// placed adds file and sheet to a fault.
func (s *SheetReader) placed(err error) error {
	if f, ok := errors.AsType[*grid.Fault](err); ok {
		f.File, f.Sheet = s.file, s.Sheet
	}
	return err
}

// book reads every sheet into memory.
func (r *Reader) book() (*grid.Book, error) {
	b := &grid.Book{File: r.File, SHA256: r.SHA256, Sheets: r.grids}
	if r.grids != nil {
		return b, nil
	}
	build := grid.NewBuilder(r.limits)
	for _, s := range r.Sheets {
		g := &grid.Grid{File: s.file, Sheet: s.Sheet, Hidden: s.Hidden}
		if err := build.Fill(g, s.open); err != nil {
			return nil, s.placed(err)
		}
		b.Sheets = append(b.Sheets, g)
	}
	return b, nil
}
