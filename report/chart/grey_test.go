package chart

import (
	"math"
	"strconv"
	"testing"
)

// luminance of a colour (WCAG 2.2), and its grey on a copy, 0–255.
func luminance(t *testing.T, colour string) (l, grey float64) {
	t.Helper()
	v, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	weights := [3]float64{0.2126, 0.7152, 0.0722}
	for i, w := range weights {
		part := float64(v >> (16 - 8*i) & 0xFF)
		grey += [3]float64{0.299, 0.587, 0.114}[i] * part
		if part /= 255; part <= 0.04045 {
			l += w * part / 12.92
		} else {
			l += w * math.Pow((part+0.055)/1.055, 2.4)
		}
	}
	return l, grey
}

func contrast(t *testing.T, a, b string) float64 {
	p, _ := luminance(t, a)
	q, _ := luminance(t, b)
	return (max(p, q) + 0.05) / (min(p, q) + 0.05)
}

// On a grey copy two fills are told apart by lightness or by pattern, and texts can be read: 4.5 to
// their ground, marks 3 (WCAG 2.2, 1.4.3 and 1.4.11).
func TestGreyCopy(t *testing.T) {
	for theme, k := range map[string]colours{"light": light, "dark": dark} {
		for i, a := range k.series {
			for _, b := range k.series[:i] {
				_, p := luminance(t, a.paint)
				_, q := luminance(t, b.paint)
				if a.hatch == b.hatch && math.Abs(p-q) < 20 {
					t.Errorf("%s: fills %s and %s are alike in grey: %.0f and %.0f", theme, a.paint, b.paint, p, q)
				}
			}
			if c := contrast(t, a.stroke, k.paper); c < 3 {
				t.Errorf("%s: outline %s has %.1f to the paper", theme, a.stroke, c)
			}
		}
		for _, list := range [][]string{k.steps, k.phases[:]} {
			for i := 1; i < len(list); i++ {
				_, p := luminance(t, list[i-1])
				_, q := luminance(t, list[i])
				if math.Abs(p-q) < 20 {
					t.Errorf("%s: steps %s and %s are alike in grey", theme, list[i-1], list[i])
				}
			}
		}
		for i, ink := range k.stepInk {
			if c := contrast(t, ink, k.steps[i]); c < 4.5 {
				t.Errorf("%s: %s on %s has %.1f", theme, ink, k.steps[i], c)
			}
		}
		for _, pair := range [][2]string{{k.ink, k.paper}, {k.quiet, k.paper}, {k.onMain, k.main}, {k.ink, k.tipPaper},
			{k.quiet, k.track}, {k.main, k.paper}, {k.other, k.paper}, {k.watch, k.paper}, {k.alert, k.paper}} {
			if c := contrast(t, pair[0], pair[1]); c < 4.5 {
				t.Errorf("%s: text %s on %s has %.1f", theme, pair[0], pair[1], c)
			}
		}
		for _, mark := range []string{k.main, k.alert, k.watch, k.rule} {
			if c := contrast(t, mark, k.paper); c < 3 {
				t.Errorf("%s: mark %s has %.1f to the paper", theme, mark, c)
			}
		}
	}
}
