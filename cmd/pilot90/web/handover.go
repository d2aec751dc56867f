package web

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/report"
)

// handOver makes the successor's folder.
func (s *Server) handOver(w http.ResponseWriter, r *http.Request, now *reading) {
	view := s.newReportView(now)
	view.Successor, view.PlaceOf = r.PostFormValue("out"), trimmed(r, "place")
	ledger, err := onDisk(now)
	var out, first string
	if err == nil {
		out, err = givenPath(view.Successor)
	}
	if err == nil {
		ctx, end := s.desk.working(w, r, s.say("引き継ぎの資料をつくっています…", "Making the successor's folder…"))
		defer end()
		first, err = s.opt.Program.HandOver(ctx, ledger, now.run, HandOver{Out: out, Place: view.PlaceOf,
			WithLedger: r.PostFormValue("with_ledger") != ""})
	}
	if err != nil {
		s.showReport(w, http.StatusUnprocessableEntity, now, view, s.explained(err))
		return
	}
	s.desk.tellOnce(s.say("引き継ぎのフォルダーをつくりました："+out+"\n「"+first+"」から開いてもらってください（庁内限り）。",
		"Made: "+out+"\nBegin with "+first+" (internal)."))
	http.Redirect(w, r, "/report", http.StatusSeeOther)
}

// mostForm bounds a municipality's own workbook, in bytes.
const mostForm = 30 << 20

// fillForm fills in a copy of a municipality's own workbook, and keeps it with the reports.
func (s *Server) fillForm(w http.ResponseWriter, r *http.Request, now *reading) {
	name, data, err := receivedForm(r)
	var form *report.Form
	if err == nil {
		var ledger string
		if ledger, err = now.source.folder(); err == nil {
			form, err = s.opt.Program.Form(ledger, now.run, name, data)
		}
	}
	s.desk.mu.Lock()
	m := made{Title: s.say("自治体の様式", "own form")}
	out := s.desk.out
	s.desk.mu.Unlock()
	if err == nil {
		m.File, m.Note = form.File, s.formWords(form)
		if out != "" {
			m.Path = filepath.Join(out, form.File.Name)
			err = s.opt.Program.Save(out, map[string][]byte{form.File.Name: form.File.Data})
		}
	}
	if err != nil {
		s.renderReport(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	s.desk.keep(m)
	http.Redirect(w, r, "/report#ui-made", http.StatusSeeOther)
}

// receivedForm reads the one workbook of a form.
func receivedForm(r *http.Request) (name string, data []byte, err error) {
	file, head, err := r.FormFile("form")
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return "", nil, told("様式は 30 MB までです。", "A form has at most 30 MB.")
	case err != nil:
		return "", nil, told("様式の Excel ファイルを選んでください。", "Choose the Excel file of the form.")
	}
	defer file.Close()
	defer r.MultipartForm.RemoveAll()
	name = path.Base(strings.ReplaceAll(head.Filename, `\`, "/"))
	if !slices.Contains([]string{".xlsx", ".xlsm"}, strings.ToLower(path.Ext(name))) {
		return "", nil, told("様式は Excel のファイル（.xlsx、.xlsm）にしてください。", "The form must be an Excel file (.xlsx, .xlsm).")
	}
	data, err = io.ReadAll(file)
	return name, data, err
}

// formWords says what became of the marks of a form.
func (s *Server) formWords(f *report.Form) string {
	lines := []string{s.say(fmt.Sprintf("%dか所に記入しました。元のファイルはそのままです。", f.Filled),
		fmt.Sprintf("%d cells filled in; the original is as it was.", f.Filled))}
	if f.Filled == 0 && len(f.Left)+len(f.Unknown) == 0 {
		lines = append(lines, s.say("様式に印がありません。数字を入れたいセルに {{first_income_residents.value}} のように書いてください。名前は「指標」の各カードにあります。",
			"The form has no marks. Write {{first_income_residents.value}} or the like into its cells; the names stand on "+
				"the cards of Figures."))
	}
	for _, l := range slices.Concat(f.Left, f.Unknown) {
		lines = append(lines, l.In(s.lang()))
	}
	return strings.Join(lines, "\n")
}
