package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pilot90/cohort/lang"
)

// root is the command tree.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "pilot90",
		Short: "90日テレワークパイロットの台帳を点検し、実績の数字と報告書をつくります",
		Long: `pilot90 は、90日テレワークパイロットの台帳（Excel・CSV）を読み、点検し、
実績の数字と報告書（PDF・HTML・JSON）をつくります。表計算のファイルは書き換えません。
インターネットにも接続しません。`,
		Example: `  pilot90 serve   samples/midorino                  画面（ブラウザー）で見る
  pilot90 init    台帳                              台帳を新しく作る
  pilot90 check   samples/midorino                  台帳を点検する
  pilot90 read    samples/midorino                  表がどう読まれたかを見る
  pilot90 status  samples/midorino                  今週することを見る
  pilot90 kpi     samples/midorino                  指標を一覧する
  pilot90 explain recurring_contract_ratio samples/midorino
                                                    数字の根拠をセルまでたどる
  pilot90 report  samples/midorino --out out        報告書をつくる
  pilot90 seal    samples/midorino --for hub        報告書の版を、あとで確かめられる形で残す
  pilot90 rollup  samples/alliance samples/three-years
                                                    いくつもの自治体を合わせる`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
		Args:          a.rootArgs,
		RunE:          func(cmd *cobra.Command, args []string) error { return a.start(cmd, args) },
	}
	root.SetVersionTemplate("pilot90 {{.Version}}\n")
	root.PersistentFlags().StringVar((*string)(&a.Lang), "lang", "ja", "表示の言語 ja または en")
	root.PersistentFlags().BoolVar(&a.Quiet, "quiet", false, "途中経過や次の案内を出しません")
	root.PersistentFlags().BoolVar(&a.NoProgress, "no-progress", false, "時間がかかるときの途中経過を画面に出しません")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if a.Lang != lang.JA && a.Lang != lang.EN {
			return fmt.Errorf("--lang %s: ja か en を指定してください / use ja or en", a.Lang)
		}
		return nil
	}
	root.AddCommand(
		a.serveCommand(),
		a.initCommand(),
		a.checkCommand(),
		a.readCommand(),
		a.statusCommand(),
		a.kpiCommand(),
		a.explainCommand(),
		a.reportCommand(),
		a.planCommand(),
		a.sealCommand(),
		a.rollupCommand(),
		a.publishCommand(),
		a.verifyCommand(),
		a.diffCommand(),
		a.handoverCommand(),
		a.licensesCommand(),
	)
	a.Helpful(root)
	a.completes(root)
	return root
}
