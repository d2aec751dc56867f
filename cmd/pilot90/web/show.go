package web

import (
	"net/http"
	"path/filepath"
)

// show opens a file of the ledger, or a folder, with the program that the system has for it.
func (s *Server) show(w http.ResponseWriter, r *http.Request, now *reading) {
	target, err := s.target(now, r.PostFormValue("what"), r.PostFormValue("file"))
	if err == nil && s.opt.Program.Show(target) != nil {
		err = told("このパソコンでは、ここから開けませんでした。ファイルの一覧（エクスプローラー）で次の場所を開いてください: "+target,
			"It cannot be opened from here. Please open it by its place: "+target)
	}
	if err != nil {
		s.renderReport(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	w.WriteHeader(http.StatusNoContent) // the page stays as it is
}

// target is the path of what may be opened: the ledger's folder, that of the reports, or a file
// that was read as part of the ledger.
func (s *Server) target(now *reading, what, file string) (string, error) {
	dir, err := now.source.folder()
	if err != nil || dir == "" && what != "out" {
		return "", told("この台帳はメモリーにだけあります。", "This ledger is in memory only.")
	}
	switch what {
	case "ledger":
		return dir, nil
	case "out":
		s.desk.mu.Lock()
		defer s.desk.mu.Unlock()
		if s.desk.out == "" {
			return "", told("書き出し先のフォルダーが決まっていません。", "No folder is chosen for reports.")
		}
		return s.desk.out, nil
	}
	for _, in := range now.run.Cohort.Inputs {
		if in.File == file && file != "" {
			return filepath.Join(dir, filepath.FromSlash(file)), nil
		}
	}
	return "", told("「"+file+"」は台帳のファイルではありません。", "“"+file+"” is no file of the ledger.")
}

// choose reads the ledger for another day or year.
func (s *Server) choose(w http.ResponseWriter, r *http.Request, now *reading) {
	if err := s.desk.choose(r.Context(), choice{AsOf: trimmed(r, "as_of"), Period: trimmed(r, "period"),
		From: trimmed(r, "from"), To: trimmed(r, "to")}); err != nil {
		f := s.framed(now, "", s.say("基準日と期間", "As-of date and period"), "")
		f.Alert = s.explained(err)
		s.render(w, http.StatusUnprocessableEntity, "sorry", f)
		return
	}
	http.Redirect(w, r, s.back(r, "/week"), http.StatusSeeOther)
}
