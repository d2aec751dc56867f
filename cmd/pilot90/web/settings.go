package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strings"

	"pilot90/cmd/pilot90/web/settings"
	"pilot90/cohort/setting"
	"pilot90/cohort/tomledit"
)

// settingsView is the page 設定.
type settingsView struct {
	Page      *settings.Page
	Why       string // nothing can be written
	Broken    string // the file is no TOML
	Conflicts []settings.Conflict
	Changes   []settings.Change // of a look at what saving does
	Looked    bool
	Fault     *settings.Fault
	Done      string
	Sum       string
	Undo      bool
	Year      int
	AsOf      string
	Most      int // KB of a logo
}

func (s *Server) settingsPage(w http.ResponseWriter, r *http.Request, now *reading) {
	view, err := s.settingsView(now)
	if err == nil && r.URL.Query().Has("saved") {
		view.Done = s.say("保存しました。画面の数字は新しい設定で計算し直しています。", "Saved. The figures are computed anew.")
	}
	if err == nil && r.URL.Query().Has("undone") {
		view.Done = s.say("ひとつ前の設定に戻しました。もう一度押すと、戻す前の設定になります。",
			"The settings are those before. Press again to have the others.")
	}
	s.renderSettings(w, http.StatusOK, now, view, err)
}

func (s *Server) renderSettings(w http.ResponseWriter, status int, now *reading, view settingsView, err error) {
	f := s.framed(now, "settings", s.say("設定", "Settings"), view)
	f.Live = false // the form keeps the values with which it was shown; see package settings
	if err != nil {
		status, f.Alert = http.StatusUnprocessableEntity, s.explained(err)
	}
	s.render(w, status, "settings", f)
}

// settingsView builds the form of the file as it is now on the disk.
func (s *Server) settingsView(now *reading) (settingsView, error) {
	clock := now.run.Window.Clock
	view := settingsView{Year: clock.End.FiscalYear(), AsOf: s.day(clock.AsOf),
		Most: largestLogo >> 10}
	dir, err := s.settingsFolder(now)
	var text []byte
	if err != nil {
		view.Why, text = s.explained(err), now.source.files[setting.File]
	} else if text, err = kept(dir, setting.File); err != nil {
		return view, err
	} else {
		view.Undo = canTakeBack(dir, setting.File, text)
	}
	view.Sum = sumOf(text)
	view.Page, err = settings.New(text, settings.FactsOf(now.run, dir, text))
	if err != nil {
		_, found := setting.Read(setting.File, text)
		for _, f := range found {
			view.Broken += f.Message.In(s.lang()) + f.Fix.In(s.lang())
		}
	}
	return view, nil
}

// saveSettings writes what was typed into pilot.toml, or only shows what that would change.
func (s *Server) saveSettings(w http.ResponseWriter, r *http.Request, now *reading) {
	look := r.URL.Path == "/settings/look"
	if !look {
		release, err := s.hold(now)
		if err != nil {
			view, _ := s.settingsView(now)
			s.renderSettings(w, http.StatusUnprocessableEntity, now, view, err)
			return
		}
		defer release()
	}
	view, err := s.settingsView(now)
	if err == nil && view.Why != "" {
		err = errors.New(view.Why)
	}
	if err == nil && view.Page == nil {
		err = errors.New(view.Broken)
	}
	if err == nil {
		err = r.ParseForm()
	}
	if err != nil {
		s.renderSettings(w, http.StatusUnprocessableEntity, now, view, err)
		return
	}
	view.Conflicts = view.Page.Take(r.PostForm)
	changes, ok := view.Page.Changes()
	view.Changes, view.Looked = changes, look
	switch {
	case len(view.Conflicts) > 0:
		err = told("ほかの人（または別の画面）が、同じところを変えています。何も保存していません。下で確かめて、よければもう一度「保存」を押してください。",
			"The same was changed elsewhere meanwhile. Nothing was saved. Look below, and press Save again if it is to be so.")
	case !ok:
		err = told("書き直すところがあります。何も保存していません。", "Some fields need another look; nothing was saved.")
	case !view.Looked && len(changes) > 0:
		if err = s.writeSettings(r, now, &view); err == nil {
			http.Redirect(w, r, "/settings?saved", http.StatusSeeOther)
			return
		}
	}
	s.renderSettings(w, http.StatusOK, now, view, err)
}

