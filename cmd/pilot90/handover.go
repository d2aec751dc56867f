package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/report"
	"pilot90/report/edition"
	"pilot90/report/plan"
)

type handoverFlags struct {
	ledger     ledgerFlags
	out, place string
	withLedger bool
}

func (a *app) handoverCommand() *cobra.Command {
	var f handoverFlags
	cmd := &cobra.Command{
		Use:   "handover 台帳のフォルダー --out 新しいフォルダー",
		Short: "次の担当者への引き継ぎ資料を、一つのフォルダーにまとめます",
		Long: `次の担当者への引き継ぎ資料を、一つのフォルダーにまとめます。何も入っていない
パソコンでも開けるように、最初のページは HTML と PDF です。残っている指摘と未払い、これからの
日付、設定の意味、残した版の写しと確かめ方、来年度の始め方、すべての定義、ハッシュが入ります。

推進ハブの週次版と同じ範囲の氏名が入るので、庁内限りで扱ってください。台帳そのものは
--with-ledger を付けたときだけ入れます。

Ctrl+C で中断すると、何も書き出さずに終わります（終了コード 130）。`,
		Example: `  pilot90 handover samples/midorino --out 引き継ぎ
  pilot90 handover 台帳 --out 引き継ぎ --place "共有フォルダー 企画課/在宅ワーク/台帳"`,
		Args: a.OneLedger("handover"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.handover(cmd.Context(), args[0], &f) },
	}
	f.ledger.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.out, "out", "", "まとめる先の、まだないフォルダー")
	flags.StringVar(&f.place, "place", "", "台帳の置き場所の説明（なければ指定したフォルダー名）")
	flags.BoolVar(&f.withLedger, "with-ledger", false, "台帳の写しも入れます")
	return cmd
}

func (a *app) handover(ctx context.Context, path string, f *handoverFlags) error {
	if f.out == "" {
		return a.Errorf("--out でまとめる先のフォルダーを指定してください（例 --out 引き継ぎ）", "name a new folder with --out")
	}
	if inside(path, f.out) {
		return a.Errorf("--out %s: 台帳のフォルダーの外を指定してください（写しが台帳として読まれないようにするためです）",
			"--out %s: name a folder outside the ledger, so that the copies are not read as part of it", f.out)
	}
	plan, err := report.BuiltinPlan(plan.Handover)
	if err != nil {
		return err
	}
	// The ledgers of then are looked at before that of today is read: both at once would take twice the memory.
	kept, unkept := a.verified(ctx, path, f.ledger.passwordFile)
	run, err := a.compute(ctx, path, &f.ledger)
	if err != nil {
		return err
	}
	if unkept != nil {
		return unkept
	}
	a.notices(run.Window)
	run.Place = cmp.Or(f.place, path)
	files, replaced, err := a.successor(ctx, kept,
		edition.Handover{Ledger: path, Plan: plan, Run: run, WithLedger: f.withLedger})
	if err != nil {
		return err
	}
	if err := a.handedOver(ctx, f.out, files, replaced); err != nil {
		return err
	}
	return incomplete(run)
}

// keptAs are the editions of a ledger and what became of each.
type keptAs struct {
	editions []*edition.Sealed
	verdicts []*edition.Verdict
}

// verified looks at the editions of the ledger at path.
func (a *app) verified(ctx context.Context, path, passwordFile string) (v keptAs, err error) {
	if v.editions, err = edition.Kept(path); err != nil {
		return v, cannot(err)
	}
	from, err := a.ledgerFor(ctx, path, passwordFile)
	if err != nil {
		return v, err
	}
	if v.verdicts, err = edition.VerifyAll(ctx, v.editions, from); err != nil {
		return v, cannot(err)
	}
	return v, nil
}

// successor makes the files of the successor's folder.
func (a *app) successor(ctx context.Context, kept keptAs,
	h edition.Handover) (files []report.File, replaced []rune, err error) {
	h.Existing, h.Verdicts = kept.editions, kept.verdicts
	if files, replaced, err = h.Files(ctx); err != nil {
		return nil, nil, cannot(a.aboutEdition(err))
	}
	return files, replaced, nil
}

// handedOver writes the folder and says where to begin, and what was replaced in it.
func (a *app) handedOver(ctx context.Context, out string, files []report.File, replaced []rune) error {
	err := edition.WriteFolder(ctx, out, files)
	if errors.Is(err, fs.ErrExist) {
		return cannot(a.Errorf("%s はすでにあります。何も書き出していません。別のフォルダーを --out で指定してください",
			"%s is there already; nothing was written. Name another folder with --out", out))
	}
	if err != nil {
		return cannot(err)
	}
	a.sayReplaced(replaced)
	_, err = fmt.Fprintln(a.Stdout, a.Sayf("%s に %d 件のファイルをまとめました。%s から開いてください（庁内限り）", "%s holds %d files; begin with "+
		"%s (internal)",
		out, len(files), filepath.Join(out, files[0].Name)))
	return cannotIf(err)
}

// inside reports whether a path lies in the ledger's folder.
func inside(ledger, out string) bool {
	dir, err := edition.FolderOf(ledger) // the folder for editions lies in that of the ledger
	if err != nil {
		return false
	}
	from, err1 := filepath.Abs(filepath.Dir(dir))
	to, err2 := filepath.Abs(out)
	rel, err3 := filepath.Rel(from, to)
	return errors.Join(err1, err2, err3) == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
