package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/sheet/grid"
)

// sheetCell is a cell of the ledger.
type sheetCell struct {
	file, sheet string
	row, col    int
}

// turned are the records that were made of some cells of a row, such as the hours of one day in a matrix, by those
// cells.
type turned map[sheetCell][]record.RowKey

func turnedRecords(all *record.Tables) turned {
	of := turned{}
	all.Each(func(r record.Record, _ bool) {
		if !r.At().Made() {
			return
		}
		key := r.At().Key()
		for _, at := range record.Cells(r) {
			c := sheetCell{key.File, key.Sheet, at[0], at[1]}
			of[c] = append(of[c], key)
		}
	})
	return of
}

// mark notes the records with a cell in a place.
func (e turned) mark(faulty map[record.RowKey]bool, p finding.Place) {
	area, ok := grid.ParseRange(p.Range)
	if !ok || len(e) == 0 {
		return
	}
	for row := area.FromRow; row <= area.ToRow; row++ {
		for col := area.FromCol; col <= area.ToCol; col++ {
			for _, key := range e[sheetCell{p.File, p.Sheet, row, col}] {
				faulty[key] = true
			}
		}
	}
}
