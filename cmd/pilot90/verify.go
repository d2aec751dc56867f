package main

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/edition"
	"pilot90/templates"
)

type verifyFlags struct {
	inputs       string
	passwordFile string
	json         bool
}

func (a *app) verifyCommand() *cobra.Command {
	var f verifyFlags
	cmd := &cobra.Command{
		Use:   "verify 台帳のフォルダー、または残した版のフォルダー",
		Short: "残した版が書き換えられていないか、いまの台帳から同じ数字になるかを確かめます",
		Long: `残した版が書き換えられていないか、いまの台帳から同じ数字になるかを確かめます。
台帳のフォルダーを指定すると、残した版をすべて新しい順に確かめ、残したときのまま・
あとからの記入だけ・訂正あり・定義が違う・版のファイルが書き換わっている、に分けて数えます。
違う数字には、版を残したときの台帳と比べて、理由（あとからの記入・訂正・削除・名前やIDの変更・
誤りの有無・設定・定義）とその分の差、行とセルを添えます。庁外に出した版の数字が変わっている
ときは、最初に知らせます。版の数字は、残したときの目標で確かめます。何も書き出しません。

終了コード: 0 すべて一致 / 1 違いがある / 2 使い方の間違い / 3 読めないものがある
            130 中断した`,
		Example: `  pilot90 verify samples/midorino
  pilot90 verify samples/midorino/editions/2026-03-31-public
  pilot90 verify 受け取った版 --inputs 台帳の写し`,
		Args: a.AtMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"."}
			}
			return a.verify(cmd.Context(), args[0], &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.inputs, "inputs", "", "計算し直すのに使う台帳（写し）のフォルダー")
	flags.StringVar(&f.passwordFile, "password-file", "", "パスワード付きブックのパスワードを1行目に書いたファイル")
	flags.BoolVar(&f.json, "json", false, "JSON で出します")
	return cmd
}

func (a *app) verify(ctx context.Context, path string, f *verifyFlags) error {
	sealed, ledger, err := a.editionsAt(path)
	if err != nil {
		return err
	}
	if f.inputs != "" {
		ledger = f.inputs
	}
	from, err := a.ledgerFor(ctx, ledger, f.passwordFile)
	if err != nil {
		return err
	}
	unread, read := error(nil), from.Read
	from.Read = func(path string, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
		c, clock, err := read(path, opt)
		unread = cmp.Or(unread, incompleteLedger(c))
		return c, clock, err
	}
	verdicts, err := edition.VerifyAll(ctx, sealed, from)
	if err != nil {
		return cannot(err)
	}
	if err := a.printVerdicts(verdicts, f.json); err != nil {
		return cannot(err)
	}
	return cmp.Or(verified(verdicts), unread)
}

// ledgerFor is a ledger from which editions are recomputed.
func (a *app) ledgerFor(ctx context.Context, path, passwordFile string) (edition.Ledger, error) {
	password, err := (&ledgerFlags{passwordFile: passwordFile}).password()
	if err != nil {
		return edition.Ledger{}, cannot(err)
	}
	return edition.Ledger{Path: path, Plan: templates.Plan, Version: version,
		Read: func(path string, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
			opt.Password = password
			return cohort.Load(ctx, path, opt)
		},
		Kept: func(files map[string][]byte, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
			opt.Password = password
			return cohort.LoadMemory(ctx, files, opt)
		},
		Compute: func(c *cohort.Ledger, clock setting.Clock, town string) (report.Run, error) {
			if town != "" {
				return a.townOf(kpi.NewWindow(c, clock), town, recomputable())
			}
			return a.recomputed(kpi.NewWindow(c, clock)), nil
		},
		Words: func(err error) string { return a.aboutEdition(err).Error() }}, nil
}

// recomputed is computed without forecasts, which no edition is held to.
func (a *app) recomputed(w *kpi.Window) report.Run {
	all := recomputable()
	return report.Run{Cohort: w.Cohort, Window: w, Lang: a.Lang, Version: version, Result: result.Compute(all, w),
		Definitions: kpi.Expanded(all, w)}
}

// recomputable is the catalogue without forecasts.
func recomputable() []kpi.Definition {
	all := catalog.All()
	for i := range all {
		all[i].Outlook = nil
	}
	return all
}

// editionsAt returns the editions that the path means, and the ledger they belong to: every edition
// of a ledger's folder, or the one of an edition's folder. An edition away from its ledger may
// have a copy of it inside.
func (a *app) editionsAt(path string) ([]*edition.Sealed, string, error) {
	if edition.Is(path) {
		return []*edition.Sealed{edition.Read(path)}, ledgerBeside(path), nil
	}
	kept, err := edition.Kept(path)
	if err != nil {
		return nil, "", cannot(err)
	}
	if len(kept) == 0 {
		return nil, "",
			cannot(a.Errorf("%s に残した版はありません。pilot90 seal で残せます", "%s has no sealed editions; pilot90 seal keeps one", path))
	}
	return kept, ledgerIn(path), nil
}

// ledgerIn is where the ledger of a folder with editions is: in the folder itself, or in the
// subfolder that handover copies it to.
func ledgerIn(path string) string {
	if info, err := os.Stat(path); err != nil || !info.IsDir() || hasLedger(path) {
		return path
	}
	for _, name := range edition.LedgerFolders {
		if copied := filepath.Join(path, name); hasLedger(copied) {
			return copied
		}
	}
	return filepath.Join(path, edition.LedgerFolders[0])
}

// ledgerBeside returns the folder of the ledger that an edition was sealed beside, or the copy of the
// ledger in it.
func ledgerBeside(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if parent := filepath.Dir(full); filepath.Base(parent) == cohort.EditionsFolder {
		if beside := ledgerIn(filepath.Dir(parent)); hasLedger(beside) {
			return beside
		}
	}
	return filepath.Join(full, edition.InputsFolder)
}

// hasLedger reports whether there are spreadsheets in the folder that a ledger is read from.
func hasLedger(dir string) bool {
	_, names, err := cohort.Files(dir)
	return err == nil && slices.ContainsFunc(names, func(name string) bool { return !setting.IsSettings(name) })
}

func (a *app) printVerdicts(all []*edition.Verdict, asJSON bool) error {
	if !asJSON {
		return edition.WriteText(a.Stdout, all, a.Lang)
	}
	enc := json.NewEncoder(a.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(edition.JSON(all))
}

// verified is the exit code that the verdicts call for, as an error.
func verified(all []*edition.Verdict) error {
	code := exitOK
	for _, v := range all {
		switch {
		case v.Unreadable():
			code = exitIO
		case !v.Agrees() && code == exitOK:
			code = exitFindings
		}
	}
	if code == exitOK {
		return nil
	}
	return &exit{code: code}
}
