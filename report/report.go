// Package report turns a plan and the results of a run into content, and content into files.
//
// The one idea: an edition is a plan (TOML) that names blocks; each block is made by one function
// of report/block, and the formats each draw the whole. This package discloses the results for the
// edition, puts the blocks in the plan's order and writes the files. It computes no figure, words no
// block and draws nothing itself.
package report

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/report/block"
	"pilot90/report/content"
	"pilot90/report/pdf"
	"pilot90/report/plan"
)

// Run is everything an edition is made from.
type Run struct {
	Cohort      *cohort.Ledger
	Window      *kpi.Window
	Result      *result.Result
	Definitions []kpi.Definition
	Lang        lang.Lang
	Version     string               // of the tool
	Earlier     []disclose.Published // the sealed editions that left the hub, of any day
	Kept        []block.Kept         // the sealed editions, for the handover
	Place       string               // where the ledger is, as the user says it, for the handover
	Since       []block.Since        // what was written into the ledger after editions, for the hub
	Before      *kpi.Window          // the ledger as the last weekly edition had it; nil: as of a week earlier

	Sealed bool // the edition is being sealed, or is the same as a sealed one
	Still  bool // the page is kept: its charts are images, without a script
	Unread bool // some sealed edition cannot be read; then nothing is made that leaves the hub

	profile disclose.Profile
	plan    *plan.Plan
}

// Lacks says what keeps an edition from being made: a ledger without a single record, of which there is nothing to
// report. It is empty for every other ledger, one whose files could not be opened among them.
func (r *Run) Lacks() lang.Text {
	if r.Cohort.Unopened() {
		return lang.Text{}
	}
	for _, input := range r.Cohort.Inputs {
		for _, sheet := range input.Sheets {
			if sheet.Rows > 0 {
				return lang.Text{}
			}
		}
	}
	return lang.Text{JA: "台帳に記録がまだ1行もないため、報告書はつくれません。参加者か案件の行を入れてから、もう一度つくってください。",
		EN: "The ledger has no records yet, so there is nothing to report. Enter participants or contracts and try again."}
}

// Town is the municipality of a hub to which the run is restricted, "" for the whole hub.
func (r *Run) Town() string {
	if t := r.Result.Town; t != nil {
		return t.Name
	}
	return ""
}

// Recall adds to sealed editions what the ledger of the run gives at their time, of the run's municipality alone where
// it is restricted to one.
func (r *Run) Recall(earlier []disclose.Published) []disclose.Published {
	if t := r.Result.Town; t != nil {
		return disclose.RecallTown(earlier, t, r.Definitions)
	}
	return disclose.Recall(earlier, r.Cohort, r.Definitions)
}

// Build makes the edition that the plan describes. It returns the run as that edition may show
// it: what the plan's profile hides is gone from the result. Blocks take persons, counts of them
// and their money from the result alone, never from the ledger.
func Build(p *plan.Plan, run Run) (*content.Report, Run) {
	run.profile = disclose.ProfileOf(p.Profile, run.Cohort.Pilot.Privacy)
	earlier := run.Recall(run.Earlier)
	full := run.Result
	run.Result = disclose.Apply(full, run.profile, earlier)
	if !run.profile.Open() {
		run.Definitions = disclose.Untitled(run.Definitions, full.Figures)
	}
	p = p.WithFront(catalog.Front(run.Cohort.Pilot.Program.Model)).WithWords(run.Cohort.Pilot.Words[p.Edition])
	run.plan = p
	if run.Before == nil && p.Has("week_changes") {
		run.Before = weekEarlier(run.Window)
	}
	e := run.env()
	if e.Unread = run.Unread; p.Has("disclosure") && !e.Unread {
		e.Hidden = disclose.Derived(full, run.profile.Privacy, earlier)
	}
	r := &content.Report{
		Lang:     string(run.Lang),
		Title:    e.Planned(p.Title),
		Subtitle: run.Cohort.Pilot.Program.Name,
		Edition:  e.Planned(p.Label),
		Marking:  p.Marked(run.profile, run.Lang),
		Meta:     meta(e, run.Version),
		Head:     headLine(e),
		Sender:   sender(e),
		Under:    underLine(e),
		Versions: versions(e, run.Version),
		Footer:   programAt(e),
		Owner:    run.Cohort.Pilot.Program.Municipality,
		Draft:    draft(e, run.Sealed),
		Logo:     logo(e),
	}
	for _, s := range p.Sections {
		if section, shown := section(e, s); shown {
			r.Sections = append(r.Sections, section)
		}
	}
	if len(r.Sections) == 0 && len(p.Sections) > 0 {
		r.Sections = []content.Section{nothing(e, p.Sections[0])}
	}
	if only := run.Result.Only; only != nil {
		r.Subtitle += e.Words("（"+only.Name+"）", " ("+only.Name+")")
	}
	takeHeadline(r)
	if p.Edition != statusPlan.Edition && len(r.Sections) > 0 {
		for _, n := range kpi.NoticesOnPaper(run.Window.Clock, run.Result.Only) {
			r.Under = append(r.Under, e.Say(n))
		}
	}
	explainMarks(e, r)
	FinishCharts(r, run.Lang)
	return r, run
}

