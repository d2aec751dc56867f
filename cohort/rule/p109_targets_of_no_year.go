package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP109 = Rule{
	Code: "P109", Severity: finding.Error,
	Title: lang.Say("pilot.toml の目標の表の名前が年度でない", "pilot.toml: a table of targets that names no year"),
	Long: lang.Say(
		"[targets] は対象期間の年度の目標、[targets.2026] はその年度の目標です。年度は 2026、R8、「令和8年度」のように書きます。年度として読めない表は使いません。",
		"[targets] is about the year of the period, [targets.2026] about that fiscal year. Write the year as 2026, R8 "+
			"or 令和8年度. A table that names no year is not used.",
	),
}
