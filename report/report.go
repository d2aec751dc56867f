// Package report turns a plan and the results of a run into content, and content into files.
//
// The one idea: an edition is a plan (TOML) that names blocks; each block is one function from
// the results to content. What is said and how it is rounded is decided here and in
// report/content; the drawing packages only draw. The package computes no figure.
package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/report/content"
)

// Run is everything an edition is made from.
type Run struct {
	Cohort      *cohort.Cohort
	Window      *kpi.Window
	Result      *kpi.Result
	Definitions []kpi.Definition
	Lang        finding.Lang
	Version     string        // of the tool
	Earlier     []kpi.Edition // editions that were published before, for the public one
	Kept        []Kept        // the sealed editions, for the handover
	Place       string        // where the ledger is, as the user says it, for the handover
	Previous    *kpi.Printed  // the last sealed edition of the same kind before this as-of date; nil: none

	profile kpi.Profile
	plan    *Plan
}

// Build makes the edition that the plan describes. It returns the run as that edition may show
// it: what the plan's profile hides is gone from the result. Blocks take persons, counts of them
// and their money from the result alone, never from the ledger.
func Build(plan *Plan, run Run) (*content.Report, Run) {
	run.profile = kpi.ProfileOf(plan.Profile, run.Cohort.Pilot.Settings.PublicK)
	run.Result = kpi.Disclosed(run.Result, run.profile, run.Earlier)
	run.plan = plan
	e := &edition{Run: run, plan: plan}
	r := &content.Report{
		Lang:     string(run.Lang),
		Title:    e.say(plan.Title.text()),
		Subtitle: run.Cohort.Pilot.Program.Name,
		Edition:  e.say(plan.Label.text()),
		Marking:  plan.marking(run.profile, run.Lang),
		Meta:     e.meta(),
		Footer:   e.footer(),
		Logo:     e.logo(),
	}
	for _, s := range plan.Sections {
		section := content.Section{ID: s.ID, Title: e.say(s.Title.text()), NewPage: s.NewPage, Form: forms[s.Form]}
		for _, b := range s.Blocks {
			section.Blocks = append(section.Blocks, e.sourced(builders[b.Kind](e, b))...)
		}
		if section.Form == content.Slide && !headline(&section) {
			continue
		}
		section.Title = capital(section.Title)
		if len(section.Blocks) == 0 {
			section.Blocks = []content.Block{content.Paragraph{Text: e.words("もとになる記録がないため、ここに示すものがありません。",
				"There are no records to show here."), Tone: content.Note}}
		}
		r.Sections = append(r.Sections, section)
	}
	e.explainMarks(r)
	e.finishTitles(r)
	return r, run
}

// capital begins an English title with a capital letter; Japanese has none.
func capital(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if !unicode.IsLower(first) {
		return title
	}
	return string(unicode.ToUpper(first)) + title[size:]
}

// edition is one report while it is being built.
type edition struct {
	Run
	plan *Plan
}

// builder makes the content of one block of a plan.
type builder func(e *edition, b PlanBlock) []content.Block

// builders are the kinds of block a plan can name.
var builders = map[string]builder{
	"all_lists":        (*edition).allLists,
	"budget":           (*edition).budget,
	"cards":            (*edition).cards,
	"changes":          (*edition).changes,
	"checklist":        (*edition).checklist,
	"contract_curve":   (*edition).contractCurve,
	"dates":            (*edition).dates,
	"definitions":      (*edition).definitions,
	"figures":          (*edition).figureTable,
	"findings":         (*edition).findings,
	"funnel":           (*edition).funnel,
	"gantt":            (*edition).gantt,
	"gantt_chart":      (*edition).ganttChart,
	"glance":           (*edition).glance,
	"grants":           (*edition).grants,
	"handover_start":   (*edition).handoverStart,
	"income_bands":     (*edition).incomeBands,
	"inputs":           (*edition).inputs,
	"kept":             (*edition).kept,
	"leak":             (*edition).leak,
	"lists":            (*edition).lists,
	"lists_in_full":    (*edition).listsInFull,
	"marks":            (*edition).marks,
	"next_steps":       (*edition).nextSteps,
	"next_year":        (*edition).nextYear,
	"open_errors":      (*edition).openErrors,
	"outlook":          (*edition).outlook,
	"pillars":          (*edition).pillars,
	"precedent":        (*edition).precedent,
	"questions":        (*edition).questions,
	"recurring_months": (*edition).recurringMonths,
	"recurring_share":  (*edition).recurringShare,
	"revenue_years":    (*edition).revenueYears,
	"rows":             (*edition).rows,
	"rule":             (*edition).rule,
	"sentence":         (*edition).sentence,
	"settings":         (*edition).settings,
	"spending":         (*edition).spending,
	"stages":           (*edition).stages,
	"states":           (*edition).states,
	"summary":          (*edition).summary,
	"targets":          (*edition).targets,
	"text":             (*edition).ownText,
	"weak_and_next":    (*edition).weakAndNext,
	"weak_points":      (*edition).weakPoints,
	"week_hours":       (*edition).weekHours,
	"work_map":         (*edition).workMap,
	"worker_curve":     (*edition).workerCurve,
}

func (e *edition) say(t finding.Text) string { return t.In(e.Lang) }

// words picks the text of the edition's language.
func (e *edition) words(ja, en string) string { return finding.Text{JA: ja, EN: en}.In(e.Lang) }

// figure returns the figure with the id, or nil.
func (e *edition) figure(id string) *kpi.Figure { return kpi.Find(e.Result.Figures, id) }

// quantity prints a value in the unit of a figure.
func (e *edition) quantity(v float64, unit kpi.Unit) string {
	return content.Quantity(v, string(unit), string(e.Lang))
}

// sourced names below each chart, in words, the figures that it shows.
func (e *edition) sourced(blocks []content.Block) []content.Block {
	for _, b := range blocks {
		c, ok := b.(*content.Chart)
		if !ok || len(c.Figures) == 0 {
			continue
		}
		var titles []string
		for _, id := range c.Figures {
			if f := e.figure(id); f != nil {
				titles = append(titles, e.say(f.Title))
			}
		}
		c.Source = e.words("指標：", "Figures: ") + strings.Join(titles, e.words("、", ", "))
	}
	return blocks
}
