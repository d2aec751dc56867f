package disclose

import (
	"cmp"
	"maps"
	"slices"

	"pilot90/kpi"
)

// amount reports whether an amount has enough contributors and none of too large a share. Nobody
// at all is no amount, and passes.
func (p Profile) amount(s kpi.Shares, least int) bool {
	if len(s) == 0 {
		return true
	}
	if least == 0 {
		return true
	}
	var sum, most float64
	for _, x := range s {
		x = max(x, -x)
		sum += x
		most = max(most, x)
	}
	return len(s) >= least && (p.Dominance == 0 || sum == 0 || most <= p.Dominance*sum)
}

// moneyRules says of every amount whether it may be shown: by figure id, "id.part" or "id.group".
func moneyRules(figures []kpi.Figure, p Profile) map[string]bool {
	shown := map[string]bool{}
	for i := range figures {
		f := &figures[i]
		behind := f.Disclosure.Behind
		for part, all := range behind.Workers {
			shown[place(f, part)] = p.every(all, p.Contributors)
		}
		for part, all := range behind.Clients {
			before, both := shown[place(f, part)]
			shown[place(f, part)] = p.every(all, p.Clients) && (before || !both)
		}
		p.table(shown, f.ID, behind.Groups)
		if f.Subject == kpi.AboutSupport {
			shown[f.ID] = len(behind.Staff) >= max(2, p.Clients)
		}
	}
	return shown
}

// place is the name of a part of a figure, or of its value.
func place(f *kpi.Figure, part string) string {
	if part == "" {
		return f.ID
	}
	return f.ID + "." + part
}

// every reports whether all the amounts pass.
func (p Profile) every(all []kpi.Shares, least int) bool {
	return !slices.ContainsFunc(all, func(s kpi.Shares) bool { return !p.amount(s, least) })
}

// table shows the groups that pass, and hides further ones, the smallest first, until the hidden
// ones together are two or more and pass as one amount.
func (p Profile) table(shown map[string]bool, id string, groups []kpi.ClientGroup) {
	var kept, hidden []kpi.ClientGroup
	for _, g := range groups {
		switch clients := g.Clients.Shares(); {
		case g.Key != "" && p.amount(clients, p.Clients):
			kept = append(kept, g)
		case g.Key != "" || len(clients) > 0:
			hidden = append(hidden, g)
		}
	}
	slices.SortStableFunc(kept, func(a, b kpi.ClientGroup) int {
		return cmp.Compare(len(a.Clients.Shares()), len(b.Clients.Shares()))
	})
	for len(hidden) > 0 && len(kept) > 0 && !(len(hidden) > 1 && p.amount(together(hidden), p.Clients)) {
		hidden, kept = append(hidden, kept[0]), kept[1:]
	}
	for _, g := range kept {
		shown[id+"."+g.Key] = true
	}
}

// together merges the clients of several groups.
func together(groups []kpi.ClientGroup) kpi.Shares {
	all := kpi.Contributions{}
	for _, g := range groups {
		for _, who := range sortedNames(g.Clients) {
			all[who] += g.Clients[who]
		}
	}
	return all.Shares()
}

func sortedNames[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
