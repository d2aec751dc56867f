package web

import (
	"net/http"
	"net/url"

	"pilot90/cohort/finding"
	"pilot90/cohort/rule"
)

// checkView is the page 点検.
type checkView struct {
	Summary string
	Clean   string
	Meaning string
	Groups  []sheetIssues
	Infos   []sheetIssues
	More    int // issues that are not listed
}

// mostIssues is how many issues the page lists; correcting them brings up the others.
const mostIssues = 300

func (s *Server) checkPage(w http.ResponseWriter, _ *http.Request, now *reading) {
	correct := toCorrect(now.issues)
	infos := now.issues[len(correct):]
	view := checkView{Summary: finding.Summary(now.run.Cohort.Findings).In(s.lang()),
		More: max(0, len(correct)-mostIssues)}
	view.Groups = bySheet(correct[:min(len(correct), mostIssues)])
	view.Infos = bySheet(infos[:min(len(infos), mostIssues)])
	if len(correct) == 0 {
		view.Clean = finding.Clean.In(s.lang())
	}
	if errors, _, _ := finding.Counts(now.run.Cohort.Findings); errors > 0 {
		view.Meaning = finding.Error.Meaning().In(s.lang())
	}
	s.render(w, http.StatusOK, "check", s.framed(now, "check", s.say("点検", "Check"), view))
}

// findingView is one finding with its row.
type findingView struct {
	Issue          *issue // nil: it is not in the ledger any more
	Rule           string // what the rule is for
	Excerpt        *excerpt
	Why            string // there is no excerpt
	Previous, Next string // addresses
	Number, Of     int
	Related        []link
	Openable       bool // the file can be shown in its own program
}

type link struct{ Address, Text string }

func (s *Server) findingPage(w http.ResponseWriter, r *http.Request, now *reading) {
	correct := toCorrect(now.issues)
	at := find(now.issues, r.PathValue("key"))
	view := findingView{Of: len(correct)}
	if at < 0 {
		if len(correct) > 0 {
			view.Next = "/check/" + correct[0].Key
		}
		s.render(w, http.StatusOK, "finding", s.framed(now, "check", s.say("点検", "Check"), view))
		return
	}
	view.Issue, view.Number = &now.issues[at], at+1
	view.Openable = !now.source.inMemory()
	if at < len(correct) {
		if at > 0 {
			view.Previous = "/check/" + correct[at-1].Key
		}
		if at+1 < len(correct) {
			view.Next = "/check/" + correct[at+1].Key
		}
	}
	s.around(r, now, &view)
	s.render(w, http.StatusOK, "finding", s.framed(now, "check", s.say("点検", "Check"), view))
}

// around fills in the rows around a finding, or why there are none.
func (s *Server) around(r *http.Request, now *reading, view *findingView) {
	f := view.Issue.Finding
	if rule, ok := rule.ByCode(f.Code); ok {
		view.Rule = rule.Long.In(s.lang())
	}
	for _, p := range f.Related[:min(len(f.Related), 8)] {
		if p.Sheet != "" {
			view.Related = append(view.Related, link{cellsAddress(p), p.String()})
		}
	}
	if f.Sheet == "" {
		return
	}
	g, err := now.grid(r.Context(), f.File, f.Sheet)
	if err != nil {
		view.Why = s.explained(err)
		return
	}
	x := cut(g, f.Place, f.Related, now.headings(f.File, f.Sheet))
	view.Excerpt = &x
}

// cellsAddress is the page that shows a place of the ledger.
func cellsAddress(p finding.Place) string {
	return "/cells?" + url.Values{"file": {p.File}, "sheet": {p.Sheet}, "range": {p.Range}}.Encode()
}

// cellsView is a place of the ledger with its neighbours.
type cellsView struct {
	Place    string
	File     string
	Excerpt  *excerpt
	Why      string
	Openable bool
}

// cellsPage shows a place of the ledger; only files that were read as part of it are opened.
func (s *Server) cellsPage(w http.ResponseWriter, r *http.Request, now *reading) {
	q := r.URL.Query()
	p := finding.Place{File: q.Get("file"), Sheet: q.Get("sheet"), Range: q.Get("range")}
	view := cellsView{Place: p.String(), File: p.File, Openable: !now.source.inMemory()}
	if g, err := now.grid(r.Context(), p.File, p.Sheet); err != nil {
		view.Why, view.Openable = s.explained(err), false
	} else {
		x := cut(g, p, nil, now.headings(p.File, p.Sheet))
		view.Excerpt = &x
	}
	s.render(w, http.StatusOK, "cells", s.framed(now, "", view.Place, view))
}
