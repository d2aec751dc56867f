package chart

import (
	"iter"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"pilot90/report/content"
)

// canvas collects the marks, axes and margins of one chart.
type canvas struct {
	chart *content.Chart
	look  Look
	colours
	words
	x, y  axis
	axes  []mark // below all others
	marks []mark
	plan  plan
	// measured is set where only the plan is asked for: marks are not kept.
	measured bool
}

// plan is the layout, which fit and, on a page, pilot90.layout finish once they know the box; lengths
// are in ems.
type plan struct {
	Em          float64  `json:"em"`
	Font        string   `json:"font"`
	Ink         string   `json:"ink"`
	Left        float64  `json:"left"`
	Right       float64  `json:"right"`
	Top         float64  `json:"top"`
	Bottom      float64  `json:"bottom"`
	LeftLabels  []string `json:"leftLabels,omitempty"` // widen the left margin by the widest
	RightLabels []string `json:"rightLabels,omitempty"`
	LeftTicks   []string `json:"leftTicks,omitempty"` // numbers along the y axis; they are never cut
	XLabels     []string `json:"xLabels,omitempty"`   // names of the bands of the x axis
	Ticks       []string `json:"ticks,omitempty"`     // numbers along the x axis
	Under       []string `json:"under,omitempty"`     // numbers below those
	Least       float64  `json:"least"`               // height of the plot that rows or numbers need
	Legend      []swatch `json:"legend,omitempty"`
	Low         bool     `json:"low,omitempty"` // beside a figure
}

func newCanvas(c *content.Chart, look Look, k colours) *canvas {
	return &canvas{
		chart: c, look: look, colours: k, words: wordsOf(look.Lang),
		plan: plan{Em: look.em(), Font: look.font(), Ink: k.ink, Left: 0.4, Right: 0.8, Top: 0.6, Bottom: 0.6,
			Low: c.Low},
	}
}

func (cv *canvas) add(marks ...mark) {
	if cv.measured {
		return
	}
	if len(cv.marks)+len(marks) > cap(cv.marks) { // a chart of all people has some ten thousand
		cv.marks = slices.Grow(cv.marks, len(cv.marks)+64)
	}
	for _, m := range marks {
		m.Text, m.Tip = tidy(m.Text), tidy(m.Tip)
		cv.marks = append(cv.marks, m)
	}
}

func (cv *canvas) legend(name string, m mark) {
	m.At = nil
	cv.plan.Legend = append(cv.plan.Legend, swatch{oneLine(tidy(name)), m})
}

// all are the marks in the order of painting.
func (cv *canvas) all() iter.Seq[mark] {
	return func(yield func(mark) bool) {
		for _, list := range [][]mark{cv.axes, cv.marks} {
			for _, m := range list {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// finish completes the plan once all marks are there.
func (cv *canvas) finish() {
	cv.axes = cv.axisMarks()
	if cv.x.step > 0 {
		cv.plan.Ticks = textsOf(cv.x.ticks())
	}
	cv.plan.LeftTicks = textsOf(cv.y.ticks())
	cv.plan.Least = max(cv.plan.Least, 2.5, float64(1.25*float64(len(cv.plan.LeftTicks)-1)))
	for _, labels := range []*[]string{&cv.plan.LeftLabels, &cv.plan.RightLabels, &cv.plan.XLabels} {
		*labels = slices.Clone(*labels) // some are those of the content
		for i, l := range *labels {
			(*labels)[i] = tidy(l)
		}
	}
}

// option builds the ECharts option: two value axes that show nothing, the marks and the legend.
func (cv *canvas) option() map[string]any {
	custom := charts.NewCustom()
	custom.ChartID = "pilot90-" + cv.chart.ID
	items := cv.items()
	custom.Accept(enhancer{plan: cv.plan, items: items, colours: cv.colours})
	custom.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithTooltipOpts(opts.Tooltip{
			Show: opts.Bool(true), Trigger: "item", Formatter: types.FuncStr("{b}"),
			BackgroundColor: cv.tipPaper, BorderColor: cv.tipBorder,
		}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Min: cv.x.min, Max: cv.x.max}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: cv.y.min, Max: cv.y.max,
			Inverse: opts.Bool(cv.y.inverse)}),
	)
	custom.AddSeries("marks", dataOf(items))
	custom.AddSeries("legend", []opts.CustomData{{Value: []float64{0, 0}}})
	custom.MultiSeries[0].RenderItem = "pilot90.marks"
	custom.MultiSeries[1].RenderItem = "pilot90.legend"
	custom.Validate()
	return custom.JSON()
}

// items are the marks as ECharts draws them: each mark with a text for the pointer alone, the
// runs between them together, because every item costs time.
func (cv *canvas) items() [][]mark {
	var out [][]mark
	for m := range cv.all() {
		if m.Tip == "" && m.invisible() {
			continue
		}
		if len(out) > 0 && m.Tip == "" && out[len(out)-1][0].Tip == "" {
			out[len(out)-1] = append(out[len(out)-1], m)
			continue
		}
		out = append(out, []mark{m})
	}
	return out
}

// dataOf gives ECharts one datum an item; its name is the text under the pointer.
func dataOf(items [][]mark) []opts.CustomData {
	data := make([]opts.CustomData, len(items))
	for i, run := range items {
		data[i] = opts.CustomData{Name: run[0].Tip, Value: []float64{0, 0}}
	}
	return data
}

// enhancer adds what the types of go-echarts leave out.
type enhancer struct {
	charts.BaseConfigurationVisitor
	plan    plan
	items   [][]mark
	colours colours
}

// Visit adds the layout plan and drops parts that would draw nothing.
func (e enhancer) Visit(option map[string]any) {
	option["pilot90"] = e.plan
	for _, unused := range []string{"title", "legend", "toolbox", "color"} {
		delete(option, unused)
	}
}

// VisitTooltipOpt makes the pointer's text a drawn one: no HTML is ever made from it.
func (e enhancer) VisitTooltipOpt(tooltip opts.Tooltip) any {
	return struct {
		opts.Tooltip
		RenderMode string         `json:"renderMode"`
		Confine    bool           `json:"confine"`
		TextStyle  opts.TextStyle `json:"textStyle"`
	}{tooltip, "richText", true, opts.TextStyle{
		Color: e.colours.ink, FontSize: int(e.plan.Em), FontFamily: e.plan.Font,
	}}
}

// VisitSeriesOpt hands the marks to the drawing functions (itemPayload, new in ECharts 6).
func (e enhancer) VisitSeriesOpt(series charts.MultiSeries) any {
	type payload struct {
		Items [][]mark `json:"items,omitempty"`
	}
	type customSeries struct {
		charts.SingleSeries
		ItemPayload payload `json:"itemPayload"`
		Z           int     `json:"z"`
	}
	return []customSeries{
		{series[0], payload{e.items}, 2},
		{series[1], payload{}, 3},
	}
}
