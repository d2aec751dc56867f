package settings

import (
	"strconv"

	"pilot90/cohort/lang"
	"pilot90/cohort/tomledit"
)

// The two choices of how small numbers are protected.
const (
	TotalsOnly = "totals" // the programme's own totals, no table of attributes
	WithTables = "tables" // tables of attributes too, with small lines merged
)

// never is more registered persons than any base may ask for, so that no table is shown.
const never = 1000

// leastBase is the least number of registered persons from which attributes may be broken down.
const leastBase = 5

// Privacy is the protection of small numbers.
type Privacy struct {
	Choice, K  *Field
	Registered int
}

// privacy builds the choice: what the settings on the disk do with as many people as are registered.
func (f *Page) privacy() {
	p, choice := f.facts.Pilot.Privacy, WithTables
	if p.AttributeBase.Public > f.facts.Registered {
		choice = TotalsOnly
	}
	f.Privacy.Registered = f.facts.Registered
	f.Privacy.Choice = f.own(Choice, "privacy", choice, lang.Say("小人数の保護", "Protection of small numbers"))
	f.Privacy.Choice.Options = []Option{
		{TotalsOnly, lang.Say("事業の合計は示し、性別・年代・事情の表は載せない", "totals, and no tables by gender, age or situation")},
		{WithTables, lang.Say("属性の表も載せ、少ない欄は隣とまとめる", "tables of attributes too, small lines merged")}}
	f.Privacy.K = f.own(Whole, "k", strconv.Itoa(p.K.Public), lang.Say("隣とまとめる人数", "Persons below which lines are merged"))
}

// changePrivacy are the changes of the protection.
func (f *Page) changePrivacy() []Change {
	var out []Change
	p := f.facts.Pilot.Privacy
	set := func(key, edition string, n int) tomledit.Edit {
		return tomledit.Edit{Path: []string{"privacy", key, edition}, Value: tomledit.Literal(strconv.Itoa(n))}
	}
	if c := f.Privacy.Choice; c.Changed() {
		base := func(usual int) int {
			if c.Value == TotalsOnly {
				return never
			}
			return min(usual, max(f.facts.Registered, leastBase))
		}
		out = append(out, f.change(c, set("attribute_base", "grant", base(10)), set("attribute_base", "council", base(10)),
			set("attribute_base", "public", base(20))))
	}
	if k := f.Privacy.K; k.Changed() {
		n, err := strconv.Atoi(lang.Compact(k.Value))
		if err != nil {
			k.Fault = lang.Say("3以上の整数を書いてください。", "Write a whole number from 3.")
			return out
		}
		out = append(out, f.change(k, set("k", "grant", min(p.K.Grant, n)), set("k", "council", min(p.K.Council, n)),
			set("k", "public", n)))
	}
	return out
}
