package cohort

import "pilot90/cohort/finding"

var ruleC318 = Rule{
	Code: "C318", Severity: finding.Info,
	Title: finding.Text{JA: "記入例のシートを読み飛ばした", EN: "Example sheet skipped"},
	Long: finding.Text{
		JA: "「入力例」「記入例」などの名前のシートは見本とみなし、集計に入れません。本物の記録なら、シート名を変えてください。",
		EN: "Sheets named 入力例 and the like are examples and do not count. Rename the sheet if it holds real records.",
	},
}
