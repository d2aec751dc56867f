package web

import (
	"context"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/web/shelf"
	"pilot90/report"
	"pilot90/report/edition"
	"pilot90/report/plan"
)

// made is one report that was made, kept to be opened from the page.
type made struct {
	Number int
	Title  string
	File   report.File
	Path   string // where it was written; "" = nowhere
	Note   string
}

// mostMade is how many reports are kept in memory.
const mostMade = 40

// formatView is a button of an edition.
type formatView struct{ ID, Name, For string }

// reportView is the page 報告.
type reportView struct {
	Editions []editionView
	Formats  []formatView
	Out      string
	Made     []made
	Suggest  string
	InMemory bool
	Kept     []shelf.Kept
	KeptWhy  string // why the kept ones cannot be listed
	Checked  bool   // they were checked against this reading
	Told     string // what has just been done
	Reason   string // the edition for which a reason is asked
	Why      string // as typed
	Back     string
	Towns    townsView
	Successor,
	PlaceOf string // of the hand-over, as typed
}

func (s *Server) formats() []formatView {
	words := map[string]formatView{
		"pdf":  {"pdf", "PDF", s.say("印刷・配布", "to print")},
		"html": {"html", s.say("Webページ", "Web page"), s.say("画面で見る", "for the screen")},
		"xlsx": {"xlsx", "Excel", s.say("数字を貼り付ける", "to paste from")},
		"pptx": {"pptx", "PowerPoint", s.say("直して使う", "to edit")},
		"json": {"json", s.say("データ", "Data"), s.say("ほかのソフト用", "for programs")},
		"csv":  {"csv", "CSV", s.say("表計算・公開用", "one table")},
		"png":  {"png", s.say("グラフの画像", "Charts"), s.say("スライドに貼る", "for slides")},
	}
	var list []formatView
	for _, name := range report.Formats {
		f, ok := words[name]
		if !ok {
			f = formatView{name, strings.ToUpper(name), ""}
		}
		list = append(list, f)
	}
	return list
}

func (s *Server) reportPage(w http.ResponseWriter, r *http.Request, now *reading) {
	view := s.newReportView(now)
	view.Towns = s.townShown(r, now)
	s.showReport(w, http.StatusOK, now, view, "")
}

// newReportView is the page as it stands.
func (s *Server) newReportView(now *reading) reportView {
	view := reportView{Editions: s.editions(now), Towns: townsView{Names: now.towns()}, Formats: s.formats(),
		InMemory: now.source.inMemory(), Suggest: s.opt.Suggested, PlaceOf: now.source.place()}
	if !view.InMemory {
		view.Successor = now.source.path + s.say("_引き継ぎ", "_handover")
		kept, err := edition.Kept(now.source.path)
		if err != nil {
			view.KeptWhy = s.explained(err)
		}
		view.Kept = shelf.List(kept, s.desk.verdictsOf(now), s.lang())
		view.Checked = s.desk.verdictsOf(now) != nil
	}
	s.desk.mu.Lock()
	view.Out, view.Made, view.Told = s.desk.out, slices.Clone(s.desk.made), s.desk.told
	s.desk.told = ""
	s.desk.mu.Unlock()
	slices.Reverse(view.Made)
	return view
}

func (s *Server) renderReport(w http.ResponseWriter, status int, now *reading, alert string) {
	s.showReport(w, status, now, s.newReportView(now), alert)
}

func (s *Server) showReport(w http.ResponseWriter, status int, now *reading, view reportView, alert string) {
	f := s.framed(now, "report", s.say("報告", "Reports"), view)
	f.Alert = alert
	s.render(w, status, "report", f)
}

