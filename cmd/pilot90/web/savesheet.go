package web

import (
	"net/http"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

// tryReading shows how a sheet would be read with what was chosen. It writes nothing.
func (s *Server) tryReading(w http.ResponseWriter, r *http.Request, now *reading) {
	if err := r.ParseForm(); err != nil {
		s.renderReading(w, http.StatusUnprocessableEntity, now, readView{Trouble: s.explained(err)})
		return
	}
	c := sheetview.ReadChoice(r.PostForm)
	t, why, err := s.try(r.Context(), now, c)
	s.renderTrial(w, r, now, t, c, why, err)
}

// renderTrial shows a trial, or why there is none.
func (s *Server) renderTrial(w http.ResponseWriter, r *http.Request, now *reading, t *trial, c sheetview.Choice,
	why lang.Text, err error) {
	if t == nil {
		t = &trial{base: now.run.Cohort, mid: now.run.Cohort, after: now.run.Cohort}
	}
	if (err != nil || !why.Empty()) && !t.draft {
		c = sheetview.Choice{File: c.File, Sheet: c.Sheet, Table: c.Table, Row: c.Row, Shape: c.Shape}
		if t.after == t.base {
			c.Table = "" // what is not read so is not shown as chosen
		}
	}
	view := s.readView(r.Context(), now, t, c, r.PostForm.Has("all"))
	status := http.StatusOK
	switch {
	case err != nil:
		view.Trouble = s.explained(err)
	case !why.Empty() && t.draft && r.URL.Path == "/reading/try":
		view.Note = s.say("まだ読めません。列の札で、列ごとの項目を選んでください。", "It cannot be read yet. Choose for each column what it is. ") +
			why.In(s.opt.Lang)
	case !why.Empty():
		view.Trouble = why.In(s.opt.Lang) + s.say("何も保存していません。", " Nothing was saved.")
	}
	if view.Trouble != "" {
		status = http.StatusUnprocessableEntity
	}
	s.renderReading(w, status, now, view)
}

// saveReading writes how a sheet is read into reading.toml, and nothing else.
func (s *Server) saveReading(w http.ResponseWriter, r *http.Request, now *reading) {
	s.saving.Lock()
	defer s.saving.Unlock()
	if err := r.ParseForm(); err != nil {
		s.renderReading(w, http.StatusUnprocessableEntity, now, readView{Trouble: s.explained(err)})
		return
	}
	c := sheetview.ReadChoice(r.PostForm)
	t, why, err := s.try(r.Context(), now, c)
	if err == nil && why.Empty() {
		if at := s.clash(t, c); at != "" {
			why = lang.Sayf("「%[1]s」の読み方が、この画面を開いたあとに変わっています。いまの読み方を確かめて、選び直してください。",
				"How “%[1]s” is read was changed since this page was shown. Look at it and choose again.", at)
			t = nil
		}
	}
	if err == nil && why.Empty() {
		err = s.writeReading(r, now, t)
	}
	if err != nil || !why.Empty() {
		s.renderTrial(w, r, now, t, c, why, err)
		return
	}
	http.Redirect(w, r, sheetAddress(c.File, c.Sheet)+"&saved", http.StatusSeeOther)
}

// clash is what was changed elsewhere since the page was shown; "" for nothing.
func (s *Server) clash(t *trial, c sheetview.Choice) string {
	was := savedChoice(t.base, c.File, c.Sheet)
	if was.Table != c.WasTable || was.Row != c.WasRow || was.Shape != c.WasShape {
		return c.Sheet
	}
	if t.draft {
		return ""
	}
	return c.Clash(sheetview.Chips(t.mid.ReadingOf(c.File, c.Sheet, 0)))
}

// writeReading writes the pins of a trial, on the disk or into the ledger in memory; s.saving is held.
func (s *Server) writeReading(r *http.Request, now *reading, t *trial) error {
	if !t.changed {
		return nil
	}
	text := []byte(nil)
	if len(t.pins) > 0 {
		var err error
		if text, err = setting.WriteReading(t.pins); err != nil {
			return err
		}
	}
	if now.source.inMemory() {
		return s.desk.open(r.Context(), now.source.withReading(text), s.desk.outFolder())
	}
	dir, err := s.settingsFolder(now)
	if err != nil {
		return err
	}
	was, err := kept(dir, setting.ReadingFile)
	if err != nil {
		return err
	}
	return s.rewrite(r.Context(), now, setting.ReadingFile, was, text)
}

// outFolder is the folder of the reports.
func (d *desk) outFolder() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.out
}

// undoReading goes back to how sheets were read before the last change.
func (s *Server) undoReading(w http.ResponseWriter, r *http.Request, now *reading) {
	file, sheet := r.PostFormValue("file"), r.PostFormValue("sheet")
	if err := s.takeBack(r.Context(), now, setting.ReadingFile, r.PostFormValue("sum")); err != nil {
		s.renderTrial(w, r, now, nil, sheetview.Choice{File: file, Sheet: sheet}, lang.Text{}, err)
		return
	}
	http.Redirect(w, r, sheetAddress(file, sheet)+"&undone", http.StatusSeeOther)
}
