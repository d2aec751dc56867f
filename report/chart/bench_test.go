package chart

import "testing"

func BenchmarkSVG(b *testing.B) {
	for _, c := range sampleCharts() {
		b.Run(c.ID, func(b *testing.B) {
			for b.Loop() {
				if _, err := SVG(c, Size{Width: 482}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
