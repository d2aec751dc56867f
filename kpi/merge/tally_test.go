package merge

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestTallyIsExact: the sum is that of the numbers as they are, rounded once, in any order; math/big adds them up
// without rounding. Thirds of hours, yen, and numbers that cancel each other are among them.
func TestTallyIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 3))
	for round := range 3000 {
		numbers := make([]float64, r.IntN(40))
		for i := range numbers {
			switch r.IntN(4) {
			case 0:
				numbers[i] = float64(r.IntN(1_000_000))
			case 1:
				numbers[i] = float64(r.IntN(100)) / 3
			case 2:
				numbers[i] = (r.Float64() - 0.5) * math.Pow(2, float64(r.IntN(100)-50))
			case 3:
				if i > 0 {
					numbers[i] = -numbers[r.IntN(i)]
				}
			}
		}
		exact := new(big.Float).SetPrec(2000)
		for _, x := range numbers {
			exact.Add(exact, big.NewFloat(x))
		}
		want, _ := exact.Float64()
		for range 3 {
			var got tally
			for _, x := range numbers {
				got.add(x)
			}
			if got.sum() != want || got.n != len(numbers) {
				t.Fatalf("round %d: %v of %v: %v, want %v", round, got.n, numbers, got.sum(), want)
			}
			r.Shuffle(len(numbers), func(i, j int) { numbers[i], numbers[j] = numbers[j], numbers[i] })
		}
	}
}

// TestTallyRoundsOnce: 1 + 2⁻⁵³ lies halfway between 1 and the next number and becomes 1, the even one; a little more
// makes it the next, however the three are ordered.
func TestTallyRoundsOnce(t *testing.T) {
	half, little := math.Pow(2, -53), math.Pow(2, -106)
	next := 1 + math.Pow(2, -52)
	for _, tt := range []struct {
		numbers []float64
		want    float64
	}{
		{[]float64{1, half}, 1}, {[]float64{1, half, little}, next}, {[]float64{little, half, 1}, next},
		{[]float64{half, little, 1}, next}, {[]float64{1, half, -little}, 1}, {[]float64{-1, -half, -little}, -next},
	} {
		var got tally
		for _, x := range tt.numbers {
			got.add(x)
		}
		if got.sum() != tt.want {
			t.Errorf("%v: %v, want %v", tt.numbers, got.sum(), tt.want)
		}
	}
}
