package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report"
)

// addTown is the flag of the commands that can look at one municipality of a hub alone.
func (l *ledgerFlags) addTown(cmd *cobra.Command) {
	cmd.Flags().StringVar(&l.town, "municipality", "", "共同の拠点の台帳で、この自治体だけについて計算します（例 北町、町外）")
}

// runOnTown computes the figures of one municipality of a hub.
func (a *app) runOnTown(c *cohort.Ledger, clock setting.Clock, l *ledgerFlags) (report.Run, error) {
	if l.cohort != "" {
		return report.Run{}, a.Errorf("--municipality と --cohort は、どちらか一方を指定してください",
			"give --municipality or --cohort, not both")
	}
	var run report.Run
	var err error
	a.During(lang.Text{JA: "指標を計算しています", EN: "computing the figures"}, func() {
		run, err = a.townOf(kpi.NewWindow(c, clock), l.town, catalog.All())
	})
	return run, err
}

// townOf computes figures of one municipality of the hub that the window is of.
func (a *app) townOf(hub *kpi.Window, name string, defs []kpi.Definition) (report.Run, error) {
	town, err := a.townNamed(hub.Cohort, name)
	if err != nil {
		return report.Run{}, err
	}
	run := report.Run{Lang: a.Lang, Version: version, Result: result.OfTown(defs, hub, town),
		Definitions: kpi.Expanded(defs, hub)}
	run.Window = run.Result.Town.Sight()
	run.Cohort = run.Window.Cohort
	return run, nil
}

// townNamed is the municipality that is meant. The error names those that there are, the most alike first.
func (a *app) townNamed(c *cohort.Ledger, name string) (kpi.Town, error) {
	all := kpi.Towns(c)
	var names []string
	for _, t := range all {
		if lang.Key(t.Name) == lang.Key(name) {
			return t, nil
		}
		names = append(names, t.Name)
	}
	if len(all) == 0 {
		return kpi.Town{}, a.Errorf("--municipality %s: この台帳の「参加者」にも「案件」にも、自治体の記入がありません",
			"--municipality %s: neither participants nor contracts of this ledger name a municipality", name)
	}
	slices.SortStableFunc(names, func(x, y string) int {
		return lang.Distance(lang.Key(name), lang.Key(x)) - lang.Distance(lang.Key(name), lang.Key(y))
	})
	const most = 8
	return kpi.Town{}, a.Errorf("--municipality %s: この自治体は台帳にありません（台帳にある自治体：%s）",
		"--municipality %s: the ledger has no such municipality; it has %s", name,
		strings.Join(names[:min(most, len(names))], a.Say(lang.Text{JA: "、", EN: ", "})))
}
