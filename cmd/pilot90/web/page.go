package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path/filepath"

	"pilot90/cmd/pilot90/web/settings"
	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

//go:embed pages
var pageFiles embed.FS

// pages are the templates by name, in the page's language.
type pages map[string]*template.Template

// parsePages reads the templates; each page fills the frame.
func parsePages(l lang.Lang) pages {
	words := template.FuncMap{
		"t":         func(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(l) },
		"say":       func(t lang.Text) string { return t.In(l) },
		"cells":     cellsAddress,
		"pick":      func(o []sheetview.Option, v string) map[string]any { return map[string]any{"O": o, "V": v} },
		"sheetpage": sheetview.Address,
		"fy":        func(year int) string { return settings.YearLabel(year).In(l) },
		"lang":      func() string { return map[bool]string{true: "en", false: "ja"}[l == lang.EN] },
	}
	frame := template.Must(template.New("frame.tmpl").Funcs(words).
		ParseFS(pageFiles, "pages/frame.tmpl", "pages/excerpt.tmpl"))
	list := pages{}
	for _, name := range []string{"start", "week", "check", "finding", "cells", "figures", "figure", "report", "sorry",
		"settings", "reading"} {
		list[name] = template.Must(template.Must(frame.Clone()).ParseFS(pageFiles, "pages/"+name+".tmpl"))
	}
	return list
}

// frame is what every page shows around its own part.
type frame struct {
	Tab, Title       string
	Live             bool // the page follows the ledger
	Open             bool
	Version          int
	Name, Place      string
	InMemory         bool
	AsOf, From, To   string
	Overdue          string // that the period is over, where nobody chose it
	Choice           choice
	Years            []year
	Errors, Warnings int
	Trouble          string
	Alert            string // what the last request could not do
	Body             any
}

// year is a fiscal year to choose.
type year struct {
	Value, Label string
	Chosen       bool
}

// render writes a page: all of it, or in place of it the word that it cannot be made.
func (s *Server) render(w http.ResponseWriter, status int, page string, f frame) {
	var buf bytes.Buffer
	if err := s.pages[page].Execute(&buf, f); err != nil {
		panic(fmt.Errorf("page %s: %w", page, err))
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(buf.Bytes()) // a browser that has gone needs no answer
}

// framed is the frame of a page of the open ledger.
func (s *Server) framed(r *reading, tab, title string, body any) frame {
	d := s.desk
	d.mu.Lock()
	defer d.mu.Unlock()
	clock, program := r.run.Window.Clock, r.run.Cohort.Pilot.Program
	f := frame{
		Tab: tab, Title: title, Live: true, Open: true, Version: r.version, Name: program.Name,
		Place: r.source.place(), InMemory: r.source.inMemory(),
		AsOf: s.day(clock.AsOf), From: s.day(clock.From), To: s.day(clock.To),
		Choice: d.choice, Years: s.years(r.today, d.choice), Trouble: d.trouble, Body: body,
	}
	if clock.Overdue() {
		f.Overdue = s.say(clock.OverdueNote().JA, clock.OverdueNote().EN)
	}
	f.Errors, f.Warnings, _ = finding.Counts(r.run.Cohort.Findings)
	if f.Name == "" {
		f.Name = filepath.Base(f.Place)
	}
	return f
}

// years are the fiscal years offered: this one and the four before it, and the one chosen.
func (s *Server) years(today cell.Day, c choice) []year {
	var list []year
	known := c.Period == ""
	for y := today.FiscalYear(); y > today.FiscalYear()-5; y-- {
		value := fmt.Sprint(y)
		list = append(list, year{value, s.say(fmt.Sprintf("令和%d年度（%d）", y-2018, y), fmt.Sprintf("FY %d", y)),
			value == c.Period})
		known = known || value == c.Period
	}
	if !known {
		list = append(list, year{c.Period, c.Period, true})
	}
	return list
}

// day prints a day as the reports do.
func (s *Server) day(d cell.Day) string {
	if s.opt.Lang == lang.EN {
		return d.String()
	}
	return d.EraString(s.opt.Lang) + "（" + d.String() + "）"
}

// sorry is a page of a sentence or two, without the ledger.
func (s *Server) sorry(w http.ResponseWriter, status int, title, text string) {
	s.render(w, status, "sorry", frame{Title: title, Body: text})
}
