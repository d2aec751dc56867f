package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// Exit codes of the command.
const (
	exitOK       = 0
	exitFindings = 1 // the ledger has findings at error level (or as --fail-on says)
	exitUsage    = 2 // the command line is not understood
	exitIO       = 3 // something cannot be read or written
)

// version is set by the release build.
var version = "0.1.0"

// app is what every command shares: the streams, the language and the day. Only this package
// reads the clock.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	lang           string
	today          cell.Day
	quiet          bool // nothing on stderr but what went wrong
	noProgress     bool
	steps          steps // of the run
}

// exit is an error that carries the exit code; its message was already printed when it is empty.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// cannot wraps an error of reading or writing.
func cannot(err error) error { return &exit{exitIO, err} }

// run is the whole command; it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	y, m, d := time.Now().Date()
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, today: cell.NewDay(y, m, d)}
	root := a.root()
	root.SetArgs(repaired(args, runtime.GOOS))
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return a.code(root.ExecuteContext(ctx))
}

// code prints what is left to say of an error and turns it into the exit code.
func (a *app) code(err error) int {
	if err == nil {
		return exitOK
	}
	var e *exit
	if !errors.As(err, &e) {
		e = &exit{exitUsage, err}
	}
	if e.err != nil {
		fmt.Fprintln(a.stderr, "pilot90: "+a.words(e.err))
	}
	if e.code == exitUsage {
		fmt.Fprintln(a.stderr, a.say(words.usageHint))
	}
	return e.code
}

// words are what to print of an error.
func (a *app) words(err error) string {
	var w *worded
	if errors.As(err, &w) {
		return a.say(w.Text)
	}
	if t, ok := plainly(err, runtime.GOOS); ok {
		return a.say(t)
	}
	return err.Error()
}

func (a *app) say(t finding.Text) string { return t.In(finding.Lang(a.lang)) }

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "pilot90",
		Short:         words.short,
		Long:          words.long,
		Example:       words.examples,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
		Args:          a.rootArgs,
		RunE:          func(cmd *cobra.Command, args []string) error { return a.start(cmd, args) },
	}
	root.SetVersionTemplate("pilot90 {{.Version}}\n")
	root.PersistentFlags().StringVar(&a.lang, "lang", "ja", "表示の言語 ja または en")
	root.PersistentFlags().BoolVar(&a.quiet, "quiet", false, "途中経過や次の案内を出しません")
	root.PersistentFlags().BoolVar(&a.noProgress, "no-progress", false, "時間がかかるときの途中経過を画面に出しません")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if a.lang != "ja" && a.lang != "en" {
			return fmt.Errorf("--lang %s: ja か en を指定してください / use ja or en", a.lang)
		}
		return nil
	}
	root.AddCommand(
		a.serveCommand(),
		a.initCommand(),
		a.checkCommand(),
		a.statusCommand(),
		a.kpiCommand(),
		a.explainCommand(),
		a.reportCommand(),
		a.planCommand(),
		a.sealCommand(),
		a.verifyCommand(),
		a.diffCommand(),
		a.handoverCommand(),
		a.licensesCommand(),
	)
	a.helpful(root)
	a.completes(root)
	return root
}
