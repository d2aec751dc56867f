package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/cohort/blank"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/report"
)

type initFlags struct {
	answers      initAnswers
	form         string
	from         string
	migrate      string
	passwordFile string
}

func (a *app) initCommand() *cobra.Command {
	var f initFlags
	cmd := &cobra.Command{
		Use:   "init 新しいフォルダー",
		Short: "台帳のひな形（pilot.toml と 台帳.xlsx）を作ります",
		Long: `台帳のひな形（pilot.toml と 台帳.xlsx）を作ります。画面で5つの質問に答えるか、
オプションで指定してください。すでにあるファイルを書き換えることはありません。

ひな形は2通りあります。simple は、番号の代わりに名前で書く4枚（参加者、案件、作業ログ、支払）の
もので、30人までの拠点に向きます。full は、番号を使い、研修や伴走の記録、予算などのシートもある
ものです。指定しなければ simple になり、引き継ぐ参加者が30人より多いときは full になります。
記録を全部移すとき（--migrate）は、いつも full です。

--from は、前の年度の台帳から次の年度の台帳を作ります。設定（人口、モデル、公開の決まりなど）、
続けて参加する人（収入のあった人は「過去のテレワーク収入」を○に）、続いている案件、年度ごとの
目標、交付金とこれまでの実績（history）を引き継ぎ、したことを1行ずつ示します。
台帳と同じフォルダーを指定すると、次の年度の設定だけを pilot-2026.toml のような
別のファイルに作ります。`,
		Example: `  pilot90 init 台帳                              （質問に答えて作る）
  pilot90 init 台帳 --program "在宅ワーク90日パイロット" --municipality みどり野町 --prefecture 長野県 --start 2026-06-01
  pilot90 init 台帳 --form full                  （番号を使い、すべてのシートがあるひな形）
  pilot90 init 第2期 --from 第1期                （次の年度を始める）
  pilot90 init 新しい台帳 --migrate 古い台帳     （全部の記録を新しいひな形に移す）`,
		Args: a.OneArg(lang.Text{JA: "新しいフォルダー", EN: "the new folder"}, "pilot90 init 台帳"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.init(cmd.Context(), args[0], &f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.answers.program, "program", "", "事業の名前")
	flags.StringVar(&f.answers.municipality, "municipality", "", "市区町村の名前")
	flags.StringVar(&f.answers.prefecture, "prefecture", "", "都道府県の名前")
	flags.StringVar(&f.answers.start, "start", "", "1日目の日付（例 2026-06-01、令和8年6月1日）")
	flags.StringVar(&f.answers.hub, "hub", "", "拠点の名前と連絡先（なくてもよい）")
	flags.StringVar(&f.form, "form", "", "ひな形: simple または full")
	flags.StringVar(&f.from, "from", "", "次の年度へ引き継ぐ、前の年度の台帳")
	flags.StringVar(&f.migrate, "migrate", "", "全部の記録を移す、前の版の台帳")
	flags.StringVar(&f.passwordFile, "password-file", "", "パスワード付きブックのパスワードを1行目に書いたファイル")
	return cmd
}

// init makes the two files of a new ledger in dir.
func (a *app) init(ctx context.Context, dir string, f *initFlags) error {
	if f.from != "" && f.migrate != "" {
		return a.Errorf("--from と --migrate はどちらか一方を指定してください", "give --from or --migrate, not both")
	}
	switch form := blank.Template(f.form); {
	case form != "" && form != blank.Simple && form != blank.Full:
		return a.Errorf("--form %s: simple か full を指定してください", "--form %s: use simple or full", f.form)
	case form == blank.Simple && f.migrate != "":
		return a.Errorf("--migrate は全部の記録を移すため、--form simple とは一緒に使えません",
			"--migrate moves every record; it does not go with --form simple")
	}
	if f.from == "" || !sameFolder(dir, f.from) {
		if err := a.notThere(dir, setting.File, blank.WorkbookFile); err != nil {
			return err
		}
	}
	a.Expect(2)
	files, err := a.newLedger(ctx, f, dir)
	if err != nil {
		return err
	}
	if err := writeBoth(ctx, dir, files); err != nil {
		return cannot(err)
	}
	a.sayMade(dir, files)
	return nil
}

// newLedger makes the contents of the files of a new ledger, pilot.toml first.
func (a *app) newLedger(ctx context.Context, f *initFlags, dir string) ([]newFile, error) {
	if f.migrate != "" {
		return a.migrated(ctx, f)
	}
	if f.from != "" {
		return a.succeeded(ctx, f, dir)
	}
	settings, err := a.settings(f.answers)
	if err != nil {
		return nil, err
	}
	form, err := a.formFor(blank.Template(f.form), nil)
	if err != nil {
		return nil, err
	}
	book, err := a.workbook(blank.Options{Template: form, Program: settings.Program})
	if err != nil {
		return nil, cannot(err)
	}
	return []newFile{{setting.File, settings.TOML()}, {blank.WorkbookFile, book}}, nil
}

// formFor is the form of a new workbook into which the roster of an old ledger goes, or of one without records. People
// without names, and two of one name, need their ids.
func (a *app) formFor(asked blank.Template, old *cohort.Ledger) (blank.Template, error) {
	if asked == blank.Full || old == nil {
		return cmp.Or(asked, blank.Simple), nil
	}
	why := blank.NeedsIDs(old)
	switch {
	case asked == blank.Simple && !why.Empty():
		return "", a.Errorf("--form simple では引き継げません。%s", "--form simple cannot take it over: %s", a.Say(why))
	case asked == "" && (!why.Empty() || len(old.Participants.Every()) > blank.SimplePeople):
		return blank.Full, nil
	}
	return blank.Simple, nil
}

// workbook makes the workbook of a new ledger as a step of the run.
func (a *app) workbook(opt blank.Options) (book []byte, err error) {
	a.During(lang.Text{JA: "台帳のひな形をつくっています", EN: "making the workbook"}, func() { book, err = blank.Workbook(opt) })
	return book, err
}

// newFile is a file to be written.
type newFile struct {
	name string
	data []byte
}

func names(files []newFile) []string {
	var all []string
	for _, f := range files {
		all = append(all, f.name)
	}
	return all
}

// notThere refuses to begin when one of the files is there: nothing is overwritten.
func (a *app) notThere(dir string, names ...string) error {
	disk.Settle(dir)
	for _, name := range names {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			return cannot(a.Errorf("%s はすでにあります。書き換えないよう、何も作りませんでした。別のフォルダーを指定してください",
				"%s is there already; nothing was made. Name another folder", path))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return cannot(err)
		}
	}
	return nil
}

// writeBoth writes the files, all of them or none.
func writeBoth(ctx context.Context, dir string, files []newFile) error {
	var list []report.File
	for _, file := range files {
		list = append(list, report.File{Name: filepath.Join(dir, file.name), Data: file.data})
	}
	return disk.PlaceNew(ctx, list)
}

// sayMade says what was written, which other files of the folder will be read with it, and what
// to do next.
func (a *app) sayMade(dir string, files []newFile) {
	fmt.Fprintln(a.Stdout, a.Say(lang.Text{JA: "作りました:", EN: "Made:"}))
	for _, name := range names(files) {
		fmt.Fprintln(a.Stdout, "  "+filepath.Join(dir, name))
	}
	if len(files) == 1 {
		return
	}
	if others := otherFiles(dir); len(others) > 0 {
		fmt.Fprintf(a.Stdout, a.Say(lang.Text{JA: "同じフォルダーの %s も台帳として読みます。使わないものは移してください。\n",
			EN: "These files of the folder will be read too: %s. Move away what is not meant.\n"}), strings.Join(others, "、"))
	}
	fmt.Fprintf(a.Stdout, a.Say(lang.Text{
		JA: "次は、%s を Excel で開いて書き込み、保存してから点検してください:\n  pilot90 check %s\n",
		EN: "Next, fill in %s with Excel, save it, and check it:\n  pilot90 check %s\n"}),
		blank.WorkbookFile, strings.TrimPrefix(terminal.CommandLine([]string{dir}), "pilot90 "))
}

// otherFiles are the spreadsheets that the reader would take besides the new workbook.
func otherFiles(dir string) []string {
	_, names, err := cohort.Files(dir)
	if err != nil {
		return nil // check, the next step, says what is wrong with the folder
	}
	var others []string
	for _, name := range names {
		if !setting.IsSettings(name) && name != blank.WorkbookFile {
			others = append(others, name)
		}
	}
	return others
}
