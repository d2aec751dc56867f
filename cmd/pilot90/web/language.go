package web

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
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
	if to == "/start" || slices.ContainsFunc(s.desk.tabs(), func(t tab) bool { return "/"+t.ID == to }) {
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

// day prints a day as the reports do.
func (s *Server) day(d cell.Day) string {
	if s.lang() == lang.EN {
		return d.String()
	}
	return d.EraString(s.lang()) + "（" + d.String() + "）"
}

// weekday is the Japanese sign of a day of the week.
func weekday(d cell.Day) string { return string([]rune("日月火水木金土")[d.Time().Weekday()]) }

// now prints the as-of date at the head of a page: 3月31日（火）現在.
func (s *Server) now(d cell.Day) string {
	_, m, n := d.YMD()
	return s.say(fmt.Sprintf("%d月%d日（%s）現在", m, n, weekday(d)), "as of "+d.Time().Format("2 Jan 2006 (Mon)"))
}

// monthDay prints a day without its year: 3月24日.
func (s *Server) monthDay(d cell.Day) string {
	_, m, n := d.YMD()
	return s.say(fmt.Sprintf("%d月%d日", m, n), d.Time().Format("2 Jan"))
}

// period names the period of a run: the fiscal year where it is one, else its two ends.
func (s *Server) period(c setting.Clock) string {
	year := c.From.FiscalYear()
	if c.From == cell.NewDay(year, time.April, 1) && c.End == cell.NewDay(year+1, time.March, 31) {
		return s.say(fiscalYear(year), fmt.Sprintf("FY %d", year))
	}
	return c.From.String() + s.say("〜", " to ") + c.End.String()
}

// fiscalYear is 令和7年度 of 2025.
func fiscalYear(year int) string {
	name, n := cell.NewDay(year, time.December, 1).Era()
	if n == 1 {
		return name + "元年度"
	}
	return fmt.Sprintf("%s%d年度", name, n)
}
