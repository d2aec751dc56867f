package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC101 = Rule{
	Code: "C101", Severity: finding.Error,
	Title: lang.Say("必要な値が空欄", "A required value is missing"),
	Long: lang.Say(
		"この列は、空欄では行を数えられない列です。値がわかるまで、その行は集計から外します。わからないときは、記録を書いた人に確かめてください。推測の値は入れないでください。",
		"The row cannot be counted without this value and is left out until it is there. Ask the person who kept the "+
			"record; do not enter a guess.",
	),
}
