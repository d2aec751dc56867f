package grid

import (
	"cmp"
	"slices"
)

// Columns are the columns First to Last, 1-based.
type Columns struct{ First, Last int }

// columnSet returns the single columns up to the last; one in several elements is looked at once.
func columnSet(hidden []Columns, last int) map[int]bool {
	if len(hidden) == 0 {
		return nil
	}
	slices.SortFunc(hidden, func(a, b Columns) int { return cmp.Compare(a.First, b.First) })
	set := map[int]bool{}
	next := 1
	for _, c := range hidden {
		for next = max(next, c.First); next <= min(c.Last, last); next++ {
			set[next] = true
		}
	}
	return set
}
