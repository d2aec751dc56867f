package towns

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// Choice is which rows are shown, and in what order.
type Choice struct {
	Words, Prefecture string
	State             State  // "" = all
	Sort              string // one of Sorts; "" = by code
	Down              bool
}

// Sorts are what rows can be ordered by. A figure is not among them.
var Sorts = []string{"code", "name", "state", "as_of", "errors"}

// Choose are the rows of a choice, in its order.
func Choose(rows []Row, c Choice) []Row {
	out := slices.DeleteFunc(slices.Clone(rows), func(r Row) bool {
		return c.State != "" && r.State != c.State || c.Prefecture != "" && r.Prefecture != c.Prefecture || !r.named(c.Words)
	})
	c.order(out)
	return out
}

// named reports whether each of the words is in the row's code, name or prefecture. Width and case do not matter.
func (r *Row) named(words string) bool {
	all := lang.Key(r.Code + " " + r.Name + " " + r.Prefecture)
	for word := range strings.FieldsSeq(strings.ReplaceAll(words, "　", " ")) {
		if !strings.Contains(all, lang.Key(word)) {
			return false
		}
	}
	return true
}

// order puts rows in the order of a choice; equals by their code.
func (c Choice) order(rows []Row) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		by := 0
		switch c.Sort {
		case "name":
			by = cmp.Compare(a.Name, b.Name)
		case "state":
			by = cmp.Compare(rank(a.State), rank(b.State))
		case "as_of":
			by = cmp.Compare(a.AsOf, b.AsOf)
		case "errors":
			by = cmp.Compare(a.Errors, b.Errors)
		default:
			by = cmp.Compare(a.Code, b.Code)
		}
		if c.Down {
			by = -by
		}
		return cmp.Or(by, cmp.Compare(a.Code, b.Code))
	})
}

// rank is the place of a state among all.
func rank(s State) int {
	for i, x := range States {
		if x.State == s {
			return i
		}
	}
	return len(States)
}

// Prefectures are those of the rows, in the order of codes.
func Prefectures(rows []Row) []string {
	var all []string
	for _, r := range rows {
		if r.Prefecture != "" && !slices.Contains(all, r.Prefecture) {
			all = append(all, r.Prefecture)
		}
	}
	return all
}
