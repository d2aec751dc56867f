package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cohort/pattern"
	"pilot90/cohort/setting"
	"pilot90/report"
	"pilot90/report/edition"
	"pilot90/report/plan"
	"pilot90/templates"
)

type sealFlags struct {
	ledger  ledgerFlags
	edition string
	plan    string
	reason  string
	formats []string
	copy    bool
}

func (a *app) sealCommand() *cobra.Command {
	var f sealFlags
	cmd := &cobra.Command{
		Use:   "seal 台帳のフォルダー",
		Short: "報告書の版を、あとで確かめられる形で台帳のそばに残します",
		Long: `報告書の版を、あとで確かめられる形で台帳のそばに残します。

台帳のフォルダーの editions/<基準日>-<版>/ に、報告書と控え（manifest.json）を置きます。
控えには、読んだファイル・定義・構成のハッシュと、すべての指標の値が入ります。
残した版は上書きしません。同じ内容ならその旨を伝え、内容が違うときは --reason で理由を
添えると、次の番号（-2、-3 …）の版として残します。理由は控えに残るので、個人名は
書かないでください。--plan で、直した版のファイルからつくった版も残せます。そのファイルも
版と一緒に残ります。報告書の HTML のグラフは画像で残します。

そのときの台帳は editions/.ledger に残り（同じファイルは一度だけ）、あとで数字が違ったときに、
どのセルのためかを verify と diff が示します。.ledger は氏名などを含み、版のフォルダーには
入りません。庁外には、版のフォルダーだけを渡してください。

共同の拠点の台帳では、--municipality で1つの自治体だけの版を editions/<基準日>-<版>-<自治体>/ に
残せます。自治体の版は、その自治体の版とだけ比べます。

--for submission（提出用・公表不可）は、都道府県や国がいくつもの自治体を合わせて見るための
JSON を submissions/ に置きます。指標と、合わせるのに要る件数や合計だけが入り、氏名・ID・
行・自由記述は入りません。中身が変われば次の番号（-2、-3 …）で置き、前のものは残ります。

Ctrl+C で中断すると、何も書き出さずに終わります（終了コード 130）。`,
		Example: `  pilot90 seal samples/midorino --for hub
  pilot90 seal samples/midorino --for public --as-of 2026-03-31
  pilot90 seal samples/midorino --for council --as-of 2026-03-31 --reason "11月分の支払日を訂正"
  pilot90 seal samples/midorino --plan plans/council.toml --as-of 2026-03-31
  pilot90 seal samples/alliance --for public --municipality うみべ市 --as-of 2026-03-31
  pilot90 seal samples/alliance --for submission --as-of 2026-03-31`,
		Args: a.OneLedger("seal"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.seal(cmd, args[0], &f) },
	}
	f.ledger.add(cmd)
	f.ledger.addTown(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.edition, "for", "", "残す版（"+strings.Join(sealable, ", ")+"）、または提出用の submission")
	flags.StringVar(&f.plan, "plan", "", "直した版のファイル（pilot90 plan copy で作れます）。--for の代わりに指定します")
	flags.StringSliceVar(&f.formats, "format", nil, "つくる形式（"+strings.Join(report.Formats, ", ")+"）。json は必ず入ります")
	flags.StringVar(&f.reason, "reason", "", "同じ基準日の版をつくり直す理由")
	flags.BoolVar(&f.copy, "keep-ledger", false, "台帳の写しも入れます（hub だけ。氏名などを含みます）")
	return cmd
}

// validateSeal returns what is wrong with the flags themselves.
func (a *app) validateSeal(f *sealFlags) error {
	switch {
	case f.ledger.town != "" && f.copy:
		return a.Errorf("--keep-ledger は --municipality と一緒に使えません（台帳にはほかの自治体の人も入っているためです）",
			"--keep-ledger does not go with --municipality, since the ledger holds people of the others")
	case f.plan != "" && f.edition != "":
		return a.Errorf("--plan と --for は、どちらか一方を指定してください", "give --plan or --for, not both")
	case f.plan != "":
	case f.edition == "":
		return a.Errorf("--for で残す版を指定してください（%s）", "name the edition with --for (%s)", strings.Join(sealable, ", "))
	case !slices.Contains(sealable, f.edition):
		return a.Errorf("--for %s: 残せる版は %s です", "--for %s: the editions that can be sealed are %s", f.edition,
			strings.Join(sealable, ", "))
	}
	for _, format := range f.formats {
		if !slices.Contains(report.Formats, format) {
			return a.Errorf("--format %s: %s から選んでください", "--format %s: choose from %s", format,
				strings.Join(report.Formats, ", "))
		}
	}
	return nil
}

// sealedFormats are the formats asked for, else the plan's usual ones, in one order and with the figures.
func sealedFormats(asked []string, plan *plan.Plan) []string {
	if len(asked) == 0 {
		asked = plan.Usual()
	}
	return slices.DeleteFunc(slices.Clone(report.Formats), func(format string) bool {
		return format != "json" && !slices.Contains(asked, format)
	})
}

