package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/web/ownwords"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/report"
	"pilot90/report/plan"
	"pilot90/templates"
)

func (a *app) planCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "plan",
		Short: "報告書の構成（版）を一覧、写し、確認します",
		Long: `報告書の構成（版）を一覧し、直すための写しを作り、直したものを確かめます。
版はテキストファイル（TOML）で、節・数字・グラフ・文章の並びを決めます。直した版は
pilot90 report 台帳 --plan ファイル で使います。`,
		Example: `  pilot90 plan list                          版の一覧
  pilot90 plan copy council --out plans      写しを plans/council.toml に作る
  pilot90 plan copy council 台帳             写しを台帳のフォルダーに作る
  pilot90 plan check plans/council.toml      書き方を確かめる`,
		Args: a.NoSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.planListCommand(), a.planCopyCommand(), a.planCheckCommand())
	return cmd
}

func (a *app) planListCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "版を一覧します",
		Example: "  pilot90 plan list",
		Args:    a.AtMost(0),
		RunE: func(*cobra.Command, []string) error {
			for _, name := range templates.Plans() {
				plan, err := report.BuiltinPlan(name)
				if err != nil {
					return err
				}
				label := lang.Text(plan.Label)
				title := plan.Title.Text()
				fmt.Fprintf(a.Stdout, "%-9s %s: %s\n", name, a.Say(label), a.Say(title))
			}
			return nil
		},
	}
}

func (a *app) planCopyCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "copy 版 [台帳のフォルダー]",
		Short: "版の写しを、説明付きで作ります（上書きはしません）",
		Example: `  pilot90 plan copy council --out plans
  pilot90 plan copy council --out plans/町議会.toml
  pilot90 plan copy council 台帳`,
		Args: a.Between(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 2 {
				if out != "" {
					return a.Errorf("台帳のフォルダーと --out は、どちらか一方を指定してください", "give the folder or --out, not both")
				}
				out = args[1]
				if info, err := os.Stat(out); err != nil || !info.IsDir() {
					return cannot(a.Errorf("%s というフォルダーがありません", "there is no folder %s", out))
				}
			}
			return a.planCopy(args[0], out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "写しを置くフォルダー、または .toml で終わるファイル名（なければ今のフォルダー）")
	return cmd
}

// planCopy writes a copy of a built-in plan that must not be there yet.
func (a *app) planCopy(edition, out string) error {
	data, err := report.CopyPlan(edition)
	if err != nil {
		return err
	}
	if !strings.EqualFold(filepath.Ext(out), ".toml") {
		out = filepath.Join(out, edition+".toml")
	}
	if err := disk.WriteNew(out, data); err != nil {
		return cannot(err)
	}
	fmt.Fprintln(a.Stdout, out)
	fmt.Fprintf(a.Stdout, a.Say(lang.Text{
		JA: "直したら、書き方を確かめてください: pilot90 plan check %s\n",
		EN: "Once changed, check it: pilot90 plan check %s\n"}), out)
	return nil
}

func (a *app) planCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "check ファイル",
		Short:   "直した版の書き方を、行と列を示して確かめます",
		Example: "  pilot90 plan check plans/council.toml",
		Args:    a.OneArg(lang.Text{JA: "版のファイル", EN: "a plan"}, "pilot90 plan check plans/council.toml"),
		RunE: func(_ *cobra.Command, args []string) error {
			own, err := readPlan(args[0])
			if faults, ok := errors.AsType[*plan.Error](err); ok {
				fmt.Fprintln(a.Stdout, faults.In(a.Lang))
				fmt.Fprintf(a.Stdout, a.Say(lang.Text{JA: "直すところが %d 件あります。\n", EN: "%d to mend.\n"}), len(faults.Faults))
				return &exit{code: exitFindings}
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(a.Stdout, a.Say(lang.Text{
				JA: "%s は使えます（%s、節 %d）。次は: pilot90 report 台帳 --plan %[1]s\n",
				EN: "%s can be used (%s, %d sections). Next: pilot90 report LEDGER --plan %[1]s\n"}),
				args[0], own.Edition, len(own.Sections))
			return nil
		},
	}
}

// readPlan reads a municipality's own plan.
func readPlan(path string) (*plan.Plan, error) {
	data, err := setting.ReadTOML(path)
	if err != nil {
		return nil, cannot(err)
	}
	return report.ParsePlan(path, data)
}

// worded is a built-in plan with the officer's own sentences that are kept beside the ledger, and its text; nil where
// none are.
func (a *app) worded(ledger string, p *plan.Plan) (*plan.Plan, []byte, error) {
	if info, err := os.Stat(ledger); err != nil || !info.IsDir() {
		return p, nil, nil // a file has nothing beside it, and what cannot be read is told of where it is read
	}
	source, err := ownwords.Kept(ledger, p.Edition, p, func() ([]byte, error) { return report.CopyPlan(p.Edition) })
	if err != nil {
		return nil, nil, cannot(err)
	}
	if source == nil {
		return p, nil, nil
	}
	p, err = report.ParsePlan(p.Edition, source)
	return p, source, err
}
