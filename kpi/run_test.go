package kpi

import (
	"math"
	"testing"
)

func TestSoundTakesOutWhatIsNoNumber(t *testing.T) {
	f := Figure{Value: new(math.Inf(1)), Interval: &[2]float64{0, math.NaN()}, Numerator: new(1.0),
		Parts: Parts{{Key: "a", Value: math.NaN()}, {Key: "b", Value: [2]float64{1, math.Inf(1)}},
			{Key: "c", Value: Parts{{Key: "d", Value: math.NaN()}}}}}
	sound(&f)
	if f.Value != nil || f.Reason.Empty() || f.Interval != nil {
		t.Errorf("got %+v, want a reason and no interval", f)
	}
	if f.Parts[0].Value != nil || f.Parts[1].Value != nil || f.Parts[2].Value.(Parts)[0].Value != nil {
		t.Errorf("parts: got %+v", f.Parts)
	}
}
