package disclose_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/kpi"
	"pilot90/kpi/disclose"
)

// TestReportedToTheMinistry: what the form of a grant reports stands in the grant edition whatever its class, as the
// ministry asks for it (here 4 of 7 students with a local job), and in no other; the figure itself is as in the public
// edition, with a form and without. The hub is told that it is known.
func TestReportedToTheMinistry(t *testing.T) {
	for _, reported := range []bool{true, false} {
		var people strings.Builder
		for i := range 24 {
			situation, outcome := "", ""
			switch {
			case i < 4:
				situation, outcome = "学生", "地元就職"
			case i < 7:
				situation, outcome = "学生", "町外就職"
			case i < 11:
				outcome = "就業移行"
			}
			fmt.Fprintf(&people, "P%02d | %s | %s | 2025-05-01\n", i, situation, outcome)
		}
		toml := ""
		if reported {
			toml = "\n# pilot.toml\n[[grant]]\nname = \"交付金\"\n[[grant.kpi]]\nfigure = \"local_retention_ratio\"\n" +
				"baseline = 0.3\nincrements = { 2025 = 0.2 }\n"
		}
		hub := resultOf(t, toml+"\n## 参加者\n参加者ID | 事情 | 進路 | 開始日\n"+people.String(), "2025-12-15")
		if f := kpi.Find(hub.Figures, "local_retention_ratio"); *f.Numerator != 4 || *f.Denominator != 7 {
			t.Fatalf("%v of %v, want 4 of 7", *f.Numerator, *f.Denominator)
		}
		for _, name := range outside {
			shown := disclose.Apply(hub, disclose.ProfileOf(name, defaults()), nil)
			if f := kpi.Find(shown.Figures, "local_retention_ratio"); f.Value != nil { // 4 are fewer than 5
				t.Errorf("reported %v, %s: the figure itself is told", reported, name)
			}
			if !reported {
				continue
			}
			ind := shown.Grants[0].Indicators[0]
			if told := ind.Actual != nil && *ind.Actual == 4.0/7; told != (name == "grant") || told == ind.Suppressed ||
				(len(ind.Rating.Proposed) > 0) != told || (ind.Level != nil) != told {
				t.Errorf("%s: the form says %v, suppressed %v", name, ind.Actual, ind.Suppressed)
			}
		}
		for _, h := range disclose.Derived(hub, defaults(), nil) {
			if h.Figure != kpi.Find(hub.Figures, "local_retention_ratio").Title {
				continue
			}
			if known := *h.Low == 4.0/7 && *h.High == 4.0/7; known != reported {
				t.Errorf("reported %v: the hub is told %v to %v", reported, *h.Low, *h.High)
			}
		}
	}
}

// TestReportedIsKnown: a count that the form reports is exact for its reader, so that another count with one person
// more is told as a range, although it weighs as much and stands first.
func TestReportedIsKnown(t *testing.T) {
	for _, reported := range []bool{false, true} {
		toml := ""
		if reported {
			toml = "\n# pilot.toml\n[[grant]]\nname = \"交付金\"\n[[grant.kpi]]\nfigure = \"b\"\nincrements = { 2025 = 9 }\n"
		}
		var people strings.Builder
		for i := range 16 {
			fmt.Fprintf(&people, "P%02d | 2025-05-01\n", i)
		}
		defs := []kpi.Definition{shareOf("a", 8, kpi.Line{}), shareOf("b", 9, kpi.Line{})}
		hub := computed(t, toml+"\n## 参加者\n参加者ID | 開始日\n"+people.String(), defs)
		shown := disclose.Apply(hub, disclose.ProfileOf("grant", defaults()), nil)
		a, b := kpi.Find(shown.Figures, "a"), kpi.Find(shown.Figures, "b")
		if (a.Value == nil) != reported || (b.Value == nil) == reported {
			t.Errorf("reported %v: a is %v, b is %v", reported, a.Value, b.Value)
		}
	}
}
