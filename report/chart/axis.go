package chart

import (
	"math"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
)

// axis is a bare value axis from min to max. Its lines and numbers are marks like all others.
// Categories are bands of width 1 on such an axis.
type axis struct {
	min, max float64
	step     float64 // 0: no numbers and no lines
	unit     string  // behind each number
	inverse  bool
	line     bool // of a horizontal axis: drawn where the other one is 0
	grid     bool
}

// bands is the axis of n categories.
func bands(n int) axis { return axis{max: max(float64(n), 1)} }

// scale is the axis of values from 0 (or the lowest negative one) to the highest, ending on a
// whole step of 1, 2, 2.5 or 5 × 10^k, with at most so many steps above 0: four where they are lines.
func scale(values []float64, steps float64, whole bool) axis {
	lo, hi := 0.0, 0.0
	for _, v := range values {
		lo, hi = min(lo, v), max(hi, v)
	}
	if hi == lo {
		hi = lo + 1
	}
	step := niceStep((hi-lo)/steps, whole)
	return axis{min: math.Floor(lo/step) * step, max: math.Ceil(hi/step) * step, step: step, grid: true}
}

func niceStep(raw float64, whole bool) float64 {
	if whole && raw <= 1 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if whole && m == 2.5 && power < 10 {
			continue
		}
		if float64(m*power) >= raw {
			return m * power
		}
	}
	return 10 * power
}

// tick is a number on an axis.
type tick struct {
	value float64
	text  string
}

// ticks are the numbers of the axis, from its lowest.
func (a axis) ticks() []tick {
	if a.step == 0 {
		return nil
	}
	_, fraction, _ := strings.Cut(lang.Plain(a.step), ".")
	out := make([]tick, int(math.Round((a.max-a.min)/a.step))+1)
	for i := range out {
		v := a.min + float64(float64(i)*a.step)
		if exact, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', len(fraction), 64), 64); err == nil {
			v = exact // the sum of steps of 0.1 is not
		}
		out[i] = tick{v, plain(v) + a.unit}
	}
	return out
}

// has reports whether a value lies on the axis.
func (a axis) has(v float64) bool { return a.min <= v && v <= a.max }

// zero is where the line of the other axis lies on this one.
func (a axis) zero() float64 { return min(max(0, a.min), a.max) }

// axisMarks are the lines and numbers of both axes, below all other marks.
func (cv *canvas) axisMarks() []mark {
	var lines, numbers []mark
	for i, t := range cv.y.ticks() {
		if cv.y.grid && !(cv.x.line && t.value == cv.y.zero()) {
			lines = append(lines, lineOf(cv.grid, 0.07, point{"left", t.value}, point{"right", t.value}))
		}
		m := textAt("left", t.value, t.text, cv.quiet).aligned("right", "middle").shifted(em{-0.6, 0})
		m.Every, m.Drop = &i, cv.y.step
		numbers = append(numbers, m)
	}
	for i, t := range cv.x.ticks() {
		if cv.x.grid {
			lines = append(lines, lineOf(cv.grid, 0.07, point{t.value, "top"}, point{t.value, "bottom"}))
		}
		m := textAt(t.value, "bottom", t.text, cv.quiet).aligned("center", "top").shifted(em{0, 0.6})
		m.Every, m.Span = &i, cv.x.step
		numbers = append(numbers, m)
	}
	if cv.x.line {
		lines = append(lines, lineOf(cv.rule, 0.09, point{"left", cv.y.zero()}, point{"right", cv.y.zero()}))
	}
	return append(lines, numbers...)
}

// textsOf are the words of ticks.
func textsOf(ticks []tick) []string {
	out := make([]string, len(ticks))
	for i, t := range ticks {
		out[i] = t.text
	}
	return out
}
