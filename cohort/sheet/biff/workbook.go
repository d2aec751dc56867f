// Package biff turns the Workbook stream of an .xls file (BIFF8, Excel 97 to 2003) into rows of cells.
//
// The one idea: a cell of an .xls is the same value as that cell of an .xlsx. What a number format makes of a number,
// what is struck out and what is too much is package grid's; here the records are read, and nothing else. The stream
// is gone through twice: once for what stands beside the cells, which may come behind them, and once for the rows, so
// that rows can be streamed. It reads the results of formulas, not the formulas; no charts, no macros, nothing
// encrypted. A stream that ends too early or contradicts itself is a fault: never fewer rows in silence.
package biff

import (
	"context"

	"pilot90/cohort/sheet/grid"
)

// A workbook is what the first part of the stream, the globals, says.
type workbook struct {
	sheets []*worksheet

	ctx       context.Context
	limits    grid.Limits
	stream    []byte
	epoch1904 bool
	styles    []style // by the index that cells name
	fonts     fonts
	strings   []sharedString
	results   results
	merges    int // merged ranges of all sheets
}

// A worksheet is a sheet with cells.
type worksheet struct {
	name   string
	hidden bool

	book   *workbook
	start  int // of its BOF in the stream
	beside beside
}

// Open finds the sheets in a Workbook stream, with what reads their rows. Charts, dialogs, macros and modules are left
// out. All limits must be set. A *grid.Fault says why the stream cannot be used: one of Excel 95 and before, an
// encrypted one, one that is damaged, one beyond the limits. The stream must not change as long as rows are read.
func Open(ctx context.Context, stream []byte, limits grid.Limits) ([]grid.Part, error) {
	w := &workbook{ctx: ctx, limits: limits, stream: stream}
	listed, err := w.readGlobals()
	if err != nil {
		return nil, err
	}
	if err := w.locate(listed); err != nil {
		return nil, err
	}
	parts := make([]grid.Part, len(w.sheets))
	for i, s := range w.sheets {
		parts[i] = grid.Part{Name: s.name, Hidden: s.hidden, Rows: s.rows}
	}
	return parts, nil
}
