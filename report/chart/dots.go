package chart

import (
	"math"

	"pilot90/report/content"
)

// mostDots is how many discs a chart may have; with more it has columns.
const mostDots = 100

// Discs of a stack: three a row, or more where a stack would have more than dotRows; how wide a band is taken to be,
// in ems, and the largest radius.
const (
	dotRows    = 8
	dotBand    = 5.0
	dotRadius  = 0.66
	dotSpacing = 2.2 // radii from one disc to the next
)

// dotsOf is how the discs of a chart are stacked: how many a row, their radius in ems, the rows of the highest stack.
func dotsOf(c *content.Chart) (across int, radius float64, rows int) {
	most := 0.0
	for i := range c.Categories {
		most = max(most, sumAt(c, i))
	}
	across = max(3, int(math.Ceil(min(most, mostDots)/dotRows)))
	rows = int(math.Ceil(min(most, mostDots) / float64(across)))
	return across, min(dotRadius, dotBand*0.92/dotSpacing/float64(across)), rows
}

func dotsHeight(c *content.Chart, width float64) float64 {
	if !discs(c) {
		return uprightHeight(c, width)
	}
	_, radius, rows := dotsOf(c)
	return 7 + float64(float64(rows)*dotSpacing*radius)
}

// discs reports whether the values can be drawn one by one.
func discs(c *content.Chart) bool {
	sum := 0.0
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v != nil && (*v < 0 || *v != math.Trunc(*v)) {
				return false
			}
			if v != nil {
				sum += *v
			}
		}
	}
	return sum <= mostDots
}

// paintDots stacks a disc a person over each band, and writes above how many there are. The first series is what the
// title names, and filled; the others are outlined.
func paintDots(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	sums := totals(c)
	cv.x, cv.y = bands(len(c.Categories)), axis{min: min(0, minOf(sums)), max: maxOf(sums)}
	cv.x.line = true
	cv.plan.Top, cv.plan.Bottom = 1.8, 3.5
	cv.bandNames(cv.quiet)
	single := discs(c)
	across, radius, rows := dotsOf(c)
	if single {
		cv.plan.Least = float64(float64(rows)*dotSpacing*radius) + 1.4
	}
	for i := range c.Categories {
		switch {
		case noneAt(c.Series, i):
			cv.hollow(float64(i)+(1-barWidth)/2, float64(i)+(1+barWidth)/2)
		case single:
			cv.discStack(i, across, radius)
		default:
			cv.dotColumn(i, sumAt(c, i))
		}
	}
}

// discStack stacks the discs of one band from the axis on; places are in ems, so that discs touch in a box of any size.
func (cv *canvas) discStack(i, across int, radius float64) {
	n := 0
	middle, pitch := float64(i)+0.5, float64(dotSpacing*radius)
	for k, s := range cv.chart.Series {
		v := at(s.Values, i)
		if v == nil {
			continue
		}
		paint := cv.main
		if k > 0 {
			paint = cv.paper
		}
		for range int(*v) {
			right := float64((float64(n%across) - float64(float64(across-1)/2)) * pitch)
			up := float64((float64(n/across) + 0.55) * pitch)
			cv.add(symbolAt(middle, 0, "circle", paint, cv.main).sized(radius).shifted(em{right, -up}).
				tipped(tip(cv.chart.Categories[i], s.Name, labelAt(s, i, cv.chart.Unit))))
			n++
		}
	}
	top := float64(math.Ceil(float64(n)/float64(across)) * pitch)
	cv.add(textAt(middle, 0, content.Round(float64(n), 0), cv.ink).aligned("center", "bottom").shifted(em{0, -top - 0.3}).
		fitting(1).strong())
}

// dotColumn is a band of more people than can be drawn one by one.
func (cv *canvas) dotColumn(i int, sum float64) {
	x0, x1, from := float64(i)+(1-barWidth)/2, float64(i)+(1+barWidth)/2, 0.0
	for k, s := range cv.chart.Series {
		v := at(s.Values, i)
		if v == nil || *v == 0 {
			continue
		}
		look := cv.seriesFill(0)
		if k > 0 {
			look = fill{paint: cv.paper, stroke: cv.main}
		}
		cv.add(rect(x0, from, x1, from+*v, look).tipped(tip(cv.chart.Categories[i], s.Name, labelAt(s, i, cv.chart.Unit))))
		from += *v
	}
	if sum == math.Trunc(sum) {
		cv.add(textAt((x0+x1)/2, max(sum, 0), content.Round(sum, 0), cv.ink).aligned("center", "bottom").
			shifted(em{0, -0.2}).fitting(1).strong())
	}
}

// sumAt is how many a band has.
func sumAt(c *content.Chart, i int) float64 {
	sum := 0.0
	for _, s := range c.Series {
		if v := at(s.Values, i); v != nil {
			sum += *v
		}
	}
	return sum
}

func minOf(values []float64) float64 {
	out := 0.0
	for _, v := range values {
		out = min(out, v)
	}
	return out
}
