package catalog

import (
	"fmt"
	"maps"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// kindOfContract says which group of a mix a contract is in; known is false where that is blank.
type kindOfContract func(w *kpi.Window, c *record.Contract) (key string, known bool)

// contractMix counts the period's active contracts and adds up their revenue by group. The value
// is the number of contracts whose group is known. Groups stand in the order of order, which may
// be nil for the alphabetical one.
func contractMix(w *kpi.Window, order []kpi.Group, of kindOfContract, blank lang.Text) kpi.Figure {
	var t kpi.Tally
	groups := map[string]*mixGroup{}
	for _, c := range w.ActiveContracts() {
		key, known := of(w, c)
		if !known {
			t.Drop(useMix(w, c), blank)
			continue
		}
		if groups[key] == nil {
			groups[key] = &mixGroup{}
		}
		yen, priced := facts.Revenue(w, c)
		groups[key].add(yen, priced)
		t.Add(true, useMix(w, c).With(titleIn(order, key)))
		if client := w.Client(c.ClientID.Value); client != nil {
			t.List(w.Use(client.Row, client.ID.Value, kpi.CellOf(client.ID), kpi.CellOf(client.Sector)))
		}
	}
	for _, c := range w.FaultyActive() {
		t.DropFaulty(useMix(w, c))
	}
	if t.All == 0 && t.Excluded > 0 {
		return kpi.Figure{Excluded: t.Excluded, Rows: t.Rows,
			Reason: lang.Text{JA: "区分のわかる実施中の案件がありません", EN: "no active contract is in a known group"}}
	}
	f := t.Count(lang.Text{JA: "件", EN: "contracts"})
	f.Parts = kpi.Parts{{Key: "groups", Title: lang.Text{JA: "内訳", EN: "groups"}, Unit: kpi.Count,
		Value: mixGroups(groups, order)}}
	f.Warnings = unpricedWarning(unpricedIn(w))
	return f
}

// mixGroup is one group of a mix.
type mixGroup struct {
	contracts, unpriced int
	yen                 []float64
}

func (g *mixGroup) add(yen float64, priced bool) {
	g.contracts++
	if priced {
		g.yen = append(g.yen, yen)
	} else {
		g.unpriced++
	}
}

func mixGroups(groups map[string]*mixGroup, order []kpi.Group) []kpi.Group {
	var all []float64
	keys := slices.Sorted(maps.Keys(groups))
	for _, k := range keys {
		all = append(all, groups[k].yen...)
	}
	if order != nil {
		keys = nil
		for _, g := range order {
			if groups[g.Key] != nil {
				keys = append(keys, g.Key)
			}
		}
	}
	total := kpi.Sum(all)
	var out []kpi.Group
	for _, k := range keys {
		out = append(out, kpi.Group{Key: k, Title: titleIn(order, k), Parts: groups[k].parts(total)})
	}
	return out
}

func (g *mixGroup) parts(total float64) kpi.Parts {
	parts := kpi.Parts{
		{Key: "contracts", Title: lang.Text{JA: "案件", EN: "contracts"}, Unit: kpi.Count, Value: float64(g.contracts)},
		{Key: "revenue", Title: lang.Text{JA: "売上", EN: "revenue"}, Unit: kpi.Yen},
		{Key: "revenue_share", Title: lang.Text{JA: "売上の割合", EN: "share of revenue"}, Unit: kpi.Ratio},
		{Key: "unknown_revenue", Title: lang.Text{JA: "金額不明の案件", EN: "contracts of unknown revenue"}, Unit: kpi.Count,
			Value: float64(g.unpriced)},
	}
	if len(g.yen) > 0 {
		yen := kpi.Sum(g.yen)
		parts[1].Value = yen
		if total > 0 {
			parts[2].Value = yen / total
		}
	}
	return parts
}

// choices are the groups of a choice column in the order of the schema.
func choices(table schema.Key, column string) []kpi.Group {
	var groups []kpi.Group
	for _, c := range schema.ByKey(table).Column(column).Choices {
		groups = append(groups, kpi.Group{Key: c.Key, Title: c.Heading})
	}
	return groups
}

// titleIn is the title of a group; a group of free text is its own title.
func titleIn(groups []kpi.Group, key string) lang.Text {
	for _, g := range groups {
		if g.Key == key {
			return g.Title
		}
	}
	return lang.Text{JA: key, EN: key}
}

// useMix is a contract with its money and what sorts it into a group.
func useMix(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell {
		return []kpi.Cell{kpi.CellOf(c.ClientID), kpi.CellOf(c.Category), kpi.CellOf(c.ContractForm), kpi.CellOf(c.StartDate),
			kpi.CellOf(c.EndDate), kpi.CellOf(c.Monthly), kpi.CellOf(c.Amount)}
	})
}

func leftOutBlank(ja, en string) lang.Text {
	return lang.Text{JA: fmt.Sprintf("%sの記入がないため除外", ja), EN: fmt.Sprintf("left out: %s is blank", en)}
}
