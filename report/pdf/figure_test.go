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
		heatChart(), lineChart(), shareChart()}
	drawn := map[content.ChartKind]bool{content.GroupedBar: true}
	grouped := *monthlyChart()
	grouped.Kind = content.GroupedBar
	limits := &content.Chart{ID: "limits", Kind: content.Limits, Unit: "人", Curves: stepChart().Curves,
		Spots: []content.Spot{{Name: "北町", Of: 8, Share: 0.5}, {Name: "南町", Of: 40, Share: 0.9, Outside: true}}}
	pairs := &content.Chart{Kind: content.DotPairs, Categories: []string{"研修\n参加した人のうち"},
		Series: []content.Series{{Name: "町", Values: []*float64{new(92.0)}}, {Name: "国", Values: []*float64{new(71.0)}}}}
	lengths := &content.Chart{Kind: content.Lengths, Categories: []string{"経理"},
		Series: []content.Series{{Name: "長さ", Values: []*float64{new(9.0)}}}}
	two, values := []string{"研修", "定着"}, []content.Series{{Name: "人", Values: []*float64{new(6.0), new(4.0)}}}
	for _, kind := range []content.ChartKind{content.Trend, content.Columns, content.Squares, content.Dots, content.Months,
		content.MoneyBars} {
		charts = append(charts, &content.Chart{Kind: kind, Categories: two, Series: values})
	}
	charts = append(charts,
		&content.Chart{Kind: content.Cycle, Phases: []content.Phase{{From: 1, To: 90, Label: "研修"}},
			Lanes: []content.Lane{{Label: "P01", To: 50, Dots: []content.Dot{{Day: 12, Style: "trained"}}}}},
		&content.Chart{Kind: content.TargetRows, Goals: []content.Goal{{Name: "定着率", Value: "75.0", Unit: "%", Aim: "80%",
			Reached: 0.75, Target: 0.8, Known: true, Verdict: "5.0ポイント足りない"}}},
		&content.Chart{Kind: content.Multiples, Categories: two,
			Small: []content.Multiple{{Name: "働いた人", Value: "4人", Values: values[0].Values}}})
	for _, c := range append(charts, &grouped, pairs, lengths, limits) {
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
