package web

import (
	"context"
	"fmt"
	"net/http"

	"pilot90/cmd/pilot90/web/week"
	"pilot90/cohort"
	"pilot90/kpi"
	"pilot90/report/edition"
)

// weekView is the page 今週.
type weekView struct {
	Empty bool     // nothing is written into the ledger yet
	Books []string // of an empty ledger, to begin with
	Title string
	Board week.Board
	Since string // heading of the changes
	How   string // what the changes are taken from
	Kept  string // name of the edition that they are held against; "" for none
	More  int    // tasks behind the first
	Can   bool   // editions can be kept: the ledger is on the disk
}

// mostTasks is how many tasks are shown at once.
const mostTasks = 8

// First are the tasks that are shown, Rest those behind them.
func (v *weekView) First() []week.Task { return v.Board.Tasks[:min(len(v.Board.Tasks), mostTasks)] }
func (v *weekView) Rest() []week.Task  { return v.Board.Tasks[min(len(v.Board.Tasks), mostTasks):] }

// weekPage shows what the hub has to do. The hub sees names: whoever reads the page has the ledger too.
func (s *Server) weekPage(w http.ResponseWriter, _ *http.Request, now *reading) {
	s.renderWeek(w, http.StatusOK, now, "")
}

func (s *Server) renderWeek(w http.ResponseWriter, status int, now *reading, alert string) {
	view := &weekView{Empty: len(now.run.Cohort.Participants.Rows)+len(now.run.Cohort.Participants.Excluded) == 0,
		Can: !now.source.inMemory()}
	if view.Empty && view.Can {
		for _, in := range now.run.Cohort.Inputs {
			view.Books = append(view.Books, in.File)
		}
	}
	title := s.say("今週", "This week")
	if !view.Empty {
		b := now.board()
		view.Board, view.Kept = b.Board, b.kept
		view.Title = s.todo(len(b.Tasks))
		view.Since, view.How = s.since(now, b)
	}
	f := s.framed(now, "week", title, view)
	f.Alert = alert
	s.render(w, status, "week", f)
}

// todo counts the things to do.
func (s *Server) todo(n int) string {
	switch {
	case n == 0:
		return s.say("今週することはありません", "Nothing to do this week")
	case n == 1:
		return s.say("今週することは1つ", "1 thing to do this week")
	case n < 10:
		return s.say(fmt.Sprintf("今週することは%dつ", n), fmt.Sprintf("%d things to do this week", n))
	}
	return s.say(fmt.Sprintf("今週することは%d件", n), fmt.Sprintf("%d things to do this week", n))
}

// board is the week of a reading with what it was held against.
type board struct {
	week.Board
	kept   string      // the edition; "": the same ledger, a week earlier
	before *kpi.Window // of which the changes begin
}

// makeBoard builds the week.
func (r *reading) makeBoard() board {
	before, kept := r.before()
	return board{week.Build(r.run.Window, before, r.run.Lang), kept, before}
}

// before is the window of the last weekly edition that was kept before the as-of date with the ledger it was made from,
// and its name; without one, of the ledger as it is seven days earlier.
func (r *reading) before() (*kpi.Window, string) {
	if w, name := r.lastKept(); w != nil {
		return w, name
	}
	clock := r.run.Window.Clock
	clock.AsOf -= 7
	clock.To = min(clock.End, clock.AsOf)
	return kpi.NewWindow(r.run.Cohort, clock), ""
}

// lastKept is the window of that edition, nil where there is none or its ledger cannot be read: then the page says so
// by naming what it compares with.
func (r *reading) lastKept() (*kpi.Window, string) {
	if r.source.inMemory() {
		return nil, ""
	}
	kept, err := edition.Kept(r.source.path)
	if err != nil {
		return nil, ""
	}
	var last *edition.Sealed
	for _, s := range edition.Of(kept, "") { // in order of as-of date and revision
		if s.Err == nil && s.Manifest.Edition == "hub" && s.Manifest.Recompute.AsOf < r.run.Window.Clock.AsOf.String() {
			last = s
		}
	}
	if last == nil {
		return nil, ""
	}
	files, err := last.Files()
	if err != nil {
		return nil, ""
	}
	opt, err := last.Manifest.Options()
	if err != nil {
		return nil, ""
	}
	opt.Password = r.source.password
	c, clock, err := cohort.LoadMemory(context.Background(), files, opt)
	if err != nil {
		return nil, ""
	}
	return kpi.NewWindow(c, clock), last.Name
}

// since says from when the changes are counted, and by what.
func (s *Server) since(now *reading, b board) (heading, how string) {
	day := b.before.Clock.AsOf
	heading = s.say(s.monthDay(day)+"から変わったこと", "Changes since "+s.monthDay(day))
	if now.run.Window.Clock.AsOf-day <= 7 {
		heading = s.say("先週（"+s.monthDay(day)+"）から変わったこと", "Changes since last week ("+s.monthDay(day)+")")
	}
	if b.kept != "" {
		return heading, s.say("残した版と比べています。", "Held against the edition that was kept.")
	}
	return heading, s.say("いまの台帳を、"+s.monthDay(day)+"の時点で数え直して比べています。",
		"Counted again from this ledger as of "+s.monthDay(day)+".")
}
