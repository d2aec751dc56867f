package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP103 = Rule{
	Code: "P103", Severity: finding.Error,
	Title: lang.Say("pilot.toml の値の種類や範囲の誤り", "pilot.toml: wrong value"),
	Long: lang.Say(
		"数を書くところに文字がある、日付でない、負の日数など、項目に合わない値です。メッセージの例のとおりに書き直してください。",
		"The value does not fit its key: a text for a number, not a date, negative days. Write it as the message shows.",
	),
}
