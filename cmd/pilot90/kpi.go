package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
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
			"the period begins on %s, after the as-of date %s: it does not hold a day yet; check the two", clock.From,
			clock.AsOf)
	}
	sealed, err := a.earlierYears(path, c, clock)
	if err != nil {
		return report.Run{}, err
	}
	if l.town != "" {
		return a.runOnTown(c, clock, l)
	}
	if l.cohort == "" {
		return a.runOf(c, clock, sealed...), cannotIf(ctx.Err())
	}
	at, err := a.cohortNamed(c, l.cohort)
	if err != nil {
		return report.Run{}, err
	}
	return a.runOn(kpi.NewWindow(c, clock).OfCohort(at)), cannotIf(ctx.Err())
}

// notices says to the person at the terminal what stands in the first lines of the files that are written.
func (a *app) notices(w *kpi.Window) {
	for _, n := range kpi.Notices(w.Clock, w.Only) {
		fmt.Fprintln(a.Stderr, a.Say(n))
	}
}

// runOf computes every figure of a ledger that was read; sealed is what editions say of earlier years.
func (a *app) runOf(c *cohort.Ledger, clock setting.Clock, sealed ...grant.Sealed) report.Run {
	return a.runOn(kpi.NewWindow(c, clock), sealed...)
}

// runOn computes every figure of a window.
func (a *app) runOn(w *kpi.Window, sealed ...grant.Sealed) report.Run {
	var run report.Run
	a.During(lang.Text{JA: "指標を計算しています", EN: "computing the figures"}, func() {
		run = a.computed(w, sealed...)
	})
	return run
}

// computed is runOf without a word to the terminal.
func (a *app) computed(w *kpi.Window, sealed ...grant.Sealed) report.Run {
	run := report.Run{Cohort: w.Cohort, Window: w, Lang: a.Lang, Version: version}
	run.Result = result.Compute(catalog.All(), run.Window, sealed...)
	run.Definitions = kpi.Expanded(catalog.All(), run.Window)
	return run
}

type kpiFlags struct {
	ledger       ledgerFlags
	asJSON, list bool
	ids          bool
	out          string
}

func (a *app) kpiCommand() *cobra.Command {
	var f kpiFlags
	cmd := &cobra.Command{
		Use:   "kpi 台帳のフォルダー",
		Short: "指標を一覧します（--json で機械が読む形）",
		Example: `  pilot90 kpi samples/midorino --as-of 2026-03-31
  pilot90 kpi samples/midorino --cohort 第1期
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
	f.ledger.addCohort(cmd)
	f.ledger.addTown(cmd)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "JSON で出します")
	cmd.Flags().BoolVar(&f.ids, "ids", false, "指標の名前（ID）も並べます。explain や様式の印に使う名前です")
	cmd.Flags().BoolVar(&f.list, "list", false, "指標の名前を一覧します")
	cmd.Flags().StringVar(&f.out, "out", "", "書き出すファイル（UTF-8）。なければ画面")
	return cmd
}

// kpi prints the figures, or the list of those there are, to the screen or into a file.
func (a *app) kpi(ctx context.Context, args []string, f *kpiFlags) error {
	var buf bytes.Buffer
	var run report.Run
	var err error
	if f.list {
		err = result.List(&buf, catalog.All(), a.Lang)
	} else {
		var failed error
		run, failed = a.compute(ctx, args[0], &f.ledger)
		switch {
		case failed != nil:
			return failed
		case f.asJSON:
			a.notices(run.Window)
			err = run.Result.WriteJSON(&buf, run.Lang)
		default:
			err = report.WriteText(&buf, run, f.ids)
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
	if err == nil && !f.list {
		return incomplete(run)
	}
	return cannotIf(err)
}

// incomplete ends a command with the exit code of findings where files of the ledger were not read: what was printed
// says so of each figure.
func incomplete(run report.Run) error { return incompleteLedger(run.Cohort) }

// incompleteLedger is incomplete for a ledger; nil for one that was not read, as of two editions that are compared.
func incompleteLedger(c *cohort.Ledger) error {
	if c == nil || kpi.Unread(c).Empty() {
		return nil
	}
	return &exit{code: exitFindings}
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
	l.addCohort(cmd)
	l.addTown(cmd)
	return cmd
}

// codeShaped is what only the code of a check looks like.
var codeShaped = pattern.New(`^[A-Za-z]\d+$`)

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

// called returns the id of the figure that a name means: an id, or a title in either language, whole or so much of it
// that only one has it. A name that means none is returned as it is.
func called(name string, defs []kpi.Definition) string {
	key := func(text string) string { return strings.ToLower(strings.Join(strings.Fields(halfWidth(text)), "")) }
	var ids []string
	for _, d := range defs {
		switch {
		case d.ID == name, key(d.Title.JA) == key(name), key(d.Title.EN) == key(name):
			return d.ID
		case key(name) != "" && (strings.Contains(key(d.Title.JA), key(name)) ||
			strings.Contains(key(d.Title.EN), key(name))):
			ids = append(ids, d.ID)
		}
	}
	if len(ids) == 1 {
		return ids[0]
	}
	return name
}

// explainDefinition prints what a figure means without a ledger.
func (a *app) explainDefinition(name string) error {
	id := called(name, catalog.All())
	for _, d := range catalog.All() {
		if d.ID == id {
			_, err := fmt.Fprintf(a.Stdout, "%s  %s\n%s\n", d.ID, a.Say(d.Title), a.Say(d.Formula))
			for _, c := range catalog.ChangesOf(id) {
				if err == nil {
					_, err = fmt.Fprintln(a.Stdout, a.Sayf("定義の変更（%s）：%s → %s。%s", "changed in %s: %s → %s; %s", c.Version,
						a.Say(c.Was), a.Say(c.Now), a.Say(c.Why)))
				}
			}
			return cannotIf(err)
		}
	}
	return a.unknownFigure(id, catalog.All())
}

func (a *app) explainFigure(ctx context.Context, name, path string, l *ledgerFlags) error {
	run, err := a.compute(ctx, path, l)
	if err != nil {
		return err
	}
	id := called(name, run.Definitions)
	for _, d := range run.Definitions {
		if f := kpi.Find(run.Result.Figures, id); d.ID == id && f != nil {
			if only := run.Window.Only; only != nil {
				fmt.Fprintln(a.Stdout, a.Say(only.Note()))
			}
			if err := result.Explain(a.Stdout, d, *f, run.Window.Clock, run.Lang); err != nil {
				return cannot(err)
			}
			return incomplete(run)
		}
	}
	return a.unknownFigure(id, run.Definitions)
}

func (a *app) unknownFigure(id string, defs []kpi.Definition) error {
	var ids []string
	for _, d := range defs {
		ids = append(ids, d.ID, d.Title.JA)
	}
	near := lang.NearWords(id, ids)
	if len(near) == 0 {
		return a.Errorf("%s という指標はありません。一覧は pilot90 kpi --list で見られます",
			"there is no figure %s; pilot90 kpi --list names them", id)
	}
	return a.Errorf("%s という指標はありません（近い名前: %s）。一覧は pilot90 kpi --list で見られます",
		"there is no figure %s (close: %s); pilot90 kpi --list names them", id, near[0])
}
