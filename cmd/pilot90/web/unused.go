package web

import (
	"net/http"
	"os"
	"path"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
	"pilot90/cohort/tomledit"
)

// unused are the spreadsheets in the ledger's folder that are no part of it, as pilot.toml names others.
func (s *Server) unused(now *reading) []string {
	c := now.run.Cohort
	if now.source.inMemory() || !now.source.isFolder() || slices.Equal(c.Pilot.Files, setting.DefaultFiles()) {
		return nil
	}
	entries, err := os.ReadDir(now.source.path)
	if err != nil {
		return nil // the page says of the ledger itself that it cannot be read
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		spreadsheet := slices.Contains(setting.DefaultFiles(), "*"+strings.ToLower(path.Ext(name)))
		known := slices.ContainsFunc(c.Inputs, func(in cohort.Input) bool { return in.File == name })
		if spreadsheet && !known && e.Type().IsRegular() && !sheet.IsLockFile(name) && !strings.ContainsAny(name, `*?[\`) {
			names = append(names, name)
		}
	}
	return names
}

// addFile names one more spreadsheet of the folder in pilot.toml, and shows it.
func (s *Server) addFile(w http.ResponseWriter, r *http.Request, now *reading) {
	name := r.PostFormValue("name")
	release, err := s.hold(now)
	if err == nil {
		defer release()
		err = s.takeFile(r, now, name)
	}
	if err != nil {
		t := sheetview.NewTrial(now.run.Cohort)
		file, of := sheetview.First(sheetview.List(now.run.Cohort, t.Reading, "", ""))
		view := s.readView(r.Context(), now, t, sheetview.Choice{File: file, Sheet: of}, false)
		view.Failure = s.explained(err)
		s.renderReading(w, http.StatusUnprocessableEntity, now, view)
		return
	}
	for _, in := range s.desk.current().run.Cohort.Inputs {
		for _, of := range slices.Concat(in.Unread, sheetNames(in)) {
			if in.File == name {
				http.Redirect(w, r, sheetview.Address(name, of), http.StatusSeeOther)
				return
			}
		}
	}
	http.Redirect(w, r, "/reading", http.StatusSeeOther)
}

func sheetNames(in cohort.Input) []string {
	var names []string
	for _, s := range in.Sheets {
		names = append(names, s.Sheet)
	}
	return names
}

// takeFile writes the list of files with the name behind the others; s.saving is held.
func (s *Server) takeFile(r *http.Request, now *reading, name string) error {
	if !slices.Contains(s.unused(now), name) {
		return told("「"+name+"」は、いまは使っていないファイルの中にありません。画面を開き直してください。",
			"“"+name+"” is not among the files that are not used. Open the page anew.")
	}
	dir, err := s.settingsFolder(now)
	if err != nil {
		return err
	}
	was, err := kept(dir, setting.File)
	if err != nil {
		return err
	}
	var names []string
	for _, one := range append(slices.Clone(now.run.Cohort.Pilot.Files), name) {
		names = append(names, tomledit.Quoted(one))
	}
	list := tomledit.Literal("[" + strings.Join(names, ", ") + "]")
	text, err := tomledit.Apply(was, []tomledit.Edit{{Path: []string{"ledger", "files"}, Value: list}})
	if err != nil {
		return told("pilot.toml の files の行は、ここからは書き換えられません。手で「"+name+"」を書き足してください。",
			"The line files of pilot.toml cannot be changed from here; add “"+name+"” there.")
	}
	return s.rewrite(r.Context(), now, setting.File, was, text)
}
