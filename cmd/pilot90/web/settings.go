package web

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/web/settings"
	"pilot90/cohort/blank"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/report/content"
)

// settingsView is the page 設定.
type settingsView struct {
	Form      *settings.Form
	Why       string // nothing can be written
	Broken    string // the file is no TOML
	Conflicts []settings.Conflict
	Changes   []settings.Change // of a look at what saving does
	Looked    bool
	Trouble   *settings.Trouble
	Done      string
	Sum       string
	Undo      bool
	Cohorts   []cohortStart
	Year      int
	AsOf      string
	Most      int // KB of a logo
}

// cohortStart is a cohort's first day, which the sheet of participants gives.
type cohortStart struct {
	Name, Day string
	People    int
	Place     finding.Place
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
	view := settingsView{Cohorts: cohortStarts(now), Year: clock.End.FiscalYear(), AsOf: s.day(clock.AsOf),
		Most: largestLogo >> 10}
	dir, err := s.settingsFolder(now)
	var text []byte
	if err != nil {
		view.Why = s.explained(err)
	} else if text, err = kept(dir, setting.File); err != nil {
		return view, err
	} else {
		view.Undo = canTakeBack(dir, setting.File, text)
	}
	view.Sum = sumOf(text)
	view.Form, err = settings.New(text, s.settingsFacts(now, dir, text))
	if err != nil {
		_, found := setting.Read(setting.File, text)
		for _, f := range found {
			view.Broken += f.Message.In(s.opt.Lang) + f.Fix.In(s.opt.Lang)
		}
	}
	return view, nil
}

// settingsFacts are what the form shows beside the settings.
func (s *Server) settingsFacts(now *reading, dir string, text []byte) settings.Facts {
	pilot, _ := setting.Read(setting.File, text)
	run := now.run
	year := run.Window.Clock.End.FiscalYear()
	facts := settings.Facts{Year: year, Pilot: pilot, Prefs: blank.Prefectures(),
		Registered: len(run.Cohort.Participants.Rows), Pictures: pictures(dir)}
	if _, own := pilot.YearTargets[year]; own {
		facts.InForce = year
	}
	for _, d := range run.Definitions {
		f := settings.Figure{ID: d.ID, Title: d.Title, Unit: d.Unit, Of: d.Counts}
		if v := kpi.Find(run.Result.Figures, d.ID); v != nil && v.Value != nil {
			f.Title, f.Unit, f.Of = v.Title, v.Unit, v.Counts
			f.Now = content.Quantity(*v.Value, string(v.Unit), string(s.opt.Lang))
			if v.Unit == kpi.Count {
				f.Now += settings.UnitWord(f).In(s.opt.Lang)
			}
			f.Met = v.Target != nil && v.Better.Meets(*v.Value, *v.Target)
		}
		facts.Figures = append(facts.Figures, f)
	}
	return facts
}

// pictures are the files of the folder that may be a logo.
func pictures(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // the page says elsewhere that the folder is gone
	}
	var out []string
	for _, e := range entries {
		switch strings.ToLower(filepath.Ext(e.Name())) {
		case ".png", ".jpg", ".jpeg":
			out = append(out, e.Name())
		}
	}
	return out
}

// cohortStarts are the cohorts with their first days, in the order of these.
func cohortStarts(now *reading) []cohortStart {
	type start struct {
		cohortStart
		day cell.Day
	}
	var list []start
	for _, p := range now.run.Cohort.Participants.Rows {
		if !p.StartDate.Known {
			continue
		}
		i := slices.IndexFunc(list, func(x start) bool { return x.Name == p.Cohort.Value })
		if i < 0 {
			i = len(list)
			list = append(list, start{cohortStart{Name: p.Cohort.Value, Place: p.Cell(p.StartDate.Col)}, p.StartDate.Value})
		}
		list[i].People++
		if p.StartDate.Value < list[i].day {
			list[i].day, list[i].Place = p.StartDate.Value, p.Cell(p.StartDate.Col)
		}
	}
	slices.SortStableFunc(list, func(a, b start) int { return int(a.day - b.day) })
	var out []cohortStart
	for _, x := range list {
		x.Day = x.day.EraString(now.run.Lang)
		out = append(out, x.cohortStart)
	}
	return out
}

// saveSettings writes what was typed into pilot.toml, or only shows what that would change.
func (s *Server) saveSettings(w http.ResponseWriter, r *http.Request, now *reading) {
	s.saving.Lock()
	defer s.saving.Unlock()
	view, err := s.settingsView(now)
	if err == nil && view.Why != "" {
		err = errors.New(view.Why)
	}
	if err == nil && view.Form == nil {
		err = errors.New(view.Broken)
	}
	if err == nil {
		err = r.ParseForm()
	}
	if err != nil {
		s.renderSettings(w, http.StatusUnprocessableEntity, now, view, err)
		return
	}
	view.Conflicts = view.Form.Take(r.PostForm)
	changes, ok := view.Form.Changes()
	view.Changes, view.Looked = changes, r.URL.Path == "/settings/look"
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
	text, err := view.Form.Apply(view.Changes)
	if trouble, ok := err.(*settings.Trouble); ok {
		view.Trouble = trouble
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
