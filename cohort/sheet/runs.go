package sheet

import "pilot90/cohort/cell"

// runs says which runs a rich text has, as far as a strikethrough goes.
type runs uint8

const (
	ownRun    runs = 1 << iota // one without a format, which has that of the cell
	plainRun                   // one whose format has no strikethrough
	struckRun                  // one that is struck out
)

// strike returns what is struck out in a cell with these runs; cell says that its own format is.
// No runs is a text or a number all in the cell's format.
func (r runs) strike(cellStruck bool) cell.Strike {
	own := r&ownRun != 0 || r == 0
	struck := r&struckRun != 0 || own && cellStruck
	plain := r&plainRun != 0 || own && !cellStruck
	switch {
	case !struck:
		return cell.NotStruck
	case plain:
		return cell.PartlyStruck
	}
	return cell.WhollyStruck
}
