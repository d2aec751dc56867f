package grant

import (
	"fmt"
	"math/big"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// plan sets the columns of the plan table, those of the years that the history names and of the reported year, and the
// target of that year. Without a baseline, or before the first increment, there is no target.
func (i *Indicator) plan(k setting.GrantKPI, year int) {
	var sum []float64
	if k.Baseline != nil {
		sum = append(sum, *k.Baseline)
	}
	for _, inc := range k.Increments {
		c := i.year(inc.FiscalYear)
		c.Increment = new(inc.Value)
		sum = append(sum, inc.Value)
		if k.Baseline == nil {
			continue
		}
		c.Target = new(exactSum(sum))
		if inc.FiscalYear <= year {
			i.Target = c.Target
		}
	}
	for _, h := range k.History {
		i.year(h.FiscalYear)
	}
	i.year(year)
}

// InYear is what the year alone had as its target, and what it brought: of what adds up, the year's own actual; of what
// stands as it is, the difference to the end of the year before, or to the baseline in the first year. nil is not
// known.
func InYear(i *Indicator, year int) (target, actual *float64) {
	var before *YearOf
	for k := range i.Years {
		switch y := &i.Years[k]; y.FiscalYear {
		case year:
			target, actual = y.Increment, y.Gained
		case year - 1:
			before = y
		}
	}
	if i.Flow || i.Actual == nil {
		return target, actual
	}
	from := i.Baseline
	if before != nil && (before.Increment != nil || before.Actual != nil) {
		from = before.Actual
	}
	if from == nil {
		return target, nil
	}
	return target, new(Sum(*i.Actual, -*from))
}

// year returns the column of a year, and puts one in where there is none.
func (i *Indicator) year(y int) *YearOf {
	at, found := slices.BinarySearchFunc(i.Years, y, func(p YearOf, y int) int { return p.FiscalYear - y })
	if !found {
		i.Years = slices.Insert(i.Years, at, YearOf{FiscalYear: y})
	}
	return &i.Years[at]
}

func noTarget(k setting.GrantKPI, year int) lang.Text {
	if k.Baseline == nil {
		return lang.Text{JA: "事業開始前の値（baseline）がないため、目標と比べられません", EN: "no baseline is given, so there is no target"}
	}
	return lang.Text{JA: fmt.Sprintf("%d年度までの増加分（increments）がないため、目標がありません", year),
		EN: fmt.Sprintf("no increment is given up to fiscal %d, so there is no target", year)}
}

// achieve sets level and gain, and for an indicator that should fall the inverse level.
func (i *Indicator) achieve() {
	if i.Actual == nil || i.Target == nil {
		return
	}
	a, t, b := *i.Actual, *i.Target, *i.Baseline
	i.Level = quotient(a, t)
	if i.Lower {
		i.Inverse = quotient(t, a)
	}
	i.Gain = quotient(exactSum([]float64{a, -b}), exactSum([]float64{t, -b}))
}

// quotient is a ÷ b, or nil where there is no such number.
func quotient(a, b float64) *float64 {
	if q := a / b; kpi.Finite(q) {
		return &q
	}
	return nil
}

// exactSum adds decimals as written: 0.1 + 0.2 is 0.3, so that an actual of 0.3 is on target.
func exactSum(values []float64) float64 {
	total := new(big.Rat)
	for _, v := range values {
		total.Add(total, decimal(v))
	}
	x, _ := total.Float64()
	return x
}

// Sum adds decimals as they are written, as the plan's own sums are: 0.6 and −0.5 give 0.1.
func Sum(values ...float64) float64 { return exactSum(values) }

// exact is v × times on the decimal form of v.
func exact(v, times float64) float64 {
	x, _ := new(big.Rat).Mul(decimal(v), decimal(times)).Float64()
	return x
}

func decimal(v float64) *big.Rat {
	r, ok := new(big.Rat).SetString(lang.Plain(v))
	if !ok {
		return new(big.Rat) // not a finite number, which neither reader nor Run lets through
	}
	return r
}
