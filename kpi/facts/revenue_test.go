package facts

import (
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
)

func known[T any](v T) record.Field[T] { return record.Field[T]{Value: v, Known: true, Col: 1} }

func day(t *testing.T, s string) cell.Day {
	t.Helper()
	for d := cell.NewDay(2020, 1, 1); d < cell.NewDay(2030, 1, 1); d++ {
		if d.String() == s {
			return d
		}
	}
	t.Fatalf("%q is not a day of the 2020s", s)
	return 0
}

func TestRevenueBetween(t *testing.T) {
	tests := []struct {
		name          string
		start, end    string // end "" = running
		monthly       float64
		amount        float64 // −1 = not given, as for monthly
		from, to      string
		want          float64
		known         bool
		whereItIsFrom string
	}{
		{"a whole month", "2025-04-01", "2025-04-30", 100000, -1, "2025-04-01", "2026-03-31", 100000, true,
			"30/30 of 100,000"},
		{"half of April", "2025-04-16", "2025-04-30", 100000, -1, "2025-04-01", "2026-03-31", 50000, true,
			"15/30 of 100,000"},
		{"over a month's end", "2025-04-16", "2025-05-10", 31000, -1, "2025-04-01", "2026-03-31", 25500, true,
			"31,000·15/30 + 31,000·10/31 = 15,500 + 10,000"},
		{"running, cut by the period", "2024-01-01", "", 30000, -1, "2025-04-01", "2025-06-30", 90000, true, "3 × 30,000"},
		{"leap February", "2024-02-01", "2024-02-29", 29000, -1, "2024-02-29", "2024-02-29", 1000, true, "29,000·1/29"},
		{"exactly half a yen goes up", "2025-04-01", "2025-04-15", 10001, -1, "2025-04-01", "2026-03-31", 5001, true,
			"10,001·15/30 = 5,000.5"},
		{"a hair under half goes down", "2025-05-01", "2025-05-01", 46, -1, "2025-04-01", "2026-03-31", 1, true,
			"46/31 = 1.48"},
		{"half a yen over two months", "2025-04-30", "2025-05-31", 15, -1, "2025-04-01", "2026-03-31", 16, true,
			"15/30 + 15 = 15.5"},
		{"amount by days of the term", "2025-03-01", "2025-04-29", -1, 60000, "2025-04-01", "2026-03-31", 29000, true,
			"60,000·29/60 days"},
		{"amount, odd days", "2025-04-01", "2025-04-03", -1, 100, "2025-04-01", "2025-04-01", 33, true, "100/3 = 33.3"},
		{"amount without end, starting inside", "2025-04-01", "", -1, 50000, "2025-04-01", "2026-03-31", 50000, true,
			"all of it"},
		{"amount without end, started before", "2025-03-31", "", -1, 50000, "2025-04-01", "2026-03-31", 0, true,
			"not in the period"},
		{"monthly is taken before amount", "2025-04-01", "2025-04-30", 1000, 7777, "2025-04-01", "2026-03-31", 1000, true,
			"monthly is named first"},
		{"neither", "2025-04-01", "2025-04-30", -1, -1, "2025-04-01", "2026-03-31", 0, false, "unknown"},
		{"ended before the period", "2024-04-01", "2024-04-30", 1000, -1, "2025-04-01", "2026-03-31", 0, true,
			"no day inside"},
		{"a term of one day", "2025-04-01", "2025-04-01", -1, 9, "2025-04-01", "2025-04-01", 9, true, "9·1/1"},
	}
	for _, tt := range tests {
		c := &record.Contract{StartDate: known(day(t, tt.start))}
		if tt.end != "" {
			c.EndDate = known(day(t, tt.end))
		}
		if tt.monthly >= 0 {
			c.Monthly = known(tt.monthly)
		}
		if tt.amount >= 0 {
			c.Amount = known(tt.amount)
		}
		got, ok := PriceBetween(c, day(t, tt.from), day(t, tt.to))
		if got != tt.want || ok != tt.known {
			t.Errorf("%s: got %v, %v; want %v, %v (%s)", tt.name, got, ok, tt.want, tt.known, tt.whereItIsFrom)
		}
	}
}
