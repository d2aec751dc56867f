package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/web/ownwords"
	"pilot90/report"
	"pilot90/report/plan"
)

// plansFolder is the folder of a ledger with the municipality's own plans.
const plansFolder = "plans"

// mostWords bounds the sentences of an edition, in bytes.
const mostWords = 8 << 10

// words are the officer's sentences for an edition.
type words struct {
	Text string
	Seen string // tells the text from one that was saved since
	Undo bool   // there is an earlier text to go back to
	Can  bool   // there is a folder to save them in
}

// wordsFile is the file of an officer's sentences for an edition.
func (r *reading) wordsFile(name, key string) string { return ownwords.File(r.source.path, name, key) }

// readWords are an officer's sentences, "" for none.
func (r *reading) readWords(name, key string) (string, error) {
	if r.source.inMemory() || !r.source.isFolder() {
		return "", nil
	}
	return ownwords.Read(r.source.path, name, key)
}

func seen(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

func (s *Server) wordsOf(now *reading, name, key string) words {
	text, err := now.readWords(name, key)
	if err != nil {
		return words{}
	}
	w := words{Text: text, Seen: seen(text), Can: !now.source.inMemory() && now.source.isFolder()}
	if w.Can {
		_, err := os.Stat(now.wordsFile(name, key) + before)
		w.Undo = err == nil || text != ""
	}
	return w
}

// before ends the name of the file that was there before the last save.
const before = ".before"

// basePlan is the plan of an edition without an officer's sentences: the municipality's own from the ledger's folder
// with its text, else the built-in one.
func (r *reading) basePlan(name string) (p *plan.Plan, own []byte, err error) {
	if !slices.Contains(plan.Editions(), name) {
		return nil, nil, told("この版はありません。", "There is no such edition.")
	}
	if !r.source.inMemory() && r.source.isFolder() {
		own, err = os.ReadFile(filepath.Join(r.source.path, plansFolder, name+".toml"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, nil, err
		}
	}
	if own == nil {
		p, err = report.BuiltinPlan(name)
		return p, nil, err
	}
	p, err = parsedPlan(name, own)
	return p, own, err
}

// parsedPlan reads a plan of the ledger's folder; what is wrong in it is said in words.
func parsedPlan(name string, text []byte) (*plan.Plan, error) {
	p, err := report.ParsePlan(plansFolder+"/"+name+".toml", text)
	var faults *plan.Error
	if errors.As(err, &faults) {
		err = told(faults.In("ja"), faults.In("en"))
	}
	return p, err
}

// plan is the plan of an edition that is in force: the municipality's own, else the built-in one, with the officer's
// sentences put first and in the places of those that are made. own is its text, nil where it is the built-in one as it
// is.
func (r *reading) plan(name string) (p *plan.Plan, own []byte, err error) {
	if p, own, err = r.basePlan(name); err != nil {
		return nil, nil, err
	}
	if r.source.inMemory() || !r.source.isFolder() {
		return p, own, nil
	}
	source := func() ([]byte, error) { return own, nil }
	if own == nil {
		source = func() ([]byte, error) { return report.CopyPlan(name) }
	}
	with, err := ownwords.Kept(r.source.path, name, p, source)
	if err != nil || with == nil {
		return p, own, err
	}
	p, err = parsedPlan(name, with)
	return p, with, err
}

// saveWords saves the officer's sentences, or goes back to those before. What another person saved meanwhile is not
// written over.
func (s *Server) saveWords(w http.ResponseWriter, r *http.Request, now *reading) {
	name, text := r.PathValue("edition"), strings.ReplaceAll(r.PostFormValue("text"), "\r\n", "\n")
	key := r.PostFormValue("key")
	release, err := s.hold(now)
	if err == nil {
		defer release()
	}
	is := s.wordsOf(now, name, key)
	switch {
	case err != nil:
	case !slices.Contains(plan.Editions(), name):
		err = told("この版はありません。", "There is no such edition.")
	case key != "" && !now.hasPlace(name, key):
		err = told("この版に、その文章を載せるところはありません。", "The edition has no place for this text.")
	case !is.Can:
		err = told("この台帳はフォルダーではないため、文章を残せません。", "The ledger is no folder, so sentences cannot be kept.")
	case r.PostFormValue("undo") != "":
		err = s.opt.Program.Undo(now.wordsFile(name, key))
	case len(text) > mostWords:
		err = told("文章が長すぎます（日本語で約2,700字まで）。", "The text is too long.")
	case text == is.Text: // saved already, as by the first of two clicks
	case r.PostFormValue("seen") != is.Seen:
		err = told("この文章は、開いたあとにほかの人が保存しました。いまの文章は次のとおりです。下の欄の文章を直して、もう一度保存してください。\n\n"+is.Text,
			"Somebody else saved this text meanwhile. It now reads as follows; mend yours below and save again.\n\n"+is.Text)
	default:
		err = s.opt.Program.Replace(now.wordsFile(name, key), []byte(text))
	}
	if err != nil {
		if !slices.Contains(plan.Editions(), name) {
			s.sorry(w, http.StatusNotFound, s.explained(err), "")
			return
		}
		s.renderEdition(w, http.StatusUnprocessableEntity, now, name, townsView{Names: now.towns()}, &typed{key, text},
			s.explained(err))
		return
	}
	s.desk.tellOnce(s.say("文章を保存しました。プレビューと報告書に入ります。", "Saved; the preview and the reports show it."))
	http.Redirect(w, r, "/report/"+name+"#"+wordsID(key), http.StatusSeeOther)
}

// typed are sentences that were not saved, and their place.
type typed struct{ key, text string }

// hasPlace reports whether an edition makes sentences at the place that the key names.
func (r *reading) hasPlace(name, key string) bool {
	p, _, err := r.basePlan(name)
	return err == nil && slices.Contains(ownwords.Keys(p), key)
}

// sentenceView is a place with sentences that are made, and the officer's own.
type sentenceView struct {
	ownwords.Sentence
	Words words
	ID    string // of its part of the page
}

// wordsID is the id of the part of the page with the sentences of a key; the first ones have "".
func wordsID(key string) string {
	if key == "" {
		return "ui-words"
	}
	return "ui-words-" + strings.ReplaceAll(key, ".", "-")
}

// sentences are the places of an edition with sentences that are made; none where there is no folder for others.
func (s *Server) sentences(now *reading, town, name string) []sentenceView {
	p, _, err := now.basePlan(name)
	if err != nil || now.source.inMemory() || !now.source.isFolder() {
		return nil
	}
	run, err := s.runOf(now, town)
	if err != nil || !run.Lacks().Empty() {
		return nil
	}
	var out []sentenceView
	for _, one := range ownwords.List(p, run) {
		out = append(out, sentenceView{one, s.wordsOf(now, name, one.Key), wordsID(one.Key)})
	}
	return out
}
