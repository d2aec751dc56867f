package merge

import "math"

// tally adds up numbers as they come, exactly: its sum is that of the numbers rounded once, whatever their order, and
// it takes the memory of a few numbers however many there are. It keeps the sum as parts that do not overlap: of each
// addition what rounding took away is a part of its own (J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic,
// Discrete & Computational Geometry 18, 1997). The numbers are finite, and so is their sum; see Part.Check.
type tally struct {
	n     int
	parts []float64 // ascending, none of them 0 but for the last
}

func (t *tally) add(x float64) {
	t.n++
	kept := t.parts[:0]
	for _, y := range t.parts {
		if math.Abs(x) < math.Abs(y) {
			x, y = y, x
		}
		sum := x + y
		if lost := y - (sum - x); lost != 0 {
			kept = append(kept, lost)
		}
		x = sum
	}
	t.parts = append(kept, x)
}

// sum is that of all; 0 of none.
func (t *tally) sum() float64 {
	i := len(t.parts) - 1
	if i < 0 {
		return 0
	}
	sum, lost := t.parts[i], 0.0
	for i > 0 && lost == 0 {
		i--
		x := sum
		sum = x + t.parts[i]
		lost = t.parts[i] - (sum - x)
	}
	// Halfway between two numbers the even one was taken; what is smaller still may say that it is the other.
	if i > 0 && (lost < 0) == (t.parts[i-1] < 0) {
		if twice := lost + lost; (sum+twice)-sum == twice {
			sum += twice
		}
	}
	return sum
}

// told is the sum, and whether there is anything to add up.
func (t *tally) told() (float64, bool) {
	if t == nil {
		return 0, false
	}
	return t.sum(), t.n > 0
}
