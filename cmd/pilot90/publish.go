package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
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
		RunE: func(cmd *cobra.Command, args []string) error {
			keepSourcesPrivate(args)
			return a.publish(cmd.Context(), args, &f)
		},
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
	store, err := publish.Open(ctx, f.to)
	if err != nil {
		return a.aboutDatabase(f.to, err)
	}
	p := &putting{app: a, store: store}
	err = p.all(ctx, paths)
	if err := errors.Join(err, store.Close()); err != nil {
		if coded, ok := errors.AsType[*exit](err); ok {
			return coded
		}
		return a.aboutDatabase(f.to, err)
	}
	if p.refused > 0 || p.unread > 0 {
		return &exit{code: exitFindings}
	}
	return nil
}

// putting is the way of submissions into a database: some at a time, so that a year of them need not fit the memory.
type putting struct {
	*app
	store           *publish.Store
	counts          [3]int // by outcome
	refused, unread int
	done            atomic.Int64
}

// atATime is how many files and ledgers are taken in before they are put into the database.
const atATime = 64

// all puts in what is below folders and in other databases, and says how many there were. Refused are those in whose
// place another is.
func (p *putting) all(ctx context.Context, paths []string) error {
	found, databases, err := p.sources(ctx, paths)
	if err != nil {
		return err
	}
	reading := rollup.Reading{Load: cohort.LoadOptions{Today: p.today}, Tool: version, Workers: runtime.GOMAXPROCS(0),
		Lang: p.Lang, Apart: true}
	p.Counting(lang.Text{JA: "データベースに入れています", EN: "putting in"}, len(found),
		func() int { return int(p.done.Load()) }, func() {
			for some := range slices.Chunk(found, atATime) {
				if err = p.some(ctx, some, reading); err != nil {
					return
				}
				p.done.Add(int64(len(some)))
			}
			for _, address := range databases {
				if err = p.from(ctx, address); err != nil {
					return
				}
			}
		})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.Stdout, p.Sayf("%d 件を入れました（すでに入っていたもの %d、取り下げられているもの %d、入れられなかったもの %d）",
		"%d were put in (there already %d, withdrawn %d, refused %d)", p.counts[publish.Added], p.counts[publish.Already],
		p.counts[publish.Withdrawn], p.refused))
	return err
}

// some puts in what some files and ledgers are, and names those that cannot be taken in.
func (p *putting) some(ctx context.Context, found []string, reading rollup.Reading) error {
	sources, unread, err := rollup.Collect(ctx, found, reading)
	if err != nil {
		return err
	}
	p.sayUnread(unread)
	p.unread += len(unread)
	for _, s := range sources {
		if err := p.one(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// from puts in the submissions of another database.
func (p *putting) from(ctx context.Context, address string) (err error) {
	other, err := publish.OpenExisting(ctx, address)
	if err != nil {
		return p.aboutDatabase(address, err)
	}
	defer func() { err = errors.Join(err, other.Close()) }()
	return other.Each(ctx, address, func(s rollup.Source) error { return p.one(ctx, s) })
}

func (p *putting) one(ctx context.Context, s rollup.Source) error {
	outcome, err := p.store.Publish(ctx, s.Submission)
	switch {
	case errors.Is(err, publish.ErrOther):
		p.refused++
		fmt.Fprintln(p.Stderr, p.Sayf("%s: 同じ自治体・年度・基準日・番号の、中身の違うものが入っています。訂正は次の番号で提出してください（seal --for submission）",
			"%s: another of the same municipality, year, day and number is there; hand in a correction with the next "+
				"number (seal --for submission)", s.From))
	case err != nil:
		return err
	default:
		p.counts[outcome]++
	}
	return nil
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

// collected takes in what is in folders and databases: of each who handed in what and when; what counts is read once
// more by rollup.Pooled. What cannot be taken in is named. The databases are open until done is called.
func (a *app) collected(ctx context.Context, paths []string, reading rollup.Reading) (sources []rollup.Source,
	unread []result.Unread, done func() error, err error) {
	var open []func() error
	done = func() error {
		var all error
		for _, shut := range open {
			all = errors.Join(all, shut())
		}
		return all
	}
	found, databases, err := a.sources(ctx, paths)
	if err != nil {
		return nil, nil, done, err
	}
	for _, address := range databases {
		of, shut, err := stored(ctx, address)
		if err != nil {
			return nil, nil, done, a.aboutDatabase(address, err)
		}
		of, ahead := reading.NotAhead(of)
		sources, unread, open = append(sources, of...), append(unread, ahead...), append(open, shut)
	}
	if len(found) == 0 {
		return sources, unread, done, nil
	}
	var through atomic.Int64
	reading.Done, reading.Heads = &through, true
	var more []rollup.Source
	var lost []result.Unread
	a.Counting(lang.Text{JA: "読んでいます", EN: "reading"}, len(found), func() int { return int(through.Load()) }, func() {
		more, lost, err = rollup.Collect(ctx, found, reading)
	})
	if err != nil {
		return nil, nil, done, cannot(err)
	}
	return append(sources, more...), append(unread, lost...), done, nil
}

// sources are the files and ledgers below the paths, and the paths that are databases. It is an error if there are
// none.
func (a *app) sources(ctx context.Context, paths []string) (found, databases []string, err error) {
	var folders []string
	for _, path := range paths {
		if publish.Is(path) {
			databases = append(databases, path)
		} else {
			folders = append(folders, path)
		}
	}
	if len(folders) == 0 {
		return nil, databases, nil
	}
	found, err = rollup.Find(ctx, folders)
	switch {
	case err != nil:
		return nil, nil, cannot(err)
	case len(found) == 0 && len(databases) == 0:
		return nil, nil, &exit{exitFindings, a.Errorf("提出用データ（JSON）も台帳（pilot.toml のあるフォルダー）も見つかりません: %s",
			"neither submissions (JSON) nor ledgers (folders with a pilot.toml) are there: %s", strings.Join(folders, ", "))}
	}
	return found, databases, nil
}

func (a *app) sayUnread(unread []result.Unread) {
	for _, u := range unread {
		fmt.Fprintln(a.Stderr, a.Sayf("読めません %s: %s", "cannot be taken in: %s: %s", u.Source, u.Why))
	}
}

// stored are the submissions of a database, of each who handed in what and when. The whole of one can be read until
// shut is called.
func stored(ctx context.Context, address string) (sources []rollup.Source, shut func() error, err error) {
	store, err := publish.OpenExisting(ctx, address)
	if err != nil {
		return nil, nil, err
	}
	if sources, err = store.Sources(ctx, address); err != nil {
		return nil, nil, errors.Join(err, store.Close())
	}
	return sources, store.Close, nil
}
