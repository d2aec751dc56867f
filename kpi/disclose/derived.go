package disclose

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Hidden is a number that an edition does not tell, or tells as a range, with what a reader can still work out.
type Hidden struct {
	Edition      string
	Figure       lang.Text
	Line, Column lang.Text // of a table; empty: the figure's own value
	Unit         kpi.Unit
	Low, High    *float64 // nil: no bound but that it is 0 or more
}

// Derived lists what the editions that leave the hub hide of a result, and the interval that is left of each.
func Derived(r *result.Result, rules setting.Privacy, earlier []Published) []Hidden {
	e := newEditions(r, rules, earlier)
	var all []Hidden
	for _, name := range outer {
		v := e.edition(name)
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Class == kpi.Internal || f.Value == nil {
				continue
			}
			if t := e.tables[f.ID][name]; t != nil {
				all = append(all, v.tableCells(t)...)
				continue
			}
			if shown := v.figure(f); shown.Suppressed {
				h := Hidden{Edition: name, Figure: f.Title, Unit: f.Unit}
				if shown.Coded != nil {
					h.Low, h.High = &shown.Coded.Low, &shown.Coded.High
				}
				all = append(all, h)
			}
		}
	}
	return all
}

// tableCells are the outcomes that a table does not tell exactly.
func (v *view) tableCells(t *table) []Hidden {
	var all []Hidden
	sizes := make([]int, len(t.lines))
	for i := range t.lines {
		sizes[i] = t.lines[i].size()
	}
	for i := range t.columns {
		c := &t.columns[i]
		if !c.coded {
			continue
		}
		low, high := derive(sizes, t.sums(c, v.editions, !c.gone, v.bounds(t, c)))
		for j := range t.lines {
			all = append(all, Hidden{Edition: v.name, Figure: t.figure.Title, Line: t.title(&t.lines[j]), Column: c.title,
				Unit: kpi.Count, Low: new(float64(low[j])), High: new(float64(high[j]))})
		}
	}
	return all
}
