package record

import (
	"strings"

	"pilot90/cohort/cell"
)

// ScaleMetrics puts the values of metrics into the unit itself: 120 of 千円 are 120,000 yen. A value that says its own
// unit (120千円) has been read with it.
func (all *Tables) ScaleMetrics() {
	for _, m := range all.Metrics.Rows {
		if !m.Unit.Known {
			continue
		}
		u := cell.UnitOf(cell.CountMeasure, m.Unit.Value)
		if u.Kind != cell.UnitYen && u.Kind != cell.UnitCount || u.Factor == 0 {
			continue
		}
		if u.Factor != 1 && m.Value.Known && !strings.ContainsAny(m.Value.Text, "千万億") {
			m.Value.Value *= u.Factor
		}
		if u.Kind == cell.UnitYen {
			m.Unit.Value = "円"
		} else if u.Factor != 1 {
			m.Unit.Value = strings.TrimLeft(strings.TrimSpace(m.Unit.Value), "千万")
		}
	}
}
