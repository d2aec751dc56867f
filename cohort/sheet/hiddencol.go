package sheet

import (
	"cmp"
	"slices"
	"strconv"
)

// Columns are the columns First to Last, 1-based.
type Columns struct{ First, Last int }

// hideColumns keeps a col element. Excel writes one a column at most; more overlap each other.
func (p *parser) hideColumns() error {
	if !isTrue(p.t.attr("hidden")) {
		return nil
	}
	first, err1 := strconv.Atoi(string(p.t.attr("min")))
	last, err2 := strconv.Atoi(string(p.t.attr("max")))
	if err := cmp.Or(err1, err2); err != nil {
		return damaged("列の設定が読めません", "bad col element")
	}
	if most := p.book.pack.limits.Columns; len(p.hidden) >= most {
		return overLimit("非表示の列の設定の数", "The number of settings of hidden columns", int64(most))
	}
	p.hidden = append(p.hidden, Columns{max(first, 1), min(last, maxCol)})
	return nil
}

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
