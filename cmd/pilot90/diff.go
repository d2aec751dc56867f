package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort"
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
すでに示した期間の数字が、行の訂正や削除で変わっているときは、最初に知らせます。

終了コード: 0 知らせることなし / 1 すでに示した数字が変わっている
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
	r := bridge.Compare(was, is)
	if f.json {
		err = bridge.WriteJSON(a.Stdout, r, a.Lang)
	} else {
		err = bridge.WriteText(a.Stdout, r, a.Lang, f.listed)
	}
	if err != nil {
		return cannot(err)
	}
	if r.Restated.Alarm() {
		return &exit{code: exitFindings}
	}
	return nil
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
	s := &bridge.Side{Name: path, Told: told, Sealed: true, Tool: m.Tool, Definitions: m.Definitions.Name,
		Clock: setting.Clock{AsOf: told.AsOf, From: told.From, To: told.To, End: *opt.To}}
	copied, err := sealed.Ledger()
	if err != nil {
		return nil, cannot(a.aboutEdition(err))
	}
	if copied == "" {
		return s, nil
	}
	if opt.Password, err = f.ledger.password(); err != nil {
		return nil, cannot(err)
	}
	if s.Cohort, s.Clock, err = cohort.Load(ctx, copied, opt); err != nil {
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
