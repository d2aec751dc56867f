package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP110 = Rule{
	Code: "P110", Severity: finding.Error,
	Title: lang.Say("pilot.toml に同じ年度の目標の表が2つある", "pilot.toml: two tables of targets for one year"),
	Long: lang.Say(
		"[targets.2026] と [targets.R8] のように、同じ年度の表が2つあります。先に読んだほうだけを使います。1つにまとめてください。",
		"Two tables are about the same year, as [targets.2026] and [targets.R8] are. Only the first one is used: put them "+
			"together.",
	),
}
