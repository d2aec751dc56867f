package chart

import (
	"cmp"
	"math"
	"strings"

	"pilot90/report/content"
)

// mostSquares is how many squares a row may have; longer rows are bars.
const mostSquares = 20

// A row of squares: from its top to the foot of the squares, and the gap at each side of a square.
const (
	squareTop, squareFoot = 0.14, 0.80
	squareGap             = 0.04
	squareBand            = 2.4 // ems a row
)

func squaresHeight(c *content.Chart, _ float64) float64 {
	return 3 + float64(squareBand*float64(len(c.Categories)))
}

// paintSquares draws a square a person, at the same places in every row; the places nobody has are outlined. A chart
// without a whole has rows of different things, each in its own fill.
func paintSquares(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	places, single := places(c)
	cv.y = bands(len(c.Categories))
	cv.y.inverse = true
	cv.x = axis{max: max(places, 1)}
	if least := 10.0; single { // few squares stay squares
		if c.Low {
			least = 6
		}
		cv.x.max = max(places, least)
	}
	cv.plan.Least = float64(2.3 * cv.y.max)
	cv.plan.LeftLabels = c.Categories
	if c.Low {
		cv.plan.LeftLabels, cv.plan.Top, cv.plan.Bottom, cv.plan.Left, cv.plan.Right = nil, 0, 0, 0, 0
	}
	for i := range c.Categories {
		cv.squareRow(i, single)
	}
	if len(c.Series) > 1 {
		for k, s := range c.Series {
			cv.legend(s.Name, rect(nil, nil, nil, nil, cv.stepFill(k)))
		}
	}
}

// places is how many places the longest row has, and whether each is drawn by itself.
func places(c *content.Chart) (most float64, single bool) {
	most = float64(c.Whole)
	single = true
	for i := range c.Categories {
		sum := 0.0
		for _, s := range c.Series {
			if v := at(s.Values, i); v != nil {
				sum += max(*v, 0)
				single = single && *v == math.Trunc(*v)
			}
		}
		most = max(most, sum)
	}
	return most, single && most <= mostSquares
}

// stepFill is the fill of the k-th part of a row: what came in time, what came later.
func (cv *canvas) stepFill(k int) fill {
	if k == 0 {
		return cv.seriesFill(0)
	}
	return fill{paint: cv.paper, hatch: "slash", ink: cv.main, stroke: cv.main}
}

func (cv *canvas) squareRow(i int, single bool) {
	c, y := cv.chart, float64(i)
	middle := y + (squareTop+squareFoot)/2
	if !c.Low {
		name := textAt("start", middle, c.Categories[i], cv.ink).within("left", 2)
		cv.add(name.strong())
	}
	if noneAt(c.Series, i) {
		cv.add(textAt(0, middle, cmp.Or(labelAt(c.Series[0], i, ""), cv.noData), cv.quiet).shifted(em{0.5, 0}).
			within("end", 1))
		return
	}
	from := 0.0
	for k, s := range c.Series {
		v := at(s.Values, i)
		if v == nil || *v <= 0 {
			continue
		}
		look := cv.stepFill(k)
		if c.Whole == 0 {
			look = cv.seriesFill(i)
		}
		cv.squares(from, from+*v, y, single, look, tip(c.Categories[i], s.Name, labelAt(s, i, c.Unit)))
		from += *v
	}
	if whole := float64(c.Whole); whole > from {
		cv.squares(from, whole, y, single, fill{paint: cv.paper, stroke: cv.rule}, "")
	}
	cv.rowValue(labelAt(c.Series[0], i, c.Unit), middle)
}

// squares draws the places from one to another, or one bar over them.
func (cv *canvas) squares(from, to, y float64, single bool, look fill, pointed string) {
	if !single {
		cv.add(rect(from, y+squareTop, to, y+squareFoot, look).tipped(pointed))
		return
	}
	for x := from; x < to; x++ {
		cv.add(rect(x+squareGap, y+squareTop, x+1-squareGap, y+squareFoot, look).tipped(pointed))
	}
}

// rowValue writes a row's value at the right: what stands before a wide space is bold, the rest beside it.
func (cv *canvas) rowValue(text string, y float64) {
	if text == "" || cv.chart.Low {
		return
	}
	cv.plan.RightLabels = append(cv.plan.RightLabels, text+"　") // the bold is wider
	count, share, both := strings.Cut(text, "　")
	m := textAt("right", y, count, cv.ink).shifted(em{0.5, 0}).strong()
	if !both {
		cv.add(m.within("right", 2))
		return
	}
	cv.add(m.within("right", 1), textAt("end", y, share, cv.quiet).aligned("right", "middle").shifted(em{-0.1, 0}))
}
