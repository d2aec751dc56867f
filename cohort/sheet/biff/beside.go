package biff

import "pilot90/cohort/sheet/grid"

// Beside is what stands beside the cells of a sheet: in front of them, between them or behind.
type beside struct {
	merges     []grid.Range
	hiddenCols []grid.Columns
	hiddenRows rowSet
	dialog     bool
	end        int // of the sheet in the stream
	formulas   sharedFormulas
}

// survey reads a sheet's records but for its cells.
func (s *worksheet) survey() error {
	in, bof, err := s.book.open(s.start)
	if err != nil {
		return err
	}
	if bof.u16(typeOfStream) != worksheetStream {
		return grid.Damaged("シートの種類が目次と違います", "the sheet is of another kind than the list of sheets says")
	}
	for {
		rec, more, err := in.next()
		if err != nil {
			return err
		}
		if !more {
			s.beside.end = in.at
			return nil
		}
		if err := s.addBeside(rec); err != nil {
			return err
		}
	}
}

func (s *worksheet) addBeside(rec record) error {
	switch {
	case rec.kind == recRow:
		return s.addRow(rec)
	case rec.kind == recColInfo:
		return s.addColumns(rec)
	case rec.kind == recMergedCells:
		return s.addMerges(rec)
	case rec.kind == recWSBool:
		const dialog = 0x10
		s.beside.dialog = len(rec.data) > 0 && rec.data[0]&dialog != 0
	case rec.kind == recFormula:
		if err := rec.need(formulaHead); err != nil {
			return err
		}
		s.book.results.add(rec)
		s.beside.formulas.last = rec.u32(0)
	case rec.kind == recSharedFmla, rec.kind == recArray:
		s.beside.formulas.add(rec)
	case oldCells[rec.kind]:
		return grid.Damaged("セルの記録が古い形式です", "a cell is recorded in an older format")
	}
	return nil
}

// addRow keeps whether a row is hidden; of two records of one row the last counts.
func (s *worksheet) addRow(rec record) error {
	const hidden = 0x20
	if err := rec.need(13); err != nil {
		return err
	}
	s.beside.hiddenRows.set(rec.u16(0)+1, rec.data[12]&hidden != 0)
	return nil
}

// A rowSet holds numbers of rows, a bit for each.
type rowSet []uint64

func (s *rowSet) set(row int, in bool) {
	const rows = 1 << 16
	if len(*s) == 0 {
		if !in {
			return
		}
		*s = make(rowSet, (rows+1+63)/64)
	}
	if in {
		(*s)[row/64] |= 1 << (row % 64)
	} else {
		(*s)[row/64] &^= 1 << (row % 64)
	}
}

func (s rowSet) has(row int) bool { return len(s) > 0 && s[row/64]&(1<<(row%64)) != 0 }

func (s *worksheet) addColumns(rec record) error {
	const hidden = 1
	if err := rec.need(9); err != nil {
		return err
	}
	if rec.data[8]&hidden == 0 {
		return nil
	}
	if most := s.book.limits.Columns; len(s.beside.hiddenCols) >= most {
		return grid.OverLimit("非表示の列の設定の数", "The number of settings of hidden columns", int64(most))
	}
	s.beside.hiddenCols = append(s.beside.hiddenCols, grid.Columns{First: rec.u16(0) + 1, Last: rec.u16(2) + 1})
	return nil
}

func (s *worksheet) addMerges(rec record) error {
	const each = 8
	if err := rec.need(2); err != nil {
		return err
	}
	count := rec.u16(0)
	if err := rec.need(2 + each*count); err != nil {
		return err
	}
	for i := range count {
		at := 2 + each*i
		r1, r2, c1, c2 := rec.u16(at), rec.u16(at+2), rec.u16(at+4), rec.u16(at+6)
		if r1 == r2 && c1 == c2 {
			continue
		}
		if s.book.merges++; s.book.merges > s.book.limits.Merges {
			return grid.TooManyMerges(s.book.limits)
		}
		s.beside.merges = append(s.beside.merges,
			grid.Range{FromRow: min(r1, r2) + 1, FromCol: min(c1, c2) + 1, ToRow: max(r1, r2) + 1, ToCol: max(c1, c2) + 1})
	}
	return nil
}
