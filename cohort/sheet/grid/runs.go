package grid

import "pilot90/cohort/cell"

// Runs says which runs a rich text has, as far as a strikethrough goes.
type Runs uint8

const (
	OwnRun    Runs = 1 << iota // one without a format, which has that of the cell
	PlainRun                   // one whose format has no strikethrough
	StruckRun                  // one that is struck out
)

// Strike returns what is struck out in a cell with these runs; cell says that its own format is.
// No runs is a text or a number all in the cell's format.
func (r Runs) Strike(cellStruck bool) cell.Strike {
	own := r&OwnRun != 0 || r == 0
	struck := r&StruckRun != 0 || own && cellStruck
	plain := r&PlainRun != 0 || own && !cellStruck
	switch {
	case !struck:
		return cell.NotStruck
	case plain:
		return cell.PartlyStruck
	}
	return cell.WhollyStruck
}
