package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort/lang"
	"pilot90/kpi/catalog"
	"pilot90/report"
	"pilot90/report/edition"
	"pilot90/report/plan"
)

type reportFlags struct {
	ledger  ledgerFlags
	edition string
	plan    string
	form    string
	out     string
	formats []string
}

func (a *app) reportCommand() *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "report 台帳のフォルダー",
		Short: "報告書（PDF・HTML・Excel など）をつくります",
		Long: `報告書をつくります。--for で版を選びます。形式を指定しないときは、次をつくります。
  overview 総合・hub 推進ハブ                 pdf, html, json
  council 議会                                pdf, pptx, html, json
                                              （スライドは deck.pdf と deck.pptx、想定問答は
                                              questions.pdf と questions.html）
  grant 交付金 実績                           pdf, html, xlsx, json
                                              （xlsx に実績報告の様式の列）
  public 公表                                 html, json, csv
png は、グラフを1つずつ charts フォルダーに書き出します。
pptx は、PowerPoint で直せるスライドです。グラフの数字も、発表者用のメモもその中にあります。

--form は、自治体の様式（Excel）の {{指標の名前.value}} という印や名前付きの範囲に数字を
書き入れた写しをつくります。ほかのセルには触れず、元のファイルは変えません。
書けるのは .value（数）、.text（単位付きの文字）、.numerator、.denominator、.n、.target
です。版を指定しなければ、交付金の版と同じ範囲の数だけを書きます。

Ctrl+C で中断すると、何も書き出さずに終わります（終了コード 130）。`,
		Example: `  pilot90 report samples/midorino --out out
  pilot90 report samples/midorino --period 令和7年度 --as-of 2026-03-31 --out 報告
  pilot90 report samples/midorino --for public --out 公表
  pilot90 report samples/midorino --for council --format pdf,png --out 議会
  pilot90 report samples/midorino --plan plans/council.toml --out 議会
  pilot90 report samples/midorino --form 実績報告様式.xlsx --out 報告`,
		Args: a.OneLedger("report"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.report(cmd, args[0], &f) },
	}
	f.ledger.add(cmd)
	f.ledger.addCohort(cmd)
	f.ledger.addTown(cmd)
	cmd.Flags().StringVar(&f.edition, "for", "overview", "報告書の版（"+strings.Join(plan.Editions(), ", ")+"）")
	cmd.Flags().StringVar(&f.plan, "plan", "", "直した版のファイル（pilot90 plan copy で作れます）。--for の代わりに指定します")
	cmd.Flags().StringVar(&f.form, "form", "", "数字を書き入れる自治体の様式（.xlsx、.xlsm）")
	cmd.Flags().StringVar(&f.out, "out", "out", "書き出すフォルダー")
	cmd.Flags().StringSliceVar(&f.formats, "format", nil, "つくる形式（"+strings.Join(report.Formats, ", ")+"）。なければ版ごとの標準")
	return cmd
}

func (a *app) report(cmd *cobra.Command, path string, f *reportFlags) error {
	for _, format := range f.formats {
		if !slices.Contains(report.Formats, format) {
			return a.Errorf("--format %s: %s から選んでください", "--format %s: choose from %s", format,
				strings.Join(report.Formats, ", "))
		}
	}
	for _, name := range []string{"plan", "form", "out"} {
		if flag := cmd.Flags().Lookup(name); flag.Changed && flag.Value.String() == "" {
			return a.Errorf("--%s のあとに値を書いてください", "--%s needs a value after it", name)
		}
	}
	plan, err := a.chosenPlan(cmd, f)
	if err != nil {
		return err
	}
	if f.plan == "" {
		if plan, _, err = a.worded(path, plan); err != nil {
			return err
		}
	}
	if slices.Contains(f.formats, "pptx") && !plan.Slides() {
		return a.Errorf("--format pptx: この版にはスライドがありません。議会の版（--for council）でつくれます",
			"--format pptx: this edition has no slides; the council's has (--for council)")
	}
	a.Expect(3)
	run, err := a.compute(cmd.Context(), path, &f.ledger)
	if err != nil {
		return err
	}
	a.notices(run.Window)
	if f.form != "" {
		return a.fillForm(cmd.Context(), path, plan, run, f)
	}
	if len(f.formats) == 0 {
		f.formats = plan.Usual()
	}
	if err := a.withSince(cmd.Context(), path, f.ledger.passwordFile, plan, &run); err != nil {
		return err
	}
	var files []report.File
	var replaced []rune
	a.During(lang.Text{JA: "報告書をつくっています", EN: "making the report"}, func() {
		files, replaced, err = a.makeEdition(cmd.Context(), path, plan, run, f.formats)
	})
	if err != nil {
		return err
	}
	if err := a.place(cmd.Context(), f.out, files, replaced); err != nil {
		return err
	}
	a.Next(terminal.NextSteps.Explain, "explain", catalog.All()[0].ID, path)
	return incomplete(run)
}

