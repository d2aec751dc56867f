package survival

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The standard library is the reference; it is correct to under one unit in the last place.
func TestElementaryAgreesWithStandardLibrary(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		x := random.NormFloat64() * 20
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 4e-15*want {
			t.Fatalf("exp(%v) = %v, want %v", x, got, want)
		}
		y := math.Exp(x)
		if got, want := log(y), math.Log(y); math.Abs(got-want) > 1e-15*max(1, math.Abs(want)) {
			t.Fatalf("log(%v) = %v, want %v", y, got, want)
		}
	}
}

func TestElementaryAtTheEdges(t *testing.T) {
	for _, c := range []struct{ got, want float64 }{
		{exp(0), 1},
		{exp(-1000), 0},
		{exp(1000), math.Inf(1)},
		{exp(math.Inf(-1)), 0},
		{log(1), 0},
		{log(0), math.Inf(-1)},
		{log(math.Inf(1)), math.Inf(1)},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	if !math.IsNaN(log(-1)) || !math.IsNaN(exp(math.NaN())) {
		t.Error("NaN expected")
	}
}
