package web

import (
	"fmt"
	"net/http"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/report/plan"
)

// sealable are the editions that are kept.
var sealable = []string{"hub", "grant", "council", "public"}

// editionView is one edition on the page 報告.
type editionView struct {
	ID, Title, Label, For, Marking string
	Keep                           bool // it can be kept
	Own                            bool // by the municipality's own plan or with its own sentences
	Slides                         bool // there are slides to make a presentation of
	Why                            string
}

// Makes reports whether there is something to make in a format.
func (v editionView) Makes(format string) bool { return v.Slides || format != "pptx" }

// editions are the plans in the order of their readers.
func (s *Server) editions(now *reading) []editionView {
	order := []string{"hub", "grant", "council", "public", "overview"}
	names := plan.Editions()
	slices.SortStableFunc(names, func(a, b string) int { return rank(order, a) - rank(order, b) })
	var list []editionView
	for _, name := range names {
		list = append(list, s.edition(now, name))
	}
	return list
}

// edition is one of them, by the plan that is in force.
func (s *Server) edition(now *reading, name string) editionView {
	readers := map[string]string{
		"hub":      s.say("推進ハブの毎週の打ち合わせに。氏名が入ります。", "For the hub's weekly meeting; with names."),
		"grant":    s.say("交付金の実績報告に。氏名は入りません。", "For the grant's yearly report; without names."),
		"council":  s.say("議会の説明に。1枚とスライド、想定問答。", "For the council: one page, slides, questions with answers."),
		"public":   s.say("ウェブサイトでの公表に。少人数の数字は伏せます。", "For the web site; small counts are hidden."),
		"overview": s.say("全体をひととおり見るために。", "The whole at a glance."),
	}
	v := editionView{ID: name, For: readers[name], Keep: slices.Contains(sealable, name) && !now.source.inMemory()}
	p, own, err := now.plan(name)
	if err != nil {
		v.Label, v.Why = name, s.explained(err)
		return v
	}
	v.Own, v.Slides = own != nil, p.Slides()
	year := now.run.Window.Clock.End.FiscalYear()
	title := p.Title.For(now.run.Cohort.Pilot.Cycle.Length(), lang.Say(fiscalYear(year), fmt.Sprintf("fiscal %d", year)))
	v.Title, v.Label = s.say(title.JA, title.EN), s.say(p.Label.JA, p.Label.EN)
	v.Marking = s.say(p.Marking.JA, p.Marking.EN)
	return v
}

// rank is the place of a name in a list; a name that is not in it comes last.
func rank(order []string, name string) int {
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}

// editionPage is one edition with its preview, formats, the officer's sentences and how to keep it.
type editionPage struct {
	Edition  editionView
	Formats  []formatView
	Words    words
	Towns    townsView
	Own      []sentenceView // places where own sentences stand instead of those that are made
	InMemory bool
	Told     string
}

func (s *Server) editionPage(w http.ResponseWriter, r *http.Request, now *reading) {
	name := r.PathValue("edition")
	if !slices.Contains(plan.Editions(), name) {
		s.sorry(w, http.StatusNotFound, s.say("この版はありません。", "There is no such edition."),
			s.say("「報告」の一覧から選んでください。", "Choose one under Reports."))
		return
	}
	s.renderEdition(w, http.StatusOK, now, name, s.townShown(r, now), nil, "")
}

// renderEdition shows the page of an edition; refused are sentences that were not saved, nil for none.
func (s *Server) renderEdition(w http.ResponseWriter, status int, now *reading, name string, towns townsView,
	refused *typed, alert string) {
	view := editionPage{Edition: s.edition(now, name), Formats: s.formats(), InMemory: now.source.inMemory(), Towns: towns}
	view.Words, view.Own = s.wordsOf(now, name, ""), s.sentences(now, towns.Town, name)
	for i := range view.Own {
		if refused != nil && view.Own[i].Key == refused.key {
			view.Own[i].Words.Text = refused.text
		}
	}
	if refused != nil && refused.key == "" {
		view.Words.Text = refused.text
	}
	s.desk.mu.Lock()
	view.Told, s.desk.told = s.desk.told, ""
	s.desk.mu.Unlock()
	f := s.framed(now, "report", view.Edition.Label, view)
	f.Alert = alert
	s.render(w, status, "edition", f)
}

// previewPage is the edition as a page, within the one about it.
func (s *Server) previewPage(w http.ResponseWriter, r *http.Request, now *reading) {
	ctx, end := s.desk.working(w, r, s.say("プレビューをつくっています…", "Making the preview…"))
	defer end()
	town, err := s.townAsked(r, now)
	var all []made
	if err == nil {
		all, err = s.makeEdition(ctx, now, town, r.PathValue("edition"), "html", "")
	}
	w.Header().Set("X-Frame-Options", "SAMEORIGIN")
	if err != nil {
		w.Header().Set("Content-Security-Policy", policyInside)
		s.sorry(w, http.StatusUnprocessableEntity, s.say("プレビューできません", "No preview"), s.explained(err))
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", madeInside)
	w.Write(all[0].File.Data)
}
