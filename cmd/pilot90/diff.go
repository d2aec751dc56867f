package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/bridge"
	"pilot90/report/edition"
)

type diffFlags struct {
	ledger       ledgerFlags
	asOfOld      string
	asOfNew      string
	json, listed bool
}

func (a *app) diffCommand() *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff 前 後",
		Short: "2つの台帳や版を比べ、行の違いと、指標がなぜ動いたかを示します",
		Long: `2つの台帳や版を比べ、行の違いと、指標がなぜ動いたかを、足すとちょうど合う内訳で示します。
前・後には、台帳のフォルダー、残した版のフォルダー、figures.json のどれでも指定できます。
庁外に出した版（交付金・議会・公表）の数字が、後の台帳では変わっているときは、指標・前と今の値・
理由・セルを最初に知らせます。

終了コード: 0 知らせることなし / 1 庁外に出した版の数字が変わっている
            2 使い方の間違い / 3 読み書きできない / 130 中断した`,
		Example: `  pilot90 diff 台帳の先月の写し 台帳 --as-of-old 2026-02-28 --as-of-new 2026-03-31
  pilot90 diff 台帳/editions/2026-03-24-hub 台帳
  pilot90 diff 台帳/editions/2026-02-28-public 台帳/editions/2026-03-31-public --json`,
		Args: a.TwoArgs(),
		RunE: func(cmd *cobra.Command, args []string) error { return a.diff(cmd.Context(), args[0], args[1], &f) },
	}
	f.ledger.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.asOfOld, "as-of-old", "", "前の台帳の基準日（なければ --as-of）")
	flags.StringVar(&f.asOfNew, "as-of-new", "", "後の台帳の基準日（なければ --as-of）")
	flags.BoolVar(&f.json, "json", false, "JSON で出します")
	flags.BoolVar(&f.listed, "all", false, "違う行をすべて並べます")
	return cmd
}

func (a *app) diff(ctx context.Context, oldPath, newPath string, f *diffFlags) error {
	was, err := a.side(ctx, oldPath, f.asOfOld, f)
	if err != nil {
		return err
	}
	is, err := a.side(ctx, newPath, f.asOfNew, f)
	if err != nil {
		return err
	}
	if err := a.sameTown(was, is); err != nil {
		return err
	}
	if was.Disclosed && is.Disclosed {
		was.Cohort, is.Cohort = nil, nil // of two that left the hub, only what they tell is compared
	}
	r := bridge.Compare(was, is)
	published, err := a.published(ctx, oldPath, newPath, is, f)
	if err != nil {
		return err
	}
	r.Alarms = edition.Alarms(published)
	if f.json {
		err = bridge.WriteJSON(a.Stdout, r, a.Lang)
	} else if err = edition.WriteAlarms(a.Stdout, published, a.Lang); err == nil {
		err = bridge.WriteText(a.Stdout, r, a.Lang, f.listed)
	}
	if err != nil {
		return cannot(err)
	}
	if len(r.Alarms) > 0 {
		return &exit{code: exitFindings}
	}
	return cmp.Or(incompleteLedger(was.Cohort), incompleteLedger(is.Cohort))
}

// sameTown is an error where one side is of one municipality of a hub, and the other of another or of all.
func (a *app) sameTown(was, is *bridge.Side) error {
	town := func(s *bridge.Side) string {
		if s.Told == nil {
			return ""
		}
		return s.Told.Town
	}
	if lang.Key(town(was)) == lang.Key(town(is)) {
		return nil
	}
	name := func(s *bridge.Side) string { return cmp.Or(town(s), a.Sayf("拠点全体", "the whole hub")) }
	return a.Errorf("前は「%s」、後は「%s」の数字なので、比べられません。同じ自治体の版どうしを指定してください（版が今の台帳と合うかは pilot90 verify で確かめられます）",
		"the first is of %s and the second of %s: name two editions of the same (pilot90 verify holds one against the "+
			"ledger)",
		name(was), name(is))
}

