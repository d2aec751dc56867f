package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// axis is a bare value axis from Min to Max. Categories are bands of width 1 on such an axis,
// with their names drawn as marks, so that wrapping and cutting are ours.
type axis struct {
	min, max float64
	step     float64 // 0: no ticks and no numbers
	format   string  // "{value}％"; "" = the number
	inverse  bool
	line     bool
	grid     bool
}

// bands is the axis of n categories.
func bands(n int) axis { return axis{max: max(float64(n), 1)} }

// scale is the axis of values from 0 (or the lowest negative one) to the highest, ending on a
// whole step of 1, 2, 2.5 or 5 × 10^k; at most five steps.
func scale(values []float64, whole bool) axis {
	lo, hi := 0.0, 0.0
	for _, v := range values {
		lo, hi = min(lo, v), max(hi, v)
	}
	if hi == lo {
		hi = lo + 1
	}
	step := niceStep((hi-lo)/5, whole)
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

func (a axis) horizontal(cv *canvas) opts.XAxis {
	return opts.XAxis{
		Type: "value", Min: a.min, Max: a.max, Inverse: opts.Bool(a.inverse),
		MinInterval: a.step, MaxInterval: a.step,
		AxisLabel: a.label(cv), AxisLine: a.rule(cv), AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
		SplitLine: a.splits(cv),
	}
}

func (a axis) vertical(cv *canvas) opts.YAxis {
	return opts.YAxis{
		Type: "value", Min: a.min, Max: a.max, Inverse: opts.Bool(a.inverse),
		MinInterval: a.step, MaxInterval: a.step,
		AxisLabel: a.label(cv), AxisLine: a.rule(cv), SplitLine: a.splits(cv),
	}
}

func (a axis) label(cv *canvas) *opts.AxisLabel {
	return &opts.AxisLabel{
		Show: opts.Bool(a.step > 0), Formatter: types.FuncStr(a.format),
		ShowMinLabel: opts.Bool(true), ShowMaxLabel: opts.Bool(true),
		Color: cv.quiet, FontFamily: cv.plan.Font, FontSize: int(cv.plan.Em), Margin: float64(cv.plan.Em * 0.6),
	}
}

func (a axis) rule(cv *canvas) *opts.AxisLine {
	return &opts.AxisLine{
		Show: opts.Bool(a.line), OnZero: opts.Bool(true),
		LineStyle: &opts.LineStyle{Color: cv.rule, Width: float32(cv.plan.Em) * 0.09},
	}
}

func (a axis) splits(cv *canvas) *opts.SplitLine {
	return &opts.SplitLine{
		Show:      opts.Bool(a.grid),
		LineStyle: &opts.LineStyle{Color: cv.grid, Width: float32(cv.plan.Em) * 0.07},
	}
}
