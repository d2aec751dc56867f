package lang

import "testing"

// TestGrouped: commas between the thousands of the whole part alone.
func TestGrouped(t *testing.T) {
	for number, want := range map[string]string{"0": "0", "999": "999", "1000": "1,000", "-999": "-999",
		"-1000.5": "-1,000.5", "1234567.1234": "1,234,567.1234", "-123456": "-123,456"} {
		if got := Grouped(number); got != want {
			t.Errorf("%s is written %s, want %s", number, got, want)
		}
	}
	if got := Yen(-1234567.5); got != "-1,234,568" {
		t.Errorf("−1,234,567.5 yen are written %s", got)
	}
}
