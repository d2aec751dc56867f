package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/kpi/result"
	"pilot90/report/publish"
	"pilot90/report/rollup"
)

type publishFlags struct {
	to, withdraw string
	role         bool
}

func (a *app) publishCommand() *cobra.Command {
	var f publishFlags
	cmd := &cobra.Command{
		Use:   "publish 提出用データか台帳のフォルダー… --to データベース",
		Short: "提出用データを、いっしょに使うデータベース（SQLite・PostgreSQL）に入れます",
		Long: `提出用データ（seal --for submission の JSON）を、いっしょに使うデータベースに入れます。
1つの提出は、全部入るか、何も入らないかのどちらかです。同じものを2度入れても何も変わりません。
入れたものは書き換えられません。訂正は次の番号の提出用データとして入れ、取り下げは
--withdraw で行います（取り下げた日が残り、集計から外れます）。

--to には sqlite://ファイル名（なければつくります）か、postgres://サーバー名/データベース名 を
指定します。パスワードは書かず、環境変数 PGPASSWORD か、接続サービスファイル（service=…）で
渡します。ほかのコンピューターのデータベースには、暗号化し相手を確かめた接続
（sslmode=verify-full）でだけつなぎます。

表は municipality、edition、figure、part、definition、stage、finding_count、集計用のビューは
v_figure_latest、v_figure_by_year、v_pooled_sum、v_pooled_ratio、v_pooled_mean です。
rollup は、このデータベースをそのまま読めます。--role は、入れることと読むことだけができる
役割（ロール）をつくる SQL を表示します。

終了コード: 0 すべて入った / 1 入らなかったものがある / 2 使い方の誤り / 3 つながらない / 130 中断`,
		Example: `  pilot90 publish 提出 --to sqlite://県内.db
  pilot90 publish 提出 --to 'postgres://db.example.lg.jp/pilot90?sslmode=verify-full'
  pilot90 publish --withdraw 2026-03-31-202185-fy2025 --to sqlite://県内.db
  pilot90 rollup sqlite://県内.db --out out
  pilot90 publish --role`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.publish(cmd.Context(), args, &f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.to, "to", "", "データベース（sqlite://ファイル名、postgres://サーバー名/データベース名）")
	flags.StringVar(&f.withdraw, "withdraw", "", "取り下げる提出用データの名前（ファイル名から .json を除いたもの）")
	flags.BoolVar(&f.role, "role", false, "入れることと読むことだけができる役割をつくる SQL を表示します")
	return cmd
}

// publish puts the sources into the database, or withdraws one from it.
func (a *app) publish(ctx context.Context, paths []string, f *publishFlags) error {
	switch {
	case f.role:
		_, err := fmt.Fprint(a.Stdout, publish.Role)
		return cannotIf(err)
	case f.to == "":
		return a.Errorf("--to でデータベースを指定してください（例 --to sqlite://県内.db）",
			"name the database with --to (such as --to sqlite://prefecture.db)")
	case f.withdraw == "" && len(paths) == 0:
		return a.Errorf("提出用データか台帳のあるフォルダーを指定してください（例 pilot90 publish 提出 --to sqlite://県内.db）",
			"name the folders with submissions or ledgers (such as pilot90 publish submissions --to sqlite://prefecture.db)")
	case f.withdraw != "" && len(paths) > 0:
		return a.Errorf("--withdraw とフォルダーは、どちらか一方を指定してください", "give --withdraw or folders, not both")
	}
	if f.withdraw != "" {
		return a.withdraw(ctx, f)
	}
	sources, unread, err := a.collected(ctx, paths, rollup.Reading{Load: cohort.LoadOptions{Today: a.today}, Tool: version,
		Workers: runtime.GOMAXPROCS(0), Lang: a.Lang})
	if err != nil {
		return err
	}
	store, err := publish.Open(ctx, f.to)
	if err != nil {
		return a.aboutDatabase(f.to, err)
	}
	refused, err := a.putIn(ctx, store, sources)
	if err := errors.Join(err, store.Close()); err != nil {
		return a.aboutDatabase(f.to, err)
	}
	if refused > 0 || len(unread) > 0 {
		return &exit{code: exitFindings}
	}
	return nil
}

// putIn puts the submissions in one by one and says how many there were. Refused are those in whose place another is.
func (a *app) putIn(ctx context.Context, store *publish.Store, sources []rollup.Source) (refused int, err error) {
	var counts [3]int
	var done atomic.Int64
	a.Counting(lang.Text{JA: "データベースに入れています", EN: "putting in"}, len(sources), func() int { return int(done.Load()) },
		func() {
			for _, s := range sources {
				var outcome publish.Outcome
				outcome, err = store.Publish(ctx, s.Submission)
				switch {
				case errors.Is(err, publish.ErrOther):
					refused++
					fmt.Fprintln(a.Stderr, a.Sayf("%s: 同じ自治体・年度・基準日・番号の、中身の違うものが入っています。訂正は次の番号で提出してください（seal --for submission）",
						"%s: another of the same municipality, year, day and number is there; hand in a correction with the next "+
							"number (seal --for submission)", s.From))
					err = nil
				case err != nil:
					return
				default:
					counts[outcome]++
				}
				done.Add(1)
			}
		})
	if err != nil {
		return refused, err
	}
	fmt.Fprintln(a.Stdout, a.Sayf("%d 件を入れました（すでに入っていたもの %d、取り下げられているもの %d、入れられなかったもの %d）",
		"%d were put in (there already %d, withdrawn %d, refused %d)", counts[publish.Added], counts[publish.Already],
		counts[publish.Withdrawn], refused))
	return refused, nil
}

// withdraw takes one submission out of every count.
func (a *app) withdraw(ctx context.Context, f *publishFlags) error {
	store, err := publish.Open(ctx, f.to)
	if err != nil {
		return a.aboutDatabase(f.to, err)
	}
	err = store.Withdraw(ctx, strings.TrimSuffix(f.withdraw, ".json"))
	if err := errors.Join(err, store.Close()); err != nil {
		return a.aboutDatabase(f.to, err)
	}
	_, err = fmt.Fprintln(a.Stdout, a.Sayf("%s を取り下げました。集計から外れます", "%s is withdrawn and counts no more", f.withdraw))
	return cannotIf(err)
}

// aboutDatabase says in the user's language what is the matter with a database.
func (a *app) aboutDatabase(address string, err error) error {
	var refused publish.Refused
	switch {
	case errors.As(err, &refused):
		return cannot(errors.New(a.Say(lang.Text(refused))))
	case errors.Is(err, publish.ErrNone):
		return cannot(a.Errorf("その名前の提出用データは入っていません（例 2026-03-31-202185-fy2025）",
			"no submission of that name is there (such as 2026-03-31-202185-fy2025)"))
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission), errors.Is(err, context.Canceled):
		return cannot(err)
	}
	return cannot(a.Errorf("%s のデータベースを使えません（%v）", "the database %s cannot be used (%v)", address, err))
}

