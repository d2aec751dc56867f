package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/copies"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/kpi"
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
		Args: a.OneLedger("status"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.status(cmd.Context(), args[0], &l) },
	}
	l.add(cmd)
	l.addCohort(cmd)
	l.addTown(cmd)
	return cmd
}

// status prints the hub's week.
func (a *app) status(ctx context.Context, path string, l *ledgerFlags) error {
	run, err := a.compute(ctx, path, l)
	if err != nil {
		return err
	}
	for _, n := range kpi.Notices(run.Window.Clock, run.Window.Only) {
		fmt.Fprintf(a.Stdout, "%s\n\n", a.Say(n))
	}
	if err := term.Write(a.Stdout, report.Status(run), term.Options{Paint: a.PaintStyles()}); err != nil {
		return cannot(err)
	}
	if slices.ContainsFunc(run.Cohort.Findings, copies.ToCorrect) {
		a.Next(terminal.NextSteps.Check, "check", path)
	} else {
		a.Next(terminal.NextSteps.Report, "report", path)
	}
	return incomplete(run)
}
