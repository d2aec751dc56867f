package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC192 = Rule{
	Code: "C192", Severity: finding.Error,
	Title: lang.Say("数値が複数の行に結合されている", "Number merged over rows"),
	Long: lang.Say(
		"時間や金額のセルが縦に結合されていると、どの行の値か分かりません。各行に数えると二重になるため、その行は集計に使いません。結合を解除し、行ごとに値を書いてください。",
		"Where hours or an amount are merged down over several rows, whose value it is cannot be told, and counting "+
			"it for each row would double it. The rows are left out. Unmerge the cells and write the value of each row.",
	),
}
