package bound

import (
	"cmp"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// Addend is what one row left out may add to a sum once it is put right: an amount from Low to
// High, or nothing. High is infinite where nothing bounds it.
type Addend struct {
	Low, High  float64
	Part, Rest bool // of a share: the amount may belong to the part that counts; to the rest
}

// Summed is the bearing on a sum of amounts.
type Summed func(w *kpi.Window) []Addend

// Bounds returns the sum with all amounts that can lower it, and with all that can raise it.
func (s Summed) Bounds(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	spreads := s(w)
	r := SumBounds(*f.Value, spreads)
	return bounded(r[0], r[1], len(spreads))
}

// Shared is the bearing on a share of amounts, part ÷ whole.
type Shared func(w *kpi.Window) []Addend

// Bounds returns the share with all that can belong to the rest at its highest, and with all that
// can belong to the part at its highest.
func (s Shared) Bounds(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	spreads := s(w)
	part, whole := *f.Numerator, *f.Denominator
	rest := high(slices.DeleteFunc(slices.Clone(spreads), func(s Addend) bool { return !s.Rest }))
	more := high(slices.DeleteFunc(slices.Clone(spreads), func(s Addend) bool { return !s.Part }))
	if !kpi.Finite(rest) || !kpi.Finite(more) {
		return kpi.Bounds{Rows: len(spreads), Reason: rangeOpen}
	}
	return bounded(part/(whole+rest), (part+more)/(whole+more), len(spreads))
}

// Averaged is the bearing on a mean, numerator ÷ denominator.
type Averaged func(w *kpi.Window) []Addend

// Bounds returns the mean with every row at its lowest that lowers it, and with every row at its
// highest that raises it.
func (a Averaged) Bounds(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	spreads := a(w)
	return averageBounds(*f.Numerator, *f.Numerator, *f.Denominator, spreads, len(spreads))
}

// averageBounds is the range of sum ÷ n when the sum of the n values lies between low and high and
// the spreads may be added to them.
func averageBounds(low, high, n float64, spreads []Addend, rows int) kpi.Bounds {
	slices.SortFunc(spreads, func(a, b Addend) int { return cmp.Compare(a.Low, b.Low) })
	below := n
	for _, s := range spreads {
		if s.Low < low/below {
			low, below = low+s.Low, below+1
		}
	}
	slices.SortFunc(spreads, func(a, b Addend) int { return cmp.Compare(b.High, a.High) })
	above := n
	for _, s := range spreads {
		if s.High > high/above {
			high, above = high+s.High, above+1
		}
	}
	return bounded(low/below, high/above, rows)
}

// SumBounds is the range of a sum to which the rows may add.
func SumBounds(sum float64, spreads []Addend) [2]float64 {
	var low float64
	for _, s := range spreads {
		low += min(s.Low, 0)
	}
	return [2]float64{sum + low, sum + high(spreads)}
}

// high is the sum of the high ends that raise a sum; 0 for none.
func high(spreads []Addend) float64 {
	ends := make([]float64, 0, len(spreads))
	for _, s := range spreads {
		ends = append(ends, max(s.High, 0))
	}
	return kpi.Sum(ends)
}

// Quotient returns the range of num ÷ den, each known to lie in a range, from rows rows. Where den
// may be 0 or less there is none.
func Quotient(num, den [2]float64, rows int) kpi.Bounds {
	if rows > 0 && (den[0] <= 0 || !kpi.Finite(num[0]) || !kpi.Finite(num[1]) || !kpi.Finite(den[1])) {
		return kpi.Bounds{Rows: rows, Reason: rangeOpen}
	}
	low, top := num[0]/den[1], num[1]/den[0]
	if num[0] < 0 {
		low = num[0] / den[0]
	}
	if num[1] < 0 {
		top = num[1] / den[1]
	}
	return bounded(low, top, rows)
}

// Median returns the range of the median of values when rows rows may each add one value in
// [lowest, highest] and, with raises, may raise one instead.
func Median(values []float64, rows int, lowest, highest float64, raises bool) kpi.Bounds {
	values = slices.Sorted(slices.Values(values))
	low := middle(slices.Concat(slices.Repeat([]float64{lowest}, rows), values))
	kept := values
	if raises {
		kept = values[min(rows, len(values)):]
	}
	top := middle(slices.Concat(kept, slices.Repeat([]float64{highest}, rows)))
	b := bounded(low, top, rows)
	if !b.Reason.Empty() {
		b.Reason = tooFewToBound
	}
	return b
}

var tooFewToBound = lang.Text{
	JA: "件数が少なく、除いた行の値しだいで中央値が大きく変わるため、とりうる範囲は示せません",
	EN: "no range is given: there are so few values that the rows left out can move the median anywhere",
}

// middle is the median of ascending values, of which those at the ends may be infinite.
func middle(v []float64) float64 {
	n := len(v)
	if n%2 == 1 {
		return v[n/2]
	}
	return v[n/2-1] + float64((v[n/2]-v[n/2-1])/2)
}
