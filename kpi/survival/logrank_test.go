package survival

import (
	"errors"
	"math"
	"testing"
)

func TestLogRankByHand(t *testing.T) {
	// Events at 1 (A; 2 and 1 at risk) and 2 (B; 1 and 1 at risk), then A censored
	// at 3. E_A = 2/3 + 1/2 = 7/6, V = 2/9 + 1/4 = 17/36, χ² = (1/6)²/(17/36) = 1/17.
	a := []Subject{{Time: 1, Event: true}, {Time: 3}}
	b := []Subject{{Time: 2, Event: true}}
	got, err := LogRank(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if !near(got.ChiSquare, 1./17, 1e-14) || got.DF != 1 ||
		!near(got.Expected[0], 7./6, 1e-14) || !near(got.Expected[1], 5./6, 1e-14) ||
		got.Observed[0] != 1 || got.Observed[1] != 1 {
		t.Errorf("log-rank = %+v", got)
	}
	if want := math.Erfc(math.Sqrt(1. / 34)); !near(got.P, want, 1e-14) { // P(|Z| > √χ²)
		t.Errorf("p = %v, want %v", got.P, want)
	}
	// Peto–Peto weighs the event at 2 by S = 2/3: O_A - E_A = 1/3 - 2/3·1/2 = 0.
	peto, err := PetoPeto(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(peto.ChiSquare) > 1e-30 || !near(peto.Observed[1], 2./3, 1e-14) {
		t.Errorf("Peto = %+v, want χ² = 0", peto)
	}
}

func TestLogRankWithoutComparison(t *testing.T) {
	event, censored := Subject{Time: 2, Event: true}, Subject{Time: 1}
	nan := math.NaN()
	tests := []struct {
		name   string
		groups [][]Subject
		df     int
		chi    float64
	}{
		{"no event (R: df = -1)", [][]Subject{{censored}, {censored}}, -1, 0},
		{"both empty", [][]Subject{nil, nil}, -1, 0},
		{"one empty", [][]Subject{{event}, nil}, 0, 0},
		{"one gone before the event", [][]Subject{{event}, {censored}}, 0, 0},
		{"all leave at once: no variance", [][]Subject{{event}, {event, event}}, 1, nan},
	}
	for _, tt := range tests {
		got, err := LogRank(tt.groups...)
		if err != nil || got.DF != tt.df || !near(got.ChiSquare, tt.chi, 0) || !math.IsNaN(got.P) {
			t.Errorf("%s: %+v, %v; want df %d, χ² %v, p NaN", tt.name, got, err, tt.df, tt.chi)
		}
	}
	for _, groups := range [][][]Subject{nil, {{event}}} {
		if _, err := LogRank(groups...); !errors.Is(err, ErrGroups) {
			t.Errorf("%d groups: %v, want %v", len(groups), err, ErrGroups)
		}
	}
}

// Groups that never overlap in time with the others make V singular although each
// difference has a variance of its own. With these sizes rounding leaves about
// 1e-16 of it, which is not information.
func TestLogRankSingular(t *testing.T) {
	follow := func(n int, from float64) (out []Subject) {
		for i := range n {
			out = append(out, Subject{Entry: from, Time: from + 1 + float64(i), Event: true})
		}
		return out
	}
	for _, sizes := range [][3]int{{1, 1, 1}, {1, 1, 2}, {1, 2, 1}, {1, 2, 3}, {1, 2, 6}, {1, 2, 7}} {
		groups := [][]Subject{follow(4, 20), follow(3, 20)}
		for _, n := range sizes {
			groups = append(groups, follow(n, 0))
		}
		got, err := LogRank(groups...)
		if err != nil || got.DF != 4 || !math.IsNaN(got.ChiSquare) || !math.IsNaN(got.P) {
			t.Errorf("%v: %+v, %v; want df 4 and NaN", sizes, got, err)
		}
	}
}
