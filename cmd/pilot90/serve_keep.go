package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"pilot90/cmd/pilot90/copies"
	"pilot90/cmd/pilot90/voice"
	"pilot90/cmd/pilot90/web"
	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report"
	"pilot90/report/bridge"
	"pilot90/report/edition"
	"pilot90/report/plan"
	"pilot90/templates"
)

// Form is the command report --form.
func (p page) Form(ledger string, run report.Run, name string, original []byte) (*report.Form, error) {
	a := p.silent(run.Lang)
	grant, err := report.BuiltinPlan("grant")
	if err != nil {
		return nil, err
	}
	if ledger != "" {
		if _, err := a.withEditions(ledger, grant, &run); err != nil {
			return nil, err
		}
	}
	return report.FillForm(grant, run, name, original)
}

// Seal is the command seal.
func (p page) Seal(ctx context.Context, ledger string, run report.Run, o web.Order) (*edition.Outcome, error) {
	a := p.silent(run.Lang)
	if err := a.lacking(&run); err != nil {
		return nil, err
	}
	if town := run.Town(); !namesFolder(town) {
		return nil, voice.Errorf("「%s」は、版のフォルダーの名前に使えません。台帳の「自治体」を、文字・数字だけの40字までの名前にしてください",
			"%s cannot be part of an edition's folder; use up to 40 letters and digits in the ledger", town)
	}
	source, own := o.Own, o.Own != nil
	if !own {
		var err error
		if source, err = templates.Plan(o.Plan.Edition); err != nil {
			return nil, err
		}
	}
	kept, err := edition.Kept(ledger)
	if err != nil {
		return nil, err
	}
	if err := a.withSince(ctx, ledger, p.passwordFile, o.Plan, &run); err != nil {
		return nil, err
	}
	out, err := edition.Seal(ctx, edition.Order{Ledger: ledger, Edition: o.Plan.Edition, Plan: o.Plan, Source: source,
		Own: own, Formats: sealedFormats(nil, o.Plan), Reason: o.Reason, Run: run, Existing: kept})
	switch {
	case err == nil, errors.Is(err, edition.ErrRevision), errors.Is(err, context.Canceled):
		return out, err
	case o.Plan.Profile == "public" && errors.Is(err, edition.ErrEarlier):
		return nil, a.noEarlier(err)
	}
	return nil, a.aboutEdition(err)
}

// Verify is the command verify of a ledger with all its editions.
func (p page) Verify(ctx context.Context, ledger string, l lang.Lang) ([]*edition.Verdict, error) {
	kept, err := edition.Kept(ledger)
	if err != nil {
		return nil, err
	}
	from, err := p.silent(l).ledgerFor(ctx, ledger, p.passwordFile)
	if err != nil {
		return nil, err
	}
	return edition.VerifyAll(ctx, kept, from)
}

// Compare is the command diff, from an edition to its ledger.
func (p page) Compare(ctx context.Context, ledger, kept string, run report.Run) (*bridge.Result, error) {
	a := p.silent(run.Lang)
	f := &diffFlags{ledger: ledgerFlags{passwordFile: p.passwordFile}}
	was, err := a.editionSide(ctx, kept, f)
	if err != nil {
		return nil, err
	}
	if was.Told.Town != "" {
		return nil, voice.Errorf("「%s」だけの版なので、拠点全体の台帳とは比べられません。今の台帳と合うかは、残した版の点検で確かめられます",
			"this edition is of %s alone and cannot be held against the whole ledger here; checking the kept editions says "+
				"whether it still agrees", was.Told.Town)
	}
	is := &bridge.Side{Name: ledger, Cohort: run.Cohort, Clock: run.Window.Clock, Tool: version, Definitions: kpi.Version}
	r := bridge.Compare(was, is)
	verdicts, err := a.published(ctx, kept, ledger, is, f)
	if err != nil {
		return nil, err
	}
	r.Alarms = edition.Alarms(verdicts)
	return r, ctx.Err()
}

// HandOver is the command handover.
func (p page) HandOver(ctx context.Context, ledger string, run report.Run, o web.HandOver) (string, error) {
	if inside(ledger, o.Out) {
		return "", voice.Errorf("%s: 台帳のフォルダーの外を指定してください（写しが台帳として読まれないようにするためです）",
			"%s: name a folder outside the ledger, so that the copies are not read as part of it", o.Out)
	}
	handover, err := report.BuiltinPlan(plan.Handover)
	if err != nil {
		return "", err
	}
	run.Place = o.Place
	a := p.silent(run.Lang)
	kept, err := a.verified(ctx, ledger, p.passwordFile)
	if err != nil {
		return "", err
	}
	files, _, err := a.successor(ctx, kept,
		edition.Handover{Ledger: ledger, Plan: handover, Run: run, WithLedger: o.WithLedger})
	if err != nil {
		return "", err
	}
	err = edition.WriteFolder(ctx, o.Out, files)
	if errors.Is(err, fs.ErrExist) {
		return "", voice.Errorf("%s はすでにあります。何も書き出していません。まだないフォルダーの名前にしてください",
			"%s is there already; nothing was written. Name a folder that is not there yet", o.Out)
	}
	if err != nil {
		return "", err
	}
	return files[0].Name, nil
}

// Copies is the command check --annotate, into memory.
func (p page) Copies(ctx context.Context, ledger string, run report.Run) ([]report.File, error) {
	a := p.silent(run.Lang)
	dir, _, err := cohort.Files(ledger)
	if err != nil {
		return nil, err
	}
	password, err := (&ledgerFlags{passwordFile: p.passwordFile}).password()
	if err != nil {
		return nil, err
	}
	m := copies.New(&a.Terminal, dir, "", password, run.Cohort.Pilot.Encoding)
	if err := m.Add(ctx, run.Cohort, ""); err != nil {
		return nil, err
	}
	files := slices.Clone(m.Files())
	for i := range files {
		files[i].Name = filepath.Base(files[i].Name)
	}
	return files, nil
}
