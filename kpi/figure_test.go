package kpi

import "testing"

// TestMeets: a value on the target meets it, whichever way is better.
func TestMeets(t *testing.T) {
	for _, tt := range []struct {
		better Better
		value  float64
		want   bool
	}{
		{Higher, 0.5, true}, {Higher, 0.49, false}, {Higher, 0.51, true},
		{Lower, 0.5, true}, {Lower, 0.51, false}, {Lower, 0.49, true},
		{Neutral, 0.5, true}, {Neutral, 0.49, false},
	} {
		if got := tt.better.Meets(tt.value, 0.5); got != tt.want {
			t.Errorf("better %d: %v meets 0.5: %v, want %v", tt.better, tt.value, got, tt.want)
		}
	}
}
