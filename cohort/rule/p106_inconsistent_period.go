package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP106 = Rule{
	Code: "P106", Severity: finding.Error,
	Title: lang.Say("pilot.toml の期間のつじつまが合わない", "pilot.toml: inconsistent period"),
	Long: lang.Say(
		"期間の終わりが始まりより前、基準日が期間の始まりより前など、日付の順序が合いません。[period] の日付を確かめてください。",
		"The period ends before it begins, or the as-of date is before it. Check the dates of [period].",
	),
}
