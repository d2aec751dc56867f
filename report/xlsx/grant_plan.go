package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/kpi/grant"
)

// plan is part 2: increment and cumulative target by year, three years side by side, more below.
func (p *grantPage) plan() {
	var years []int
	for k := range p.g.Indicators {
		for _, y := range p.g.Indicators[k].Years {
			if at, found := slices.BinarySearch(years, y.FiscalYear); !found && y.Increment != nil {
				years = slices.Insert(years, at, y.FiscalYear)
			}
		}
	}
	if len(years) == 0 {
		return
	}
	p.section(2, "年度ごとの計画", "Plan by year")
	for part := range slices.Chunk(years, 3) {
		p.planPart(part)
	}
}

func (p *grantPage) planPart(years []int) {
	top := p.row
	p.spread(numberColumn, titleColumn, 2, p.words("指標", "Indicator"), headed)
	p.spread(unitColumn, unitColumn, 2, p.words("単位", "Unit"), headed)
	p.spread(baseColumn, baseColumn, 2, p.words("事業\n開始前", "Baseline"), headed)
	for i, y := range years {
		col := targetColumn + 2*i
		p.row = top
		p.spread(col, col+1, 1, p.e.fiscal(y), headed)
		p.row = top + 1
		p.put(col, p.words("増加分", "gain"), headed)
		p.put(col+1, p.words("累計", "total"), headed)
	}
	p.row = top
	p.spread(wordsColumn, lastColumn, 2, p.words("目標年月", "Due"), headed)
	p.headRows(top)
	for k := range p.g.Indicators {
		i := &p.g.Indicators[k]
		p.row++
		p.tall(28)
		f := kpi.Find(p.e.result.Figures, i.Figure)
		num := look{framed: true, format: p.format(i, f), right: true, inset: true}
		p.spread(numberColumn, titleColumn, 1, i.Title.In(p.o.Lang), worded)
		p.put(unitColumn, p.unit(i, f), middle)
		p.number(baseColumn, i.Baseline, num)
		p.planYears(i, years, num)
		p.spread(wordsColumn, lastColumn, 1, p.due(i.Due), middle)
	}
	p.row++
}

// planYears writes the years of one indicator: a total is a formula where it is the one before and the increment.
func (p *grantPage) planYears(i *grant.Indicator, years []int, num look) {
	before := i.Baseline
	for k, year := range years {
		col := targetColumn + 2*k
		at := slices.IndexFunc(i.Years, func(y grant.YearOf) bool { return y.FiscalYear == year })
		if at < 0 || i.Years[at].Increment == nil {
			p.put(col, noneMark, num)
			p.put(col+1, noneMark, num)
			before = nil
			continue
		}
		y := i.Years[at]
		p.number(col, y.Increment, num)
		last := address(baseColumn, p.row)
		if k > 0 {
			last = address(col-1, p.row)
		}
		if y.Target != nil && before != nil && *before+*y.Increment == *y.Target {
			p.formula(col+1, last+"+"+address(col, p.row), *y.Target, num)
		} else {
			p.number(col+1, y.Target, num)
		}
		before = y.Target
	}
}

// due is 2028-03 as a month of an era.
func (p *grantPage) due(text string) string {
	var year, month int
	if n, _ := fmt.Sscanf(text, "%d-%d", &year, &month); n < 2 {
		return text
	}
	day := cell.NewDay(year, timeMonth(month), 1).EraString(p.o.Lang)
	if before, _, ok := strings.Cut(day, "月"); ok {
		return before + "月"
	}
	return text
}
