// Package block turns the results of a run into the content of one block of an edition.
//
// The one idea: one kind of block, one file, which declares its name, what it shows and the function
// that makes it. What is said and how it is rounded is decided here and in report/content. The package
// computes no figure, reads no plan and draws nothing.
package block

import (
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// Env is what the blocks of one edition are made from: the run as that edition may show it, and the
// plan that names the blocks. Its methods word values in the edition's language.
type Env struct {
	Cohort      *cohort.Ledger // for settings, findings and the hub's lists; persons come from Result
	Window      *kpi.Window
	Result      *result.Result // without what the profile hides
	Definitions []kpi.Definition
	Lang        lang.Lang
	Profile     disclose.Profile
	Plan        *plan.Plan
	Hidden      []disclose.Hidden // what the editions that leave the hub do not tell, for the block of it
	Unread      bool              // some sealed edition cannot be read, and Hidden is not known
	Kept        []Kept            // the sealed editions, for the handover
	Place       string            // where the ledger is, as the user says it, for the handover
	Before      *kpi.Window       // the ledger as of the last weekly edition, or seven days earlier; nil: not asked for
	Since       []Since           // what was written into the ledger after editions, for the hub

	// Undrawable returns what tells which characters of a text the PDF cannot draw.
	Undrawable func() (func(text string) []rune, error)
}

// Blocks makes the content of a block of the plan. Its kind is one of kinds: a plan is checked
// when it is read.
func (e *Env) Blocks(b plan.Block) []content.Block { return e.sourced(kindOf[b.Kind].Build(e, b)) }

// sourced names below each chart, in words, the figures that it shows.
func (e *Env) sourced(blocks []content.Block) []content.Block {
	for _, b := range blocks {
		c, ok := b.(*content.Chart)
		if !ok || len(c.Figures) == 0 {
			continue
		}
		var titles []string
		for _, id := range c.Figures {
			if f := e.figure(id); f != nil {
				titles = append(titles, e.Say(f.Title))
			}
		}
		if c.Source != "" {
			continue
		}
		c.Source = e.Words("指標：", "Figures: ") + strings.Join(titles, e.Words("、", ", "))
	}
	return blocks
}

// Planned says words of the plan; {cycle} stands for the days of the cycle, {year} for the fiscal year.
func (e *Env) Planned(w plan.Words) string {
	return e.Say(w.For(e.Cohort.Pilot.Cycle.Length(), yearWords(e.Window.Clock.To)))
}

// definition is the definition of a figure; nil: there is none.
func (e *Env) definition(id string) *kpi.Definition {
	i := slices.IndexFunc(e.Definitions, func(d kpi.Definition) bool { return d.ID == id })
	if i < 0 {
		return nil
	}
	return &e.Definitions[i]
}

// figure returns the figure with the id, or nil.
func (e *Env) figure(id string) *kpi.Figure { return kpi.Find(e.Result.Figures, id) }

// on returns the figure of a topic, or nil.
func (e *Env) on(t kpi.Topic) *kpi.Figure { return kpi.Told(e.Result.Figures, t) }

// reaching returns the share of people who have come to a stage, or nil.
func (e *Env) reaching(s facts.Stage) *kpi.Figure { return kpi.Reaching(e.Result.Figures, s) }

// idsOf are the ids of the figures that there are.
func idsOf(figures ...*kpi.Figure) []string {
	var ids []string
	for _, f := range figures {
		if f != nil {
			ids = append(ids, f.ID)
		}
	}
	return ids
}
