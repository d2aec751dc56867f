package chart

import (
	"cmp"
	"slices"

	"pilot90/report/content"
)

func targetHeight(c *content.Chart, _ float64) float64 {
	rows := max(len(c.Series), 1) * len(c.Categories)
	return 5 + float64(3.5*float64(rows))
}

// paintTargetBar draws a bar of the actual value on a pale track, with a line at the target.
func paintTargetBar(cv *canvas) {
	c := cv.chart
	rows := len(c.Series) * len(c.Categories)
	if rows == 0 {
		cv.empty()
		return
	}
	values := append(known(c.Series), markValues(c, "x")...)
	cv.y = bands(rows)
	cv.plan.Least = float64(2.6 * cv.y.max)
	cv.y.inverse = true
	cv.x = scale(values, 4, wholes(values))
	cv.plan.Bottom = 2
	cv.axisUnit()
	row := 0
	for i, name := range c.Categories {
		for _, s := range c.Series {
			if len(c.Series) > 1 {
				name = c.Categories[i] + "　" + s.Name
			}
			cv.plan.LeftLabels = append(cv.plan.LeftLabels, name)
			cv.targetRow(s, i, name, float64(row))
			row++
		}
	}
	cv.targetLines()
	cv.targetLegend()
}

// commonTarget is the target that every row has, when they are two or more and all the same.
func commonTarget(c *content.Chart) (float64, bool) {
	var goals []float64
	for _, s := range c.Series {
		for i := range c.Categories {
			if v := at(s.Target, i); v != nil {
				goals = append(goals, *v)
			}
		}
	}
	if len(goals) < 2 || len(goals) != len(c.Series)*len(c.Categories) || slices.Min(goals) != slices.Max(goals) {
		return 0, false
	}
	return goals[0], true
}

// targetLines draws the reference lines that hold for every row, named above the plot.
func (cv *canvas) targetLines() {
	marks := cv.chart.Marks
	if goal, ok := commonTarget(cv.chart); ok {
		marks = append(slices.Clone(marks), content.Mark{Axis: "x", Value: goal, Label: cv.targetWords(goal)})
	}
	for _, m := range marks {
		if m.Axis != "x" {
			continue
		}
		cv.plan.Top = 2
		cv.add(
			lineOf(cv.ink, 0.22, point{m.Value, "top"}, point{m.Value, "bottom"}),
			textAt(m.Value, "top", m.Label, cv.ink).aligned("center", "bottom").shifted(em{0, -0.3}),
		)
	}
}

func (cv *canvas) targetRow(s content.Series, i int, name string, y float64) {
	const top, bottom = 0.42, 0.84
	v, goal := at(s.Values, i), at(s.Target, i)
	cv.rowLabel(name, y+(top+bottom)/2, 2)
	cv.add(rect(cv.x.min, y+top, cv.x.max, y+bottom, fill{paint: cv.track}))
	end := 0.0
	if v != nil {
		end = *v
		cv.add(rect(0, y+top, *v, y+bottom, fill{paint: cv.main}))
	}
	if goal != nil {
		end = max(end, *goal)
	}
	if _, common := commonTarget(cv.chart); goal != nil && !common {
		cv.add(
			lineOf(cv.ink, 0.22, point{*goal, y + top - 0.07}, point{*goal, y + bottom + 0.07}),
		)
		if !cv.chart.Low { // there the label says it
			cv.add(cv.targetText(*goal, y+top-0.07))
		}
	}
	text := labelAt(s, i, cv.chart.Unit)
	if v == nil {
		text = cmp.Or(text, cv.noData)
	}
	cv.plan.RightLabels = append(cv.plan.RightLabels, text)
	label := textAt("right", y+(top+bottom)/2, text, cv.ink).shifted(em{0.5, 0}).strong().within("right", 2)
	if v == nil {
		label.Bold, label.Fill = false, cv.quiet
	}
	cv.add(label, rect(0, y+top, max(end, 0), y+bottom, fill{paint: unseen}).tipped(tip(name, text)))
}

// targetText writes the target above its line, on the side where there is room.
func (cv *canvas) targetText(goal, y float64) mark {
	m := textAt(goal, y, cv.targetWords(goal), cv.ink)
	if goal > (cv.x.min+cv.x.max)/2 {
		return m.aligned("right", "bottom").shifted(em{0.1, -0.08})
	}
	return m.aligned("left", "bottom").shifted(em{-0.1, -0.08})
}

func (cv *canvas) targetWords(goal float64) string {
	return cv.target + " " + plain(goal) + cv.chart.Unit
}

// targetLegend explains bar and line where each row has a line of its own.
func (cv *canvas) targetLegend() {
	if _, common := commonTarget(cv.chart); common {
		return
	}
	for _, s := range cv.chart.Series {
		for _, v := range s.Target {
			if v != nil {
				cv.legend(cv.actual, mark{Kind: "rect", Fill: cv.main})
				cv.legend(cv.target, symbolAt(nil, nil, "tick", "", cv.ink).sized(0.6).thicker(0.22))
				return
			}
		}
	}
}
