package main

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/rule"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/grant"
	"pilot90/kpi/result"
	"pilot90/report"
)

// compute reads a ledger and computes every figure: two steps of the run.
func (a *app) compute(ctx context.Context, path string, l *ledgerFlags) (report.Run, error) {
	if !a.Underway() {
		a.Expect(2)
	}
	c, clock, err := a.reading(ctx, path, l)
	if err != nil {
		return report.Run{}, err
	}
	if clock.From > clock.AsOf {
		return report.Run{}, a.Errorf("対象期間は %s に始まり、基準日 %s より後です。まだ1日も含まれません。期間か基準日を確かめてください",
			"the period begins on %s, after the as-of date %s: it does not hold a day yet; check the two", clock.From, clock.AsOf)
	}
	sealed, err := a.earlierYears(path, c, clock)
	if err != nil {
		return report.Run{}, err
	}
	run := a.runOf(c, clock, sealed...)
	return run, cannotIf(ctx.Err())
}

// overdue says to the person at the terminal what stands inside the files that are written.
func (a *app) overdue(clock setting.Clock) {
	if clock.Overdue() {
		fmt.Fprintln(a.Stderr, a.Say(clock.OverdueNote()))
	}
}

// runOf computes every figure of a ledger that was read; sealed is what editions say of earlier years.
func (a *app) runOf(c *cohort.Ledger, clock setting.Clock, sealed ...grant.Sealed) report.Run {
	run := report.Run{Cohort: c, Window: kpi.NewWindow(c, clock), Lang: a.Lang, Version: version}
	a.During(lang.Text{JA: "指標を計算しています", EN: "computing the figures"}, func() {
		run.Result = result.Compute(catalog.All(), run.Window, sealed...)
		run.Definitions = kpi.Expanded(catalog.All(), run.Window)
	})
	return run
}

type kpiFlags struct {
	ledger       ledgerFlags
	asJSON, list bool
	out          string
}

func (a *app) kpiCommand() *cobra.Command {
	var f kpiFlags
	cmd := &cobra.Command{
		Use:   "kpi 台帳のフォルダー",
		Short: "指標を一覧します（--json で機械が読む形）",
		Example: `  pilot90 kpi samples/midorino --as-of 2026-03-31
  pilot90 kpi samples/midorino --json --out figures.json
  pilot90 kpi --list`,
		Args: a.AtMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !f.list && len(args) == 0 {
				return a.OneLedger("kpi")(cmd, args)
			}
			return a.kpi(cmd.Context(), args, &f)
		},
	}
	f.ledger.add(cmd)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "JSON で出します")
	cmd.Flags().BoolVar(&f.list, "list", false, "指標の名前を一覧します")
	cmd.Flags().StringVar(&f.out, "out", "", "書き出すファイル（UTF-8）。なければ画面")
	return cmd
}

// kpi prints the figures, or the list of those there are, to the screen or into a file.
func (a *app) kpi(ctx context.Context, args []string, f *kpiFlags) error {
	var buf bytes.Buffer
	var err error
	if f.list {
		err = result.List(&buf, catalog.All(), a.Lang)
	} else {
		run, failed := a.compute(ctx, args[0], &f.ledger)
		switch {
		case failed != nil:
			return failed
		case f.asJSON:
			a.overdue(run.Window.Clock)
			err = run.Result.WriteJSON(&buf, run.Lang)
		default:
			err = report.WriteText(&buf, run)
		}
	}
	switch {
	case err != nil:
	case f.out != "":
		err = disk.WriteNew(f.out, buf.Bytes())
	default:
		_, err = a.Stdout.Write(buf.Bytes())
	}
	if err == nil && !f.list && !f.asJSON {
		a.Next(terminal.NextSteps.Explain, "explain", catalog.All()[0].ID, args[0])
	}
	return cannotIf(err)
}

func cannotIf(err error) error {
	if err != nil {
		return cannot(err)
	}
	return nil
}

func (a *app) explainCommand() *cobra.Command {
	var l ledgerFlags
	cmd := &cobra.Command{
		Use:   "explain 名前 [台帳のフォルダー]",
		Short: "指標の根拠をセルまで、点検の記号（C204 など）の意味を示します",
		Example: `  pilot90 explain recurring_contract_ratio samples/midorino
  pilot90 explain C204
  pilot90 explain columns`,
		Args: a.explainArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			name := halfWidth(args[0])
			switch r, ok := rule.ByCode(strings.ToUpper(name)); {
			case name == "columns":
				return cannotIf(schema.WriteColumns(a.Stdout, a.Lang))
			case ok:
				return cannotIf(rule.Write(a.Stdout, r, a.Lang))
			case codeShaped.MatchString(name):
				return a.Errorf("%s という点検の記号はありません。記号は、点検結果の [C204 誤り] のような行にあります",
					"there is no check %s; codes stand in the findings, as in [C204 error]", strings.ToUpper(name))
			case len(args) == 1:
				return a.explainDefinition(name)
			}
			return a.explainFigure(cmd.Context(), name, args[1], &l)
		},
	}
	l.add(cmd)
	return cmd
}

// codeShaped is what only the code of a check looks like.
var codeShaped = regexp.MustCompile(`^[A-Za-z]\d+$`)

// halfWidth is a name as it is written, typed with the Japanese keyboard on or off: Ｃ２０４ is C204.
func halfWidth(name string) string {
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, strings.TrimSpace(name))
}

func (a *app) explainArgs(_ *cobra.Command, args []string) error {
	if len(args) == 0 || len(args) > 2 {
		return a.Errorf("指標の名前か点検の記号を1つと、必要なら台帳のフォルダーを指定してください（例 pilot90 explain C204）",
			"name one figure or code, and a ledger's folder if need be (such as pilot90 explain C204)")
	}
	return nil
}

// explainDefinition prints what a figure means without a ledger.
func (a *app) explainDefinition(id string) error {
	for _, d := range catalog.All() {
		if d.ID == id {
			_, err := fmt.Fprintf(a.Stdout, "%s  %s\n%s\n", d.ID, a.Say(d.Title), a.Say(d.Formula))
			return cannotIf(err)
		}
	}
	return a.unknownFigure(id, catalog.All())
}

func (a *app) explainFigure(ctx context.Context, id, path string, l *ledgerFlags) error {
	run, err := a.compute(ctx, path, l)
	if err != nil {
		return err
	}
	for _, d := range run.Definitions {
		if f := kpi.Find(run.Result.Figures, id); d.ID == id && f != nil {
			return cannotIf(result.Explain(a.Stdout, d, *f, run.Window.Clock, run.Lang))
		}
	}
	return a.unknownFigure(id, run.Definitions)
}

func (a *app) unknownFigure(id string, defs []kpi.Definition) error {
	var ids []string
	for _, d := range defs {
		ids = append(ids, d.ID)
	}
	near := lang.NearWords(id, ids)
	if len(near) == 0 {
		return a.Errorf("%s という指標はありません。一覧は pilot90 kpi --list で見られます",
			"there is no figure %s; pilot90 kpi --list names them", id)
	}
	return a.Errorf("%s という指標はありません（近い名前: %s）。一覧は pilot90 kpi --list で見られます",
		"there is no figure %s (close: %s); pilot90 kpi --list names them", id, near[0])
}
