package bridge

import (
	"cmp"
	"maps"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
)

// step is the figures after one more thing was replaced.
type step struct {
	cause   Cause
	figures figures
}

// figure is a figure at one step, with the rows behind it where they are known.
type figure struct {
	Point
	Title lang.Text
	Unit  kpi.Unit
	rank  int
	rows  func() []kpi.RowUse // nil: not known
}

// uses are the rows behind it.
func (f figure) uses() []kpi.RowUse {
	if f.rows == nil {
		return nil
	}
	return f.rows()
}

type figures map[string]figure

// at returns the figure, or one without a value.
func (f figures) at(id string) figure { return f[id] }

func (f figures) order() []string {
	return slices.SortedFunc(maps.Keys(f), func(a, b string) int {
		return cmp.Or(cmp.Compare(f[a].rank, f[b].rank), cmp.Compare(a, b))
	})
}

// measure computes every figure of a cohort at a clock under the settings of a pilot.toml. Ranges
// and forecasts are not needed and left out.
func measure(c *cohort.Ledger, clock setting.Clock, pilot *setting.Pilot) figures {
	own := *c
	own.Pilot = pilot
	w := kpi.NewWindow(&own, clock)
	defs := kpi.Expanded(catalog.All(), w)
	for i := range defs {
		defs[i].Bearing, defs[i].Outlook = nil, nil
	}
	out := figures{}
	all := kpi.Run(defs, w)
	for i, f := range append(all, Planned(all)...) {
		out[f.ID] = figure{
			Point: Point{Value: f.Value, Numerator: f.Numerator, Denominator: f.Denominator, N: &f.N, Reason: f.Reason},
			Title: f.Title, Unit: f.Unit, rank: i, rows: f.Evidence,
		}
	}
	return out
}

// told are the figures as a side tells them.
func told(s *Side) figures {
	out := figures{}
	for i, f := range s.Told.Figures {
		out[f.ID] = figure{
			Point: Point{Value: f.Value, Numerator: f.Numerator, Denominator: f.Denominator, N: f.N,
				Reason: lang.Text{JA: f.Reason, EN: f.Reason}, Hidden: f.Suppressed},
			Title: lang.Text{JA: f.Title, EN: f.Title}, Unit: f.Unit, rank: i,
		}
	}
	return out
}

// between are the ratios of the old denominators with the new numerators; other figures have no
// value between.
func between(was, is figures) figures {
	out := figures{}
	for id, f := range is {
		if o := was[id]; f.Unit == kpi.Ratio && o.Unit == kpi.Ratio && isQuotient(o.Point) && isQuotient(f.Point) {
			f.Value, f.Denominator = new(*f.Numerator / *o.Denominator), o.Denominator
		} else {
			f.Value = nil
		}
		out[id] = f
	}
	return out
}

// isQuotient reports that the value is the numerator divided by the denominator.
func isQuotient(p Point) bool {
	return p.Value != nil && p.Numerator != nil && p.Denominator != nil && *p.Denominator != 0 &&
		*p.Value == *p.Numerator / *p.Denominator
}
