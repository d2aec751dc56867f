package disclose

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// mixes takes out of tables of contracts what is one client's affair: a line whose typed name says whose it is goes to
// その他, and so does one with the revenue of one contract. Nothing is marked x: what a contract brings is no cell of a
// person's, and follows from the programme's own totals where these are of one contract.
func mixes(f, out *kpi.Figure) {
	for i, p := range out.Parts {
		if groups, ok := p.Value.([]kpi.Group); ok && p.Key == "groups" && f.About == kpi.AboutContracts {
			out.Parts[i].Value = priceless(nameless(groups, f.Disclosure.Named))
		}
	}
}

// nameless adds up the lines with the keys into one at the end.
func nameless(groups []kpi.Group, named []string) []kpi.Group {
	var out []kpi.Group
	var others *kpi.Group
	for _, g := range groups {
		switch {
		case !slices.Contains(named, g.Key):
			out = append(out, g)
		case others == nil:
			g.Key, g.Title, g.Parts = "other", lang.Text{JA: "その他", EN: "other"}, slices.Clone(g.Parts)
			others = &g
		default:
			for i := range others.Parts {
				others.Parts[i].Value = together(others.Parts[i].Value, g.Parts[i].Value)
			}
		}
	}
	if others != nil {
		out = append(out, *others)
	}
	return out
}

// together adds two parts up; one that is not known adds nothing.
func together(a, b any) any {
	x, known := a.(float64)
	y, more := b.(float64)
	switch {
	case !known:
		return b
	case !more:
		return a
	}
	return x + y
}

// priceless merges lines until none has the revenue of one contract alone. Where that would leave one line, revenue is
// told of none and the numbers of contracts stay as they are.
func priceless(groups []kpi.Group) []kpi.Group {
	priced := 0
	var alone []string
	for i := range groups {
		switch n := pricedIn(&groups[i]); {
		case n == 1:
			alone = append(alone, groups[i].Key)
			priced++
		case n > 1:
			priced++
		}
	}
	if len(alone) == 0 || priced == 1 { // the one line is the programme's total
		return groups
	}
	if len(alone) == 1 || slices.ContainsFunc(groups, isOther) {
		alone = append(alone, lightest(groups, alone))
	}
	if merged := nameless(groups, alone); len(merged) > 1 {
		return merged
	}
	return unpriced(groups)
}

// isOther reports whether a line is その他 already, which weighs least.
func isOther(g kpi.Group) bool { return g.Key == "other" }

// lightest is the line with which others are merged: その他 where there is one, else the one with the least revenue.
func lightest(groups []kpi.Group, beside []string) string {
	least, key := 0.0, ""
	for i := range groups {
		g := &groups[i]
		revenue, priced := numberOf(g, "revenue")
		switch {
		case slices.Contains(beside, g.Key):
		case isOther(*g):
			return g.Key
		case priced && (key == "" || revenue < least):
			least, key = revenue, g.Key
		}
	}
	return key
}

// pricedIn is how many contracts of a line the revenue is of.
func pricedIn(g *kpi.Group) int {
	if _, priced := numberOf(g, "revenue"); !priced {
		return 0
	}
	contracts, _ := numberOf(g, "contracts")
	unknown, _ := numberOf(g, "unknown_revenue")
	return int(contracts - unknown)
}

// unpriced takes the revenue out of every line.
func unpriced(groups []kpi.Group) []kpi.Group {
	out := slices.Clone(groups)
	for i := range out {
		out[i].Parts = slices.DeleteFunc(slices.Clone(out[i].Parts), func(p kpi.Part) bool {
			return p.Key == "revenue" || p.Key == "revenue_share"
		})
	}
	return out
}

func numberOf(g *kpi.Group, part string) (v float64, known bool) {
	for _, p := range g.Parts {
		if p.Key == part {
			v, known = p.Value.(float64)
		}
	}
	return v, known
}