// chosenPlan is the plan of --plan, else that of the edition.
func (a *app) chosenPlan(cmd *cobra.Command, f *reportFlags) (*plan.Plan, error) {
	if f.form != "" && len(f.formats) > 0 {
		return nil, a.Errorf("--form と --format は、どちらか一方を指定してください", "give --form or --format, not both")
	}
	if f.plan == "" {
		if f.form != "" && !cmd.Flags().Changed("for") {
			return report.BuiltinPlan("grant")
		}
		if f.edition == plan.Handover {
			return nil,
				a.Errorf("--for handover: 引き継ぎの資料は pilot90 handover でつくります",
					"--for handover: pilot90 handover makes the successor's folder")
		}
		return report.BuiltinPlan(f.edition)
	}
	if cmd.Flags().Changed("for") {
		return nil, a.Errorf("--plan と --for は、どちらか一方を指定してください", "give --plan or --for, not both")
	}
	return a.ownPlan(f.plan)
}

// ownPlan is a municipality's own plan; one with faults is an error of usage that names them.
func (a *app) ownPlan(path string) (*plan.Plan, error) {
	own, err := readPlan(path)
	if faults, ok := errors.AsType[*plan.Error](err); ok {
		return nil,
			a.Errorf("版のファイルに直すところがあるため、つくりませんでした\n%s", "the plan has faults; nothing was made\n%s",
				faults.In(a.Lang))
	}
	return own, err
}

// makeEdition makes the files of an edition, and names the characters that no font can draw. The
// sealed editions are those of the ledger at path; a ledger in memory ("") has none.
func (a *app) makeEdition(ctx context.Context, path string, plan *plan.Plan, run report.Run,
	formats []string) ([]report.File, []rune, error) {
	var kept []*edition.Sealed
	if path != "" {
		var err error
		if kept, err = a.withEditions(path, plan, &run); err != nil {
			return nil, nil, err
		}
	}
	if err := a.lacking(&run); err != nil {
		return nil, nil, err
	}
	content, shown := report.Build(plan, run)
	if run.Sealed = edition.Holds(kept, plan.Edition, shown); run.Sealed {
		content, shown = report.Build(plan, run)
	}
	files, replaced, err := report.Render(ctx, content, shown, formats)
	return files, replaced, cannotIf(err)
}

// lacking is an error where there is nothing that an edition could be made of.
func (a *app) lacking(run *report.Run) error {
	if lack := run.Lacks(); !lack.Empty() {
		return cannot(a.Errorf("%s", "%s", lack.In(a.Lang)))
	}
	return nil
}

// place writes the files into the folder and prints where they are, and what was replaced in them.
func (a *app) place(ctx context.Context, dir string, files []report.File, replaced []rune) error {
	if err := disk.Place(ctx, dir, files); err != nil {
		return cannot(err)
	}
	a.sayReplaced(replaced)
	for _, file := range files {
		fmt.Fprintln(a.Stdout, filepath.Join(dir, filepath.FromSlash(file.Name)))
	}
	return nil
}
