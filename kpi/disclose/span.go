package disclose

import (
	"fmt"
	"math"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// An outcome of a line of n persons is told exactly where those it happened to, and those it did not, are k or
// more. Else it is told by one of at most three ranges that depend on n and k alone, so that the range tells nothing
// but itself: nearly nobody, nearly everybody, and what is between.

// smallLine is how many persons a line has less than which 20 % and 80 % count as nearly nobody and nearly everybody;
// from then on 10 % and 90 %.
const smallLine = 20

// clear reports whether an outcome of a line may be told exactly: hits and misses are both k or more.
func clear(hits, n, k int) bool { return hits >= k && n-hits >= k }

// edge is how many of n persons are nearly nobody.
func edge(n, k int) int {
	percent := 20
	if n >= smallLine {
		percent = 10
	}
	return max(k, n*percent/100)
}

// spanOf is the range that is told of hits among n persons.
func spanOf(hits, n, k int) *kpi.Span {
	low := edge(n, k)
	switch between := n - 2*low - 1; {
	case between >= k && hits > low && hits < n-low:
		return span(low+1, n-low-1, n)
	case between >= k && hits <= low:
		return span(0, low, n)
	case between >= k:
		return span(n-low, n, n)
	case (n+1)/2 < k:
		return span(0, n, n)
	case hits <= n/2:
		return span(0, n/2, n)
	}
	return span(n/2+1, n, n)
}

// span is the range from low to high of n persons, in words.
func span(low, high, n int) *kpi.Span {
	s := &kpi.Span{Low: float64(low), High: float64(high)}
	switch {
	case low == 0:
		s.Text = lang.Text{JA: fmt.Sprintf("%d人以下", high), EN: fmt.Sprintf("%d or fewer", high)}
	case high == n:
		s.Text = lang.Text{JA: fmt.Sprintf("%d人以上", low), EN: fmt.Sprintf("%d or more", low)}
	default:
		s.Text = lang.Text{JA: fmt.Sprintf("%d〜%d人", low, high), EN: fmt.Sprintf("%d–%d", low, high)}
	}
	return s
}

// shareSpan is the range that is told of the share that hits are of n persons, in words of whole tenths.
func shareSpan(hits, n, k int) *kpi.Span {
	s := spanOf(hits, n, k)
	s.Low, s.High = s.Low/float64(n), s.High/float64(n)
	from, to := int(math.Floor(float64(s.Low*10)+1e-9)), int(math.Ceil(float64(s.High*10)-1e-9))
	switch {
	case from == 0:
		s.Text = lang.Text{JA: fmt.Sprintf("%d割以下", to), EN: fmt.Sprintf("%d%% or less", to*10)}
	case to == 10:
		s.Text = lang.Text{JA: fmt.Sprintf("%d割以上", from), EN: fmt.Sprintf("%d%% or more", from*10)}
	default:
		s.Text = lang.Text{JA: fmt.Sprintf("%d〜%d割", from, to), EN: fmt.Sprintf("%d–%d%%", from*10, to*10)}
	}
	return s
}

// known is what a reader knows of the sum of some lines: at least low, at most high.
type known struct {
	lines     []int
	low, high int
}

// derive are the least and the most that each of the outcomes can be for a reader who knows the sizes of the lines
// and the sums, by narrowing each sum in turn until nothing moves.
func derive(sizes []int, sums []known) (low, high []int) {
	low, high = make([]int, len(sizes)), append([]int(nil), sizes...)
	for moved := true; moved; {
		moved = false
		for _, s := range sums {
			least, most := 0, 0
			for _, i := range s.lines {
				least, most = least+low[i], most+high[i]
			}
			for _, i := range s.lines {
				from, to := s.low-(most-high[i]), s.high-(least-low[i])
				if from > low[i] || to < high[i] {
					least, most = least+max(from-low[i], 0), most-max(high[i]-to, 0)
					low[i], high[i], moved = max(low[i], from), min(high[i], to), true
				}
			}
		}
	}
	return low, high
}
