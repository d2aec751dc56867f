package finding

import (
	"cmp"
	"slices"
)

// Sort puts findings in the order of reading: file, sheet, row, column, code. Ties are
// decided by every other text of the finding, so that equal input gives equal bytes.
func Sort(fs []Finding) { slices.SortStableFunc(fs, compare) }

func compare(a, b Finding) int {
	p, q := a.area(), b.area()
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Sheet, b.Sheet),
		cmp.Compare(p.fromRow, q.fromRow),
		cmp.Compare(p.fromCol, q.fromCol),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Range, b.Range),
		cmp.Compare(a.Record, b.Record),
		cmp.Compare(a.Message.JA, b.Message.JA),
		cmp.Compare(a.Fix.JA, b.Fix.JA),
	)
}

// gravestFirst returns the findings with errors first, each kind in the order given.
func gravestFirst(fs []Finding) []Finding {
	fs = slices.Clone(fs)
	slices.SortStableFunc(fs, func(a, b Finding) int { return cmp.Compare(a.Severity, b.Severity) })
	return fs
}

// Counts returns how many findings of each severity the list holds; a folded finding counts
// as one, as it is one line of the list.
func Counts(fs []Finding) (errors, warnings, infos int) {
	for _, f := range fs {
		switch f.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		default:
			infos++
		}
	}
	return errors, warnings, infos
}

// Cells returns how many places the finding stands for: at least 1.
func (f Finding) Cells() int { return max(f.Count, 1) }
