package web

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// readView is the page 読み取り.
type readView struct {
	sheetview.Chosen
	Files               []sheetview.File
	Good, Bad, Aside    int
	File, Sheet, Part   string
	Sheets              sheetview.View
	Why                 string // the sheet cannot be shown
	Failure, Done, Note string
	Tried, Undo         bool
	Alike               int      // other sheets with the same headings
	AlikeToo            bool     // they are to be read so too
	Unused              []string // files of the folder that are no part of the ledger
	Sum                 string
	General             []finding.Finding // of files that cannot be read, and of reading.toml
	Openable            bool
}

// All is how many sheets there are.
func (v readView) All() int { return v.Good + v.Bad + v.Aside }

func (s *Server) readingPage(w http.ResponseWriter, r *http.Request, now *reading) {
	q := r.URL.Query()
	c := now.run.Cohort
	file, sheet := q.Get("file"), q.Get("sheet")
	t := sheetview.NewTrial(c)
	if file == "" {
		file, sheet = sheetview.First(sheetview.List(c, t.Reading, "", ""))
	}
	choice := sheetview.Choice{File: file, Sheet: sheet, Part: q.Get("part"), Alike: true}
	view := s.readView(r.Context(), now, t, choice, q.Has("all"))
	switch {
	case q.Has("saved"):
		view.Done = s.say("この読み方を保存しました。同じ形の翌月のシートにも効きます。", "Saved. Next month's sheet of the same form is read so too.")
	case q.Has("undone"):
		view.Done = s.say("ひとつ前の読み方に戻しました。", "The sheets are read as before.")
	case sheetview.Unfamiliar(c):
		view.Note = s.say("人も作業も、まだ読めていません。下の「このシートは」で何の表かを選び、列の札で項目を選んでください。",
			"No people and no work could be read yet. Say below which table the sheet is, and what its columns are.")
	}
	s.renderReading(w, http.StatusOK, now, view)
}

func (s *Server) renderReading(w http.ResponseWriter, status int, now *reading, view readView) {
	f := s.framed(now, "reading", s.say("読み取り", "Reading"), view)
	f.Live, f.Alert = false, view.Failure // the form keeps what the sheet was read as when it was shown
	s.render(w, status, "reading", f)
}

// readView builds the page of a sheet as a trial reads it.
func (s *Server) readView(ctx context.Context, now *reading, t *sheetview.Trial, c sheetview.Choice,
	all bool) readView {
	shown := t.Reading
	if t.Changed {
		shown = t.After.Reading()
	}
	view := readView{Files: sheetview.List(t.After, shown, c.File, c.Sheet), File: c.File, Sheet: c.Sheet, Part: c.Part,
		Tried: t.Changed,
		Alike: t.Alike(c), AlikeToo: c.Alike, Unused: s.unused(now),
		General: t.Reading.General, Openable: !now.source.inMemory()}
	for _, f := range view.Files {
		for _, e := range f.Sheets {
			switch {
			case e.Bad():
				view.Bad++
			case e.Records:
				view.Good++
			default:
				view.Aside++
			}
		}
	}
	dir, err := s.settingsFolder(now)
	if err == nil {
		text, err := kept(dir, setting.ReadingFile)
		view.Undo, view.Sum = err == nil && canTakeBack(dir, setting.ReadingFile, text), sumOf(text)
	} else if !now.source.inMemory() {
		view.Note = s.explained(err)
	}
	g, err := s.sheetGrid(ctx, now, t.Base, c.File, c.Sheet)
	if err != nil {
		view.Why = s.explained(err)
		return view
	}
	view.Sheets, view.Chosen = t.View(c, g, all), t.Chosen(c, g)
	return view
}

// sheetGrid is the sheet as it is in the file that was read; the error says that there is none.
func (s *Server) sheetGrid(ctx context.Context, now *reading, c *cohort.Ledger, file,
	sheet string) (*grid.Grid, error) {
	i := slices.IndexFunc(c.Inputs, func(in cohort.Input) bool { return in.File == file && file != "" })
	if i < 0 {
		return nil, told("台帳に、このファイルはありません。", "The ledger has no such file.")
	}
	book, err := now.source.book(ctx, file)
	if err != nil {
		return nil, err
	}
	if book == nil || book.SHA256 != c.Inputs[i].SHA256 {
		return nil, told("ファイルが保存し直されています。もう一度開いてください。", "The file was saved again; open it once more.")
	}
	for _, g := range book.Sheets {
		if g.Sheet == sheet {
			return g, nil
		}
	}
	return nil, told(fmt.Sprintf("「%s」というシートはありません。", sheet), fmt.Sprintf("There is no sheet %q.", sheet))
}

// tryReading shows how a sheet would be read with what was chosen. It writes nothing.
func (s *Server) tryReading(w http.ResponseWriter, r *http.Request, now *reading) {
	if err := r.ParseForm(); err != nil {
		s.renderReading(w, http.StatusUnprocessableEntity, now, readView{Failure: s.explained(err)})
		return
	}
	c := sheetview.ReadChoice(r.PostForm)
	t, why, err := sheetview.Try(s.loader(r.Context(), now), now.run.Cohort, c)
	s.renderTrial(w, r, now, t, c, why, err)
}