// published checks the sealed editions that left the hub against the new ledger: the old side, where it is one, and
// those kept beside the new one. Two sides that are no ledger have none.
func (a *app) published(ctx context.Context, oldPath, newPath string, is *bridge.Side,
	f *diffFlags) ([]*edition.Verdict, error) {
	if is.Cohort == nil || is.Sealed {
		return nil, nil
	}
	beside, err := edition.Kept(newPath)
	if err != nil {
		return nil, cannot(err)
	}
	groups := [][]*edition.Sealed{edition.Outer(beside)}
	if edition.Is(oldPath) {
		old := edition.Read(oldPath)
		same := func(s *edition.Sealed) bool { return s.Number == old.Number }
		if !slices.ContainsFunc(groups[0], same) {
			groups = append(groups, edition.Outer([]*edition.Sealed{old}))
		}
	}
	from, err := a.ledgerFor(ctx, newPath, f.ledger.passwordFile)
	if err != nil {
		return nil, err
	}
	var all []*edition.Verdict
	for _, g := range groups {
		verdicts, err := edition.VerifyAll(ctx, g, from)
		if err != nil {
			return nil, cannot(err)
		}
		all = append(all, verdicts...)
	}
	return all, nil
}

// side reads one of the two: an edition, the figures of one, or a ledger.
func (a *app) side(ctx context.Context, path, asOf string, f *diffFlags) (*bridge.Side, error) {
	switch {
	case edition.Is(path):
		return a.editionSide(ctx, path, f)
	case strings.EqualFold(filepath.Ext(path), ".json"):
		return figuresSide(path)
	}
	l := f.ledger
	if asOf != "" {
		l.asOf = asOf
	}
	c, clock, err := a.load(ctx, path, &l)
	if err != nil {
		return nil, err
	}
	return &bridge.Side{Name: path, Cohort: c, Clock: clock, Tool: version, Definitions: kpi.Version}, nil
}

// editionSide is a sealed edition, with the rows where it kept the ledger.
func (a *app) editionSide(ctx context.Context, path string, f *diffFlags) (*bridge.Side, error) {
	sealed := edition.Read(path)
	told, err := sealed.Figures()
	if err != nil {
		return nil, cannot(a.aboutEdition(err))
	}
	m := sealed.Manifest
	opt, err := m.Options()
	if err != nil {
		return nil, cannot(err)
	}
	for _, f := range m.Planned {
		told.Figures = append(told.Figures, f.PrintedFigure)
	}
	s := &bridge.Side{Name: path, Told: told, Sealed: true, Disclosed: len(edition.Outer([]*edition.Sealed{sealed})) > 0,
		Tool: m.Tool, Definitions: m.Definitions.Name,
		Clock: setting.Clock{AsOf: told.AsOf, From: told.From, To: told.To, End: *opt.To}}
	if m.Municipality != "" {
		return s, nil // the ledger that it kept is of every municipality
	}
	if _, err := sealed.Ledger(); err != nil { // a copy inside that was touched
		return nil, cannot(a.aboutEdition(err))
	}
	files, err := sealed.Files()
	if errors.Is(err, edition.ErrNoLedger) {
		return s, nil
	}
	if err != nil {
		return nil, cannot(a.aboutEdition(err))
	}
	if opt.Password, err = f.ledger.password(); err != nil {
		return nil, cannot(err)
	}
	if s.Cohort, s.Clock, err = cohort.LoadMemory(ctx, files, opt); err != nil {
		return nil, cannot(err)
	}
	return s, nil
}

// figuresSide is a figures.json.
func figuresSide(path string) (*bridge.Side, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, cannot(err)
	}
	defer file.Close()
	told, err := result.ReadPrinted(file)
	if err != nil {
		return nil, cannot(voice.Errorf(
			"%s は figures.json として読めません。pilot90 がつくった figures.json、台帳のフォルダー、残した版のフォルダーのどれかを指定してください",
			"%s cannot be read as figures.json; name a figures.json that pilot90 made, a ledger's folder or a kept edition",
			path))
	}
	return &bridge.Side{Name: path, Told: told, Sealed: true,
		Clock: setting.Clock{AsOf: told.AsOf, From: told.From, To: told.To, End: told.To}}, nil
}
