package main

import (
	"context"

	"github.com/spf13/cobra"

	"pilot90/report"
	"pilot90/report/term"
)

func (a *app) statusCommand() *cobra.Command {
	var l ledgerFlags
	cmd := &cobra.Command{
		Use:  "status 台帳のフォルダー",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.status(cmd.Context(), args[0], &l) },
	}
	l.add(cmd)
	return cmd
}

// status prints the hub's week.
func (a *app) status(ctx context.Context, path string, l *ledgerFlags) error {
	run, err := a.compute(ctx, path, l)
	if err != nil {
		return err
	}
	return cannotIf(term.Write(a.stdout, report.Status(run), term.Options{Paint: a.paintStyles()}))
}

// paintStyles is paint for the styles of a page; nil when the output is to stay plain.
func (a *app) paintStyles() func(term.Style, string) string {
	if !a.colours() {
		return nil
	}
	return func(s term.Style, words string) string {
		return "\x1b[" + styleCodes[s] + "m" + words + "\x1b[0m"
	}
}

var styleCodes = map[term.Style]string{term.Heading: "1", term.Faint: "2", term.Good: "32", term.Watch: "33", term.Bad: "1;31"}
