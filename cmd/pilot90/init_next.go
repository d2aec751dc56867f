package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"pilot90/cmd/pilot90/succession"
	"pilot90/cohort"
	"pilot90/cohort/blank"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/grant"
)

// succeeded makes the files of a ledger that follows another: settings, workbook and logo.
func (a *app) succeeded(ctx context.Context, f *initFlags, dir string) ([]newFile, error) {
	old, clock, err := a.reading(ctx, f.from, &ledgerFlags{passwordFile: f.passwordFile})
	if err != nil {
		return nil, err
	}
	toml, err := oldSettings(f.from)
	if err != nil {
		return nil, cannot(err)
	}
	start, err := a.answered(f, old, toml == nil)
	if err != nil {
		return nil, err
	}
	s, err := succession.New(old, clock, start, func(at setting.Clock) ([]grant.Sealed, error) {
		return a.earlierYears(f.from, old, at)
	})
	if err != nil {
		return nil, err
	}
	given := f.answers
	for key, value := range map[string]string{"name": given.program, "municipality": given.municipality,
		"prefecture": given.prefecture, "contact": given.hub} {
		if value != "" {
			s.Next.Program[key] = value
		}
	}
	if s.Next.SameBook = sameFolder(dir, f.from); s.Next.SameBook {
		return a.inPlace(s, dir, toml)
	}
	form, err := a.formFor(blank.Template(f.form), old)
	if err != nil {
		return nil, err
	}
	if f.form == "" && s.OwnColumns() {
		form = blank.Full
	}
	settings, err := s.Next.TOML(toml)
	if err != nil {
		return nil, cannot(err)
	}
	book, err := a.workbook(blank.Options{Template: form, Program: old.Pilot.Program.Name, From: old,
		Tables: s.Tables(form), Keep: s.Keep, Earned: s.Earned})
	if err != nil {
		return nil, cannot(err)
	}
	s.Say(&a.Terminal, form)
	files := []newFile{{setting.File, settings}, {blank.WorkbookFile, book}}
	if old.Pilot.Logo == nil {
		return files, nil // none was named, or one that no report shows
	}
	name := old.Pilot.Logo.Name
	logo, err := setting.ReadLogo(folderOf(f.from), name)
	if err != nil {
		return nil, cannot(err)
	}
	return append(files, newFile{strings.ReplaceAll(name, `\`, "/"), logo}), nil
}

// answered is the first day that the command line gives, nil for none. Without settings of the old ledger the
// questions are asked, as for a first one.
func (a *app) answered(f *initFlags, old *cohort.Ledger, ask bool) (*cell.Day, error) {
	if ask {
		f.answers.adopt(old.Pilot)
		if err := a.complete(a.questions(&f.answers)); err != nil {
			return nil, err
		}
	}
	for _, q := range a.questions(&f.answers) {
		if *q.answer != "" && q.check != nil {
			if err := q.check(*q.answer); err != nil {
				return nil, fmt.Errorf("%s: %w", q.flag, err)
			}
		}
	}
	if full, ok := blank.Prefecture(f.answers.prefecture); ok {
		f.answers.prefecture = full
	}
	if f.answers.start == "" {
		return nil, nil
	}
	day, _, _ := cell.ReadDate(cell.Value{Kind: cell.Text, Text: f.answers.start})
	return &day, nil
}

// inPlace makes the settings of the next year of a ledger that goes on in its own files.
func (a *app) inPlace(s *succession.Succession, dir string, toml []byte) ([]newFile, error) {
	if toml == nil {
		return nil, a.Errorf("同じフォルダーで年度を替えるには、pilot.toml が要ります", "the folder has no pilot.toml to go on from")
	}
	settings, err := s.Next.TOML(toml)
	if err != nil {
		return nil, cannot(err)
	}
	name := fmt.Sprintf("pilot-%d.toml", s.Next.Year)
	if err := a.notThere(dir, name); err != nil {
		return nil, err
	}
	s.SaySettings(&a.Terminal)
	fmt.Fprintf(a.Stdout, a.Say(lang.Text{
		JA: "台帳のファイルはそのまま続けて使います。%s を確かめてから、pilot.toml と入れ替えてください（元の pilot.toml は別の名前で残します）。\n",
		EN: "The files of the ledger go on as they are. Look through %s, then put it in place of pilot.toml, which is kept " +
			"under another name.\n"}), name)
	return []newFile{{name, settings}}, nil
}

// sameFolder reports whether the new ledger is to lie where the old one is.
func sameFolder(dir, from string) bool {
	a, err := os.Stat(dir)
	b, err2 := os.Stat(folderOf(from))
	return err == nil && err2 == nil && os.SameFile(a, b)
}

// folderOf is the folder of a ledger that is named by it or by a file in it.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return filepath.Dir(path)
	}
	return path
}
