package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC111 = Rule{
	Code: "C111", Severity: finding.Error,
	Title: lang.Say("値が範囲の外", "Value out of range"),
	Long: lang.Say(
		"負の時間や人数など、その列ではありえない大きさの値です。けたの打ち間違いか、列のずれがよくある原因です。",
		"The value is too small or too large for its column, such as negative hours. Often a digit is wrong or the "+
			"row has slipped by one column.",
	),
}
