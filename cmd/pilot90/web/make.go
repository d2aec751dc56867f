package web

import (
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/report"
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
const mostMade = 24

// editionView is one edition on the page 報告.
type editionView struct{ ID, Title, Label, For, Marking string }

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
}

// editions are the plans in the order of their readers.
func (s *Server) editions() []editionView {
	order := []string{"hub", "grant", "council", "public", "overview"}
	names := plan.Editions()
	slices.SortStableFunc(names, func(a, b string) int { return rank(order, a) - rank(order, b) })
	readers := map[string]string{
		"hub":      s.say("推進ハブの毎週の打ち合わせに。氏名が入ります。", "For the hub's weekly meeting; with names."),
		"grant":    s.say("交付金の実績報告に。氏名は入りません。", "For the grant's yearly report; without names."),
		"council":  s.say("議会の説明に。1枚と想定問答。", "For the council: one page, and questions with answers."),
		"public":   s.say("ウェブサイトでの公表に。少人数の数字は伏せます。", "For the web site; small counts are hidden."),
		"overview": s.say("全体をひととおり見るために。", "The whole at a glance."),
	}
	var list []editionView
	for _, name := range names {
		plan, err := report.BuiltinPlan(name)
		if err != nil {
			panic(err) // the plan is part of the program
		}
		list = append(list, editionView{name, s.say(plan.Title.Text().JA, plan.Title.Text().EN),
			s.say(plan.Label.JA, plan.Label.EN),
			readers[name], s.say(plan.Marking.JA, plan.Marking.EN)})
	}
	return list
}

// rank is the place of a name in a list; a name that is not in it comes last.
func rank(order []string, name string) int {
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}

func (s *Server) formats() []formatView {
	return []formatView{
		{"pdf", "PDF", s.say("印刷・配布", "to print")},
		{"html", s.say("Webページ", "Web page"), s.say("画面で見る", "for the screen")},
		{"xlsx", "Excel", s.say("数字を貼り付ける", "to paste from")},
		{"json", s.say("データ", "Data"), s.say("ほかのソフト用", "for programs")},
	}
}

func (s *Server) reportPage(w http.ResponseWriter, _ *http.Request, now *reading) {
	s.renderReport(w, http.StatusOK, now, "")
}

func (s *Server) renderReport(w http.ResponseWriter, status int, now *reading, alert string) {
	view := reportView{Editions: s.editions(), Formats: s.formats(), InMemory: now.source.inMemory(),
		Suggest: s.opt.Suggested}
	s.desk.mu.Lock()
	view.Out, view.Made = s.desk.out, slices.Clone(s.desk.made)
	s.desk.mu.Unlock()
	slices.Reverse(view.Made)
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
	edition, format, _ := strings.Cut(r.PostFormValue("make"), "/")
	s.desk.mu.Lock()
	out := s.desk.out
	s.desk.mu.Unlock()
	all, err := s.makeEdition(now, edition, format, out)
	if err != nil {
		s.renderReport(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	for _, m := range all {
		s.desk.keep(m)
	}
	http.Redirect(w, r, "/report#ui-made", http.StatusSeeOther)
}

// makeEdition makes the files of an edition in one format, and writes all of them or none when
// there is a folder for them.
func (s *Server) makeEdition(now *reading, edition, format, out string) ([]made, error) {
	if !slices.Contains(plan.Editions(), edition) || !slices.Contains(report.Formats, format) {
		return nil, told("つくる報告書を選び直してください。", "Please choose the report again.")
	}
	plan, err := report.BuiltinPlan(edition)
	if err != nil {
		return nil, err
	}
	ledger, err := now.source.folder()
	if err != nil {
		return nil, err
	}
	files, replaced, err := s.opt.Program.Make(ledger, now.run, plan, []string{format})
	if err != nil {
		return nil, err
	}
	var all []made
	for i, f := range files {
		label := s.say(plan.Label.JA, plan.Label.EN)
		if f.Name == report.DeckFile {
			label += s.say(" スライド", ", slides")
		}
		files[i].Name = reportName(now, label, f.Name)
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
