package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP111 = Rule{
	Code: "P111", Severity: finding.Error,
	Title: lang.Say("pilot.toml の目標が2か所でちがう", "pilot.toml: two targets for one figure"),
	Long: lang.Say(
		"対象期間の年度の目標が、[targets] と年度の表の両方にあり、値がちがいます。年度の表のほうを使います。どちらか一方だけを残してください。",
		"The target of the period's year stands in [targets] and in the table of that year, and they differ. The table of "+
			"the year is used; keep one of the two.",
	),
}
