package disclose

import (
	"slices"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// TestClash: two figures of one line of a table that look at nearly the same persons tell of the few between them; with
// the same number, or k persons and more apart, they do not, and figures of other lines say nothing of each other.
func TestClash(t *testing.T) {
	const k = 5
	of := func(n int, key string) *kpi.Figure {
		f := &kpi.Figure{N: n}
		if key != "" {
			f.Disclosure.Line = kpi.Line{Figure: "by_residence", Key: key}
		}
		return f
	}
	for _, tt := range []struct {
		a, b *kpi.Figure
		want bool
	}{
		{of(12, "migrant"), of(12, "migrant"), false},
		{of(12, "migrant"), of(11, "migrant"), true},
		{of(12, "migrant"), of(8, "migrant"), true},  // 4 of 5
		{of(12, "migrant"), of(7, "migrant"), false}, // 5
		{of(7, "migrant"), of(11, "migrant"), true},
		{of(12, "migrant"), of(11, "resident"), false},
		{of(12, ""), of(11, ""), false},
	} {
		if got := (&editions{}).clash(tt.a, tt.b, k); got != tt.want {
			t.Errorf("%d %s and %d %s: %v", tt.a.N, tt.a.Disclosure.Line.Key, tt.b.N, tt.b.Disclosure.Line.Key, got)
		}
	}
}

// TestLastLines: the lines are those of the latest edition that told the table, of two of one day of the later one.
func TestLastLines(t *testing.T) {
	sealed := func(asOf cell.Day, keys ...string) Published {
		var lines []toldLine
		for _, key := range keys {
			lines = append(lines, toldLine{keys: []string{key}})
		}
		return Published{Clock: setting.Clock{AsOf: asOf}, figures: map[string]told{"table": {lines: lines}}}
	}
	e := &editions{earlier: []Published{sealed(3, "b"), sealed(9), sealed(7, "c"), sealed(7, "d"), sealed(5, "a")}}
	keys, ok := e.lastLines("table")
	if !ok || len(keys) != 1 || !slices.Equal(keys[0], []string{"d"}) {
		t.Errorf("%v %v", keys, ok)
	}
	if keys, ok := (&editions{}).lastLines("table"); ok || keys != nil {
		t.Errorf("of no edition: %v", keys)
	}
}

// TestOutcomeOfALine: 10 of 20 of a line of 40 is told exactly; not beside a figure that weighs more, and not where a
// sealed edition shows the line merged into others. Either alone is enough.
func TestOutcomeOfALine(t *testing.T) {
	hits, n := 10.0, 20.0
	f := &kpi.Figure{ID: "share", Unit: kpi.Ratio, N: 20, Numerator: &hits, Denominator: &n}
	f.Disclosure.Line = kpi.Line{Figure: "table", Key: "a"}
	merged := []Published{{figures: map[string]told{"table": {lines: []toldLine{{keys: []string{"b"}}}}}}}
	for _, tt := range []struct {
		name string
		e    editions
		want bool
	}{
		{"alone", editions{registered: 40}, true},
		{"beside what weighs more", editions{registered: 40, dropped: map[string]bool{"share": true}}, false},
		{"merged then", editions{registered: 40, earlier: merged}, false},
		{"a line of nearly all", editions{registered: 23}, false},
	} {
		if got := (&view{editions: &tt.e}).outcomeBy(f, &kpi.Figure{}, 5); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
