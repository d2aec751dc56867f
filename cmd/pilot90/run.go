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

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort/cell"
)

// Exit codes of the command.
const (
	exitOK       = 0
	exitFindings = 1   // the ledger has findings at error level (or as --fail-on says)
	exitUsage    = 2   // the command line is not understood
	exitIO       = 3   // something cannot be read or written
	exitStopped  = 130 // the user stopped it with Ctrl+C: 128 + SIGINT, as shells have it
)

// version is set by the release build.
var version = "0.1.0"

// app is what every command shares: the terminal, with the language in which it is spoken to, and
// the day. Only this package reads the clock.
type app struct {
	terminal.Terminal
	today cell.Day
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

// run is the whole command; it returns the exit code. The first Ctrl+C ends its context, so that a command
// stops where it leaves nothing half done; the second ends the program.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	holdMemory()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop)
	return command(ctx, args, stdin, stdout, stderr)
}

// command is run without the signals of the system.
func command(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	y, m, d := time.Now().Date()
	a := &app{Terminal: terminal.New(stdin, stdout, stderr), today: cell.NewDay(y, m, d)}
	root := a.root()
	root.SetArgs(repaired(args, runtime.GOOS))
	root.SetIn(stdin)
	root.SetOut(a.Stdout)
	root.SetErr(a.Stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = cannotIf(a.Failed()) // pages of help, and what is said when files are written already
	}
	return a.code(err)
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
	if errors.Is(err, context.Canceled) {
		e = &exit{exitStopped, a.Errorf("中断しました。何も書き出していません", "stopped; nothing was written")}
	}
	if e.err != nil {
		fmt.Fprintln(a.Stderr, "pilot90: "+a.Tell(e.err))
	}
	if e.code == exitUsage {
		fmt.Fprintln(a.Stderr, a.Say(voice.UsageHint))
	}
	return e.code
}
