package rollup

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// bridges tell of each year and the one before what changed: how much is of the municipalities of both, how much of
// those that are new or gone, and of revenue how much is of recurring contracts. The terms make the change, to the yen.
func bridges(defs []kpi.Definition, years map[int][]*taken, l lang.Lang) []result.Bridge {
	var all []result.Bridge
	for _, id := range shown().Bridges {
		d := slices.IndexFunc(defs, func(d kpi.Definition) bool { return d.ID == id })
		for _, year := range sortedYears(years) {
			if before, there := years[year-1]; there && d >= 0 {
				if b, ok := bridgeOf(defs, &defs[d], before, years[year], l); ok {
					b.From, b.To = year-1, year
					all = append(all, b)
				}
			}
		}
	}
	return all
}

func sortedYears[T any](years map[int]T) []int {
	var all []int
	for y := range years {
		all = append(all, y)
	}
	slices.Sort(all)
	return all
}

func bridgeOf(defs []kpi.Definition, d *kpi.Definition, before, after []*taken, l lang.Lang) (result.Bridge, bool) {
	b := result.Bridge{Figure: d.ID, Title: d.Title.In(l), Unit: d.Unit}
	then, now := valuesOf(before, d.ID), valuesOf(after, d.ID)
	both, recurring, split := 0.0, 0.0, d.Topic == kpi.TopicRevenue
	added, gone := result.BridgeTerm{Key: "new"}, result.BridgeTerm{Key: "gone"}
	for _, s := range after {
		v, told := now[key(s.Source)]
		if !told {
			continue
		}
		b.End += v
		old, was := then[key(s.Source)]
		if !was {
			added.Municipalities, added.Value = added.Municipalities+1, added.Value+v
			continue
		}
		both += v - old
		x, okX := recurringOf(defs, s)
		y, okY := recurringOf(defs,
			before[slices.IndexFunc(before, func(o *taken) bool { return key(o.Source) == key(s.Source) })])
		recurring += x - y
		split = split && okX && okY
	}
	for _, s := range before {
		v, told := then[key(s.Source)]
		if b.Start += v; !told {
			continue
		}
		if _, still := now[key(s.Source)]; !still {
			gone.Municipalities, gone.Value = gone.Municipalities+1, gone.Value-v
		}
	}
	term := func(t result.BridgeTerm, ja, en string) {
		if t.Title = (lang.Text{JA: ja, EN: en}).In(l); t.Value != 0 || t.Municipalities > 0 {
			b.Terms = append(b.Terms, t)
		}
	}
	if split {
		term(result.BridgeTerm{Key: "recurring", Value: recurring}, "定期案件の売上の増減", "revenue of recurring contracts")
		term(result.BridgeTerm{Key: "other", Value: both - recurring}, "そのほかの売上の増減", "other revenue")
	} else {
		ja, en := "両方の年度にデータのある自治体の増減", "municipalities with both years"
		if len(then) == 1 && len(now) == 1 {
			ja, en = "前の年度からの増減", "change from the year before"
		}
		term(result.BridgeTerm{Key: "same", Value: both}, ja, en)
	}
	term(added, "この年度からデータのある自治体", "municipalities new in the year")
	term(gone, "前の年度だけデータのある自治体", "municipalities with the year before alone")
	return b, len(then) > 0 && len(now) > 0
}

// slot is one municipality, its hub or its alliance.
type slot struct {
	code string
	rank int
}

// key is whose a submission is over the years.
func key(s Source) slot { return slot{s.Municipality.Code, s.rank()} }

// on is the figure of a topic, or nil.
func (t *taken) on(defs []kpi.Definition, topic kpi.Topic) *result.RollupFigure {
	d := kpi.DefinitionOf(defs, topic)
	if d == nil {
		return nil
	}
	return t.figure(d.ID)
}

// valuesOf are the values of a sum by whose they are, of those that have one.
func valuesOf(all []*taken, id string) map[slot]float64 {
	values := map[slot]float64{}
	for _, s := range all {
		if v := s.value(id); v != nil {
			values[key(s.Source)] = *v
		}
	}
	return values
}

// recurringOf is the revenue of recurring contracts: of their share of revenue the upper side; false where it is not
// known.
func recurringOf(defs []kpi.Definition, t *taken) (float64, bool) {
	share, all := t.on(defs, kpi.TopicRecurringRevenue), t.on(defs, kpi.TopicRevenue)
	switch {
	case all != nil && all.Value != nil && *all.Value == 0:
		return 0, true
	case share == nil || share.Numerator == nil || share.Denominator == nil || all == nil || all.Value == nil ||
		*share.Denominator != *all.Value:
		return 0, false // the share is of another revenue: of contracts of a known kind
	}
	return *share.Numerator, true
}
