package cohort

import "pilot90/cohort/finding"

var ruleC107 = Rule{
	Code: "C107", Severity: finding.Error,
	Title: text("元号と日付が合わない", "Era and date disagree"),
	Long: text(
		"平成40年や、令和元年4月1日（令和は5月1日から）のように、その元号にない日付です。曜日が書かれていて日付と合わないときも知らせます。年の書き間違いを直してください。",
		"The era does not contain the date (平成40年, or 令和元年4月1日 before the era began on 1 May), or the weekday beside "+
			"it does not fit. Correct the year.",
	),
}
