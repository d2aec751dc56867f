package kpi

import (
	"maps"
	"slices"
)

// Shares are what each contributor, a person or a client, adds to an amount. Nothing says who.
type Shares []float64

// Contributions are amounts by contributor: the id of a person or client, the name of a member of staff.
type Contributions map[string]float64

// Shares are the amounts that are not 0.
func (c Contributions) Shares() Shares {
	var s Shares
	for _, who := range slices.Sorted(maps.Keys(c)) {
		if c[who] != 0 {
			s = append(s, c[who])
		}
	}
	return s
}

// Behind is who stands behind the amounts of a figure, by the part that holds the amount: "" is the value,
// else the key of a part, or of a group. Every one of the Shares of an entry must pass the rules on
// amounts for it to be shown: an amount, and what is left of the whole without it.
type Behind struct {
	Workers map[string][]Shares
	Clients map[string][]Shares
	Staff   Shares // hours, of the value and all parts
	// Groups are those of a table of money whose total is shown elsewhere. A group without a key is a rest
	// that no line shows.
	Groups []ClientGroup
}

// ClientGroup is one group of a table of money.
type ClientGroup struct {
	Key     string
	Clients Contributions
}
