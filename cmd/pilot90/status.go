package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"pilot90/report"
	"pilot90/report/term"
)

func (a *app) statusCommand() *cobra.Command {
	var l ledgerFlags
	cmd := &cobra.Command{
		Use:   "status 台帳のフォルダー",
		Short: "今週することを1画面で示します（声をかける人、納期、未払いなど）",
		Long: `今週することを1画面で示します：声をかける人、納期が過ぎた・7日以内の作業、未払い、
30日以内に終わる案件、手が空いた人、10-10-10ルールの残り、台帳の誤り。
氏名を含むため、内部限りです。`,
		Example: `  pilot90 status samples/midorino
  pilot90 status samples/midorino --as-of 2025-11-20`,
		Args: a.oneLedger("status"),
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
	if err := term.Write(a.stdout, report.Status(run), term.Options{Paint: a.paintStyles()}); err != nil {
		return cannot(err)
	}
	if slices.ContainsFunc(run.Cohort.Findings, toCorrect) {
		a.next(nextSteps.check, "check", path)
	} else {
		a.next(nextSteps.report, "report", path)
	}
	return nil
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

var styleCodes = map[term.Style]string{term.Heading: "1", term.Faint: "2", term.Good: "32", term.Watch: "33",
	term.Bad: "1;31"}
