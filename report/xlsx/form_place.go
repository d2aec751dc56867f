package xlsx

import (
	"cmp"
	"slices"

	"pilot90/cohort/sheet/grid"
)

// formIndex finds the place of a cell in a sheet without going through all of its cells and rows.
type formIndex struct {
	*formSheet
	cellAt  map[[2]int]int // the number of the first cell of a place, by row and column
	ordered []int          // numbers of cells by row and column
	before  []int          // for each of ordered, where the first in the text of those to the right in its row begins
	rowAt   map[int]int    // the number of the first row of a number
	numbers []int          // of rows, upwards
	above   []int          // for each of numbers, where the first in the text of that and later rows begins
}

func (s *formSheet) index() *formIndex {
	x := &formIndex{formSheet: s, cellAt: map[[2]int]int{}, rowAt: map[int]int{}}
	for i, c := range s.cells {
		x.ordered = append(x.ordered, i)
		if _, known := x.cellAt[[2]int{c.row, c.col}]; !known {
			x.cellAt[[2]int{c.row, c.col}] = i
		}
	}
	slices.SortStableFunc(x.ordered, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.cells[a].row, s.cells[b].row), cmp.Compare(s.cells[a].col, s.cells[b].col))
	})
	x.before = make([]int, len(x.ordered))
	for i, n := range slices.Backward(x.ordered) {
		x.before[i] = s.cells[n].start
		if i+1 < len(x.ordered) && s.cells[x.ordered[i+1]].row == s.cells[n].row {
			x.before[i] = min(x.before[i], x.before[i+1])
		}
	}
	byNumber := make([]int, len(s.rows))
	for i, r := range s.rows {
		byNumber[i] = i
		if _, known := x.rowAt[r.number]; !known {
			x.rowAt[r.number] = i
		}
	}
	slices.SortStableFunc(byNumber, func(a, b int) int { return cmp.Compare(s.rows[a].number, s.rows[b].number) })
	x.numbers, x.above = make([]int, len(byNumber)), make([]int, len(byNumber))
	least := s.end
	for i, n := range slices.Backward(byNumber) {
		least = min(least, s.rows[n].start)
		x.numbers[i], x.above[i] = s.rows[n].number, least
	}
	return x
}

// place is the edit that puts a value into a cell. When the cell's row is not there, or holds no
// cell, it is false and gives the cell with the place of its row. A cell with a formula is left
// alone: false and no place.
func (x *formIndex) place(t target) (edit, bool) {
	e := edit{row: t.row, col: t.col, text: cellXML(x.prefix, grid.Ref(t.row, t.col), "", t.value)}
	if i, there := x.cellAt[[2]int{t.row, t.col}]; there {
		c := x.cells[i]
		if c.formula {
			return edit{}, false
		}
		return edit{c.start, c.end, c.row, c.col, cellXML(c.prefix, c.ref, c.style, t.value)}, true
	}
	right, _ := slices.BinarySearchFunc(x.ordered, t, func(n int, t target) int {
		return cmp.Or(cmp.Compare(x.cells[n].row, t.row), cmp.Compare(x.cells[n].col, t.col))
	})
	if right < len(x.ordered) && x.cells[x.ordered[right]].row == t.row {
		e.start, e.end = x.before[right], x.before[right]
		return e, true
	}
	if i, there := x.rowAt[t.row]; there {
		r := x.rows[i]
		if r.inner > 0 {
			e.start, e.end = r.inner, r.inner
			return e, true
		}
		e.start, e.end = r.start, r.end
		return e, false
	}
	e.start, e.end = x.end, x.end
	if below, _ := slices.BinarySearch(x.numbers, t.row); below < len(x.above) {
		e.start, e.end = x.above[below], x.above[below]
	}
	return e, false
}
