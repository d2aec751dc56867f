package catalog

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestUnitsOfMetrics: the figure of a metric has the unit of its rows, 120 千円 and 20,000 円 being 140,000 yen; rows of
// several units do not add up.
func TestUnitsOfMetrics(t *testing.T) {
	const head = "\nas_of: 2026-03-31\nfrom: 2025-04-01\nto: 2026-03-31\n## 実績値\n年月日 | 指標 | 値 | 単位\n"
	w := kpi.NewWindow(cohorttest.Load(t, head+"2025-06-30 | EC売上 | 120 | 千円\n"+
		"2025-07-30 | EC売上 | 20000 | 円\n2025-06-30 | SNS反響 | 30 | 件\n"+
		"2025-06-30 | 視察 | 3 | 件\n2025-07-30 | 視察 | 40 | 人\n"))
	for id, want := range map[string]struct {
		unit  kpi.Unit
		value float64
	}{"metric.EC売上": {kpi.Yen, 140000}, "metric.SNS反響": {kpi.Count, 30}} {
		f := figureOf(t, w, id)
		if f.Value == nil || *f.Value != want.value || f.Unit != want.unit || f.Parts[0].Unit != want.unit {
			t.Errorf("%s: %v %s, want %g %s", id, f.Value, f.Unit, want.value, want.unit)
		}
	}
	if f := figureOf(t, w, "metric.視察"); f.Value != nil || f.Reason.JA != "「視察」の行の単位がそろっていません" {
		t.Errorf("視察: %v, %q", f.Value, f.Reason.JA)
	}
}
