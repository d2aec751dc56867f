package web

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"net/url"

	"pilot90/report/content"
	"pilot90/report/html"
)

// weekView is the page 今週.
type weekView struct {
	Empty    bool     // nothing is written into the ledger yet
	Books    []string // of an empty ledger, to begin with
	Sections template.HTML
}

// weekPage shows what the hub has to do, by the blocks of its weekly edition.
func (s *Server) weekPage(w http.ResponseWriter, _ *http.Request, now *reading) {
	view := weekView{Empty: len(now.run.Cohort.Participants.Rows)+len(now.run.Cohort.Participants.Excluded) == 0}
	if view.Empty && !now.source.inMemory() {
		for _, in := range now.run.Cohort.Inputs {
			view.Books = append(view.Books, in.File)
		}
	}
	if !view.Empty {
		var buf bytes.Buffer
		err := html.Fragment(&buf, now.week(), func(c *content.Chart, p html.Picture) string {
			return fmt.Sprintf("/chart/%s/%s?v=%d", url.PathEscape(c.ID), p.Name, now.version)
		})
		if err != nil {
			panic(err)
		}
		view.Sections = template.HTML(buf.String()) // escaped by the templates of package html
	}
	s.render(w, http.StatusOK, "week", s.framed(now, "week", s.say("今週", "This week"), view))
}

// chartPicture draws one chart of the page 今週.
func (s *Server) chartPicture(w http.ResponseWriter, r *http.Request, now *reading) {
	svg, err := now.picture(r.PathValue("id"), r.PathValue("picture"))
	if err != nil {
		panic(err)
	}
	if svg == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "image/svg+xml")
	// when opened by itself
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	w.Write(svg)
}
