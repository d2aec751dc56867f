package setting

import (
	"fmt"
	"math"
)

// whole reads a whole number from least to most.
func (s *section) whole(key string, to *int, least, most int) {
	v, ok := s.get(key)
	if !ok {
		return
	}
	n, isInt := v.(int64)
	if !isInt || n < int64(least) || n > int64(most) {
		s.wrong(key, v, fmt.Sprintf("%d以上%d以下の整数", least, most), fmt.Sprintf("a whole number from %d to %d", least, most))
		return
	}
	*to = int(n)
}

// maxNumber bounds every number of a pilot.toml; above it a float64 cannot tell yen apart.
const maxNumber = 1e15

// number reads a number; ok is false when there is none.
func (s *section) number(key string, to *float64) (ok bool) {
	v, given := s.get(key)
	if !given {
		return false
	}
	n, isNumber := asNumber(v)
	if !isNumber || math.Abs(n) > maxNumber {
		s.wrong(key, v, "数", "a number")
		return false
	}
	*to = n
	return true
}

// within reads a number from least to most.
func (s *section) within(key string, to *float64, least, most float64) (ok bool) {
	before := *to
	if !s.number(key, to) {
		return false
	}
	if *to < least || *to > most {
		s.wrong(key, *to, fmt.Sprintf("%g以上%g以下の数", least, most), fmt.Sprintf("a number from %g to %g", least, most))
		*to = before
		return false
	}
	return true
}

func asNumber(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, v == v && v-v == 0 // neither NaN nor infinite
	}
	return 0, false
}
