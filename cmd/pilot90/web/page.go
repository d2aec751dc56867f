package web

import (
	"bytes"
	"cmp"
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

// pages are the templates by name, in one language.
type pages map[string]*template.Template

// pageNames are the templates that fill the frame.
var pageNames = []string{"start", "week", "check", "finding", "cells", "figures", "figure", "report", "edition", "kept",
	"guide", "person", "settings", "reading", "many", "total", "town", "sorry"}

// tab is one entry of the navigation.
type tab struct {
	ID   string
	Name lang.Text
}

var tabs = []tab{
	{"week", lang.Text{JA: "今週", EN: "This week"}},
	{"reading", lang.Text{JA: "読み取り", EN: "Reading"}},
	{"check", lang.Text{JA: "点検", EN: "Check"}},
	{"figures", lang.Text{JA: "指標", EN: "Figures"}},
	{"report", lang.Text{JA: "報告", EN: "Reports"}},
	{"settings", lang.Text{JA: "設定", EN: "Settings"}},
	{"guide", lang.Text{JA: "使い方", EN: "Guide"}},
}

// manyTabs are those of a folder of many municipalities.
var manyTabs = []tab{
	{"many", lang.Text{JA: "一覧", EN: "Municipalities"}},
	{"total", lang.Text{JA: "合計", EN: "All together"}},
}

// tabs are those of what is open.
func (d *desk) tabs() []tab {
	d.mu.Lock()
	defer d.mu.Unlock()
	var all []tab
	if d.now != nil {
		all = append(all, tabs...)
	}
	if d.many != nil {
		all = append(all, manyTabs...)
	}
	return all
}

// tabNamed is the tab of the name, that of the figures where there is none.
func tabNamed(id string) tab {
	for _, t := range tabs {
		if t.ID == id {
			return t
		}
	}
	return tab{"figures", lang.Text{JA: "指標の一覧", EN: "Figures"}}
}

// parsePages reads the templates; each page fills the frame.
func parsePages(l lang.Lang) pages {
	words := template.FuncMap{
		"t":      func(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(l) },
		"say":    func(t lang.Text) string { return t.In(l) },
		"cells":  cellsAddress,
		"from":   cellsFrom,
		"person": personAddress,
		"pick":   func(o []sheetview.Option, v string) map[string]any { return map[string]any{"O": o, "V": v} },
		"fixed": func(v sheetview.FixedValue, name, id string) map[string]any {
			return map[string]any{"V": v, "Name": name, "ID": id}
		},
		"sheetpage": sheetview.Address,
		"fy":        func(year int) string { return settings.YearLabel(year).In(l) },
		"lang":      func() string { return map[bool]string{true: "en", false: "ja"}[l == lang.EN] },
	}
	frame := template.Must(template.New("frame.tmpl").Funcs(words).
		ParseFS(pageFiles, "pages/frame.tmpl", "pages/excerpt.tmpl", "pages/sign.tmpl", "pages/line.tmpl", "pages/towns.tmpl",
			"pages/manyhead.tmpl"))
	list := pages{}
	for _, name := range pageNames {
		list[name] = template.Must(template.Must(frame.Clone()).ParseFS(pageFiles, "pages/"+name+".tmpl"))
	}
	return list
}

// frame is what every page shows around its own part.
type frame struct {
	Tab, Title       string
	Live             bool // the page follows the ledger
	Open, Many       bool // there is a ledger, or a folder of many municipalities
	Database         bool // that is none, but a database
	Version          int
	Name, Place      string
	Folder           string // the last part of Place
	InMemory         bool
	AsOf, From, To   string
	Day, Period      string // of the head: 3月31日(火)現在, 令和7年度
	Tabs             []tab
	Overdue          string // that the period is over, where nobody chose it
	Choice           choice
	Years            []year
	Errors, Warnings int
	Asked            int // sheets of which a unit must be said
	Failure          string
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
	f.Tabs = s.desk.tabs()
	if err := s.pages[s.lang()][page].Execute(&buf, f); err != nil {
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
		Day: s.now(clock.AsOf), Period: s.period(clock), Folder: filepath.Base(r.source.place()),
		Choice: d.choice, Years: s.years(r.today, d.choice), Failure: d.failure, Body: body,
	}
	if clock.Overdue() {
		f.Overdue = s.say(clock.OverdueNote().JA, clock.OverdueNote().EN)
	}
	f.Errors, f.Warnings, _ = finding.Counts(r.run.Cohort.Findings)
	f.Name, f.Asked = cmp.Or(f.Name, f.Folder), r.asked()
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

// sorry is a page of a sentence or two, without the ledger.
func (s *Server) sorry(w http.ResponseWriter, status int, title, text string) {
	s.render(w, status, "sorry", frame{Title: title, Body: text})
}
