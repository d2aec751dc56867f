package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/web"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

type serveFlags struct {
	ledger    ledgerFlags
	port      int
	noBrowser bool
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve [台帳のフォルダー]",
		Short: "台帳を画面（ブラウザー）で見ます",
		Long: `台帳をブラウザーの画面で見ます。今週すること、シートの読み取り方、点検、指標、報告書づくり、
版を残す・確かめる・くらべる、引き継ぎ、設定が、画面だけでできます。Excel で保存するたびに
画面が新しくなります。フォルダーを指定しなければ、画面で選ぶか、新しくつくれます。
提出用データ（または台帳）が自治体ごとに入ったフォルダーや、publish でつくったデータベースを
開くと、自治体の一覧と合計を示します。

このパソコンの中だけで動き、ネットワークには何も出しません。Ctrl+C か画面の「終わる」で終わります。
画面をすべて閉じると、2分後に自動で終わります。`,
		Example: `  pilot90 serve
  pilot90 serve samples/midorino --as-of 2026-03-31
  pilot90 serve 県内.db
  pilot90 serve samples/midorino --no-browser        （アドレスだけを表示する）`,
		Args: a.AtMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.serve(cmd.Context(), strings.Join(args, ""), &f)
		},
	}
	f.ledger.add(cmd)
	cmd.Flags().IntVar(&f.port, "port", 0, "ポート番号（0 は空いている番号）")
	cmd.Flags().BoolVar(&f.noBrowser, "no-browser", false, "ブラウザーを開かず、アドレスだけを表示します")
	return cmd
}

// rootArgs lets the program be started by itself, or with the one file or folder that was dropped
// on its icon; anything else is a command that there is not.
func (a *app) rootArgs(root *cobra.Command, args []string) error {
	if len(args) == 1 {
		if _, err := os.Stat(args[0]); err == nil {
			return nil
		}
	}
	return a.NoSuchCommand(root, args)
}

// start is what the program does without a command: it shows the page where a double click or a
// drop started it, and the help in a terminal or a script.
func (a *app) start(cmd *cobra.Command, args []string) error {
	if len(args) == 0 && !mousetrap.StartedByExplorer() {
		return cmd.Help()
	}
	return a.serve(cmd.Context(), strings.Join(args, ""), &serveFlags{})
}

// serve serves the pages until the user ends them.
func (a *app) serve(ctx context.Context, path string, f *serveFlags) error {
	if f.ledger.from != "" || f.ledger.to != "" {
		return a.Errorf("serve では --from と --to の代わりに --period を指定してください",
			"with serve, give --period instead of --from and --to")
	}
	if f.port < 0 || f.port > 65535 {
		return a.Errorf("--port %d: 0 から 65535 の番号を指定してください", "--port %d: give a number from 0 to 65535", f.port)
	}
	opt, err := a.webOptions(f)
	if err != nil {
		return err
	}
	server := web.New(opt)
	if path != "" {
		if !strings.Contains(path, "://") {
			if path, err = filepath.Abs(path); err != nil {
				return cannot(err)
			}
		}
		a.During(lang.Text{JA: "台帳を読んでいます", EN: "reading the ledger"}, func() { err = server.Open(ctx, path) })
		if err != nil {
			return a.notOpened(err)
		}
	}
	listener, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(f.port)))
	if err != nil {
		return cannot(a.Errorf("ポート %d では始められません（%v）。--port をやめるか、別の番号を指定してください",
			"cannot begin at port %d (%v); leave out --port or give another", f.port, err))
	}
	defer a.invite(server.Address(listener.Addr()), f.noBrowser)()
	if err := server.Serve(ctx, listener); err != nil {
		return cannot(err)
	}
	fmt.Fprintln(a.Stdout, a.Say(lang.Text{JA: "終了しました。", EN: "Ended."}))
	return nil
}

// notOpened gives an error of the first reading its exit code: what the flags say is not
// understood, or the ledger cannot be read.
func (a *app) notOpened(err error) error {
	var told interface{ In(lang.Lang) string }
	if errors.As(err, &told) {
		return errors.New(told.In(a.Lang))
	}
	return cannot(err)
}

// webOptions are what the page needs to know of the command line and of this computer.
func (a *app) webOptions(f *serveFlags) (web.Options, error) {
	password, err := f.ledger.password()
	if err != nil {
		return web.Options{}, cannot(err)
	}
	waits := web.DefaultWaits
	if f.noBrowser {
		waits.Unseen = 0
	}
	recent, err := setting.ReadWhole(recentFile(), mostRecentBytes)
	if err != nil {
		recent = nil // there is no list yet, or it cannot be read: the page goes without
	}
	return web.Options{
		Lang: a.Lang, Version: version, Today: func() cell.Day { return dayOf(time.Now()) },
		AsOf: f.ledger.asOf, Period: f.ledger.period, Password: password,
		Recent: recent, Suggested: suggestedFolder(), Program: page{a, f.ledger.passwordFile},
		Say:   func(text string) { fmt.Fprintln(a.Stderr, text) },
		Waits: waits,
	}, nil
}

// invite opens the page, and prints its address for when that fails. The function it returns is to be called at the
// end.
func (a *app) invite(address string, noBrowser bool) (over func()) {
	over = func() {}
	opened := false
	if !noBrowser {
		var err error
		if over, err = letIn(address, show); err == nil {
			opened = true
		}
	}
	if opened {
		fmt.Fprintln(a.Stdout, a.Say(lang.Text{JA: "ブラウザーで画面を開きました。開かないときは、次のアドレスをブラウザーに貼り付けてください。",
			EN: "The page opens in the browser. If it does not, paste this address into one."}))
	} else {
		fmt.Fprintln(a.Stdout, a.Say(lang.Text{JA: "次のアドレスをブラウザーで開いてください。", EN: "Open this address in a browser."}))
	}
	fmt.Fprintln(a.Stdout, "  "+address)
	fmt.Fprintln(a.Stdout, a.Say(lang.Text{
		JA: "この窓は閉じないでください。終えるときは、画面の「終わる」を押すか、ここで Ctrl+C を押します。画面をすべて閉じたときも、2分後に終わります。",
		EN: "Keep this window open. To end, press “Quit” on the page or Ctrl+C here; it also ends 2 minutes after the " +
			"last page is closed."}))
	return over
}

// letIn opens an address that holds a token by way of a file that nobody else can read: the arguments of a program that
// runs can be seen by every user of the computer. over removes the file.
func letIn(address string, show func(string) error) (over func(), err error) {
	dir, err := os.MkdirTemp("", "pilot90-") // for this user alone
	if err != nil {
		return func() {}, err
	}
	over = func() { os.RemoveAll(dir) }
	door := filepath.Join(dir, "pilot90.html")
	page := `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><meta name="referrer" content="no-referrer">` +
		`<meta http-equiv="refresh" content="0;url=` + address + `"><title>pilot90</title><p><a href="` + address +
		`">pilot90</a></p></html>`
	if err = os.WriteFile(door, []byte(page), 0o600); err == nil {
		err = show(door)
	}
	return over, err
}
