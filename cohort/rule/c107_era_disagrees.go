package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC107 = Rule{
	Code: "C107", Severity: finding.Error,
	Title: lang.Say("元号と日付が合わない", "Era and date disagree"),
	Long: lang.Say(
		"平成40年や、令和元年4月1日（令和は5月1日から）のように、その元号にない日付です。曜日が書かれていて日付と合わないときも知らせます。年の書き間違いを直してください。",
		"The era does not contain the date (平成40年, or 令和元年4月1日 before the era began on 1 May), or the weekday beside "+
			"it does not fit. Correct the year.",
	),
}
