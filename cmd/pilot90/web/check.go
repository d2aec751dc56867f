package web

import (
	"archive/zip"
	"bytes"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/rule"
	"pilot90/report"
)

// checkView is the page 点検.
type checkView struct {
	Summary string
	Clean   string
	Meaning string
	Groups  []findingGroup
	Infos   []findingGroup
	More    int // findings that are not listed
	Only    string
	Person  bool // grouped by person
	Counts  []groupLink
	Ways    []groupLink
	Copies  bool // there are cells to mark, in a ledger on the disk
}

// mostIssues is how many findings the page lists; correcting them brings up the others.
const mostFindings = 300

func (s *Server) checkPage(w http.ResponseWriter, r *http.Request, now *reading) {
	s.renderCheck(w, http.StatusOK, r, now, "")
}

func (s *Server) renderCheck(w http.ResponseWriter, status int, r *http.Request, now *reading, alert string) {
	q := r.URL.Query()
	view := checkView{Summary: finding.Summary(now.run.Cohort.Findings).In(s.lang()), Only: q.Get("only"),
		Person: q.Get("by") == "person"}
	correct := toCorrect(now.findings)
	infos := now.findings[len(correct):]
	view.Copies = len(correct) > 0 && !now.source.inMemory()
	if len(correct) == 0 {
		view.Clean = finding.Clean.In(s.lang())
	}
	if errors, _, _ := finding.Counts(now.run.Cohort.Findings); errors > 0 {
		view.Meaning = finding.Error.Meaning().In(s.lang())
	}
	s.ways(&view, correct)
	shown := ofSeverity(correct, view.Only)
	view.More = max(0, len(shown)-mostFindings)
	shown = shown[:min(len(shown), mostFindings)]
	view.Groups = bySheet(shown)
	if view.Person {
		view.Groups = byPerson(now.run.Cohort, shown, s.say("だれの行でもないもの", "of nobody's rows"))
	}
	if view.Only == "" {
		view.Infos = bySheet(infos[:min(len(infos), mostFindings)])
	}
	f := s.framed(now, "check", s.say("点検", "Check"), view)
	f.Alert = alert
	s.render(w, status, "check", f)
}

// ofSeverity keeps the findings of a severity; "" keeps all.
func ofSeverity(findings []keyed, only string) []keyed {
	return slices.DeleteFunc(slices.Clone(findings), func(f keyed) bool {
		return only != "" && f.Severity.String() != only
	})
}

// ways fills in the choices of the page: by severity with the counts, by sheet or person.
func (s *Server) ways(view *checkView, correct []keyed) {
	address := func(only string, person bool) string {
		q := url.Values{}
		if only != "" {
			q.Set("only", only)
		}
		if person {
			q.Set("by", "person")
		}
		return strings.TrimSuffix("/check?"+q.Encode(), "?")
	}
	for _, only := range []struct{ key, name string }{
		{"", s.say("すべて", "All")},
		{finding.Error.String(), finding.Error.Word().In(s.lang())},
		{finding.Warning.String(), finding.Warning.Word().In(s.lang())},
	} {
		view.Counts = append(view.Counts, groupLink{only.name, address(only.key, view.Person),
			len(ofSeverity(correct, only.key)), view.Only == only.key})
	}
	view.Ways = []groupLink{{Name: s.say("シートごと", "by sheet"), Address: address(view.Only, false), Chosen: !view.Person},
		{Name: s.say("人ごと", "by person"), Address: address(view.Only, true), Chosen: view.Person}}
}

// markedCopies gives copies of the ledger's files with the cells to correct marked, as one download.
func (s *Server) markedCopies(w http.ResponseWriter, r *http.Request, now *reading) {
	ledger, err := onDisk(now)
	var files []report.File
	if err == nil {
		ctx, end := s.desk.working(w, r, s.say("印を付けた写しをつくっています…", "Making the marked copies…"))
		defer end()
		files, err = s.opt.Program.Copies(ctx, ledger, now.run)
	}
	var name string
	var data []byte
	if err == nil {
		name, data, err = bundled(files, s.say("点検結果", "findings")+"_"+now.run.Window.Clock.AsOf.String())
	}
	if err != nil {
		s.renderCheck(w, http.StatusUnprocessableEntity, r, now, s.explained(err))
		return
	}
	kind := kinds[path.Ext(name)]
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	w.Write(data)
}

// bundled is one file as it is, several as a zip archive of the name given.
func bundled(files []report.File, name string) (string, []byte, error) {
	switch len(files) {
	case 0:
		return "", nil, told("印を付けるセルはありません。", "There is no cell to mark.")
	case 1:
		return files[0].Name, files[0].Data, nil
	}
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range files {
		part, err := z.Create(f.Name)
		if err != nil {
			return "", nil, err
		}
		if _, err := part.Write(f.Data); err != nil {
			return "", nil, err
		}
	}
	return name + ".zip", buf.Bytes(), z.Close()
}

// findingView is one finding with its row.
type findingView struct {
	Finding        *keyed // nil: it is not in the ledger any more
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
	correct := toCorrect(now.findings)
	at := find(now.findings, r.PathValue("key"))
	view := findingView{Of: len(correct)}
	if at < 0 {
		if len(correct) > 0 {
			view.Next = "/check/" + correct[0].Key
		}
		s.render(w, http.StatusOK, "finding", s.framed(now, "check", s.say("点検", "Check"), view))
		return
	}
	view.Finding, view.Number = &now.findings[at], at+1
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
	f := view.Finding.Finding
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

// cellsFrom is cellsAddress for a page that the way back leads to.
func cellsFrom(p finding.Place, page string) string {
	return cellsAddress(p) + "&from=" + url.QueryEscape(page)
}

// cellsView is a place of the ledger with its neighbours.
type cellsView struct {
	Back     tab // the way back
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
	view.Back = tabNamed(q.Get("from"))
	s.render(w, http.StatusOK, "cells", s.framed(now, view.Back.ID, view.Place, view))
}
