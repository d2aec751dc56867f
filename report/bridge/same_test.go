package bridge

import (
	"math"
	"testing"

	"pilot90/cohort/record"
)

// TestSameNumbers: points are the same only when every number of them is, but for the last bits; no value is not 0.
func TestSameNumbers(t *testing.T) {
	third, other := 1.0/3, math.Nextafter(1.0/3, 1)
	n, more := 3, 4
	point := func(v, num *float64, n *int) Point { return Point{Value: v, Numerator: num, N: n} }
	one, zero := 1.0, 0.0
	for name, tt := range map[string]struct {
		a, b Point
		want bool
	}{
		"nothing told":       {Point{}, Point{}, true},
		"the same":           {point(&third, &one, &n), point(&third, &one, &n), true},
		"but the last bit":   {point(&third, &one, &n), point(&other, &one, &n), true},
		"another value":      {point(&third, &one, &n), point(&one, &one, &n), false},
		"another part":       {point(&third, &one, &n), point(&third, &zero, &n), false},
		"no value and 0":     {point(nil, nil, &n), point(&zero, nil, &n), false},
		"0 and no value":     {point(&zero, nil, &n), point(nil, nil, &n), false},
		"another n":          {point(&third, &one, &n), point(&third, &one, &more), false},
		"n told by one only": {point(&third, &one, nil), point(&third, &one, &n), false},
	} {
		if got := sameNumbers(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestAlikePrefersThePlace: of rows with the same cells the one at the same place of the same sheet of the same file is
// the nearest; a place that agrees in the sheet's name alone, or in the row alone, is none.
func TestAlikePrefersThePlace(t *testing.T) {
	line := func(file, sheet string, row int) *record.Line {
		l := &record.Line{}
		l.Row = record.Row{Source: &record.Source{}, Number: row}
		l.Source.File, l.Source.Sheet = file, sheet
		return l
	}
	here := line("a.xlsx", "4月", 5)
	for _, tt := range []struct {
		to   *record.Line
		want int
	}{
		{line("a.xlsx", "4月", 5), 5}, {line("b.xlsx", "4月", 5), 4},
		{line("a.xlsx", "5月", 5), 4}, {line("a.xlsx", "4月", 6), 4},
	} {
		if got := alike(here, tt.to, []string{"2", "3"}, []string{"2", "3"}); got != tt.want {
			t.Errorf("%s %s %d: %d, want %d", tt.to.Source.File, tt.to.Source.Sheet, tt.to.Number, got, tt.want)
		}
	}
}

// TestRestateHasRows: what a pair restates names its rows, as a comparison of two ledgers does.
func TestRestateHasRows(t *testing.T) {
	was, is := side(t, before), side(t, after)
	r := NewPair(was.Cohort, is.Cohort).Restate(was, is)
	if whole := Compare(was, is); !r.HasRows || !whole.HasRows || len(r.Rows) != len(whole.Rows) {
		t.Errorf("rows %v %d, want those of the comparison: %v %d", r.HasRows, len(r.Rows), whole.HasRows, len(whole.Rows))
	}
}

// TestNothingYet: a sheet that is begun later makes 0 of "no data"; a 0 that rests on records, and one that is hidden,
// says something.
func TestNothingYet(t *testing.T) {
	zero, one, none, some := 0.0, 1.0, 0, 3
	nothing, empty := Point{}, Point{Value: &zero, N: &none}
	for _, tt := range []struct {
		name string
		a, b Point
		want bool
	}{
		{"nothing and an empty 0", nothing, empty, true},
		{"the other way round", empty, nothing, true},
		{"a 0 without n", nothing, Point{Value: &zero}, true},
		{"a 0 of three", nothing, Point{Value: &zero, N: &some}, false},
		{"a 1", nothing, Point{Value: &one, N: &none}, false},
		{"two empty ones", empty, empty, false},
		{"nothing twice", nothing, nothing, false},
		{"hidden", Point{Hidden: true}, empty, false},
		{"beside a hidden one", nothing, Point{Value: &zero, N: &none, Hidden: true}, false},
	} {
		if got := NothingYet(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
