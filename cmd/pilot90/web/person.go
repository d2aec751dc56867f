package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/web/week"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

// personAddress is the page of the person whose row of the register a place is in.
func personAddress(p finding.Place) string {
	return "/person?" + url.Values{"file": {p.File}, "sheet": {p.Sheet}, "range": {p.Range}}.Encode()
}

// personView is all that the ledger has of one person.
type personView struct {
	Name    string
	At      finding.Place
	Records week.Records
	More    int // rows that are not listed
}

// mostRecords is how many records of a person are listed.
const mostRecords = 200

func (s *Server) personPage(w http.ResponseWriter, r *http.Request, now *reading) {
	q := r.URL.Query()
	all := now.run.Cohort.Participants.Every()
	i := slices.IndexFunc(all, func(p *record.Participant) bool {
		at := p.Row.Cell(1)
		return at.File == q.Get("file") && at.Sheet == q.Get("sheet") &&
			area(at.Range).FromRow == area(q.Get("range")).FromRow && at.Range != ""
	})
	if i < 0 {
		s.sorry(w, http.StatusNotFound, s.say("この人の記録は、いまの台帳には見当たりません。", "This person is not in the ledger."),
			s.say("「今週」の一覧から選んでください。", "Choose one under This week."))
		return
	}
	p := all[i]
	view := personView{Name: p.ID.Value, At: p.Row.Cell(max(1, p.ID.Col)),
		Records: week.RecordsOf(now.run.Window, p, s.lang())}
	if p.Name.Known && !p.NamedByName() {
		view.Name = strings.TrimSpace(p.Name.Value + " " + p.ID.Value)
	}
	view.More = max(0, len(view.Records.Rows)-mostRecords)
	view.Records.Rows = view.Records.Rows[:min(len(view.Records.Rows), mostRecords)]
	s.render(w, http.StatusOK, "person", s.framed(now, "week", view.Name, view))
}
