package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC318 = Rule{
	Code: "C318", Severity: finding.Info,
	Title: lang.Say("記入例のシートを読み飛ばした", "Example sheet skipped"),
	Long: lang.Say(
		"「入力例」「記入例」などの名前のシートは見本とみなし、集計に入れません。本物の記録なら、シート名を変えてください。",
		"Sheets named 入力例 and the like are examples and do not count. Rename the sheet if it holds real records.",
	),
}
