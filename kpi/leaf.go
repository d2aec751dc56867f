package kpi

import "pilot90/cohort/lang"

// Leaf is one side result that is a single value, for forms that hold one value a cell. Key and
// Title join those of everything around it: "by_gender.女性.earners".
type Leaf struct {
	Key   string
	Title lang.Text
	Unit  Unit
	Value any // nil (none, or not reached), bool, float64, string or Span
}

// Leaves takes the parts apart into single values, in their order: an interval into its two ends,
// a table into its cells.
func (ps Parts) Leaves() []Leaf {
	var all []Leaf
	for _, p := range ps {
		for _, l := range p.leaves() {
			l.Key, l.Title = joinKey(p.Key, l.Key), joinTitle(p.Title, l.Title)
			all = append(all, l)
		}
	}
	return all
}

func (p Part) leaves() []Leaf {
	switch v := p.Value.(type) {
	case [2]float64:
		return ends(&v, p.Unit)
	case Parts:
		return v.Leaves()
	case []Group:
		var all []Leaf
		for _, g := range v {
			all = append(all, Parts{{Key: g.Key, Title: g.Title, Value: g.Parts}}.Leaves()...)
		}
		return all
	case []Risk:
		var all []Leaf
		for _, r := range v {
			at := lang.Plain(r.Time)
			all = append(all, Leaf{Key: at, Title: lang.Text{JA: at, EN: at}, Unit: Count, Value: float64(r.N)})
		}
		return all
	case []Point:
		var all []Leaf
		for _, c := range v {
			at := lang.Plain(c.Time)
			all = append(all, Parts{{Key: at, Title: lang.Text{JA: at, EN: at}, Value: c.parts()}}.Leaves()...)
		}
		return all
	}
	return []Leaf{{Unit: p.Unit, Value: p.Value}}
}

// parts are the columns of one step of a curve.
func (c Point) parts() Parts {
	ps := Parts{
		{Key: "n", Title: lang.Text{JA: "対象", EN: "at risk"}, Unit: Count, Value: float64(c.N)},
		{Key: "events", Title: lang.Text{JA: "終わった", EN: "ended"}, Unit: Count, Value: float64(c.Events)},
		{Key: "censored", Title: lang.Text{JA: "続いている（途中までの長さ）", EN: "censored"}, Unit: Count, Value: float64(c.Censored)},
		{Key: "s", Title: lang.Text{JA: "続いている割合", EN: "still going"}, Unit: Ratio, Value: c.S},
	}
	for _, end := range []struct {
		part Part
		v    *float64
	}{{Part{Key: "low", Title: lowEnd, Unit: Ratio}, c.Low}, {Part{Key: "high", Title: highEnd, Unit: Ratio}, c.High}} {
		if end.v != nil {
			end.part.Value = *end.v
		}
		ps = append(ps, end.part)
	}
	return ps
}

var (
	lowEnd  = lang.Text{JA: "下限", EN: "low"}
	highEnd = lang.Text{JA: "上限", EN: "high"}
)

func ends(v *[2]float64, unit Unit) []Leaf {
	return []Leaf{{"low", lowEnd, unit, v[0]}, {"high", highEnd, unit, v[1]}}
}

func joinKey(a, b string) string {
	if b == "" {
		return a
	}
	return a + "." + b
}

func joinTitle(a, b lang.Text) lang.Text {
	if b.Empty() {
		return a
	}
	if a.Empty() {
		return b
	}
	return lang.Text{JA: a.JA + " / " + b.JA, EN: a.EN + " / " + b.EN}
}
