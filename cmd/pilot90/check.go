package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/copies"
	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

type checkFlags struct {
	ledger ledgerFlags
	format string
	out    string
	by     string
	failOn string
	limit  int
	watch  bool
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check 台帳のフォルダー",
		Short: "台帳を点検し、直すところをセルの番地と直し方つきで示します",
		Long: `台帳を点検し、直すところをセルの番地と直し方つきで示します。台帳は書き換えません。
--by で分けるのは印と一覧だけです。どの写しにもブック全体（全員の行と氏名）が入ります。

終了コード: 0 直すところなし / 1 あり / 2 使い方の間違い / 3 読み書きできない
            130 中断した`,
		Example: `  pilot90 check samples/midorino
  pilot90 check samples/midorino --format xlsx --out 点検結果   （色とコメントを付けた写し）
  pilot90 check samples/midorino --format xlsx --by staff       （担当ごとに1つずつ）
  pilot90 check samples/midorino --watch                        （保存するたびに点検）`,
		Args: a.OneLedger("check"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.check(cmd.Context(), args[0], &f) },
	}
	f.ledger.add(cmd)
	cmd.Flags().StringVar(&f.format, "format", "text", "text, json, html, xlsx")
	cmd.Flags().StringVar(&f.out, "out", "", "書き出すファイル（xlsx はフォルダー）。なければ画面")
	cmd.Flags().StringVar(&f.by, "by", "", "xlsx を分ける単位: cohort（コホートごと）または staff（担当ごと）")
	cmd.Flags().StringVar(&f.failOn, "fail-on", "error", "終了コードを 1 にする重さ: error または warning")
	cmd.Flags().IntVar(&f.limit, "limit", 0, "画面に表示する件数（0 は全部）")
	cmd.Flags().BoolVar(&f.watch, "watch", false, "台帳が保存されるたびに点検します（Ctrl+C で終了）")
	return cmd
}

// oneOf are the flags of check that take one of a few words.
func (f *checkFlags) oneOf() []struct {
	flag, value string
	words       []string
} {
	return []struct {
		flag, value string
		words       []string
	}{
		{"--format", f.format, []string{"text", "json", "html", "xlsx"}},
		{"--by", f.by, []string{"", copies.ByCohort, copies.ByStaff}},
		{"--fail-on", f.failOn, []string{"error", "warning"}},
	}
}

// validate returns what is wrong with the flags themselves; nil when nothing is.
func (a *app) validate(f *checkFlags) error {
	for _, flag := range f.oneOf() {
		if !slices.Contains(flag.words, flag.value) {
			words := strings.TrimPrefix(strings.Join(flag.words, ", "), ", ")
			return a.Errorf("%[1]s %[2]s: %[3]s のどれかを指定してください", "%[1]s %[2]s: use one of %[3]s", flag.flag, flag.value, words)
		}
	}
	switch {
	case f.limit < 0:
		return a.Errorf("--limit %d: 0 以上の件数を指定してください", "--limit %d: give 0 or more", f.limit)
	case f.limit > 0 && f.format != "text":
		return a.Errorf("--limit は画面への表示（--format text）でだけ使えます。ほかの形式にはすべての件が入ります",
			"--limit works with --format text only; the other formats hold every finding")
	case f.by != "" && f.format != "xlsx":
		return a.Errorf("--by は --format xlsx と一緒に指定してください", "--by goes with --format xlsx")
	case f.watch && (f.format != "text" || f.out != ""):
		return a.Errorf("--watch は画面への表示（--format text、--out なし）でだけ使えます",
			"--watch works with --format text and without --out only")
	}
	return nil
}

func (a *app) check(ctx context.Context, path string, f *checkFlags) error {
	if err := a.validate(f); err != nil {
		return err
	}
	if f.watch {
		return newWatch(a, path, f).run(ctx)
	}
	if f.format == "xlsx" {
		a.Expect(2)
	}
	if !a.Underway() {
		a.Expect(1)
	}
	c, clock, err := a.reading(ctx, path, &f.ledger)
	if err != nil {
		return err
	}
	for _, n := range kpi.Notices(clock, nil) { // the year that was left in the settings
		if f.format == "text" && f.out == "" {
			fmt.Fprintln(a.Stdout, a.Say(n)+"\n")
		} else {
			fmt.Fprintln(a.Stderr, a.Say(n))
		}
	}
	if err := a.printFindings(ctx, c, path, f); err != nil {
		return cannot(err)
	}
	a.nextAfterCheck(c.Findings, path, f)
	return verdict(c.Findings, f.failOn)
}

