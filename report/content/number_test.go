package content

import (
	"math"
	"testing"
)

// Expected values are rounded by hand, half up (四捨五入).
func TestRound(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{6.25, 1, "6.3"}, // exact tie in binary: FormatFloat would give 6.2
		{6.35, 1, "6.4"}, // stored as 6.3499…; the reader sees 6.35
		{-6.25, 1, "−6.3"},
		{0, 0, "0"},
		{-0.04, 1, "0.0"}, // no "-0.0"
		{999.95, 1, "1,000.0"},
		{1234567, 0, "1,234,567"},
		{-1234.5, 0, "−1,235"},
		{100, 0, "100"},
		{math.NaN(), 1, "―"},
		{math.Inf(1), 1, "―"},
	} {
		if got := Round(c.v, c.decimals); got != c.want {
			t.Errorf("Round(%v, %d) = %q, want %q", c.v, c.decimals, got, c.want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{7.0 / 12, "58.3%"},
		{0.0625, "6.3%"},
		{0.5825, "58.3%"}, // 58.25: multiplying by 100 in binary first would decide by luck
		{1, "100.0%"},
	} {
		if got := Percent(c.v); got != c.want {
			t.Errorf("Percent(%v) = %q, want %q", c.v, got, c.want)
		}
	}
}

func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		v          float64
		unit, lang string
		want       string
	}{
		{6.04, "months", "ja", "6.0か月"},
		{12, "count", "ja", "12"},
		{1061.5, "yen_per_hour", "ja", "1,062円/時"},
		{4.125, "score", "en", "4.13 points"},
		{0.5, "ratio", "en", "50.0%"},
		{19724, "date", "ja", "2024年1月2日"}, // see kpi/catalog/testdata/latest_start_date.txt
		{19724, "date", "en", "2024-01-02"},
		{2.25, "furlong", "ja", "2.3"},
	} {
		if got := Quantity(c.v, c.unit, c.lang); got != c.want {
			t.Errorf("Quantity(%v, %q, %q) = %q, want %q", c.v, c.unit, c.lang, got, c.want)
		}
	}
}

// The difference is that of the printed values: 58.3 − 54.5 = 3.8, although 7/12 − 6/11 is 3.79 %.
func TestDifference(t *testing.T) {
	for _, c := range []struct {
		from, to float64
		unit     string
		want     string
	}{
		{6.0 / 11, 7.0 / 12, "ratio", "3.8"},
		{7.0 / 12, 6.0 / 11, "ratio", "−3.8"},
		{0.6, 0.6004, "ratio", "0.0"},
		{1200, 2400, "yen", "1,200"},
		{3.14, 3.16, "months", "0.1"}, // 3.1 and 3.2 as printed
		{math.NaN(), 1, "count", "―"},
	} {
		if got := Difference(c.from, c.to, c.unit); got != c.want {
			t.Errorf("Difference(%v, %v, %s) = %q, want %q", c.from, c.to, c.unit, got, c.want)
		}
	}
}
