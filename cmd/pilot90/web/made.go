package web

import (
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// reportName is the file name of a report: 2026-03-31_推進ハブ週次.pdf.
func reportName(now *reading, label, name string) string {
	label = strings.Map(func(r rune) rune {
		if r <= ' ' || r == '　' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return -1
		}
		return r
	}, label)
	return now.run.Window.Clock.AsOf.String() + "_" + label + path.Ext(name)
}

// keep keeps a report to be opened; the oldest give way.
func (d *desk) keep(m made) made {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.number++
	m.Number = d.number
	d.made = append(d.made, m)
	if len(d.made) > mostMade {
		d.made = d.made[1:]
	}
	return m
}

// madeAddress is where a report can be opened.
func madeAddress(m made) string {
	return fmt.Sprintf("/made/%d/%s", m.Number, url.PathEscape(m.File.Name))
}

// madePolicy lets a report run its own scripts, which its own policy names by hash, but not as a
// page of this server: it could otherwise ask for whatever the user can.
const madePolicy = "sandbox allow-scripts allow-popups; default-src 'none'; script-src 'unsafe-inline'; style-src " +
	"'unsafe-inline'; img-src data:; frame-ancestors "

// The policies of a report by itself, of one within the page about it, and of words in its place.
const (
	madeAlone    = madePolicy + "'none'"
	madeInside   = madePolicy + "'self'"
	policyInside = "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'self'"
)

// kinds are the types of what is made, by the ends of names.
var kinds = map[string]string{
	".pdf": "application/pdf", ".html": "text/html; charset=utf-8", ".json": "application/json", ".png": "image/png",
	".csv":  "text/csv; charset=utf-8",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}

// madeFile gives a report that was made, to be looked at or kept.
func (s *Server) madeFile(w http.ResponseWriter, r *http.Request) {
	number, _ := strconv.Atoi(r.PathValue("number"))
	s.desk.mu.Lock()
	i := slices.IndexFunc(s.desk.made, func(m made) bool { return m.Number == number })
	var m made
	if i >= 0 {
		m = s.desk.made[i]
	}
	s.desk.mu.Unlock()
	if i < 0 || m.File.Name != r.PathValue("name") {
		s.sorry(w, http.StatusNotFound, s.say("この報告書は、もう画面に残っていません。", "This report is not kept any more."),
			s.say("「報告」でつくり直してください。", "Make it again under Reports."))
		return
	}
	kind := kinds[path.Ext(m.File.Name)]
	way := "inline"
	if kind == "" {
		kind = "application/octet-stream"
	}
	if r.URL.Query().Has("keep") || !slices.Contains([]string{".pdf", ".html", ".json", ".png"}, path.Ext(m.File.Name)) {
		way = "attachment"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", mime.FormatMediaType(way, map[string]string{"filename": m.File.Name}))
	w.Header().Set("Content-Length", fmt.Sprint(len(m.File.Data)))
	if kind == "application/pdf" {
		w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'") // more would stop the browser's own viewer
	} else {
		w.Header().Set("Content-Security-Policy", madeAlone)
	}
	w.Write(m.File.Data)
}
