package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cohort/setting"
	"pilot90/report/edition"
	"pilot90/report/rollup"
)

// submission is what --for calls the edition that is handed in to a prefecture or ministry.
const submission = "submission"

// sealSubmission keeps what the municipality hands in: figures and their mergeable parts, and nothing of a person.
func (a *app) sealSubmission(cmd *cobra.Command, path string, f *sealFlags) error {
	if f.plan != "" || len(f.formats) > 0 || f.copy || f.reason != "" {
		return a.Errorf("--for submission（提出用）は JSON だけで、--plan・--format・--reason・--keep-ledger とは一緒に使えません",
			"--for submission is JSON alone and goes without --plan, --format, --reason and --keep-ledger")
	}
	run, err := a.compute(cmd.Context(), path, &f.ledger)
	if err != nil {
		return err
	}
	a.notices(run.Window)
	s, err := rollup.Of(run.Window, run.Result, version)
	if err != nil {
		if town := run.Result.Town; town != nil && !errors.Is(err, rollup.ErrAbsurd) {
			return &exit{exitFindings,
				a.Errorf("「%s」の団体コードが pilot.toml にありません。[alliance.codes] に \"%s\" = \"203246\" のように書いてください",
					"pilot.toml gives no code of %s: write it into [alliance.codes], like \"%s\" = \"203246\"", town.Name, town.Name)}
		}
		return &exit{exitFindings, a.noPlace(err, run.Window.Pilot.Program)}
	}
	editions, err := edition.FolderOf(path)
	if err != nil {
		return cannot(err)
	}
	dir := filepath.Join(filepath.Dir(editions), rollup.Folder)
	already, err := s.Revise(dir)
	if err != nil {
		return cannot(err)
	}
	file := filepath.Join(dir, s.FileName())
	if already {
		_, err = fmt.Fprintln(a.Stdout, a.Sayf("同じ内容の提出用データがすでにあります: %s", "the same submission is there already: %s", file))
		return cannotIf(err)
	}
	data, err := s.Bytes()
	if err == nil {
		err = os.MkdirAll(dir, 0o777)
	}
	if err == nil {
		err = disk.WriteNew(file, data)
	}
	if err != nil {
		return cannot(err)
	}
	fmt.Fprintln(a.Stdout, file)
	if s.MetricsKept > 0 {
		fmt.Fprintln(a.Stderr, a.Sayf("実績値のうち、目標のない %d 個の指標は、名前が自由な言葉なので入れていません",
			"%d metrics without a target are not in it, as their names are words of your own", s.MetricsKept))
	}
	_, err = fmt.Fprintln(a.Stdout, a.Sayf("%s です。都道府県や国への提出だけに使い、公表しないでください。氏名・ID・行・自由記述は入っていません。",
		"%s: hand it in and do not publish it. No name, id, row or free text is in it.", rollup.Marking))
	if err != nil {
		return cannot(err)
	}
	return incomplete(run)
}

// noPlace says what keeps a ledger from being handed in, and what to write into its settings.
func (a *app) noPlace(err error, p setting.Program) error {
	switch {
	case errors.Is(err, rollup.ErrAbsurd):
		return a.Errorf("ありえない大きさの金額や時間があるため、提出用データをつくれません。pilot90 check で確かめて直してください（%v）",
			"no submission can be made: %v; see pilot90 check and correct it", err)
	case errors.Is(err, rollup.ErrNoCode):
		return a.Errorf("pilot.toml に団体コードがなく、どの自治体のものか示せません。[program] に code = \"203246\" のように6けたで書いてください",
			"pilot.toml gives no code of the municipality: write its six digits into [program], like code = \"203246\"")
	case errors.Is(err, rollup.ErrPlace):
		m, _, _ := setting.ReadMunicipality(p.Code)
		return a.Errorf("pilot.toml の code「%s」は%sの団体コードですが、prefecture は「%s」です。どちらかを直してください",
			"pilot.toml: code %q is of %s, and prefecture says %q; correct one of them", p.Code, m.Prefecture, p.Prefecture)
	}
	_, right, _ := setting.ReadMunicipality(p.Code)
	if right != "" {
		return a.Errorf("pilot.toml の code「%s」は、最後の1けた（検査数字）が合いません。前の5けたが正しければ「%s」です。確かめて直してください",
			"pilot.toml: the last digit of code %q does not fit; with the first five right it is %q. Check and correct it",
			p.Code, right)
	}
	return a.Errorf("pilot.toml の code「%s」は団体コードとして読めません。市区町村の6けたの数字を書いてください",
		"pilot.toml: code %q is no code of a municipality; write its six digits", p.Code)
}
