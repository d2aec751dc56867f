package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC191 = Rule{
	Code: "C191", Severity: finding.Info,
	Title: lang.Say("結合されたセルの値を各行に使った", "Merged value spread"),
	Long: lang.Say(
		"日付や番号のセルが縦に結合されているときは、結合された各行に同じ値があるものとして読みます。どう読んだかをこのお知らせで示します。ちがうときは結合を解除し、行ごとに書いてください。",
		"Where a date or an id is merged down over several rows, each of them is read with that value; this says so. "+
			"If that is wrong, unmerge the cells and write the value of each row.",
	),
}