// collected takes in what is in folders and databases, and names what cannot be taken in.
func (a *app) collected(ctx context.Context, paths []string,
	reading rollup.Reading) ([]rollup.Source, []result.Unread, error) {
	var sources []rollup.Source
	var folders []string
	for _, path := range paths {
		if !publish.Is(path) {
			folders = append(folders, path)
			continue
		}
		of, err := a.stored(ctx, path)
		if err != nil {
			return nil, nil, a.aboutDatabase(path, err)
		}
		sources = append(sources, of...)
	}
	if len(folders) == 0 {
		return sources, nil, nil
	}
	found, err := rollup.Find(ctx, folders)
	if err != nil {
		return nil, nil, cannot(err)
	}
	if len(found) == 0 && len(sources) == 0 {
		return nil, nil, &exit{exitFindings, a.Errorf("提出用データ（JSON）も台帳（pilot.toml のあるフォルダー）も見つかりません: %s",
			"neither submissions (JSON) nor ledgers (folders with a pilot.toml) are there: %s", strings.Join(folders, ", "))}
	}
	var done atomic.Int64
	reading.Done = &done
	var more []rollup.Source
	var unread []result.Unread
	a.Counting(lang.Text{JA: "読んでいます", EN: "reading"}, len(found), func() int { return int(done.Load()) }, func() {
		more, unread, err = rollup.Collect(ctx, found, reading)
	})
	if err != nil {
		return nil, nil, cannot(err)
	}
	for _, u := range unread {
		fmt.Fprintln(a.Stderr, a.Sayf("読めません %s: %s", "cannot be taken in: %s: %s", u.Source, u.Why))
	}
	return append(sources, more...), unread, nil
}

// stored are the submissions of a database.
func (a *app) stored(ctx context.Context, address string) (sources []rollup.Source, err error) {
	store, err := publish.OpenExisting(ctx, address)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return store.Sources(ctx, address)
}
