package html

import (
	"strconv"

	"pilot90/cohort/pattern"
)

// anchors are the ids given out on one page.
type anchors map[string]bool

var plainID = pattern.New(`^[a-zA-Z][a-zA-Z0-9_-]*$`)

// name returns an id of the kind: "kind-wish" when the wish is a plain word (the wish alone for
// kind ""), else the kind; a number is added to one that is taken. Ids come from ledgers too, so
// nothing else is let through. Ids that the template derives hold a dot and cannot collide.
func (a anchors) name(kind, wish string) string {
	first := kind
	switch {
	case plainID.MatchString(wish) && kind == "":
		first = wish
	case plainID.MatchString(wish):
		first = kind + "-" + wish
	case kind == "":
		first = "section"
	}
	id := first
	for n := 2; a[id]; n++ {
		id = first + "-" + strconv.Itoa(n)
	}
	a[id] = true
	return id
}
