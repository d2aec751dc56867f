package gauge

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// Choice is which cards are asked for; the zero Choice is all of them.
type Choice struct {
	Words string // of the name or the id, in either language
	Group string // "" = all; "targets" = those with a target
	Only  string // "missed", "open", or "" for all
}

// Empty reports whether nothing is left out.
func (c Choice) Empty() bool { return c == Choice{} }

// Targets is the group of the figures with a target.
const Targets = "targets"

// Choose returns the cards that are asked for, in their order.
func Choose(cards []Card, c Choice) []Card {
	return slices.DeleteFunc(slices.Clone(cards), func(card Card) bool {
		return !card.named(c.Words) || c.Group == Targets && !card.Aimed ||
			c.Group != "" && c.Group != Targets && card.Group != c.Group ||
			c.Only == "missed" && !(card.Missed && card.Aimed) || c.Only == "open" && !card.Open
	})
}

// named reports whether every one of the words is in a name of the card. Width and case of letters do not matter.
func (c *Card) named(words string) bool {
	for word := range strings.FieldsSeq(strings.ReplaceAll(words, "　", " ")) {
		if !slices.ContainsFunc(c.names, func(name string) bool {
			return strings.Contains(lang.Key(name), lang.Key(word))
		}) {
			return false
		}
	}
	return true
}

// Section is a heading with its cards.
type Section struct {
	ID, Name string
	Cards    []Card
}

// Sections put the cards under headings: those with a target first, the missed before the others; then the groups,
// without the cards that stand above.
func Sections(cards []Card, l lang.Lang) []Section {
	aimed := Section{ID: Targets, Name: lang.Text{JA: "目標のある指標", EN: "With a target"}.In(l)}
	aimed.Cards = Choose(cards, Choice{Group: Targets})
	slices.SortStableFunc(aimed.Cards, func(a, b Card) int {
		if a.Missed != b.Missed {
			return cmp.Or(boolOrder(a.Missed), 1)
		}
		if a.Missed {
			return cmp.Compare(b.off, a.off)
		}
		return 0
	})
	all := []Section{aimed}
	for _, g := range Groups {
		s := Section{ID: g.ID, Name: g.Name.In(l)}
		s.Cards = slices.DeleteFunc(Choose(cards, Choice{Group: g.ID}), func(c Card) bool { return c.Aimed })
		slices.SortStableFunc(s.Cards, func(a, b Card) int { return boolOrder(a.Known) - boolOrder(b.Known) })
		all = append(all, s)
	}
	return slices.DeleteFunc(all, func(s Section) bool { return len(s.Cards) == 0 })
}

// boolOrder puts what is true first.
func boolOrder(first bool) int {
	if first {
		return -1
	}
	return 0
}
