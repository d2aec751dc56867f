// Package gauge turns the figures of a run into cards: a value with what it rests on, its way month by month, and the
// verdict against its target, in groups that can be searched.
//
// The one idea: a card says in words what a reader would have to work out: how far from the target, of how many, and
// whether a row to be mended may change it. Values are those of package result; this package computes none anew but
// those of earlier months, by the same definitions.
package gauge

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
)

// Group is a kind of figures.
type Group struct {
	ID   string
	Name lang.Text
}

// own is the group of the figures that only this ledger has.
const own = "own"

// Groups are all of them, in the order in which they are shown.
var Groups = []Group{
	{string(kpi.ThemePeople), lang.Text{JA: "人と歩み", EN: "People and their way"}},
	{string(kpi.ThemeRecurring), lang.Text{JA: "定期の仕事", EN: "Recurring work"}},
	{string(kpi.ThemeIncome), lang.Text{JA: "収入", EN: "Income"}},
	{string(kpi.ThemeMoney), lang.Text{JA: "費用と売上", EN: "Money"}},
	{string(kpi.ThemeQuality), lang.Text{JA: "品質と支払い", EN: "Quality and payment"}},
	{string(kpi.ThemeHub), lang.Text{JA: "拠点の負担", EN: "The hub"}},
	{string(kpi.ThemeContent), lang.Text{JA: "満足度", EN: "Satisfaction"}},
	{string(kpi.ThemeWho), lang.Text{JA: "属性", EN: "Attributes"}},
	{own, lang.Text{JA: "台帳独自の指標", EN: "Of this ledger alone"}},
}

// GroupOf is the group of a figure, by the theme of its definition; one that the catalogue does not name is the
// ledger's own.
func GroupOf(id string) string {
	all := catalog.All()
	i := slices.IndexFunc(all, func(d kpi.Definition) bool { return d.ID == id && d.Theme != "" })
	if i < 0 {
		return own
	}
	return string(all[i].Theme)
}
