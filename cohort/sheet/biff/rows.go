package biff

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// A rowReader is the grid.Source of a worksheet.
type rowReader struct {
	*worksheet
	in      *substream
	arena   *grid.Arena
	numbers *grid.Numbers
	texts   textReader

	held    record // the first cell of the next row, when it was read already
	row     int    // number of the row being read
	cells   []grid.Cell
	last    int // column of the last cell
	sorted  bool
	waiting waiting
}

// A waiting is a formula whose result is a text, which stands in a record of its own behind it.
type waiting struct {
	col   int // 0 for none
	style *style
}

// rows starts to read the rows of a sheet; their texts are kept in the arena.
func (s *worksheet) rows(arena *grid.Arena) (grid.Source, error) {
	in, _, err := s.book.open(s.start)
	if err != nil {
		return nil, err
	}
	numbers := &grid.Numbers{Texts: arena, Epoch1904: s.book.epoch1904}
	return &rowReader{worksheet: s, in: in, arena: arena, numbers: numbers, texts: textReader{fonts: s.book.fonts}}, nil
}

// Ranges returns the merged ranges and the hidden columns.
func (r *rowReader) Ranges() ([]grid.Range, []grid.Columns) {
	return slices.Clone(r.beside.merges), slices.Clone(r.beside.hiddenCols)
}

// Close does nothing: the stream is in memory.
func (r *rowReader) Close() {}

// Next returns the next row that has a cell. Rows come in the order of the file, and more than once when their cells
// do not stand together.
func (r *rowReader) Next() (grid.Row, bool, error) {
	r.begin(0)
	for {
		rec, more, err := r.record()
		switch {
		case err != nil:
			return grid.Row{}, false, err
		case !more:
			return r.finish()
		case rec.kind == recString:
			err = r.addResult(rec)
		case isCell(rec.kind):
			r.settle()
			if len(rec.data) > 1 && rec.u16(0)+1 != r.row && len(r.cells) > 0 {
				r.held = rec
				return r.finish()
			}
			err = r.readCell(rec)
		}
		if err != nil {
			return grid.Row{}, false, err
		}
	}
}

// record returns the record that was held back, or the next one.
func (r *rowReader) record() (record, bool, error) {
	if held := r.held; held.kind != 0 {
		r.held = record{}
		return held, true, nil
	}
	return r.in.next()
}

func (r *rowReader) begin(row int) {
	r.row, r.last, r.sorted, r.cells = row, 0, true, r.cells[:0]
}

// finish returns the row that was read; it is false when there is none.
func (r *rowReader) finish() (grid.Row, bool, error) {
	r.settle()
	if len(r.cells) == 0 {
		return grid.Row{}, false, nil
	}
	if !r.sorted {
		if err := grid.SortCells(r.row, r.cells); err != nil {
			return grid.Row{}, false, err
		}
	}
	return grid.Row{Number: r.row, Hidden: r.beside.hiddenRows.has(r.row), Cells: r.cells}, true, nil
}

// isCell reports whether records of the kind are cells with a value.
func isCell(kind uint16) bool {
	switch kind {
	case recLabelSST, recRK, recNumber, recMulRK, recFormula, recLabel, recRString, recBoolErr:
		return true
	}
	return false
}

// readCell reads a record of one cell, or of several beside each other.
func (r *rowReader) readCell(rec record) error {
	if err := rec.need(cellHead); err != nil {
		return err
	}
	if row := rec.u16(0) + 1; row != r.row {
		r.begin(row)
	}
	if most := r.book.limits.Rows; r.row > most {
		return grid.OverLimit("行番号", "The row number", int64(most))
	}
	if rec.kind == recMulRK {
		return r.readMany(rec)
	}
	col, s := rec.u16(2)+1, r.book.style(rec.u16(4))
	if err := r.within(col); err != nil {
		return err
	}
	if rec.kind == recFormula && hasText(rec) {
		r.waiting = waiting{col, s}
		return nil
	}
	v, err := r.value(rec, s)
	return r.add(col, v, err)
}

// within checks the number of a column.
func (r *rowReader) within(col int) error {
	if most := r.book.limits.Columns; col > most {
		return grid.OverLimit("列番号", "The column number", int64(most))
	}
	return nil
}

// readMany reads a MulRk: numbers in cells beside each other.
func (r *rowReader) readMany(rec record) error {
	const head, each, tail = 4, 6, 2
	n := (len(rec.data) - head - tail) / each
	if n < 1 || len(rec.data) != head+n*each+tail || rec.u16(2)+n-1 != rec.u16(len(rec.data)-tail) {
		return grid.Damaged("セルの数が記録と合いません", "a record has another number of cells than it says").
			At(grid.Ref(r.row, rec.u16(2)+1))
	}
	if err := r.within(rec.u16(2) + n); err != nil {
		return err
	}
	for i := range n {
		at := head + i*each
		v, err := r.number(rk(rec.u32(at+2)), r.book.style(rec.u16(at)))
		if err := r.add(rec.u16(2)+i+1, v, err); err != nil {
			return err
		}
	}
	return nil
}

// add keeps a value unless it is blank; err is the error of reading it.
func (r *rowReader) add(col int, v cell.Value, err error) error {
	if f, ok := err.(*grid.Fault); ok && f.Range == "" && f.Code != grid.CodeCutOff {
		return f.At(grid.Ref(r.row, col))
	}
	if err != nil {
		return err
	}
	if v.Kind != cell.Blank {
		r.put(col, v)
	}
	return nil
}

func (r *rowReader) put(col int, v cell.Value) {
	r.sorted = r.sorted && col > r.last
	r.last = col
	r.cells = append(r.cells, grid.Cell{Col: col, Value: v})
}
