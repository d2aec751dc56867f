package biff

import (
	"unicode/utf8"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// A listedSheet is an entry of the list of sheets.
type listedSheet struct {
	name   string
	hidden bool
	table  bool // a worksheet or a dialog; no chart, macro sheet or module
	start  int  // of its BOF in the stream
}

// addSheet reads a BoundSheet8.
func (g *globals) addSheet(rec record, more *records) error {
	const hidden, veryHidden, states = 1, 2, 3
	if err := rec.need(7); err != nil {
		return err
	}
	if len(g.listed) >= g.limits.Sheets {
		return grid.OverLimit("シートの数", "The number of sheets", int64(g.limits.Sheets))
	}
	name, _, err := g.text.read(&continued{more, rec.data[7:]}, int(rec.data[6]))
	if err != nil {
		return err
	}
	if utf8.RuneCount(name) > g.limits.SheetName {
		return grid.LongSheetName(g.limits.SheetName)
	}
	state := rec.data[4] & states
	s := listedSheet{name: string(name), hidden: state == hidden || state == veryHidden, start: int(rec.u32(0))}
	if s.table, err = isTable(rec.data[5], s.name); err != nil {
		return err
	}
	g.listed = append(g.listed, s)
	return nil
}

// isTable tells the kinds of sheets apart: a worksheet or dialog, a macro sheet, a chart, a module.
func isTable(kind byte, name string) (bool, error) {
	switch kind {
	case 0:
		return true, nil
	case 1, 2, 6:
		return false, nil
	}
	return false, grid.Damaged("シート「"+lang.Quote(name)+"」の種類がわかりません", "unknown kind of the sheet "+lang.Quote(name))
}

// locate finds the sheets that have cells and reads what stands beside these.
func (w *workbook) locate(listed []listedSheet) error {
	known, size := map[int]string{}, 0 // names by start
	for _, l := range listed {
		if !l.table {
			continue
		}
		if first, twice := known[l.start]; twice {
			return inOnePlace(lang.Quote(first), lang.Quote(l.name))
		}
		known[l.start] = l.name
		s := &worksheet{name: l.name, hidden: l.hidden, book: w, start: l.start}
		if err := s.survey(); err != nil {
			return s.placed(err)
		}
		if size += s.beside.end - s.start; size > len(w.stream) {
			return s.placed(grid.Damaged("シートの中身が重なっています", "sheets overlap"))
		}
		if !s.beside.dialog {
			w.sheets = append(w.sheets, s)
		}
	}
	if len(w.sheets) == 0 {
		return grid.NoSheets()
	}
	return nil
}

func inOnePlace(first, second string) *grid.Fault {
	return grid.Damaged("シート「"+first+"」と「"+second+"」の中身が同じ場所にあります",
		"the sheets "+first+" and "+second+" stand in one place")
}

// placed adds the name of the sheet to a fault.
func (s *worksheet) placed(err error) error {
	if f, ok := err.(*grid.Fault); ok {
		f.Sheet = s.name
	}
	return err
}
