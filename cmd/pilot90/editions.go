package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/disclose"
	"pilot90/kpi/grant"
	"pilot90/report"
	"pilot90/report/edition"
	"pilot90/report/plan"
)

// sealable are the editions that are kept.
var sealable = []string{"hub", "grant", "council", "public"}

// withEditions gives the run what the sealed editions of the ledger say: those that left the hub to
// another one that does.
func (a *app) withEditions(path string, plan *plan.Plan, run *report.Run) ([]*edition.Sealed, error) {
	kept, err := edition.Kept(path)
	if err != nil {
		return nil, cannot(err)
	}
	kept = edition.Of(kept, run.Town())
	if outer := !disclose.ProfileOf(plan.Profile, run.Cohort.Pilot.Privacy).Open(); outer || plan.Has("disclosure") {
		if _, run.Earlier, err = edition.Earlier(kept); err != nil && outer {
			return nil, a.noEarlier(err)
		}
		run.Unread = err != nil
	}
	return kept, nil
}

// withSince gives the run of a plan that shows it what was written into the ledger at path after sealed editions, and
// the ledger as the last weekly one had it.
func (a *app) withSince(ctx context.Context, path, passwordFile string, plan *plan.Plan, run *report.Run) error {
	if !plan.Has("week_changes") || run.Result.Town != nil { // the kept ledgers are of every municipality
		return nil
	}
	kept, err := edition.Kept(path)
	if err != nil || len(kept) == 0 {
		return cannotIf(err)
	}
	from, err := a.ledgerFor(ctx, path, passwordFile)
	if err != nil {
		return err
	}
	if run.Since, err = edition.Since(kept, run.Cohort, run.Window.Clock, from, run.Lang); err != nil {
		return cannot(a.aboutEdition(err))
	}
	if run.Window.Only == nil { // the kept ones are of everybody
		if run.Before, err = edition.Before(kept, run.Cohort, run.Window.Clock, from); err != nil {
			return cannot(a.aboutEdition(err))
		}
	}
	return nil
}

// earlierYears is what the sealed editions of the ledger say of whole fiscal years before the evaluation date: a grant
// whose target is cumulative looks at them. A ledger without grants, or of no folder (""), needs none.
func (a *app) earlierYears(path string, c *cohort.Ledger, clock setting.Clock) ([]grant.Sealed, error) {
	if len(c.Pilot.Grants) == 0 || path == "" {
		return nil, nil
	}
	kept, err := edition.Kept(path)
	if err != nil {
		return nil, cannot(err)
	}
	years, err := edition.WholeYears(edition.Of(kept, ""), clock.At())
	if err != nil {
		return nil, cannot(a.aboutEdition(err))
	}
	return years, nil
}

// noEarlier says why no edition that leaves the hub can be made while an earlier one cannot be read.
func (a *app) noEarlier(err error) error {
	return cannot(a.Errorf("%v\n前に残した版と比べて個人が分からないことを確かめられないため、庁外に出す版はつくりません。editions フォルダーの控えから元に戻してください",
		"%v\nwithout the earlier edition nobody can say that a difference isolates nobody, so no edition that leaves the "+
			"hub is made; restore it from a copy", a.aboutEdition(err)))
}

// aboutEdition says in the user's language what is the matter with a sealed edition, or with the
// ledger it was made from.
func (a *app) aboutEdition(err error) error {
	var saved edition.ErrSaved
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &saved):
		return a.Errorf("%s は読んでいるあいだに保存されました。もう一度実行してください", "%s was saved while it was read; please run this again",
			saved.File)
	case errors.Is(err, edition.ErrUnprintable):
		return a.Errorf("%s という名前には、目に見えない文字が入っています。ファイルの名前を直してから、もう一度実行してください",
			"the name %s holds characters that cannot be seen; rename the file and run this again", whereOf(err))
	case errors.Is(err, edition.ErrIncomplete):
		return a.Errorf("この版と比べた、前に残した版がないか、別のものになっています",
			"an earlier edition that this one was compared with is missing or another")
	case errors.Is(err, edition.ErrTouched):
		return a.Errorf("%s は残したあとに書き換えられています。保管してある写しから元に戻してください",
			"%s was changed after it was sealed; restore it from a copy", whereOf(err))
	case errors.Is(err, fs.ErrNotExist):
		return a.Errorf("ファイルまたはフォルダーがありません（%v）", "a file or folder is missing (%v)", err)
	case errors.Is(err, edition.ErrForeign):
		return a.Errorf("%s は、残した版のファイルとして読めません（リンクや、版のフォルダーの外を指す名前は読みません）。保管してある写しから元に戻してください",
			"%s cannot be read as a file of an edition (links, and names that lead out of its folder, are not read); restore "+
				"it from a copy", whereOf(err))
	case errors.Is(err, fs.ErrExist):
		return a.Errorf("同じ名前の版を、別の pilot90 が先に残しました。もう一度実行して確かめてください",
			"another pilot90 has just sealed an edition of this name; please run this again")
	case errors.Is(err, edition.ErrManifest), errors.As(err, &syntax):
		return a.Errorf("%s は、控え（manifest.json）または figures.json として読めません。保管してある写しから元に戻してください",
			"%s cannot be read as a manifest or as figures; restore it from a copy", whereOf(err))
	}
	return err
}

// whereOf is the file or folder that an error of the edition package begins with.
func whereOf(err error) string {
	where, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), edition.ErrEarlier.Error()+": "), ": ")
	return where
}

// sayReplaced tells of the characters that the PDF's fonts lack.
func (a *app) sayReplaced(replaced []rune) {
	if len(replaced) > 0 {
		fmt.Fprintln(a.Stderr, a.Say(lang.Text{
			JA: "PDF のフォントにない文字を〓に置き換えました: " + string(replaced),
			EN: "characters the PDF's fonts lack were replaced by 〓: " + string(replaced),
		}))
	}
}
