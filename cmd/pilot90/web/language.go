package web

import (
	"net/http"
	"slices"

	"pilot90/cohort/lang"
)

// speak changes the language of all pages. What was computed stays; what it is called is said anew.
func (s *Server) speak(w http.ResponseWriter, r *http.Request) {
	to := lang.Lang(r.PostFormValue("lang"))
	if to != lang.JA && to != lang.EN {
		s.sorry(w, http.StatusBadRequest, s.say("この言葉には切り替えられません。", "There is no such language."), "")
		return
	}
	s.tongue.Store(to)
	s.desk.speak(to)
	http.Redirect(w, r, s.back(r, "/"), http.StatusSeeOther)
}

// back is the page of a tab that a form names as its own, otherwise the one given.
func (s *Server) back(r *http.Request, otherwise string) string {
	to := r.PostFormValue("back")
	if to == "/start" || slices.ContainsFunc(tabs, func(t tab) bool { return "/"+t.ID == to }) {
		return to
	}
	return otherwise
}

// speak shows the same reading in another language.
func (d *desk) speak(l lang.Lang) {
	d.loading.Lock()
	defer d.loading.Unlock()
	now := d.current()
	if now == nil {
		return
	}
	run := now.run
	run.Lang = l
	fresh := newReading(now.source, run, now.today)
	fresh.memory = now.memory
	d.mu.Lock()
	defer d.mu.Unlock()
	d.publish(fresh, "")
}
