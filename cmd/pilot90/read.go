package main

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/copies"
	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/report"
	"pilot90/report/term"
)

// readFormats are the forms in which read tells.
var readFormats = []string{"text", "json", "html"}

type readFlags struct {
	ledger ledgerFlags
	sheet  string
	format string
	json   bool
	out    string
	set    []string
	unset  []string
}

func (a *app) readCommand() *cobra.Command {
	var f readFlags
	cmd := &cobra.Command{
		Use:   "read 台帳のフォルダー",
		Short: "どのシートのどの列を何として読んだかを示し、読み方を決めます",
		Long: `どのシートを何の表として読んだか、どの列をどの項目・どの単位で読んだか、はじめの3行を
どう読んだか、使わなかったものとその理由を示します。氏名を含むため、内部限りです。

--set で読み方を決めると、台帳のフォルダーの reading.toml に書き、次からどのコマンドもそのとおり
読みます。表計算のファイルは書き換えません。同じ形の翌月のファイルやシートにも効きます。
pilot.toml に書いたことが優先します。

--set の書き方（列は見出しの文字か、列の記号 A、B …）:
  'シート!列=項目'         列を項目として読む
  'シート!列=項目:単位'    数だけのセルの単位も決める（分、60進、千円 …）
  'シート!列=読まない'     列を読まない
  'シート!項目:=値'        表にない項目を、全部の行で同じ値にする（参加者ID:=P03）
  'シート=表'              シートを表（作業ログ、参加者 …）として読む
  'シート=表:3行目'        3行目を見出しとして読む
  'シート=表:形'           形を決める（行、月の表、日の一覧、月の一覧）
  'シート=読まない'        シートを読まない
--unset の書き方: 'シート!列'。シートだけなら、そのシートに決めたことのすべて。
同じ名前のシートがいくつかのファイルにあるときは、'[ファイル]シート' と書きます。

終了コード: 0 読めた / 1 直すところ（誤り）がある / 2 使い方の間違い / 3 読み書きできない`,
		Example: `  pilot90 read samples/midorino
  pilot90 read samples/midorino --sheet 作業ログ
  pilot90 read samples/midorino --format html --out 読み取り.html
  pilot90 read 台帳 --set '4月!稼働=時間:60進' --set '4月!K=読まない'
  pilot90 read 台帳 --unset '4月!稼働'`,
		Args: a.OneLedger("read"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.readSheets(cmd.Context(), args[0], &f) },
	}
	f.ledger.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.sheet, "sheet", "", "このシートだけ")
	flags.StringVar(&f.format, "format", "text", strings.Join(readFormats, ", "))
	flags.BoolVar(&f.json, "json", false, "--format json と同じ")
	flags.StringVar(&f.out, "out", "", "書き出すファイル。なければ画面")
	flags.StringArrayVar(&f.set, "set", nil, "読み方を決めます（いくつでも）")
	flags.StringArrayVar(&f.unset, "unset", nil, "決めた読み方を取り消します（いくつでも）")
	return cmd
}

// readSheets changes how the ledger is read where asked to, and tells how it is.
func (a *app) readSheets(ctx context.Context, path string, f *readFlags) error {
	if f.json {
		f.format = "json"
	}
	if !slices.Contains(readFormats, f.format) {
		return a.Errorf("--format %[1]s: %[2]s のどれかを指定してください", "--format %[1]s: use one of %[2]s", f.format,
			strings.Join(readFormats, ", "))
	}
	c, err := a.read(ctx, path, &f.ledger)
	if err != nil {
		return err
	}
	if f.sheet != "" && c.Reading().Of(f.sheet) == nil {
		return a.Errorf("--sheet %s: そのシートはありません", "--sheet %s: there is no such sheet", f.sheet)
	}
	if len(f.set)+len(f.unset) > 0 {
		if c, err = a.teach(ctx, path, c, f); err != nil {
			return err
		}
	}
	reading := c.Reading()
	if f.sheet != "" {
		reading = reading.Of(f.sheet)
	}
	if err := a.printReading(reading, f); err != nil {
		return cannot(err)
	}
	if slices.ContainsFunc(c.Findings, copies.ToCorrect) {
		a.Next(terminal.NextSteps.Check, "check", path)
	}
	return verdict(c.Findings, "error")
}

// printReading prints a reading to where it was asked for.
func (a *app) printReading(r *cohort.Reading, f *readFlags) error {
	if f.out == "" {
		return a.writeReading(a.Stdout, r, f.format, term.Options{Paint: a.PaintStyles()})
	}
	var buf bytes.Buffer
	if err := a.writeReading(&buf, r, f.format, term.Options{}); err != nil {
		return err
	}
	return disk.WriteNew(f.out, buf.Bytes())
}

func (a *app) writeReading(w io.Writer, r *cohort.Reading, format string, o term.Options) error {
	switch format {
	case "json":
		return r.WriteJSON(w, a.Lang)
	case "html":
		return report.WriteReadingPage(w, r, a.Lang)
	}
	return report.WriteReadingText(w, r, a.Lang, o)
}
