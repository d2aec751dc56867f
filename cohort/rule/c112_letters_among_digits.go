package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC112 = Rule{
	Code: "C112", Severity: finding.Error,
	Title: lang.Say("数字に似た文字が混じっている", "Letters among digits"),
	Long: lang.Say(
		"数字の 0 のところに英字の O や o、1 のところに l や I が打たれています。見た目では気づきにくい間違いです。数字に打ち直してください。",
		"The letters O, o, l or I stand where 0 or 1 is meant; it is hard to see. Type the digits.",
	),
}
