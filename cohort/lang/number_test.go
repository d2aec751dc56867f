package lang

import "testing"

func TestPlain(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 12: "12", -0.1: "-0.1", 7.0 / 12: "0.5833333333333334",
		1e21: "1000000000000000000000", 1e-7: "0.0000001"} {
		if got := Plain(v); got != want {
			t.Errorf("Plain(%g) = %s, want %s", v, got, want)
		}
	}
}