// writeSettings writes the changes of the form; s.saving is held.
func (s *Server) writeSettings(r *http.Request, now *reading, view *settingsView) error {
	dir, err := s.settingsFolder(now)
	if err != nil {
		return err
	}
	was, err := kept(dir, setting.File)
	if err != nil {
		return err
	}
	if sumOf(was) != view.Sum {
		return told("保存のあいだに設定のファイルが変わりました。もう一度「保存」を押してください。",
			"The file was changed just now. Press Save again.")
	}
	text, err := view.Page.Apply(view.Changes)
	if trouble, ok := err.(*settings.Fault); ok {
		view.Fault = trouble
		return told(trouble.JA, trouble.EN)
	}
	return s.rewrite(r.Context(), now, setting.File, was, text)
}

// undoSettings goes back to the settings before the last change.
func (s *Server) undoSettings(w http.ResponseWriter, r *http.Request, now *reading) {
	if err := s.takeBack(r.Context(), now, setting.File, r.PostFormValue("sum")); err != nil {
		view, _ := s.settingsView(now)
		s.renderSettings(w, http.StatusOK, now, view, err)
		return
	}
	http.Redirect(w, r, "/settings?undone", http.StatusSeeOther)
}

// largestLogo bounds the picture of a logo, as package setting does.
const largestLogo = 2 << 20

// saveLogo puts a picture into the ledger's folder and names it in pilot.toml. No other file is overwritten.
func (s *Server) saveLogo(w http.ResponseWriter, r *http.Request, now *reading) {
	release, err := s.hold(now)
	if err == nil {
		defer release()
		err = s.takeLogo(r, now)
	}
	if err != nil {
		view, _ := s.settingsView(now)
		s.renderSettings(w, http.StatusOK, now, view, err)
		return
	}
	http.Redirect(w, r, "/settings?saved", http.StatusSeeOther)
}

func (s *Server) takeLogo(r *http.Request, now *reading) error {
	dir, err := s.settingsFolder(now)
	if err != nil {
		return err
	}
	name, data, err := sentPicture(r)
	if err != nil {
		return err
	}
	was, err := kept(dir, setting.File)
	if err != nil {
		return err
	}
	text, err := tomledit.Apply(was, []tomledit.Edit{{Path: []string{"program", "logo"}, Value: name}})
	if err != nil {
		return told("pilot.toml の logo の行は、ここからは書き換えられません。手で「"+name+"」に直してください。",
			"The line logo of pilot.toml cannot be changed from here; write “"+name+"” there.")
	}
	if old, err := setting.ReadPlain(filepath.Join(dir, name), largestLogo); err != nil || !bytes.Equal(old, data) {
		if err := s.opt.Program.Save(dir, map[string][]byte{name: data}); err != nil {
			return err
		}
	}
	return s.rewrite(r.Context(), now, setting.File, was, text)
}

// sentPicture is the picture of a form.
func sentPicture(r *http.Request) (string, []byte, error) {
	file, head, err := r.FormFile("logo")
	if err != nil {
		return "", nil, told("画像のファイルを選んでください（PNG か JPEG、2 MB まで）。", "Choose a picture (PNG or JPEG, at most 2 MB).")
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, largestLogo+1))
	if err != nil {
		return "", nil, err
	}
	name := filepath.Base(strings.ReplaceAll(head.Filename, `\`, "/"))
	kind := http.DetectContentType(data)
	if kind != "image/png" && kind != "image/jpeg" || len(data) > largestLogo || strings.HasPrefix(name, ".") {
		return "", nil, told("「"+name+"」は使えません。PNG か JPEG の画像（2 MB まで）を選んでください。",
			"“"+name+"” cannot be used. Choose a PNG or JPEG of at most 2 MB.")
	}
	return name, data, nil
}