// ofReading are the codes of sheets and columns that are not read as they may be meant: a setting of pilot90 read does
// in place of another heading.
var ofReading = []string{"C310", "C311", "C312", "C314", "C320", "C322", "C331", "C337", "C338"}

// nextAfterCheck suggests how to see what is read where that is in doubt; and marked copies when there is something to
// correct, else the report.
func (a *app) nextAfterCheck(fs []finding.Finding, path string, f *checkFlags) {
	if f.format == "text" && f.out == "" && slices.ContainsFunc(fs, func(f finding.Finding) bool {
		return slices.Contains(ofReading, f.Code)
	}) {
		a.Next(terminal.NextSteps.Read, "read", path)
	}
	switch {
	case !slices.ContainsFunc(fs, copies.ToCorrect):
		a.Next(terminal.NextSteps.Report, "report", path)
	case f.format == "text" && f.out == "":
		a.Next(terminal.NextSteps.Correct, "check", path, "--format", "xlsx")
	}
}

// read reads a ledger and no more.
func (a *app) read(ctx context.Context, path string, l *ledgerFlags) (c *cohort.Ledger, err error) {
	if !a.Underway() {
		a.Expect(1)
	}
	c, _, err = a.reading(ctx, path, l)
	return c, err
}

// verdict is the exit code that the findings call for, as an error.
func verdict(fs []finding.Finding, failOn string) error {
	e, w, _ := finding.Counts(fs)
	if e > 0 || failOn == "warning" && w > 0 {
		return &exit{code: exitFindings}
	}
	return nil
}

func (a *app) printFindings(ctx context.Context, c *cohort.Ledger, path string, f *checkFlags) error {
	if f.format == "xlsx" {
		return a.writeCopies(ctx, c, path, f)
	}
	if f.out == "" {
		return a.writeFindings(a.Stdout, c.Findings, f, a.Paint())
	}
	var buf bytes.Buffer
	if err := a.writeFindings(&buf, c.Findings, f, nil); err != nil {
		return err
	}
	return disk.WriteNew(f.out, buf.Bytes())
}

// writeCopies writes, for every file of the ledger with something to correct, a copy with the cells marked, and prints
// the names. All copies are made before the first is written, and none is written when one would take the place of an
// existing file. Findings about what cannot be copied, such as a file that cannot be read, are printed.
func (a *app) writeCopies(ctx context.Context, c *cohort.Ledger, name string, f *checkFlags) error {
	dir, _, err := cohort.Files(name)
	if err != nil {
		return err
	}
	password, err := f.ledger.password()
	if err != nil {
		return err
	}
	if f.out == "" {
		f.out = a.Say(lang.Text{JA: "点検結果", EN: "findings"})
	}
	m := copies.New(&a.Terminal, dir, f.out, password, c.Pilot.Encoding)
	a.During(lang.Text{JA: "写しをつくっています", EN: "making the copies"}, func() { err = m.Add(ctx, c, f.by) })
	if err != nil {
		return err
	}
	if err := m.Write(ctx); err != nil {
		return err
	}
	if f.by != "" && len(m.Files()) > 0 {
		fmt.Fprintln(a.Stderr, a.Say(wholeBook))
	}
	return m.Report(c.Findings)
}

// wholeBook is said of copies that are split by person or group.
var wholeBook = lang.Text{
	JA: "どの写しにもブック全体（全員の行と氏名）が入っています。渡す相手にご注意ください。",
	EN: "Each copy holds the whole workbook, with everybody's rows and names; mind whom you give it to.",
}

func (a *app) writeFindings(w io.Writer, fs []finding.Finding, f *checkFlags, paint terminal.PaintFunc) error {
	switch f.format {
	case "json":
		return finding.WriteJSON(w, fs, a.Lang)
	case "html":
		return finding.WriteHTML(w, fs, a.Lang)
	}
	return finding.WriteText(w, fs, finding.TextOptions{Lang: a.Lang, Limit: f.limit, MinSeverity: finding.Info,
		Paint: paint})
}
