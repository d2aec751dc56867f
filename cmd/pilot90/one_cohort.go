package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// addCohort is the flag of the commands that can look at one cohort alone.
func (l *ledgerFlags) addCohort(cmd *cobra.Command) {
	cmd.Flags().StringVar(&l.cohort, "cohort", "", "この期の人だけについて計算します（例 第1期）")
}

// cohortNamed is the place among kpi.Cohorts of the cohort that is meant. The error names those that there are, the
// most alike first.
func (a *app) cohortNamed(c *cohort.Ledger, name string) (int, error) {
	all := kpi.Cohorts(c)
	names := make([]string, len(all))
	for i, one := range all {
		if names[i] = one.Name; one.Key == lang.Key(name) {
			return i, nil
		}
	}
	if len(all) == 0 {
		return 0, a.Errorf("--cohort %s: この台帳の参加者には、期（コホート）の記入がありません",
			"--cohort %s: the participants of this ledger have no cohorts", name)
	}
	key := lang.Key(name)
	slices.SortStableFunc(names, func(x, y string) int {
		return lang.Distance(key, lang.Key(x)) - lang.Distance(key, lang.Key(y))
	})
	const most = 8
	list := strings.Join(names[:min(most, len(names))], a.Say(lang.Text{JA: "、", EN: ", "}))
	return 0, a.Errorf("--cohort %s: この期は台帳にありません（台帳にある期：%s）",
		"--cohort %s: the ledger has no such cohort; it has %s", name, list)
}
