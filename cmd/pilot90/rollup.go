package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/rollup"
)

type rollupFlags struct {
	by, period, asOf, out, audience, expected string
	password                                  ledgerFlags // its file alone
	from                                      []string
	formats                                   []string
	asJSON                                    bool
}

func (a *app) rollupCommand() *cobra.Command {
	var f rollupFlags
	cmd := &cobra.Command{
		Use:   "rollup 提出用データか台帳のフォルダー…",
		Short: "いくつもの自治体の提出用データ（または台帳）を合わせて、合計と一覧をつくります",
		Long: `いくつもの自治体の提出用データ（seal --for submission の JSON）か台帳を合わせて、合計の指標と、
自治体ごとの一覧をつくります。割合は分子と分母を、継続期間は観察した期間をすべて合わせて
計算し、自治体の値の平均はとりません。自治体ごとに、いちばん新しい基準日の、いちばん新しい
番号のものを数え、古いものは名前を挙げます。届いていない自治体は「未提出」で、0ではありません。
共同の拠点の台帳は、自治体ごとと町外に分けても示します。連携する自治体の台帳に [alliance] の
shared_ids = true があれば、2つの台帳にいる人を1人と数えます。なければ「最大の数」と示します。

読めない台帳が混じっていても、ほかの自治体の計算は続き、どれが読めなかったかを示します。
--out を指定すると、台帳から計算したものを <出力先>/.submissions に残し、次からは変わった台帳
だけを計算します。途中で止めても、続きから始められます。

--for council と public は、属性・金額を全体の合計だけで、少人数にならない範囲で示します。
何も指定しなければ、庁内の全数（--for hub）です。

終了コード: 0 すべて読めた / 1 読めないものがあった / 2 使い方の誤り / 3 書き出せない / 130 中断`,
		Example: `  pilot90 rollup samples/alliance
  pilot90 rollup 提出 --period 令和7年度 --by prefecture --out out
  pilot90 rollup --from sqlite://県内.db --by year
  pilot90 rollup 提出 --expected 対象自治体.csv --json
  pilot90 rollup 提出 --for public --out 公表用`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args)+len(f.from) == 0 {
				return a.Errorf("提出用データか台帳のあるフォルダーを指定してください（例 pilot90 rollup 提出）",
					"name the folders with submissions or ledgers (such as pilot90 rollup submissions)")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			keepSourcesPrivate(args)
			return a.rollup(cmd.Context(), slices.Concat(args, f.from), &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.by, "by", "", "分けて示す単位（"+strings.Join(rollup.Groupings, ", ")+"）")
	flags.StringArrayVar(&f.from, "from", nil, "データベースからも読みます（sqlite://ファイル名、postgres://サーバー名/データベース名）")
	flags.StringVar(&f.period, "period", "", "対象の年度（例 2025、令和7年度）。なければ、届いている最新の年度")
	flags.StringVar(&f.asOf, "as-of", "", "この日までの基準日のものを数えます。台帳はこの日で計算します")
	flags.StringVar(&f.out, "out", "", "書き出すフォルダー")
	flags.StringVar(&f.audience, "for", "hub", "見せる相手（"+strings.Join(rollup.Profiles, ", ")+"）")
	flags.StringVar(&f.expected, "expected", "", "提出するはずの自治体の一覧（1行に団体コードと名前）。未提出を示します")
	flags.StringSliceVar(&f.formats, "format", rollup.Formats, "--out に書き出す形式（"+strings.Join(rollup.Formats, ", ")+"）")
	flags.StringVar(&f.password.passwordFile, "password-file", "", "パスワード付きブックのパスワードを1行目に書いたファイル")
	flags.BoolVar(&f.asJSON, "json", false, "JSON で出します")
	return cmd
}

// rollup takes in the sources and says what they come to.
func (a *app) rollup(ctx context.Context, paths []string, f *rollupFlags) error {
	o, reading, err := a.rollupOptions(f)
	if err != nil {
		return err
	}
	defer holdTo(rollup.HeldMemory)()
	r, err := a.pooled(ctx, paths, reading, o)
	if err != nil {
		return err
	}
	broken := len(r.Rollup.Unread)+len(r.Rollup.Twice) > 0
	if err := a.writeRollup(ctx, rollup.Shown(r, f.audience), f); err != nil {
		return err
	}
	if broken {
		return &exit{code: exitFindings}
	}
	return nil
}

// pooled takes in the sources, names those that cannot be, and puts what counts together.
func (a *app) pooled(ctx context.Context, paths []string, reading rollup.Reading,
	o rollup.Options) (r *result.Result, err error) {
	sources, unread, done, err := a.collected(ctx, paths, reading)
	defer func() {
		if shut := done(); err == nil {
			err = cannotIf(shut)
		}
	}()
	if err != nil {
		return nil, err
	}
	o.Context = ctx
	a.During(lang.Text{JA: "合わせています", EN: "putting together"}, func() { r = rollup.Pooled(sources, unread, o, a.Lang) })
	if r == nil {
		return nil, cannot(ctx.Err())
	}
	a.sayUnread(r.Rollup.Unread)
	if len(sources) == 0 && len(o.Expected) == 0 {
		return nil, &exit{exitFindings, a.Errorf("集計できる提出用データも台帳もありません: %s",
			"there is neither a submission nor a ledger that can be added up: %s", strings.Join(paths, ", "))}
	}
	return r, cannotIf(ctx.Err())
}

// rollupOptions reads the flags.
func (a *app) rollupOptions(f *rollupFlags) (o rollup.Options, reading rollup.Reading, err error) {
	switch {
	case f.by != "" && !slices.Contains(rollup.Groupings, f.by):
		return o, reading, a.Errorf("--by %s: %s から選んでください", "--by %s: choose from %s", f.by,
			strings.Join(rollup.Groupings, ", "))
	case slices.ContainsFunc(f.formats, func(name string) bool { return !slices.Contains(rollup.Formats, name) }):
		return o, reading, a.Errorf("--format: %s から選んでください", "--format: choose from %s", strings.Join(rollup.Formats, ", "))
	case !slices.Contains(rollup.Profiles, f.audience):
		return o, reading, a.Errorf("--for %s: %s から選んでください", "--for %s: choose from %s", f.audience,
			strings.Join(rollup.Profiles, ", "))
	}
	o.By = f.by
	defer func() { reading.Years = f.by == "year" }()
	reading = rollup.Reading{Load: cohort.LoadOptions{Today: a.today, FiscalYear: f.period}, Tool: version,
		Workers: runtime.GOMAXPROCS(0), Lang: a.Lang}
	if reading.Load.Password, err = f.password.password(); err != nil {
		return o, reading, cannot(err)
	}
	if f.period != "" {
		year, ok := setting.ReadFiscalYear(f.period)
		if !ok {
			return o, reading, a.Errorf("--period %s: 年度は 2025 または 令和7年度 のように指定してください",
				"--period %s: give the fiscal year like 2025", f.period)
		}
		o.FiscalYear = year
	}
	if f.asOf != "" {
		day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: f.asOf})
		if fault != nil {
			return o, reading, fmt.Errorf("--as-of %s: %s", f.asOf, a.Say(fault.Message))
		}
		o.AsOf, reading.Load.AsOf = day.String(), &day
	}
	if f.expected != "" {
		data, err := setting.ReadPlain(f.expected, mostExpected)
		if err != nil {
			return o, reading, cannot(err)
		}
		if o.Expected, err = rollup.Expected(noteText(data), a.Lang); err != nil {
			return o, reading, a.Errorf("--expected の %w", "--expected, %w", err)
		}
	}
	if f.out != "" {
		reading.Cache = filepath.Join(f.out, ".submissions")
	}
	return o, reading, nil
}

// mostExpected is more bytes than a list of all municipalities has.
const mostExpected = 1 << 20

// writeRollup prints the result, or puts it into the folder asked for.
func (a *app) writeRollup(ctx context.Context, r *result.Result, f *rollupFlags) error {
	if f.out != "" {
		var files []report.File
		var err error
		a.During(lang.Text{JA: "報告書をつくっています", EN: "making the report"}, func() {
			files, err = rollup.Files(ctx, r, a.Lang, version, f.formats)
		})
		if err != nil {
			return cannot(err)
		}
		if err := os.MkdirAll(f.out, 0o755); err != nil {
			return cannot(err)
		}
		if err := disk.Place(ctx, f.out, files); err != nil {
			return cannot(err)
		}
		for _, file := range files {
			fmt.Fprintln(a.Stdout, filepath.Join(f.out, file.Name))
		}
	}
	if f.asJSON {
		out := bufio.NewWriter(a.Stdout)
		return cannotIf(errors.Join(r.WriteJSON(out, a.Lang), out.Flush()))
	}
	return cannotIf(rollup.WriteText(a.Stdout, r, a.Lang))
}
