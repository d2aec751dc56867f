package grid

import (
	"math/rand/v2"
	"testing"

	"pilot90/cohort/sheet/sheettest"
)

// TestMergeAtOfManyRanges compares with a look at each range, also where ranges overlap.
func TestMergeAtOfManyRanges(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 15, 16, 17, 300} {
		g := &Grid{}
		for range n {
			row, col := 1+random.IntN(60), 1+random.IntN(60)
			g.Merges = append(g.Merges, Range{row, col, row + random.IntN(12), col + random.IntN(12)})
		}
		g.index()
		for row := range 75 {
			for col := range 75 {
				got, ok := g.MergeAt(row, col)
				if want, wantOK := lastHolding(g.Merges, row, col); got != want || ok != wantOK {
					t.Fatalf("%d ranges: MergeAt(%d, %d) = %v, want %v", n, row, col, got, want)
				}
			}
		}
	}
}

// TestMergeAtIsQuick asks for 100,000 cells below 100,000 ranges that lie in each other.
func TestMergeAtIsQuick(t *testing.T) {
	g := &Grid{}
	for i := 1; i <= 100_000; i++ {
		g.Merges = append(g.Merges, Range{i, 2 + i%7000, maxRow - i, MaxCol - i%7000})
	}
	g.index()
	sheettest.Soon(t, func() {
		for row := 1; row <= 100_000; row++ {
			if _, ok := g.MergeAt(row+100_000, 1); ok {
				t.Fatal("column A is in no range")
			}
			if m, ok := g.MergeAt(row, 8001); !ok || m.FromRow != row {
				t.Fatalf("row %d: %v", row, m)
			}
		}
	})
}
