package pdf

import (
	"testing"

	"pilot90/report/content"
	"pilot90/report/content/contenttest"
	"pilot90/report/picture"
)

// Every kind of chart is drawn.
func TestEveryKindOfChartIsDrawn(t *testing.T) {
	charts := []*content.Chart{funnelChart(), ganttChart(), targetChart(), monthlyChart(), stepChart(), bandsChart(),
		heatChart(), lineChart(), donutChart()}
	drawn := map[content.ChartKind]bool{content.GroupedBar: true}
	grouped := *monthlyChart()
	grouped.Kind = content.GroupedBar
	for _, c := range append(charts, &grouped) {
		drawn[c.Kind] = true
		d := &picture.Picture{Width: bodyWidth}
		err := drawChart(d, c, "ja")
		if err != nil || len(d.Shapes) < 3 {
			t.Errorf("%s: %v", c.Kind, err)
		}
	}
	for _, kind := range contenttest.Kinds(t, "../content") {
		if !drawn[kind] {
			t.Errorf("no chart of kind %s is tried", kind)
		}
	}
}