// weekEarlier is the ledger of the window as of seven days before.
func weekEarlier(w *kpi.Window) *kpi.Window {
	clock := w.Clock
	clock.AsOf -= 7
	clock.To = min(clock.To, clock.AsOf)
	before := kpi.NewWindow(w.Cohort, clock)
	before.Only = w.Only
	return before
}

// env is the run as blocks see it.
func (r *Run) env() *block.Env {
	return &block.Env{Cohort: r.Cohort, Window: r.Window, Result: r.Result, Definitions: r.Definitions, Lang: r.Lang,
		Kept: r.Kept, Place: r.Place, Before: r.Before, Since: r.Since, Profile: r.profile,
		Plan: r.plan, Undrawable: pdf.Undrawable}
}

// section makes one section of a plan; a slide that has nothing to say is not shown.
func section(e *block.Env, s plan.Section) (section content.Section, shown bool) {
	section = content.Section{ID: s.ID, Title: e.Planned(s.Title), NewPage: s.NewPage, Paging: s.OnPaper(), File: s.File,
		Blocks: arranged(e, s.Blocks)}
	if section.Paging == content.Slide && !projected(&section) && !headline(&section) {
		return section, false
	}
	section.Blocks = unfolded(section.Blocks)
	takeHeading(&section)
	if s.Paging == "finding" {
		titledByChart(&section)
	}
	section.Title = capital(section.Title)
	return section, len(section.Blocks) > 0
}

// nothing is the one section of an edition of a ledger that has nothing to show in it.
func nothing(e *block.Env, s plan.Section) content.Section {
	return content.Section{ID: s.ID, Title: capital(e.Planned(s.Title)), Blocks: []content.Block{content.Paragraph{
		Text: e.Words("もとになる記録がないため、ここに示すものがありません。", "There are no records to show here."), Tone: content.Note}}}
}

// takeHeading makes a heading with which the blocks begin the title of the section: it says what was found, where the
// plan only says what is looked at. What heads the whole edition, and what is to be mended before, may stand before it.
func takeHeading(s *content.Section) {
	for i, b := range s.Blocks {
		switch b := b.(type) {
		case content.Headline, content.Opening, content.Band:
		case content.Heading:
			if !b.NewPage {
				s.Title, s.Blocks = b.Text, slices.Delete(s.Blocks, i, i+1)
			}
			return
		default:
			return
		}
	}
}

// titledByChart gives a section the finding of its first chart as its title; one without a chart keeps its own.
func titledByChart(section *content.Section) {
	for _, b := range section.Blocks {
		if c, ok := b.(*content.Chart); ok && c.Title != "" {
			section.Title = c.Title
			return
		}
	}
}

// arranged makes the blocks of a section; what stands beside the block before it shares its strip, unless one of the
// two has nothing to show.
func arranged(e *block.Env, blocks []plan.Block) []content.Block {
	var out []content.Block
	for i := 0; i < len(blocks); {
		parts := [][]content.Block{e.Blocks(blocks[i])}
		for i++; i < len(blocks) && blocks[i].Beside; i++ {
			parts = append(parts, e.Blocks(blocks[i]))
		}
		parts = slices.DeleteFunc(parts, func(p []content.Block) bool { return len(p) == 0 })
		switch len(parts) {
		case 0:
		case 1:
			out = append(out, parts[0]...)
		default:
			out = append(out, content.Beside{Parts: parts})
		}
	}
	return out
}

// capital begins an English title with a capital letter; Japanese has none.
func capital(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if !unicode.IsLower(first) {
		return title
	}
	return string(unicode.ToUpper(first)) + title[size:]
}
