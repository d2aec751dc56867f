package rollup

import (
	"slices"
	"sync"

	"pilot90/cohort/tomlplace"
	"pilot90/templates"
)

// named are the figures that the paper of a rollup shows, as templates/rollup.toml names them.
type named struct {
	Each     []string `toml:"each"`     // beside each other for every municipality, group or year
	Years    []string `toml:"years"`    // as lines over fiscal years
	Bridges  []string `toml:"bridges"`  // sums of which it is told how they came from one fiscal year to the next
	Hubs     []string `toml:"hubs"`     // that the municipalities of a hub and those outside add up to
	Limits   []string `toml:"limits"`   // shares of counts over which municipalities are looked at beside chance
	Practice []string `toml:"practice"` // that say how a pilot is run, not what came of it
}

// shown is read once; the file is part of the program, and a test holds it against the catalogue.
var shown = sync.OnceValue(func() (n named) {
	if err := tomlplace.Decode(string(templates.Rollup()), &n); err != nil {
		panic(err)
	}
	return n
})

// Each are the ids of the figures that stand beside each other for every municipality.
func Each() []string { return slices.Clone(shown().Each) }
