package web

import (
	"bytes"
	"html/template"
	"net/http"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/html"
)

// figuresView is the page 指標.
type figuresView struct {
	Targeted, Others []content.Card
	Open             bool           // rows with an error are left out of some
	Missing          []content.Card // without a value; each says why
	Cohorts          template.HTML  // side by side; empty: there are fewer than two
}

func (s *Server) figuresPage(w http.ResponseWriter, _ *http.Request, now *reading) {
	var view figuresView
	for _, f := range now.run.Result.Figures {
		view.Open = view.Open || f.Value != nil && !f.Open.Empty()
	}
	for _, c := range now.cards() {
		switch {
		case c.Target != "":
			view.Targeted = append(view.Targeted, c)
		case c.Known:
			view.Others = append(view.Others, c)
		default:
			view.Missing = append(view.Missing, c)
		}
	}
	if side := now.cohorts(); side != nil {
		var buf bytes.Buffer
		if err := html.Fragment(&buf, side, nil); err != nil {
			panic(err)
		}
		view.Cohorts = template.HTML(buf.String()) // escaped by the templates of package html
	}
	s.render(w, http.StatusOK, "figures", s.framed(now, "figures", s.say("指標", "Figures"), view))
}

// figureView is one figure down to its cells.
type figureView struct {
	Card              content.Card
	Definition        *kpi.Definition
	Figure            *kpi.Figure
	Interval, Range   string
	Parts             []partLine
	Used, LeftOut     []usedRow
	UsedOf, LeftOutOf int
	All               bool
}

func (s *Server) figurePage(w http.ResponseWriter, r *http.Request, now *reading) {
	f, d := now.figure(r.PathValue("id"))
	if f == nil {
		s.sorry(w, http.StatusNotFound, s.say("この指標はありません。", "There is no such figure."),
			s.say("「指標」の一覧から選んでください。", "Choose one from the list of figures."))
		return
	}
	view := figureView{Definition: d, Figure: f, Parts: lines(f.Parts, "", s.opt.Lang), All: r.URL.Query().Has("all")}
	for _, c := range now.cards() {
		if c.Figure == f.ID {
			view.Card = c
		}
	}
	most := mostUsed
	if view.All {
		most = 0
	}
	view.Interval, view.Range = s.pair(f.Interval, f.Unit), s.pair(f.Range, f.Unit)
	rows := f.Evidence()
	view.Used, view.UsedOf = used(rows, false, most, s.opt.Lang)
	view.LeftOut, view.LeftOutOf = used(rows, true, most, s.opt.Lang)
	s.render(w, http.StatusOK, "figure", s.framed(now, "figures", view.Card.Title, view))
}

func (s *Server) pair(v *[2]float64, unit kpi.Unit) string {
	if v == nil {
		return ""
	}
	lang := string(s.opt.Lang)
	return content.Quantity(v[0], string(unit), lang) + s.say("〜", " to ") + content.Quantity(v[1], string(unit), lang)
}
