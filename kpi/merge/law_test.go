package merge_test

import (
	"math"
	"slices"
	"testing"

	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/merge"
)

// TestEveryFigureDeclaresItsLaw holds the whole catalogue: a figure without a law would be left out of every rollup
// without a word.
func TestEveryFigureDeclaresItsLaw(t *testing.T) {
	for _, d := range catalog.All() {
		law := d.Law
		switch law.Kind {
		case kpi.Added, kpi.Divided:
		case kpi.Averaged, kpi.Distributed:
			if law.Bin <= 0 || law.Values == nil {
				t.Errorf("%s: %s needs values and the width of their bins", d.ID, law.Kind)
			}
		case kpi.Lasting:
			if law.Subjects == nil || law.Fitted == nil {
				t.Errorf("%s: a duration needs its observed times and what is made of those of all", d.ID)
			}
		case kpi.Grouped:
			if law.Groups == nil {
				t.Errorf("%s: by group, and no groups are declared", d.ID)
			}
		case kpi.Apart:
			if law.Why.JA == "" || law.Why.EN == "" {
				t.Errorf("%s is not put together and does not say why in both languages", d.ID)
			}
		default:
			t.Errorf("%s declares no law of merging (%q)", d.ID, law.Kind)
		}
		if law.Kind == kpi.Distributed && !slices.Contains([]float64{1, 1000}, law.Bin) {
			t.Errorf("%s: bins are of 1,000 yen, 1 day or 1 point, not %v", d.ID, law.Bin)
		}
	}
}

// TestQuantile reads medians off bins by hand: 3 values in the bin from 0, one in that from 2,000 yen.
// h = (4 − 1) × 0.5 + 1 = 2.5, between the second value and the third, both 500; p = 1 is the last, 2,500.
func TestQuantile(t *testing.T) {
	bins := &merge.Bins{Width: 1000, Counts: [][2]int{{0, 3}, {2, 1}}}
	for _, tt := range []struct{ p, want float64 }{{0.5, 500}, {1, 2500}, {0.75, 1000}} {
		// p = 0.75: h = 3.25, a quarter of the way from the third value, 500, to the fourth, 2,500: 1,000
		if got, ok := bins.Quantile(tt.p); !ok || got != tt.want {
			t.Errorf("quantile %v = %v, %v; want %v", tt.p, got, ok, tt.want)
		}
	}
	days := &merge.Bins{Width: 1, Counts: [][2]int{{30, 1}, {35, 1}}}
	if got, _ := days.Quantile(0.5); got != 32.5 { // (30 + 35) ÷ 2: whole days are the days themselves
		t.Errorf("median of 30 and 35 days = %v", got)
	}
	if _, ok := (&merge.Bins{Width: 1}).Quantile(0.5); ok {
		t.Error("no values have a median")
	}
}

// TestRatioIsNoMeanOfRatios pools 1 of 2 and 9 of 10: 10 of 12 is 0.8333…, the mean of the ratios would be 0.7.
// Wilson's interval of 10 of 12, by the formula in package survival:
// (10 + 1.9207 ± 1.96·√(10·2/12 + 0.9604)) ÷ (12 + 3.8415).
func TestRatioIsNoMeanOfRatios(t *testing.T) {
	ratio := func(hits, all float64) *merge.Part {
		return &merge.Part{ID: "on_time_ratio", Law: kpi.Divided, Unit: kpi.Ratio, Value: new(hits / all), N: int(all),
			Terms: &merge.Terms{Numerator: hits, Denominator: all, Known: []int{int(all)}, Trials: true}}
	}
	f := merge.Pool(definition(t, "on_time_ratio"), []*merge.Part{ratio(1, 2), ratio(9, 10)})
	if f.Value == nil || *f.Value != 10.0/12 || f.N != 12 {
		t.Fatalf("value %v of n %d", f.Value, f.N)
	}
	z := 1.959963984540054
	half := z * math.Sqrt(10.0*2/12+z*z/4)
	low, high := (10+z*z/2-half)/(12+z*z), (10+z*z/2+half)/(12+z*z)
	if math.Abs(f.Interval[0]-low) > 1e-12 || math.Abs(f.Interval[1]-high) > 1e-12 {
		t.Errorf("interval %v, want %v to %v", *f.Interval, low, high)
	}
}

// TestMissingIsNotZero: of two towns one has no sheet; the sum is that of the other, and of none there is no value.
func TestMissingIsNotZero(t *testing.T) {
	d := definition(t, "revenue_total")
	lacking := &merge.Part{ID: d.ID, Law: kpi.Added, Unit: kpi.Yen, Missing: merge.Lacking}
	told := &merge.Part{ID: d.ID, Law: kpi.Added, Unit: kpi.Yen, Value: new(300.0), N: 2}
	if f := merge.Pool(d, []*merge.Part{lacking, told}); f.Value == nil || *f.Value != 300 || f.N != 2 {
		t.Errorf("one of two: %v of %d", f.Value, f.N)
	}
	if f := merge.Pool(d, []*merge.Part{lacking, lacking}); f.Value != nil || f.Reason.JA == "" || f.Reason.EN == "" {
		t.Errorf("none of two: %v, reason %q", f.Value, f.Reason.JA)
	}
}

func definition(t *testing.T, id string) kpi.Definition {
	t.Helper()
	for _, d := range catalog.All() {
		if d.ID == id {
			return d
		}
	}
	t.Fatalf("no figure %s", id)
	return kpi.Definition{}
}
