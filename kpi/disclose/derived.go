package disclose

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Hidden is a number that an edition does not tell, or tells as a range, with what a reader of all editions of the day
// can still work out.
type Hidden struct {
	Edition      string
	Figure       lang.Text
	Line, Column lang.Text // of a table; both empty: the figure's own value. A Line without name: any of its lines
	Unit         kpi.Unit
	Low, High    *float64 // nil: no bound on that side
	// Narrowed says that the numbers that are told bound it, and not only what it is: a count of the persons, a share.
	Narrowed bool
}

// Derived lists what the editions that leave the hub hide of a result, and the interval that is left of each.
func Derived(r *result.Result, rules setting.Privacy, earlier []Published) []Hidden {
	e := newEditions(r, rules, earlier)
	var all []Hidden
	for _, name := range outer {
		v := e.edition(name)
		for i := range r.Figures {
			f := &r.Figures[i]
			switch {
			case f.Class == kpi.Internal || f.Value == nil:
			case f.Class == kpi.Attribute && f.Disclosure.Table != nil:
				all = append(all, v.tableCells(f)...)
			default:
				all = append(all, v.cellsOf(f)...)
			}
		}
	}
	return all
}

// cellsOf are the value of a figure and those of its parts that the edition hides.
func (v *view) cellsOf(f *kpi.Figure) []Hidden {
	shown := v.figure(f)
	if !shown.Suppressed {
		return nil
	}
	h := Hidden{Edition: v.name, Figure: f.Title, Unit: f.Unit}
	switch low, high, told := v.toldElsewhere(f); {
	case told:
		h.Low, h.High, h.Narrowed = &low, &high, true
	case shown.Coded != nil:
		low, high := v.besideTotals(f, shown.Coded)
		h.Low, h.High, h.Narrowed = &low, &high, true
	default:
		h.Low, h.High = v.natural(f)
	}
	return []Hidden{h}
}

// toldElsewhere is what a grant's form says of a figure that the edition hides.
func (v *view) toldElsewhere(f *kpi.Figure) (low, high float64, told bool) {
	if !v.reported[f.ID] {
		return 0, 0, false
	}
	return *f.Value, *f.Value, true
}

// besideTotals are the ends of a range, narrowed by every count of the programme's own of which the outcome may be a
// part: those who are not in the line can be no more than there are.
func (v *view) besideTotals(f *kpi.Figure, coded *kpi.Span) (low, high float64) {
	low, high = coded.Low, coded.High
	if f.Class != kpi.Attribute || f.N == 0 {
		return low, high
	}
	per := 1.0
	if f.Unit == kpi.Ratio {
		per = float64(f.N)
	}
	hits, others := counted(f), v.registered-f.N
	for _, total := range v.totals() {
		if hits <= total && total-hits <= others {
			low, high = max(low, float64(total-others)/per), min(high, float64(total)/per)
		}
	}
	return low, high
}

// natural are the least and the most that a number can be by what it is.
func (v *view) natural(f *kpi.Figure) (low, high *float64) {
	switch {
	case f.Ends == kpi.NoEnds:
		return nil, nil
	case f.Unit == kpi.Count && ofPersons(f) && f.Counts == kpi.Persons && f.Topic != kpi.TopicRegistered:
		return new(0.0), new(float64(v.registered))
	case f.Unit == kpi.Ratio && f.Ends == kpi.UnitEnds:
		return new(0.0), new(1.0)
	case f.Unit == kpi.Score:
		return new(float64(lowScore)), new(float64(highScore))
	}
	return new(0.0), nil
}

// tableCells are the numbers of a table that the edition does not tell exactly.
func (v *view) tableCells(f *kpi.Figure) []Hidden {
	own := v.tables[f.ID][v.name]
	t := own
	for _, name := range outer {
		if t == nil {
			t = v.tables[f.ID][name] // who reads all of them knows it
		}
	}
	if t == nil {
		return v.noLines(f)
	}
	var all []Hidden
	sizes := make([]int, len(t.lines))
	for i := range t.lines {
		sizes[i] = t.lines[i].size()
	}
	for i := range t.columns {
		c := &t.columns[i]
		_, known := partOf(t.lines[0].groups[0], c.Key)
		low, high := c.counts, c.counts
		switch {
		case !known, own != nil && !c.coded && !c.gone:
			continue
		case c.coded:
			low, high = derive(sizes, t.sums(c, v.editions, !c.gone, v.bounds(t, c)))
		}
		for j := range t.lines {
			all = append(all, v.cell(t.figure, t.title(&t.lines[j]), c.title, low[j], high[j], true))
		}
	}
	return append(all, v.mergedLines(t)...)
}

func (v *view) cell(f *kpi.Figure, line, column lang.Text, low, high int, narrowed bool) Hidden {
	return Hidden{Edition: v.name, Figure: f.Title, Line: line, Column: column, Unit: kpi.Count,
		Low: new(float64(low)), High: new(float64(high)), Narrowed: narrowed}
}

// noLines are the columns of a table of which the edition shows nothing: any line has nobody, or as many as there are.
func (v *view) noLines(f *kpi.Figure) []Hidden {
	var all []Hidden
	groups := groupsOf(f.Parts)
	if len(groups) == 0 {
		return nil
	}
	for _, c := range f.Disclosure.Table.Columns {
		total, known := kpi.Find(v.figures, c.Total).Get("")
		if _, told := partOf(&groups[0], c.Key); known && told {
			all = append(all, v.cell(f, lang.Text{}, titleOf(&groups[0], c.Key), 0, int(total), false))
		}
	}
	return append(all, v.hiddenMedians(f, groups)...)
}

// mergedLines are the numbers of the lines that the table does not show by themselves, and the medians it leaves out.
func (v *view) mergedLines(t *table) []Hidden {
	var all, medians []Hidden
	groups := groupsOf(t.figure.Parts)
	for i := range groups {
		g := &groups[i]
		at := slices.IndexFunc(t.lines, func(l line) bool { return slices.Contains(l.keys, g.Key) })
		alone := at >= 0 && len(t.lines[at].keys) == 1
		if len(medians) == 0 && !(alone && t.median) {
			medians = v.hiddenMedians(t.figure, groups[i:i+1])
		}
		if alone {
			continue
		}
		low, high := 0, v.registered
		if at >= 0 {
			high = t.lines[at].size()
		}
		if n, told := v.sizeElsewhere(t.figure, g.Key); told {
			low, high = n, n
		}
		for c := range t.columns {
			if _, known := partOf(g, t.columns[c].Key); known {
				all = append(all, v.cell(t.figure, g.Title, t.columns[c].title, low, min(high, t.columns[c].total), at >= 0))
			}
			low = 0 // of an outcome
		}
	}
	return append(all, medians...)
}

// sizeElsewhere is how many are in a line that some other edition shows by itself.
func (e *editions) sizeElsewhere(f *kpi.Figure, key string) (n int, told bool) {
	for _, t := range e.tables[f.ID] {
		if t == nil {
			continue
		}
		if i := slices.IndexFunc(t.lines, func(l line) bool { return l.key() == key }); i >= 0 {
			return t.lines[i].size(), true
		}
	}
	return 0, false
}

// hiddenMedians is the median monthly income of the lines of a table, where some line has one.
func (v *view) hiddenMedians(f *kpi.Figure, groups []kpi.Group) []Hidden {
	for i := range groups {
		if _, told := partOf(&groups[i], medianPart); told {
			return []Hidden{{Edition: v.name, Figure: f.Title, Column: titleOf(&groups[i], medianPart), Unit: kpi.Yen,
				Low: new(0.0)}}
		}
	}
	return nil
}
