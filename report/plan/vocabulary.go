package plan

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/templates"
)

// Vocabulary is what a plan can name. A plan is checked against it, and a copy of a plan lists it.
type Vocabulary struct {
	Kinds   []Kind           // of block, in alphabetical order
	Figures []kpi.Definition // those with Expand stand for the ones that a ledger names itself
}

// Kind is a kind of block as a plan names it.
type Kind struct {
	Name  string
	Was   string // another name that is read for it; "" for none
	About string // what it shows, in Japanese, for the list in a copied plan
	Needs Need
}

// Need is what a block of some kind has to say beside its kind, for otherwise it would show nothing.
type Need string

// What a kind of block may need.
const (
	Nothing Need = ""
	Figures Need = "figures"
	Text    Need = "text"
)

// kind returns the kind of block with the name, the one it has or had, or nil.
func (v *Vocabulary) kind(name string) *Kind {
	for i := range v.Kinds {
		if k := &v.Kinds[i]; k.Name == name || k.Was == name && name != "" {
			return &v.Kinds[i]
		}
	}
	return nil
}

// kindNames are the names of all kinds of block.
func (v *Vocabulary) kindNames() []string {
	names := make([]string, len(v.Kinds))
	for i, k := range v.Kinds {
		names[i] = k.Name
	}
	return names
}

// figureIDs are the ids of the catalogue that do not depend on a ledger.
func (v *Vocabulary) figureIDs() []string {
	var ids []string
	for _, d := range v.Figures {
		if d.Expand == nil {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// knowsFigure reports whether the catalogue has the figure; those that a ledger names itself, such as
// metric.…, are known only when it is read, as those behind Front are.
func (v *Vocabulary) knowsFigure(id string) bool {
	return id == Front || slices.ContainsFunc(v.Figures, func(d kpi.Definition) bool {
		if d.Expand == nil {
			return id == d.ID
		}
		name, own := strings.CutPrefix(id, d.ID+".")
		return own && name != ""
	})
}

// Builtin returns the plan of an edition that comes with the program. An unknown edition is
// an error that names those there are.
func (v *Vocabulary) Builtin(edition string) (*Plan, error) {
	data, err := templates.Plan(edition)
	if err != nil {
		text := fmt.Sprintf("%q という版はありません（使えるもの: %s）", edition, strings.Join(Editions(), ", "))
		if near := lang.Nearest(edition, Editions()); near != "" {
			text += fmt.Sprintf("。%s のことではありませんか", near)
		}
		return nil, fmt.Errorf("%s", text)
	}
	return v.Parse(edition+".toml", data)
}
