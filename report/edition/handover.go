package edition

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/report"
	"pilot90/report/block"
	"pilot90/report/plan"
)

// Handover is what a successor's folder is made from.
type Handover struct {
	Ledger     string // path of the ledger
	Plan       *plan.Plan
	Run        report.Run
	Existing   []*Sealed
	Verdicts   []*Verdict // one for each of Existing
	WithLedger bool       // copy the ledger itself too
}

// LedgerFolders are the names, by language, of the folder that a copy of the ledger is put in.
var LedgerFolders = []string{"台帳", "ledger"}

// Files makes the successor's folder: a page to begin with as HTML and PDF, the definitions, the
// settings, copies of the sealed editions, the ledger where asked for, and the hashes of them all
// and of the ledger's files. Replaced are the characters that the PDF's fonts lack. When ctx ends, the
// error is its own.
func (h Handover) Files(ctx context.Context) (files []report.File, replaced []rune, err error) {
	inputs, err := ReadInputs(h.Ledger)
	if err != nil {
		return nil, nil, err
	}
	if err := unchanged(inputs, h.Run.Cohort); err != nil {
		return nil, nil, err
	}
	first := h.word("はじめに", "start-here")
	for i, s := range h.Existing {
		h.Run.Kept = append(h.Run.Kept, h.kept(s, h.Verdicts[i]))
	}
	content, shown := report.Build(h.Plan, h.Run)
	pages, replaced, err := report.Render(ctx, content, shown, []string{"html", "pdf"})
	if err != nil {
		return nil, nil, err
	}
	for _, p := range pages {
		files = append(files, report.File{Name: first + path.Ext(p.Name), Data: p.Data})
	}
	files = append(files, report.File{Name: h.word("指標の定義.txt", "definitions.txt"), Data: h.definitions()})
	copied, err := h.copies(inputs)
	if err != nil {
		return nil, nil, err
	}
	files = append(files, copied...)
	return append(files, h.hashes(files, inputs)), replaced, nil
}

func (h *Handover) word(ja, en string) string {
	if h.Run.Lang == "en" {
		return en
	}
	return ja
}

// kept is one line of the list of editions.
func (h *Handover) kept(s *Sealed, v *Verdict) block.Kept {
	p := &printer{lang: h.Run.Lang}
	k := block.Kept{Name: s.Name, State: p.result(v), Agrees: v.Agrees()}
	if !k.Agrees {
		k.State = className[v.Class()].In(p.lang)
	}
	if s.Err == nil {
		k.Edition = s.Manifest.Edition
		k.Year, _ = wholeYear(s.Manifest.Recompute)
		k.AsOf, k.Number, k.Reason = s.Manifest.Recompute.AsOf, short(s.Number), s.Manifest.Reason
	}
	if n := len(v.Figures); n > 0 {
		k.State += fmt.Sprintf(p.say("（数字 %d か所）", " (%d numbers)"), n)
	}
	if n := len(v.Outputs); n > 0 {
		k.State += fmt.Sprintf(p.say("（ファイル %d件）", " (%d files)"), n)
	}
	return k
}

// definitions is every definition as plain text.
func (h *Handover) definitions() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, h.word("指標の定義（版 %s、pilot90 %s）\n", "Definitions (version %s, pilot90 %s)\n"), kpi.Version,
		h.Run.Version)
	for _, d := range h.Run.Definitions {
		fmt.Fprintf(&b, "\n%s  %s\n  %s\n", d.ID, d.Title.In(h.Run.Lang), d.Formula.In(h.Run.Lang))
		if origin := d.Origin.In(h.Run.Lang); origin != "" {
			fmt.Fprintf(&b, h.word("  出典: %s\n", "  source: %s\n"), origin)
		}
	}
	return b.Bytes()
}

// copies are pilot.toml, the sealed editions as they are, and the ledger where asked for.
func (h *Handover) copies(inputs []Hashed) ([]report.File, error) {
	var files []report.File
	ledger, err := copies(h.Ledger, inputs)
	if err != nil {
		return nil, err
	}
	for _, f := range ledger {
		name := strings.TrimPrefix(f.Name, InputsFolder+"/")
		switch {
		case h.WithLedger:
			files = append(files, report.File{Name: h.word(LedgerFolders[0], LedgerFolders[1]) + "/" + name, Data: f.Data})
		case name == setting.File:
			files = append(files, report.File{Name: name, Data: f.Data})
		}
	}
	for _, s := range h.Existing {
		copied, err := filesIn(s.Dir, path.Join(cohort.EditionsFolder, s.Name))
		if err != nil {
			return nil, err
		}
		files = append(files, copied...)
	}
	if h.WithLedger && len(h.Existing) > 0 {
		dir := filepath.Join(filepath.Dir(h.Existing[0].Dir), LedgersFolder)
		copied, err := filesIn(dir, path.Join(cohort.EditionsFolder, LedgersFolder))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		files = append(files, copied...)
	}
	return files, nil
}

// filesIn reads the plain files of a folder, as files of another; what a link leads to is no part of it.
func filesIn(dir, as string) ([]report.File, error) {
	var files []report.File
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || own(dir, name) != nil {
			return err
		}
		data, err := readOwn(dir, name)
		files = append(files, report.File{Name: path.Join(as, name), Data: data})
		return err
	})
	return files, err
}

// hashes lists the SHA-256 of every file of the folder in the form that sha256sum -c reads, and as
// remarks those of the ledger, which lies elsewhere.
func (h *Handover) hashes(files []report.File, inputs []Hashed) report.File {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", hash(f.Data), f.Name)
	}
	b.WriteString(h.word("# 台帳のファイル（この資料をつくったとき）\n", "# the ledger's files when this was made\n"))
	for _, in := range inputs {
		fmt.Fprintf(&b, "# %s  %s\n", in.SHA256, in.Name)
	}
	return report.File{Name: h.word("ハッシュ一覧.txt", "sha256.txt"), Data: b.Bytes()}
}
