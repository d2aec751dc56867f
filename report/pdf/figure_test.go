package pdf

import (
	"strings"
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
	pairs := &content.Chart{Kind: content.DotPairs, Categories: []string{"研修\n参加した人のうち"},
		Series: []content.Series{{Name: "町", Values: []*float64{new(92.0)}}, {Name: "国", Values: []*float64{new(71.0)}}}}
	lengths := &content.Chart{Kind: content.Lengths, Categories: []string{"経理"},
		Series: []content.Series{{Name: "長さ", Values: []*float64{new(9.0)}}}}
	charts = append(charts, &grouped, pairs, lengths)
	for _, kind := range []content.ChartKind{content.Squares, content.Dots, content.Months, content.MoneyBars} {
		c := *monthlyChart()
		c.Kind = kind
		charts = append(charts, &c)
	}
	for _, c := range charts {
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

// No text of a page is smaller than 8 points, whatever has to stand on it: a table of many columns, a
// number of sixty digits, a chart in a narrow part, one of far more rows than a page holds.
func TestNoTextIsSmall(t *testing.T) {
	r := sampleReport()
	wide := &content.Table{Rows: [][]string{nil}}
	for range 14 {
		wide.Columns = append(wide.Columns, content.Column{Head: "長い見出しの列"})
		wide.Rows[0] = append(wide.Rows[0], "recurring_contract_ratio 1,234,567,890円")
	}
	tall := *monthlyChart()
	for i := range 400 {
		tall.Categories = append(tall.Categories, "月"+strings.Repeat("x", i%9))
	}
	tall.Kind = content.TargetBar
	r.Sections = append(r.Sections, content.Section{Title: "狭い", Blocks: []content.Block{wide, &tall,
		content.Cards{Cards: []content.Card{{Title: "題", Value: strings.Repeat("8", 60), Known: true}, {Title: "題"},
			{Title: "題"}}},
		content.Beside{Shares: []float64{9, 1}, Parts: [][]content.Block{{words(3)}, {stepChart()}}}}})
	for _, page := range laidOut(t, r).flow.pages {
		for _, drawn := range page.ops {
			if o, ok := textOf(drawn.op); ok && o.size*page.sheet.zoom < 8 {
				t.Errorf("page %d: %q is set in %.1f points", page.page+1, o.text, o.size*page.sheet.zoom)
			}
		}
	}
}
