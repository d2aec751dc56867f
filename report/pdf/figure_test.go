package pdf

import (
	"testing"

	"pilot90/report/chart"
	"pilot90/report/content"
	"pilot90/report/content/contenttest"
)

// Every kind of chart is drawn.
func TestEveryKindOfChartIsDrawn(t *testing.T) {
	charts := []*content.Chart{funnelChart(), ganttChart(), targetChart(), monthlyChart(), stepChart(), bandsChart(),
		heatChart(), lineChart(), donutChart()}
	drawn := map[content.ChartKind]bool{content.GroupedBar: true}
	grouped := *monthlyChart()
	grouped.Kind = content.GroupedBar
	limits := &content.Chart{ID: "limits", Kind: content.Limits, Unit: "人", Curves: stepChart().Curves,
		Spots: []content.Spot{{Name: "北町", Of: 8, Share: 0.5}, {Name: "南町", Of: 40, Share: 0.9, Outside: true}}}
	for _, c := range append(charts, &grouped, limits) {
		drawn[c.Kind] = true
		d := map[*content.Chart]*sized{c: {size: chart.Size{Width: bodyWidth}}}
		err := drawCharts(t.Context(), d, &content.Report{Sections: []content.Section{{Blocks: []content.Block{c}}}})
		if err != nil || len(d[c].drawing.Shapes) < 3 {
			t.Errorf("%s: %v", c.Kind, err)
		}
	}
	for _, kind := range contenttest.Kinds(t, "../content") {
		if !drawn[kind] {
			t.Errorf("no chart of kind %s is tried", kind)
		}
	}
}

// However small a section is set to fit its page, the text of its charts is not smaller than 8 points.
func TestTextOfChartsIsNeverSmall(t *testing.T) {
	for _, set := range settings {
		form, low := onePage(set.zoom), *monthlyChart()
		low.Low = true
		d := map[*content.Chart]*sized{}
		blocks := []content.Block{content.Beside{Parts: [][]content.Block{{&low}, {stepChart()}}}}
		sizeCharts(blocks, form.frame(), set.low, "ja", d)
		if err := drawCharts(t.Context(), d, &content.Report{Sections: []content.Section{{Blocks: blocks}}}); err != nil {
			t.Fatal(err)
		}
		for c, one := range d {
			for _, s := range one.drawing.Shapes {
				if size := s.Size * form.zoom; s.Text != "" && size < smallest-1e-9 {
					t.Errorf("zoom %v, %s: %q is set in %.1f points", form.zoom, c.ID, s.Text, size)
				}
			}
		}
	}
}
