package web

import (
	"context"
	"fmt"
	"sync"

	"pilot90/cmd/pilot90/web/gauge"
	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/sheet/grid"
	"pilot90/kpi"
	"pilot90/report"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// reading is the ledger as it was read once, with what the pages draw from it. Its fields are not
// changed once it is shown; what is costly is made when a page first asks.
type reading struct {
	source   *source
	run      report.Run
	today    cell.Day
	version  int
	findings []keyed

	board func() board
	cards func() []gauge.Card
	asked func() int // sheets of which a unit must be said

	memory *gauge.Memory // of months computed before; nil: none can be told to be of the same contents
	months months

	mu   sync.Mutex
	book *grid.Book // the file that was looked into last
}

func newReading(src *source, run report.Run, today cell.Day) *reading {
	r := &reading{source: src, run: run, today: today, findings: keyedOf(run.Cohort.Findings)}
	r.board = sync.OnceValue(r.makeBoard)
	r.cards = sync.OnceValue(r.makeCards)
	r.asked = sync.OnceValue(func() int { return sheetview.Asked(run.Cohort.Reading()) })
	return r
}

func blocks(kinds ...string) []plan.Block {
	var list []plan.Block
	for _, kind := range kinds {
		list = append(list, plan.Block{Kind: kind})
	}
	return list
}

// makeCards builds one card for every figure, in the order of the catalogue.
func (r *reading) makeCards() []gauge.Card {
	return gauge.Cards(r.run.Result, r.run.Definitions, r.run.Lang)
}

// cohorts is the section with the cohorts side by side; nil where there are fewer than two.
func (r *reading) cohorts() *content.Report {
	if r.run.Result.ByCohort == nil {
		return nil
	}
	section := plan.Section{ID: "cohorts", Title: plan.Words{JA: "期ごとの比較", EN: "By cohort"}, Blocks: blocks("cohorts")}
	built, _ := report.Build(&plan.Plan{Edition: "status", Profile: "hub", Sections: []plan.Section{section}}, r.run)
	return built
}

// figure returns a figure with its definition, nil when there is none of that name.
func (r *reading) figure(id string) (*kpi.Figure, *kpi.Definition) {
	for i, d := range r.run.Definitions {
		if d.ID == id {
			return kpi.Find(r.run.Result.Figures, id), &r.run.Definitions[i]
		}
	}
	return nil, nil
}

// grid returns a sheet of one of the ledger's files, to show some of its rows. The error says that
// the file cannot be read, or was saved since.
func (r *reading) grid(ctx context.Context, file, name string) (*grid.Grid, error) {
	sum := ""
	for _, in := range r.run.Cohort.Inputs {
		if in.File == file {
			sum = in.SHA256
		}
	}
	if sum == "" {
		return nil, told("このファイルの中身は表示できません。", "The contents of this file cannot be shown.")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.book == nil || r.book.File != file {
		book, err := r.source.book(ctx, file)
		if err != nil {
			return nil, err
		}
		if book == nil || book.SHA256 != sum {
			return nil,
				told("ファイルが保存し直されています。まもなく新しい内容を表示します。", "The file was saved again; the new contents will be shown in a moment.")
		}
		r.book = book
	}
	for _, g := range r.book.Sheets {
		if g.Sheet == name {
			return g, nil
		}
	}
	return nil, told(fmt.Sprintf("「%s」というシートはありません。", name), fmt.Sprintf("There is no sheet %q.", name))
}

// headings are the headings of a sheet's columns as they were understood, by column number.
func (r *reading) headings(file, name string) map[int]string {
	c := r.run.Cohort
	for _, sources := range [][]*record.Source{
		c.Participants.Sources, c.Trainings.Sources, c.Clients.Sources, c.Contracts.Sources, c.Tasks.Sources,
		c.Support.Sources, c.Surveys.Sources, c.Budget.Sources, c.Metrics.Sources, c.Publications.Sources,
	} {
		for _, s := range sources {
			if s.File == file && s.Sheet == name {
				return s.Headings
			}
		}
	}
	return nil
}
