package web

import (
	"context"
	"net/http"
	"path/filepath"
	"strings"

	"pilot90/cohort/blank"
	"pilot90/cohort/cell"
)

// startView is the page on which a ledger is opened or begun.
type startView struct {
	Recent      []string
	Path        string // as typed
	Begin       bool   // the form for a new ledger is open
	Folder      string // for a new ledger
	Answers     Answers
	Faults      map[string]string // of the answers, by field
	Prefectures []string
	Most        int // MB that can be dropped
}

func (s *Server) startView() startView {
	return startView{Recent: s.recent.list(), Folder: s.opt.Suggested, Prefectures: blank.Prefectures(),
		Most:    largestUpload >> 20,
		Answers: Answers{Start: s.opt.Today().String()}}
}

func (s *Server) startPage(w http.ResponseWriter, r *http.Request) {
	view := s.startView()
	if now := s.desk.current(); now != nil && r.URL.Query().Has("here") && !now.source.inMemory() {
		view.Begin, view.Folder = true, now.source.path // a folder without files is to become a ledger
	}
	s.renderStart(w, http.StatusOK, view, "")
}

func (s *Server) renderStart(w http.ResponseWriter, status int, view startView, alert string) {
	f := frame{Tab: "start", Title: s.say("台帳を開く", "Open a ledger"), Alert: alert, Body: view}
	if now := s.desk.current(); now != nil {
		f = s.framed(now, "start", f.Title, view)
		f.Live, f.Alert = false, alert
	}
	s.render(w, status, "start", f)
}

// open opens the ledger, or the folder of many municipalities, at a path and remembers it.
func (s *Server) open(ctx context.Context, path string) error {
	if address, ok := s.opt.Program.Database(path); ok {
		s.desk.openMany(&many{path: path, database: address})
		s.remember(path)
		return nil
	}
	found, err := manyAt(ctx, path)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		s.desk.openMany(&many{path: path, found: found})
		s.remember(path)
		return nil
	}
	src := &source{path: path, password: s.opt.Password}
	dir, err := src.folder()
	if err != nil {
		return err
	}
	if err := s.desk.open(ctx, src, filepath.Join(dir, s.say("報告", "reports"))); err != nil {
		return err
	}
	s.desk.leaveMany(path)
	s.remember(path)
	return nil
}

func (s *Server) remember(path string) {
	if err := s.opt.Program.Remember(s.recent.add(path)); err != nil {
		s.opt.Say(s.say("最近開いた台帳の一覧を残せませんでした: ", "The list of recent ledgers was not kept: ") + err.Error())
	}
}

// openLedger opens the ledger whose place was typed or chosen.
func (s *Server) openLedger(w http.ResponseWriter, r *http.Request) {
	view := s.startView()
	view.Path = r.PostFormValue("path")
	path, err := strings.TrimSpace(view.Path), error(nil)
	if _, database := s.opt.Program.Database(path); !database {
		path, err = givenPath(view.Path)
	}
	if err == nil {
		err = s.open(r.Context(), path)
	}
	if err != nil {
		s.renderStart(w, http.StatusUnprocessableEntity, view, s.explained(err))
		return
	}
	http.Redirect(w, r, s.firstPage(), http.StatusSeeOther)
}

// newLedger makes a ledger from the answers and opens it. Wrong answers are shown beside their
// fields, and nothing is made.
func (s *Server) newLedger(w http.ResponseWriter, r *http.Request) {
	view := s.startView()
	view.Begin, view.Folder = true, r.PostFormValue("folder")
	view.Answers = Answers{
		Program: trimmed(r, "program"), Municipality: trimmed(r, "municipality"), Prefecture: trimmed(r, "prefecture"),
		Start: trimmed(r, "start"), Hub: trimmed(r, "hub"),
	}
	path, err := givenPath(view.Folder)
	view.Faults = s.faults(view.Answers, err)
	if len(view.Faults) > 0 {
		s.renderStart(w, http.StatusUnprocessableEntity, view,
			s.say("書き直すところがあります。何も作っていません。", "Some answers need another look; nothing was made."))
		return
	}
	if err = s.opt.Program.Begin(r.Context(), path, view.Answers); err == nil {
		err = s.open(r.Context(), path)
	}
	if err != nil {
		s.renderStart(w, http.StatusUnprocessableEntity, view, s.explained(err))
		return
	}
	http.Redirect(w, r, "/week", http.StatusSeeOther)
}

func trimmed(r *http.Request, name string) string { return strings.TrimSpace(r.PostFormValue(name)) }

// faults says of each answer that will not do what to write instead.
func (s *Server) faults(a Answers, folder error) map[string]string {
	faults := map[string]string{}
	if folder != nil {
		faults["folder"] = s.explained(folder)
	}
	if a.Program == "" {
		faults["program"] = s.say("事業の名前を書いてください。", "Give the name of the programme.")
	}
	if a.Municipality == "" {
		faults["municipality"] = s.say("市区町村の名前を書いてください。", "Give the municipality.")
	}
	if _, ok := blank.Prefecture(a.Prefecture); !ok {
		faults["prefecture"] = s.say("都道府県を選んでください。", "Choose the prefecture.")
	}
	if _, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: a.Start}); fault != nil {
		faults["start"] = s.say("1日目の日付を 2026-06-01 のように書いてください。", "Give day 1 like 2026-06-01.")
	}
	return faults
}
