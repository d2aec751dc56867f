package chart

import (
	"slices"
	"strings"

	"pilot90/report/content"
)

// wideLow is the width in ems from which a low chart has the measure of a page, and needs less height.
const wideLow = 45

// uprightHeight is that of charts with a vertical value axis.
func uprightHeight(c *content.Chart, width float64) float64 {
	if c.Low && width > wideLow {
		return 7
	}
	return min(max(width*0.42, 17), 24)
}

// upright prepares the plot of vertical marks over categories.
func (cv *canvas) upright(values []float64) {
	c := cv.chart
	cv.x, cv.y = bands(len(c.Categories)), scale(headroom(values), 4, wholes(values))
	cv.x.line = true
	cv.plan.Top, cv.plan.Bottom = 2.5, 2.0
	if c.Low {
		cv.plan.Top = 1.2
	}
	cv.bandNames(cv.ink)
	cv.axisNames()
	cv.markNames()
}

// bandNames writes the categories under their bands.
func (cv *canvas) bandNames(colour string) {
	cv.plan.XLabels = cv.chart.Categories
	for i, name := range cv.chart.Categories {
		m := textAt(float64(i)+0.5, "bottom", name, colour).aligned("center", "top").within(1.0, 2).shifted(em{0, 0.5})
		m.Every = &i
		cv.add(m)
	}
}

// axisNames writes the name and unit of the value axis above it, that of the category axis at
// the right below it.
func (cv *canvas) axisNames() {
	if name := withUnit(cv.chart.YTitle, cv.chart.Unit); name != "" && !cv.chart.Low {
		cv.add(textAt("start", "top", name, cv.quiet).aligned("left", "bottom").shifted(em{0, -1.0}))
	}
	cv.xName()
}

func (cv *canvas) xName() {
	if cv.chart.XTitle == "" {
		return
	}
	cv.plan.Bottom += 1.3
	cv.add(textAt("right", "end", cv.chart.XTitle, cv.quiet).aligned("right", "bottom").shifted(em{0.6, -0.2}))
}

// axisUnit names a horizontal value axis at its right end, below.
func (cv *canvas) axisUnit() {
	name := withUnit(cv.chart.XTitle, cv.chart.Unit)
	if name == "" || cv.chart.Low {
		return
	}
	cv.plan.Bottom += 1.3
	cv.add(textAt("right", "bottom", name, cv.quiet).aligned("right", "top").shifted(em{0.4, 1.9}))
}

// withUnit is "件数（件）".
func withUnit(title, unit string) string {
	switch {
	case unit == "" || strings.Contains(title, unit):
		return title
	case title == "":
		return "（" + unit + "）"
	}
	return title + "（" + unit + "）"
}

// hollow says that there is no value in slot x0–x1 of the axis.
func (cv *canvas) hollow(x0, x1 float64) {
	middle := (x0 + x1) / 2
	m := textAt(middle, 0, cv.noData, cv.quiet).aligned("center", "bottom").within(x1-x0, 1).shifted(em{0, -0.4})
	m.Turn = true
	cv.add(
		mark{Kind: "line", At: []point{{x0, 0}, {x1, 0}}, Stroke: cv.quiet, Thick: 0.12, Dash: []float64{0.3, 0.25}},
		m,
	)
}

// headroom leaves room for a label above the highest value.
func headroom(values []float64) []float64 {
	return append(slices.Clone(values), float64(1.07*slices.Max(append(values, 0))))
}

// markNames names the reference lines of content, before the values that give way to them: one across
// the plot in the right margin, one along it at the top.
func (cv *canvas) markNames() {
	for _, m := range cv.chart.Marks {
		switch {
		case !cv.markAxis(m).has(m.Value):
		case m.Axis == "x":
			cv.add(textAt(m.Value, "top", m.Label, cv.ink).aligned("left", "top").shifted(em{0.3, 0.1}))
		default:
			cv.plan.RightLabels = append(cv.plan.RightLabels, m.Label)
			cv.add(textAt("right", m.Value, m.Label, cv.ink).within("right", 2).shifted(em{0.5, 0}))
		}
	}
}

// markLines draws the reference lines over the plot.
func (cv *canvas) markLines() {
	for _, m := range cv.chart.Marks {
		ends := []point{{"left", m.Value}, {"right", m.Value}}
		if m.Axis == "x" {
			ends = []point{{m.Value, "top"}, {m.Value, "bottom"}}
		}
		if cv.markAxis(m).has(m.Value) {
			cv.add(lineOf(cv.ink, 0.14, ends...).dashed(0.5, 0.3))
		}
	}
}

// markAxis is the axis on which a reference line has its value.
func (cv *canvas) markAxis(m content.Mark) axis {
	if m.Axis == "x" {
		return cv.x
	}
	return cv.y
}

// markValues are the reference values on an axis, which its scale must reach.
func markValues(c *content.Chart, axis string) []float64 {
	var out []float64
	for _, m := range c.Marks {
		if m.Axis == axis {
			out = append(out, m.Value)
		}
	}
	return out
}
