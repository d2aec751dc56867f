package web

import (
	"net/http"
	"net/url"
	"slices"

	"pilot90/kpi"
	"pilot90/report"
)

// townsView is the choice of a municipality on the pages of reports, where the ledger is of several.
type townsView struct {
	Names []string // none: there is nothing to choose
	Town  string   // the one that reports are of; "" = the whole hub
}

// towns are the municipalities of the ledger, none where it is of one alone.
func (r *reading) towns() []string {
	var names []string
	for _, t := range kpi.Towns(r.run.Cohort) {
		names = append(names, t.Name)
	}
	if len(names) < 2 {
		return nil
	}
	return names
}

// townAsked is the municipality that a request is about, "" for the whole hub. One that the ledger has no longer is an
// error: a paper of the whole hub must not be taken for that of a town.
func (s *Server) townAsked(r *http.Request, now *reading) (string, error) {
	name := r.FormValue("town")
	if name != "" && !slices.Contains(now.towns(), name) {
		return "", told("「"+name+"」は、いまの台帳にありません。自治体を選び直してください。",
			"The ledger has no "+name+" now. Choose the municipality again.")
	}
	return name, nil
}

// townShown is townAsked for a page that is shown all the same: of the whole hub where the town is none of the ledger.
func (s *Server) townShown(r *http.Request, now *reading) townsView {
	view := townsView{Names: now.towns()}
	if name := r.FormValue("town"); slices.Contains(view.Names, name) {
		view.Town = name
	}
	return view
}

// townQuery is the part of an address that says which municipality a page is about; "" for the whole hub.
func townQuery(town string) string {
	if town == "" {
		return ""
	}
	return "?" + url.Values{"town": {town}}.Encode()
}

// runOf is the run of a municipality, or of the whole hub for "".
func (s *Server) runOf(now *reading, town string) (report.Run, error) {
	if town == "" {
		return now.run, nil
	}
	return s.opt.Program.Town(now.run, town)
}
