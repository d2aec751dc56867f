package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cohort/finding"
	"pilot90/report"
	"pilot90/templates"
)

type reportFlags struct {
	ledger  ledgerFlags
	edition string
	plan    string
	out     string
	formats []string
}

func (a *app) reportCommand() *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "report 台帳のフォルダー",
		Short: "報告書（PDF・HTML・JSON）をつくります",
		Example: `  pilot90 report samples/midorino --out out
  pilot90 report samples/midorino --period 令和7年度 --as-of 2026-03-31 --out 報告`,
		Args: a.oneLedger("report"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.report(cmd, args[0], &f) },
	}
	f.ledger.add(cmd)
	cmd.Flags().StringVar(&f.edition, "for", "overview", "報告書の版（"+strings.Join(templates.Plans(), ", ")+"）")
	cmd.Flags().StringVar(&f.plan, "plan", "", "直した版のファイル（pilot90 plan copy で作れます）。--for の代わりに指定します")
	cmd.Flags().StringVar(&f.out, "out", "out", "書き出すフォルダー")
	cmd.Flags().StringSliceVar(&f.formats, "format", nil, "つくる形式（"+strings.Join(report.Formats, ", ")+"）。なければ版ごとの標準")
	return cmd
}

func (a *app) report(cmd *cobra.Command, path string, f *reportFlags) error {
	for _, format := range f.formats {
		if !slices.Contains(report.Formats, format) {
			return a.usage("--format %s: %s から選んでください", "--format %s: choose from %s", format, strings.Join(report.Formats, ", "))
		}
	}
	plan, err := a.chosenPlan(cmd, f)
	if err != nil {
		return err
	}
	a.expect(3)
	if len(f.formats) == 0 {
		f.formats = plan.Usual()
	}
	run, err := a.compute(cmd.Context(), path, &f.ledger)
	if err != nil {
		return err
	}
	var files []report.File
	var replaced []rune
	a.during(finding.Text{JA: "報告書をつくっています", EN: "making the report"}, func() {
		files, replaced, err = a.makeEdition(path, plan, run, f.formats)
	})
	if err != nil {
		return err
	}
	a.sayReplaced(replaced)
	if err := a.place(f.out, files); err != nil {
		return err
	}
	a.next(nextSteps.explain, "explain", "recurring_contract_ratio", path)
	return nil
}

// chosenPlan is the plan of --plan, else that of the edition.
func (a *app) chosenPlan(cmd *cobra.Command, f *reportFlags) (*report.Plan, error) {
	if f.plan == "" {
		return report.BuiltinPlan(f.edition)
	}
	if cmd.Flags().Changed("for") {
		return nil, a.usage("--plan と --for は、どちらか一方を指定してください", "give --plan or --for, not both")
	}
	plan, err := readPlan(f.plan)
	if faults, ok := errors.AsType[*report.PlanError](err); ok {
		return nil, a.usage("版のファイルに直すところがあるため、つくりませんでした\n%s", "the plan has faults; nothing was made\n%s", faults.In(finding.Lang(a.lang)))
	}
	return plan, err
}

// makeEdition makes the files of an edition, and names the characters that no font can draw. The
// sealed editions are those of the ledger at path; a ledger in memory ("") has none.
func (a *app) makeEdition(path string, plan *report.Plan, run report.Run, formats []string) ([]report.File, []rune, error) {
	if path != "" {
		if _, err := a.withEditions(path, plan, &run); err != nil {
			return nil, nil, err
		}
	}
	content, shown := report.Build(plan, run)
	files, replaced, err := report.Render(content, shown, formats)
	return files, replaced, cannotIf(err)
}

// place writes the files into the folder and prints where they are.
func (a *app) place(dir string, files []report.File) error {
	if err := placeAll(dir, files); err != nil {
		return cannot(err)
	}
	for _, file := range files {
		fmt.Fprintln(a.stdout, filepath.Join(dir, filepath.FromSlash(file.Name)))
	}
	return nil
}

// placeAll writes the files into the folder. It looks at all of them first: when one would take
// the place of a file that pilot90 did not make, none is written.
func placeAll(dir string, files []report.File) error {
	for _, file := range files {
		target := filepath.Join(dir, filepath.FromSlash(file.Name))
		old, err := os.ReadFile(target)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if !report.Ours(file.Name, old) {
			return inWords("%s は pilot90 がつくったファイルではないため、上書きしません。別のフォルダーを指定してください（コマンドでは --out）", "%s was not made by pilot90 and is left as it is; name another folder (--out)", target)
		}
		if err := replaceable(target); err != nil {
			return err
		}
	}
	for _, file := range files {
		if err := writeWhole(filepath.Join(dir, filepath.FromSlash(file.Name)), file.Data); err != nil {
			return err
		}
	}
	return nil
}
