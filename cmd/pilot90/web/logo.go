package web

import (
	"bytes"
	"io"
	"net/http"
	"path/filepath"
	"strings"

	"pilot90/cohort/setting"
	"pilot90/cohort/tomledit"
)

// largestLogo bounds the picture of a logo, as package setting does.
const largestLogo = 2 << 20

// saveLogo puts a picture into the ledger's folder and names it in pilot.toml. No other file is overwritten.
func (s *Server) saveLogo(w http.ResponseWriter, r *http.Request, now *reading) {
	s.saving.Lock()
	defer s.saving.Unlock()
	if err := s.takeLogo(r, now); err != nil {
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
