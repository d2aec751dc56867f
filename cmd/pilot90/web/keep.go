package web

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/web/shelf"
	"pilot90/report/edition"
)

// onDisk is the folder of a ledger that editions can be kept beside.
func onDisk(now *reading) (string, error) {
	if now.source.inMemory() {
		return "", told("この台帳はメモリーにだけあります。フォルダーに保存すると、版を残せます。",
			"This ledger is in memory only. Saved into a folder, its editions can be kept.")
	}
	return now.source.folder()
}

// seal keeps an edition beside the ledger. One of the same day that differs asks for a reason, on the page 報告.
func (s *Server) seal(w http.ResponseWriter, r *http.Request, now *reading) {
	name, reason := r.PostFormValue("edition"), trimmed(r, "reason")
	back := s.back(r, "/report")
	out, err := s.sealed(w, r, now, name, reason)
	switch {
	case errors.Is(err, edition.ErrRevision):
		view := s.newReportView(now)
		view.Reason, view.Why, view.Back, view.Towns = name, reason, back, s.townShown(r, now)
		s.showReport(w, http.StatusUnprocessableEntity, now, view,
			s.say("同じ日の版がすでにあり、いまの台帳とは内容が違うため、まだ残していません。下に理由を書くと、次の番号の版として残します。",
				"An edition of that day is kept already and differs, so nothing was kept yet. Give a reason below to keep a "+
					"revision."))
		return
	case err != nil && back == "/week":
		s.renderWeek(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	case err != nil:
		s.renderReport(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	s.desk.tellOnce(s.keptWords(out))
	http.Redirect(w, r, "/report"+townQuery(r.PostFormValue("town"))+"#ui-kept", http.StatusSeeOther)
}

// sealed makes the edition and keeps it.
func (s *Server) sealed(w http.ResponseWriter, r *http.Request, now *reading,
	name, reason string) (*edition.Outcome, error) {
	if !slices.Contains(sealable, name) {
		return nil, told("残す版を選び直してください。", "Please choose the edition again.")
	}
	ledger, err := onDisk(now)
	if err != nil {
		return nil, err
	}
	p, own, err := now.plan(name)
	if err != nil {
		return nil, err
	}
	town, err := s.townAsked(r, now)
	if err != nil {
		return nil, err
	}
	ctx, end := s.desk.working(w, r, s.say("版を残しています…", "Keeping the edition…"))
	defer end()
	run, err := s.runOf(now, town)
	if err != nil {
		return nil, err
	}
	return s.opt.Program.Seal(ctx, ledger, run, Order{Plan: p, Own: own, Reason: reason})
}

// keptWords says what became of an edition.
func (s *Server) keptWords(out *edition.Outcome) string {
	name := filepath.Base(out.Dir)
	if out.Already {
		return s.say("同じ内容の版が、もう残っています："+name, "The same edition is kept already: "+name)
	}
	short := out.Number[:min(16, len(out.Number))]
	return s.say("版を残しました："+name+"\n控えの番号 "+short+"（書きとめておくと、控えが後から変えられていないことも確かめられます）",
		"Kept: "+name+"\nNumber "+short+" (noted down, it shows later that the record is the same)")
}

// verify checks every kept edition against the ledger.
func (s *Server) verify(w http.ResponseWriter, r *http.Request, now *reading) {
	ledger, err := onDisk(now)
	if err == nil {
		ctx, end := s.desk.working(w, r, s.say("残した版を確かめています…", "Checking what was kept…"))
		defer end()
		var all []*edition.Verdict
		if all, err = s.opt.Program.Verify(ctx, ledger, s.lang()); err == nil {
			s.desk.check(now, all)
		}
	}
	if err != nil {
		s.renderReport(w, http.StatusUnprocessableEntity, now, s.explained(err))
		return
	}
	http.Redirect(w, r, "/report#ui-kept", http.StatusSeeOther)
}

// check notes what became of the editions for as long as the reading is shown; verdictsOf are those.
func (d *desk) check(now *reading, all []*edition.Verdict) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.checked, d.verdicts = now.version, append([]*edition.Verdict{}, all...)
}

func (d *desk) verdictsOf(now *reading) []*edition.Verdict {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.checked != now.version {
		return nil
	}
	return d.verdicts
}

// tellOnce has the page 報告 say something the next time it is shown.
func (d *desk) tellOnce(text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.told = text
}

// keptNamed is a kept edition by the name of its folder.
func keptNamed(now *reading, name string) (*edition.Sealed, error) {
	ledger, err := onDisk(now)
	if err != nil {
		return nil, err
	}
	kept, err := edition.Kept(ledger)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(kept, func(s *edition.Sealed) bool { return s.Name == name })
	if i < 0 {
		return nil, told("この版は残っていません。", "There is no such edition.")
	}
	return kept[i], nil
}

// comparedView is a kept edition beside the ledger of today.
type comparedView struct {
	Kept  shelf.Kept
	Moved *shelf.Moved
	Why   string // it cannot be compared
}

// keptPage leads from what an edition tells to what the ledger gives now.
func (s *Server) keptPage(w http.ResponseWriter, r *http.Request, now *reading) {
	kept, err := keptNamed(now, r.PathValue("name"))
	if err != nil {
		s.sorry(w, http.StatusNotFound, s.explained(err), s.say("「報告」の一覧から選んでください。", "Choose one under Reports."))
		return
	}
	ctx, end := s.desk.working(w, r, s.say("比べています…", "Comparing…"))
	defer end()
	view := comparedView{Kept: shelf.List([]*edition.Sealed{kept}, nil, s.lang())[0]}
	if result, err := s.opt.Program.Compare(ctx, now.source.path, kept.Dir, now.run); err != nil {
		view.Why = s.explained(err)
	} else {
		view.Moved = shelf.Read(result, s.lang())
	}
	s.render(w, http.StatusOK, "kept", s.framed(now, "report", view.Kept.Title, view))
}

// keptFile gives a file of a kept edition, if it is as it was kept.
func (s *Server) keptFile(w http.ResponseWriter, r *http.Request, now *reading) {
	kept, err := keptNamed(now, r.PathValue("name"))
	if err == nil && kept.Err == nil {
		for _, o := range kept.Manifest.Outputs {
			if o.Name == r.PathValue("file") && !strings.HasPrefix(o.Name, edition.InputsFolder+"/") {
				s.giveKept(w, kept, o)
				return
			}
		}
	}
	s.sorry(w, http.StatusNotFound, s.say("このファイルはありません。", "There is no such file."), "")
}

func (s *Server) giveKept(w http.ResponseWriter, kept *edition.Sealed, o edition.Hashed) {
	var data []byte
	file, err := os.OpenInRoot(kept.Dir, filepath.FromSlash(o.Name))
	if err == nil {
		defer file.Close()
		data, err = io.ReadAll(file)
	}
	if sum := sha256.Sum256(data); err == nil && hex.EncodeToString(sum[:]) != o.SHA256 {
		err = told("残したあとに書き換えられています。", "It was changed after it was kept.")
	}
	if err != nil {
		s.sorry(w, http.StatusUnprocessableEntity, s.say("このファイルは開けません。", "This file cannot be opened."), s.explained(err))
		return
	}
	w.Header().Set("Content-Type", cmp.Or(mime.TypeByExtension(path.Ext(o.Name)), "application/octet-stream"))
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment",
		map[string]string{"filename": kept.Name + "_" + path.Base(o.Name)}))
	w.Write(data)
}
