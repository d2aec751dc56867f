package disclose

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// mixes takes out of tables of contracts what is one client's affair: a line whose typed name says whose it is goes to
// その他, and the revenue of a line that is that of one contract is left blank, with that of one more line where the rest
// would give it back. The numbers of contracts stay.
func mixes(f, out *kpi.Figure) {
	for i, p := range out.Parts {
		if groups, ok := p.Value.([]kpi.Group); ok && p.Key == "groups" && f.Subject == kpi.AboutContracts {
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

// priceless leaves blank the revenue of lines with one priced contract.
func priceless(groups []kpi.Group) []kpi.Group {
	var alone []int
	least, at := 0.0, -1 // the line with the least revenue of those that can be told
	for i := range groups {
		revenue, priced := numberOf(&groups[i], "revenue")
		contracts, _ := numberOf(&groups[i], "contracts")
		unpriced, _ := numberOf(&groups[i], "unknown_revenue")
		switch {
		case !priced:
		case contracts-unpriced == 1:
			alone = append(alone, i)
		case at < 0 || revenue < least:
			least, at = revenue, i
		}
	}
	if len(alone) == 1 && at >= 0 {
		alone = append(alone, at)
	}
	out := slices.Clone(groups)
	for _, i := range alone {
		out[i].Parts = slices.Clone(out[i].Parts)
		for j := range out[i].Parts {
			if p := &out[i].Parts[j]; p.Key == "revenue" || p.Key == "revenue_share" {
				p.Value = kpi.Hidden
			}
		}
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