func (a *app) seal(cmd *cobra.Command, path string, f *sealFlags) error {
	if f.edition == submission {
		return a.sealSubmission(cmd, path, f)
	}
	if err := a.validateSeal(f); err != nil {
		return err
	}
	plan, source, own, err := a.sealedPlan(path, f)
	if err != nil {
		return err
	}
	run, err := a.compute(cmd.Context(), path, &f.ledger)
	if err != nil {
		return err
	}
	if err := a.lacking(&run); err != nil {
		return err
	}
	if town := run.Town(); !namesFolder(town) {
		return a.Errorf("--municipality %s: この名前は、版のフォルダーの名前に使えません。台帳の「自治体」を、文字・数字だけの40字までの名前にしてください",
			"--municipality %s: the name cannot be part of an edition's folder; use up to 40 letters and digits in the ledger",
			town)
	}
	a.notices(run.Window)
	kept, err := edition.Kept(path)
	if err != nil {
		return cannot(err)
	}
	if err := a.withSince(cmd.Context(), path, f.ledger.passwordFile, plan, &run); err != nil {
		return err
	}
	out, err := edition.Seal(cmd.Context(), edition.Order{
		Ledger: path, Edition: plan.Edition, Plan: plan, Source: source, Own: own,
		Formats: sealedFormats(f.formats, plan),
		Reason:  strings.TrimSpace(f.reason), Copy: f.copy, Run: run, Existing: kept,
	})
	if err := a.sealed(out, err, plan.Profile); err != nil {
		return err
	}
	return incomplete(run)
}

// folderName is what the edition of a plan must be called for a folder to be called after it; a
// hyphen would make 2026-03-31-hub-2 of hub-2 and of the second hub alike.
var folderName = pattern.New(`^[\p{L}\p{M}\p{N}_]{1,40}$`)

// namesFolder reports a municipality, or none, that can be part of the name of a folder.
func namesFolder(town string) bool {
	return town == "" || folderName.MatchString(town) && hasLetter.MatchString(town)
}

// hasLetter tells a name from the number of a revision.
var hasLetter = pattern.New(`\p{L}`)

// sealedPlan is the plan of --plan, else that of the edition with the officer's own sentences; its text, and whether
// that is another than the built-in one.
func (a *app) sealedPlan(path string, f *sealFlags) (plan *plan.Plan, source []byte, own bool, err error) {
	own = f.plan != ""
	if !own {
		if plan, err = report.BuiltinPlan(f.edition); err == nil {
			plan, source, err = a.worded(path, plan)
		}
		if own = source != nil; !own && err == nil {
			source, err = templates.Plan(f.edition)
		}
	} else if plan, err = a.ownPlan(f.plan); err == nil {
		source, err = setting.ReadTOML(f.plan)
	}
	switch {
	case err != nil:
		return nil, nil, false, err
	case !folderName.MatchString(plan.Edition):
		return nil, nil, false,
			a.Errorf("版のファイルの edition = %q は、フォルダーの名前に使えません。文字・数字・_ だけの40字までの名前にしてください",
				"edition = %q of the plan cannot be part of a folder's name; use up to 40 letters, digits and _", plan.Edition)
	case f.copy && plan.Profile != "hub":
		return nil, nil, false,
			a.Errorf("--keep-ledger は --for hub でだけ使えます（台帳には氏名が入っているためです）",
				"--keep-ledger goes with --for hub only, since a ledger holds names")
	}
	return plan, source, own, nil
}

// sealed says what came of it.
func (a *app) sealed(out *edition.Outcome, err error, profile string) error {
	switch {
	case errors.Is(err, edition.ErrRevision):
		return &exit{exitFindings,
			a.Errorf("%s はすでにあり、いまの台帳からは違う内容になるため、何も書き出していません。違いは pilot90 verify で見られます。\n訂正版として残すときは、--reason で理由を添えてください",
				"%s is sealed and this ledger gives another, so nothing was written. pilot90 verify shows the difference.\nTo "+
					"keep a corrected one beside it, give a --reason", out.Dir)}
	case err != nil && profile == "public" && errors.Is(err, edition.ErrEarlier):
		return a.noEarlier(err)
	case err != nil:
		return cannot(a.aboutEdition(err))
	}
	a.sayReplaced(out.Replaced)
	if out.Already {
		fmt.Fprintln(a.Stdout, a.Sayf("同じ内容の版がすでに残っています: %s", "the same edition is sealed already: %s", out.Dir))
	} else {
		for _, o := range out.Manifest.Outputs {
			fmt.Fprintln(a.Stdout, filepath.Join(out.Dir, filepath.FromSlash(o.Name)))
		}
		fmt.Fprintln(a.Stdout, filepath.Join(out.Dir, edition.ManifestFile))
	}
	_, err = fmt.Fprintln(a.Stdout, a.Sayf("控えの番号 %s（書きとめておくと、控えが後から変えられていないことも確かめられます）",
		"number %s (noted down, it shows later that the manifest is the same)", out.Number[:16]))
	return cannotIf(err)
}
