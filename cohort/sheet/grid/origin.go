package grid

// Origin returns the row and the column at which the cell stands in the user's sheet, which are its own
// unless the grid was turned into another shape. They are zero for a value that no cell of the sheet holds.
func (g *Grid) Origin(row, col int) (int, int) {
	if at, moved := g.Origins[[2]int{row, col}]; moved {
		return at[0], at[1]
	}
	return row, col
}

// RowOf returns the row of the user's sheet that a row comes from, which is itself unless it was made.
func (g *Grid) RowOf(row int) int {
	if from, made := g.Lines[row]; made {
		return from
	}
	return row
}

// IsMade reports a row that no row of the user's sheet is by itself.
func (g *Grid) IsMade(row int) bool {
	_, made := g.Lines[row]
	return made
}

// Ref returns the address of the cell in the user's sheet; "" for a value that no cell holds.
func (g *Grid) Ref(row, col int) string {
	row, col = g.Origin(row, col)
	if row == 0 || col == 0 {
		return ""
	}
	return Ref(row, col)
}

// RangeRef returns the address of the smallest range of the user's sheet that holds the cells of the
// range. Cells that were moved into it count where it has no others. It is "" where no cell holds a value.
func (g *Grid) RangeRef(r Range) string {
	if g.Origins == nil {
		return RangeRef(r)
	}
	var own, moved Range
	for row := r.FromRow; row <= r.ToRow; row++ {
		for col := r.FromCol; col <= r.ToCol; col++ {
			at, from := g.Origin(row, col)
			switch cell := (Range{at, from, at, from}); {
			case at == 0 || from == 0:
			case at == row && from == col:
				own = own.around(cell)
			default:
				moved = moved.around(cell)
			}
		}
	}
	for _, box := range []Range{own, moved} {
		if box != (Range{}) {
			return RangeRef(box)
		}
	}
	return ""
}
