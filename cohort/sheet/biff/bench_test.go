package biff_test

import (
	"strings"
	"testing"

	"pilot90/cohort/sheet/biff/bifftest"
	"pilot90/cohort/sheet/grid"
)

// BenchmarkRead reads a log of 40,000 rows of 10 columns.
func BenchmarkRead(b *testing.B) {
	var cells strings.Builder
	for r := 1; r <= 40_000; r++ {
		cells.WriteString(whole(r, 1, 1, 45748+r%365))
		for c := 2; c < 8; c++ {
			cells.WriteString(shared(r, c, 0, r%3))
		}
		for c := 8; c <= 10; c++ {
			cells.WriteString(rec(number, at(r, c, 0), float64(r)/4))
		}
	}
	data := bifftest.Container(one(marks+table(long("氏名"), long("作業"), narrow("abc")), cells.String()))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if book, f := readFile(b, data, grid.Limits{}); book == nil {
			b.Fatal(f)
		}
	}
}
