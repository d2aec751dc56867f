package block

import (
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// slide makes a slide of its parts; words of the plan go before the title that was made from the figures.
func (e *Env) slide(b plan.Block, s *content.SlideParts) []content.Block {
	if own := strings.TrimSpace(e.Planned(b.Text)); own != "" {
		s.Title = own
	}
	if s.Chart != nil {
		s.Chart.Title = s.Title
	}
	return []content.Block{s}
}

// sources say for the speaker what each figure is and how it is counted.
func (e *Env) sources(figures ...*kpi.Figure) []string {
	var notes []string
	for _, f := range figures {
		if f == nil || f.Value == nil && f.Coded == nil {
			continue
		}
		line := e.Say(f.Title) + e.Words("　", " ") + e.Value(f)
		if basis := e.Basis(f); basis != "" {
			line += e.Words("（"+basis+"）", " ("+basis+")")
		}
		for _, d := range e.Definitions {
			if d.ID == f.ID && !d.Formula.Empty() {
				line += e.Words("。数え方：", ". Counted as: ") + e.Say(d.Formula)
			}
		}
		notes = append(notes, line)
	}
	return notes
}

// whole is a number of people or records as it is printed in a sentence.
func (e *Env) whole(n float64, ja string) string { return content.Round(n, 0) + e.Words(ja, "") }

// million is an amount of money as a title says it: in 10,000 yen where that loses little.
func (e *Env) million(yen float64) string {
	if e.Lang == lang.EN || yen < 50_000 {
		return e.Quantity(yen, kpi.Yen)
	}
	return content.Round(yen/10_000, 0) + "万円"
}

// era is a day as prose says it: 令和8年3月31日.
func (e *Env) era(d cell.Day) string {
	if e.Lang == lang.EN {
		return d.String()
	}
	return d.EraString(e.Lang)
}

// eraYear is the year of a day: 令和8年.
func (e *Env) eraYear(d cell.Day) string {
	y, _, _ := d.YMD()
	if e.Lang == lang.EN {
		return strconv.Itoa(y)
	}
	text := d.EraString(e.Lang)
	if before, _, ok := strings.Cut(text, "年"); ok {
		return before + "年"
	}
	return text
}

// fiscalPeriod is the fiscal year that the period is, 令和7年度; "" where it is none.
func (e *Env) fiscalPeriod() string {
	clock := e.Window.Clock
	from, to := facts.FiscalYear(clock.From.FiscalYear())
	if clock.From != from || clock.End != to {
		return ""
	}
	if e.Lang == lang.EN {
		return "fiscal year " + strconv.Itoa(clock.From.FiscalYear())
	}
	return e.eraYear(from) + "度"
}

// numberAndUnit splits a printed value into its number and what stands behind it.
func numberAndUnit(text string) (number, unit string) {
	last := strings.LastIndexAny(text, "0123456789")
	if last < 0 {
		return text, ""
	}
	return strings.TrimSpace(text[:last+1]), strings.TrimSpace(text[last+1:])
}
