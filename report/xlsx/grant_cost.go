package xlsx

import (
	"fmt"

	"pilot90/kpi"
)

func (p *grantPage) cost(top int) {
	p.row = top
	heads := []struct {
		col, to int
		text    string
	}{{numberColumn, titleColumn, p.words("財源", "Fund")}, {unitColumn, baseColumn, p.words("予算額", "Planned")},
		{targetColumn, actualColumn, p.words("執行額", "Spent")}, {yearTarget, yearTarget, p.words("執行率", "Rate")}}
	for _, h := range heads {
		p.spread(h.col, h.to, 1, h.text, headed)
	}
	p.tall(30)
	first, all := p.row+1, p.funds()
	for _, f := range all {
		p.fund(f, "", "")
	}
	switch {
	case len(all) == 0:
		p.row++
		p.spread(numberColumn, yearTarget, 1, p.words("財源ごとの予算の記録がない", "no budget by fund"), boxed)
	case len(all) > 1:
		sum := func(col int) string { return fmt.Sprintf("SUM(%s:%s)", address(col, first), address(col, p.row)) }
		p.fund(total(all, p.words("合計", "Total")), sum(unitColumn), sum(targetColumn))
	}
}

// fund is one line of the cost; planned and spent are formulas where they are given.
func (p *grantPage) fund(f spentFund, planned, spent string) {
	p.row++
	strong := planned != ""
	p.tall(30)
	yen := look{framed: true, format: `#,##0;"−"#,##0`, right: true, inset: true, bold: strong}
	p.spread(numberColumn, titleColumn, 1, f.name, look{framed: true, bold: strong, inset: true})
	for _, c := range []struct {
		col  int
		v    *float64
		code string
	}{{unitColumn, f.planned, planned}, {targetColumn, f.spent, spent}} {
		p.spread(c.col, c.col+1, 1, "", yen)
		if c.code != "" && c.v != nil {
			p.formula(c.col, c.code, *c.v, yen)
		} else {
			p.number(c.col, c.v, yen)
		}
	}
	rate := look{framed: true, format: `0.0%;"−"0.0%`, right: true, inset: true, bold: strong}
	if f.planned == nil || f.spent == nil || *f.planned == 0 {
		p.put(yearTarget, noneMark, rate)
		return
	}
	p.formula(yearTarget, address(targetColumn, p.row)+"/"+address(unitColumn, p.row), *f.spent / *f.planned, rate)
}

// spentFund is what was planned and spent of a fund; nil is not known.
type spentFund struct {
	name           string
	planned, spent *float64
}

// funds are those of the budget.
func (p *grantPage) funds() []spentFund {
	f := kpi.Told(p.e.result.Figures, kpi.TopicFunds)
	if f == nil {
		return nil
	}
	var all []spentFund
	for _, part := range f.Parts {
		groups, _ := part.Value.([]kpi.Group)
		for _, g := range groups {
			one := spentFund{name: g.Title.In(p.o.Lang)}
			for _, v := range g.Parts {
				if x, ok := v.Value.(float64); ok && v.Key == "planned" {
					one.planned = &x
				} else if ok && v.Key == "spent" {
					one.spent = &x
				}
			}
			all = append(all, one)
		}
	}
	return all
}

// total adds funds up; a sum with an amount that is not known is not known.
func total(all []spentFund, name string) spentFund {
	t := spentFund{name, new(0.0), new(0.0)}
	for _, f := range all {
		for _, s := range []struct{ to, v **float64 }{{&t.planned, &f.planned}, {&t.spent, &f.spent}} {
			if *s.to == nil || *s.v == nil {
				*s.to = nil
				continue
			}
			*s.to = new(**s.to + **s.v)
		}
	}
	return t
}
