package merge

import (
	"cmp"
	"math"
	"slices"
)

// Bins are counts of values by fixed width: [k, n] says that n values are in [k·Width, (k+1)·Width). k ascends, n >
// 0.
type Bins struct {
	Width  float64  `json:"width"`
	Counts [][2]int `json:"counts"`
}

// binned counts values by width.
func binned(values []float64, width float64) *Bins {
	counts := map[int]int{}
	for _, v := range values {
		counts[int(math.Floor(v/width))]++
	}
	return inOrder(width, counts)
}

func inOrder(width float64, counts map[int]int) *Bins {
	b := &Bins{Width: width, Counts: make([][2]int, 0, len(counts))}
	for k, n := range counts {
		b.Counts = append(b.Counts, [2]int{k, n})
	}
	slices.SortFunc(b.Counts, func(x, y [2]int) int { return cmp.Compare(x[0], y[0]) })
	return b
}

// count is bins that are added up.
type count struct {
	width float64
	of    map[int]int
}

// with is the count with bins of its width added; nil is one of none.
func (c *count) with(b *Bins) *count {
	if b == nil || b.Width == 0 {
		return c
	}
	if c == nil {
		c = &count{b.Width, map[int]int{}}
	}
	for _, of := range b.Counts {
		c.of[of[0]] += of[1]
	}
	return c
}

// inOrder are the bins of all; nil of none.
func (c *count) inOrder() *Bins {
	if c == nil {
		return nil
	}
	return inOrder(c.width, c.of)
}

// N is the number of values; 0 of nil.
func (b *Bins) N() int {
	n := 0
	if b != nil {
		for _, c := range b.Counts {
			n += c[1]
		}
	}
	return n
}

// Quantile is the type-7 quantile of the binned values at p, 0–1, and false where there is none. A value counts as
// the middle of its bin, or where the width is 1 as the whole number that it is. The quantile of the values
// themselves is less than one width away.
func (b *Bins) Quantile(p float64) (float64, bool) {
	n := b.N()
	if n == 0 {
		return 0, false
	}
	floor, fraction := math.Modf(float64(float64(n-1) * p))
	low := b.at(int(floor))
	if fraction == 0 {
		return low, true
	}
	return low + float64(fraction*(b.at(int(floor)+1)-low)), true
}

// at is the i-th value, from 0.
func (b *Bins) at(i int) float64 {
	for _, c := range b.Counts {
		if i < c[1] {
			if b.Width == 1 {
				return float64(c[0])
			}
			return (float64(c[0]) + 0.5) * b.Width
		}
		i -= c[1]
	}
	return math.NaN()
}
