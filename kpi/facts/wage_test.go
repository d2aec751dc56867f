package facts

import (
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/templates"
)

// TestWageTable reads the built-in table whole: 47 prefectures, fiscal 2023 to 2025.
func TestWageTable(t *testing.T) {
	table, err := parseWages(templates.Wages())
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != 47 {
		t.Errorf("%d prefectures, want 47", len(table))
	}
	for name, wages := range table {
		if len(wages) != 3 {
			t.Errorf("%s has %d lines, want 3", name, len(wages))
		}
		for i, w := range wages {
			// The lowest of fiscal 2023 was Iwate's 893, the highest of fiscal 2025 Tokyo's 1,226.
			if w.Yen < 893 || w.Yen > 1226 || i > 0 && (w.From <= wages[i-1].From || w.Yen <= wages[i-1].Yen) {
				t.Errorf("%s: line %d is %v from %s", name, i, w.Yen, w.From)
			}
		}
	}
}

// TestWageOn: Nagano 948 from 2023-10-01, 998 from 2024-10-01, 1,061 from 2025-10-03; Akita's third
// took effect on 2026-03-31 only.
func TestWageOn(t *testing.T) {
	for _, tt := range []struct {
		prefecture string
		day        cell.Day
		want       float64 // 0 = none
	}{
		{"長野県", cell.NewDay(2023, 9, 30), 0},
		{"長野県", cell.NewDay(2023, 10, 1), 948},
		{"長野", cell.NewDay(2024, 9, 30), 948},
		{" 長野県 ", cell.NewDay(2025, 10, 2), 998},
		{"長野県", cell.NewDay(2025, 10, 3), 1061},
		{"長野県", cell.NewDay(2030, 1, 1), 1061},
		{"秋田県", cell.NewDay(2026, 3, 30), 951},
		{"秋田県", cell.NewDay(2026, 3, 31), 1031},
		{"京都", cell.NewDay(2025, 11, 21), 1122}, // 京都府, not 東京都
		{"東京", cell.NewDay(2025, 10, 3), 1226},
		{"北海道", cell.NewDay(2025, 10, 4), 1075},
	} {
		wages, ok := WagesOf(tt.prefecture, nil)
		if !ok {
			t.Errorf("%s is not found", tt.prefecture)
		}
		if got, _ := wages.On(tt.day); got.Yen != tt.want {
			t.Errorf("%s on %s: %v, want %v", tt.prefecture, tt.day, got.Yen, tt.want)
		}
	}
	if w, ok := WagesOf("みどり野町", nil); ok {
		t.Errorf("a town has wages: %v", w)
	}
}

// TestOwnWages: a line of pilot.toml replaces that of the same day and adds others.
func TestOwnWages(t *testing.T) {
	day := cell.NewDay(2025, 10, 3)
	own := []setting.Wage{{Prefecture: "長野", From: day, Yen: 1100}, {Prefecture: "長野県", From: day + 365, Yen: 1117},
		{Prefecture: "秋田県", From: day, Yen: 1}}
	wages, _ := WagesOf("長野県", own)
	for d, want := range map[cell.Day]float64{day - 1: 998, day: 1100, day + 364: 1100, day + 365: 1117} {
		if got, _ := wages.On(d); got.Yen != want {
			t.Errorf("on %s: %v, want %v", d, got.Yen, want)
		}
	}
	if w, _ := WagesOf("長野県", nil); len(w) != 3 {
		t.Errorf("the built-in table was changed: %v", w)
	}
}

// TestStaleWages: Nagano's newest wage took effect on 2025-10-03, so 2026-10-03 is a year later and
// the day after it is more than that.
func TestStaleWages(t *testing.T) {
	wages, _ := WagesOf("長野県", nil)
	for d, want := range map[cell.Day]bool{cell.NewDay(2026, 10, 3): false, cell.NewDay(2026, 10, 4): true} {
		if wages.Stale(d) != want {
			t.Errorf("%s: stale is %v", d, !want)
		}
	}
	fresh := []HourlyPay{{Tasks: []*record.Task{{Date: record.Field[cell.Day]{Value: cell.NewDay(2026, 10, 3)}}}}}
	if got := WageWarnings(fresh, wages); len(got) != 0 {
		t.Errorf("a year later: got %v", got)
	}
	all := []HourlyPay{{Tasks: []*record.Task{{Date: record.Field[cell.Day]{Value: cell.NewDay(2026, 10, 4)}}}}}
	if got := WageWarnings(all, wages); len(got) != 1 ||
		got[0].EN != "the table of minimum wages is stale (newest in force from 2025-10-03): 1 tasks are dated more than "+
			"a year later" {
		t.Errorf("got %v", got)
	}
}