// chooseFolder sets where reports are written. An empty place keeps them in memory when the
// ledger is there too.
func (s *Server) chooseFolder(w http.ResponseWriter, r *http.Request, now *reading) {
	out, err := "", error(nil)
	if text := trimmed(r, "out"); text != "" || !now.source.inMemory() {
		out, err = givenPath(text)
	}
	if err != nil {
		s.renderReport(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	s.desk.mu.Lock()
	s.desk.out = out
	s.desk.mu.Unlock()
	http.Redirect(w, r, "/report", http.StatusSeeOther)
}

// makeReport makes one edition in one format, as the command report does, and writes it.
func (s *Server) makeReport(w http.ResponseWriter, r *http.Request, now *reading) {
	name, format, _ := strings.Cut(r.PostFormValue("make"), "/")
	s.desk.mu.Lock()
	out := s.desk.out
	s.desk.mu.Unlock()
	ctx, end := s.desk.working(w, r, s.say("報告書をつくっています…", "Making the report…"))
	defer end()
	town, err := s.townAsked(r, now)
	if err == nil {
		err = s.makeAll(ctx, now, town, name, format, out)
	}
	if err != nil {
		view := s.newReportView(now)
		view.Towns = s.townShown(r, now)
		s.showReport(w, http.StatusUnprocessableEntity, now, view, s.explained(err))
		return
	}
	http.Redirect(w, r, "/report"+townQuery(town)+"#ui-made", http.StatusSeeOther)
}

// makeAll makes an edition, writes it where there is a folder for it, and keeps it for the page.
func (s *Server) makeAll(ctx context.Context, now *reading, town, name, format, out string) error {
	all, err := s.makeEdition(ctx, now, town, name, format, out)
	if err != nil {
		return err
	}
	for _, m := range slices.Backward(all) { // the last is listed first: the paper itself
		s.desk.keep(m)
	}
	return nil
}

// printWeek makes the weekly edition to be printed, and shows it. It is written nowhere.
func (s *Server) printWeek(w http.ResponseWriter, r *http.Request, now *reading) {
	ctx, end := s.desk.working(w, r, s.say("印刷用の PDF をつくっています…", "Making the PDF…"))
	defer end()
	all, err := s.makeEdition(ctx, now, "", "hub", "pdf", "")
	if err != nil {
		s.renderWeek(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	m := s.desk.keep(all[0])
	http.Redirect(w, r, madeAddress(m), http.StatusSeeOther)
}

// makeEdition makes the files of an edition in one format, of one municipality or of the whole hub (""), and writes all
// of them or none when there is a folder for them.
func (s *Server) makeEdition(ctx context.Context, now *reading, town, name, format, out string) ([]made, error) {
	if !slices.Contains(plan.Editions(), name) || !slices.Contains(report.Formats, format) {
		return nil, told("つくる報告書を選び直してください。", "Please choose the report again.")
	}
	p, _, err := now.plan(name)
	if err != nil {
		return nil, err
	}
	ledger, err := now.source.folder()
	if err != nil {
		return nil, err
	}
	run, err := s.runOf(now, town)
	if err != nil {
		return nil, err
	}
	files, replaced, err := s.opt.Program.Make(ctx, ledger, run, p, []string{format})
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, told("この版には、この形式にするものがありません。", "This edition has nothing to give in this format.")
	}
	label := s.say(p.Label.JA, p.Label.EN)
	if town != "" {
		label += s.say("（"+town+"）", " ("+town+")")
	}
	var all []made
	for i, f := range files {
		files[i].Name = reportName(now, label+partOf(s, f.Name, len(files)), f.Name)
		m := made{Title: label, File: files[i]}
		if out != "" {
			m.Path = filepath.Join(out, m.File.Name)
		}
		all = append(all, m)
	}
	if len(replaced) > 0 {
		all[0].Note = s.say("PDF の文字にないため〓に置き換えました: ", "Replaced by 〓 for want of a letter in the font: ") + string(replaced)
	}
	if out == "" {
		return all, nil
	}
	return all, s.opt.Program.Place(out, files)
}

// partOf tells apart the files of one edition and format.
func partOf(s *Server, name string, of int) string {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	switch {
	case name == report.DeckFile || base == "deck":
		return s.say("スライド", "-slides")
	case base == "questions":
		return s.say("_想定問答", "-questions")
	case of == 1 || base == "report":
		return ""
	}
	return "_" + base
}