// renderTrial shows a trial, or why there is none.
func (s *Server) renderTrial(w http.ResponseWriter, r *http.Request, now *reading, t *sheetview.Trial,
	c sheetview.Choice,
	why lang.Text, err error) {
	if t == nil {
		t = sheetview.NewTrial(now.run.Cohort)
	}
	if (err != nil || !why.Empty()) && !t.Draft {
		c = sheetview.Choice{File: c.File, Sheet: c.Sheet, Part: c.Part, Alike: c.Alike,
			Table: c.Table, Row: c.Row, Shape: c.Shape}
		if t.After == t.Base {
			c.Table = "" // what is not read so is not shown as chosen
		}
	}
	view := s.readView(r.Context(), now, t, c, r.PostForm.Has("all"))
	status := http.StatusOK
	switch {
	case err != nil:
		view.Failure = s.explained(err)
	case !why.Empty() && t.Draft && r.URL.Path == "/reading/try":
		view.Note = s.say("まだ読めません。列の札で、列ごとの項目を選んでください。", "It cannot be read yet. Choose for each column what it is. ") +
			why.In(s.lang())
	case !why.Empty():
		view.Failure = why.In(s.lang()) + s.say("何も保存していません。", " Nothing was saved.")
	}
	if view.Failure != "" {
		status = http.StatusUnprocessableEntity
	}
	s.renderReading(w, status, now, view)
}

// saveReading writes how a sheet is read into reading.toml, and nothing else.
func (s *Server) saveReading(w http.ResponseWriter, r *http.Request, now *reading) {
	if err := r.ParseForm(); err != nil {
		s.renderReading(w, http.StatusUnprocessableEntity, now, readView{Failure: s.explained(err)})
		return
	}
	c := sheetview.ReadChoice(r.PostForm)
	release, err := s.hold(now)
	if err != nil {
		s.renderTrial(w, r, now, nil, c, lang.Text{}, err)
		return
	}
	defer release()
	load := s.loader(r.Context(), now)
	base, err := load(nil) // as it is on the disk by now
	if err != nil {
		s.renderTrial(w, r, now, nil, c, lang.Text{}, err)
		return
	}
	t, why, err := sheetview.Try(load, base, c)
	if err == nil && why.Empty() && !t.Same() {
		if at := t.Clash(c); at != "" {
			why = lang.Sayf("「%[1]s」の読み方が、この画面を開いたあとに変わっています。いまの読み方を確かめて、選び直してください。",
				"How “%[1]s” is read was changed since this page was shown. Look at it and choose again.", at)
			t = nil
		}
	}
	if err == nil && why.Empty() && !t.Same() {
		err = s.writeReading(r, now, t)
	}
	if err != nil || !why.Empty() {
		s.renderTrial(w, r, now, t, c, why, err)
		return
	}
	http.Redirect(w, r, sheetview.Address(c.File, c.Sheet)+ofPart(c.Part)+"&saved", http.StatusSeeOther)
}

// ofPart is what the address of a sheet has for one of its tables.
func ofPart(part string) string {
	if part == "" {
		return ""
	}
	return "&part=" + url.QueryEscape(part)
}

// writeReading writes the pins of a trial, on the disk or into the ledger in memory; s.saving is held.
func (s *Server) writeReading(r *http.Request, now *reading, t *sheetview.Trial) error {
	if !t.Changed {
		return nil
	}
	text := []byte(nil)
	if len(t.Pins) > 0 {
		var err error
		if text, err = setting.WriteReading(t.Pins); err != nil {
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
	http.Redirect(w, r, sheetview.Address(file, sheet)+"&undone", http.StatusSeeOther)
}

// loader reads the ledger anew, with another text in place of its reading.toml; nil has its own.
func (s *Server) loader(ctx context.Context, now *reading) sheetview.Load {
	return func(text []byte) (*cohort.Ledger, error) { return s.loadWith(ctx, now, text) }
}

func (s *Server) loadWith(ctx context.Context, now *reading, text []byte) (*cohort.Ledger, error) {
	s.desk.mu.Lock()
	choice := s.desk.choice
	s.desk.mu.Unlock()
	opt, err := s.desk.options(choice)
	if err != nil {
		return nil, err
	}
	src := now.source
	if opt.Reading = text; text != nil && src.inMemory() {
		src = src.withReading(text)
	}
	c, _, err := src.read(ctx, opt)
	return c, err
}

// withReading is a ledger in memory with another reading.toml; none for an empty text.
func (s *source) withReading(text []byte) *source {
	files := maps.Clone(s.files)
	if delete(files, setting.ReadingFile); len(text) > 0 {
		files[setting.ReadingFile] = text
	}
	return &source{name: s.name, files: files, password: s.password}
}

// firstPage is the page of a ledger that was just opened.
func (s *Server) firstPage() string {
	now := s.desk.current()
	if now == nil && s.desk.openedMany() != nil {
		return "/many"
	}
	if now != nil && (now.asked() > 0 || sheetview.Unfamiliar(now.run.Cohort)) {
		return "/reading"
	}
	return "/week"
}
