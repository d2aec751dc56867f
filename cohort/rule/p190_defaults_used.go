package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP190 = Rule{
	Code: "P190", Severity: finding.Info,
	Title: lang.Say("pilot.toml がないため標準の設定を使った", "No pilot.toml: defaults used"),
	Long: lang.Say(
		"台帳のフォルダーに pilot.toml がないので、30/30/30日、10-10-10 などの標準の設定で計算しました。事業名や目標値を入れるには、pilot90 init で pilot.toml を作ってください。",
		"There is no pilot.toml in the folder, so the defaults (30/30/30, 10-10-10 …) were used. “pilot90 init” "+
			"writes one for the program name and targets.",
	),
}
