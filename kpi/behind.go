package kpi

import (
	"maps"
	"slices"
)

// Contributions are amounts by contributor: the id of a participant.
type Contributions map[string]float64

// Amounts are those that are not 0, the largest first. Nothing says whose they are.
func (c Contributions) Amounts() []float64 {
	var all []float64
	for _, who := range slices.Sorted(maps.Keys(c)) {
		if c[who] != 0 {
			all = append(all, max(c[who], -c[who]))
		}
	}
	slices.Sort(all)
	slices.Reverse(all)
	return all
}

// Less is what each contributor adds here more than there.
func (c Contributions) Less(there Contributions) Contributions {
	rest := maps.Clone(c)
	if rest == nil {
		rest = Contributions{}
	}
	for who, x := range there {
		rest[who] -= x
	}
	return rest
}

// Behind is who stands behind the amounts of a figure, by the part that holds the amount: "" is the value,
// else the key of a part. Every one of the Contributions of an entry must pass the rules on amounts for it to be
// shown: an amount, and what is left of the whole without it.
type Behind map[string][]Contributions
