package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC108 = Rule{
	Code: "C108", Severity: finding.Error,
	Title: lang.Say("年のない日付", "Date without a year"),
	Long: lang.Say(
		"「4/1」だけでは、どの年かわかりません。年度をまたぐ記録では取り違えのもとになるため、推測はしません。年を付けて 2025/4/1 のように書いてください。列ごと直すときは、"+
			"表示形式ではなく値に年が入っているかを確かめます。",
		"“4/1” does not say which year, and nothing is guessed. Write the year: 2025/4/1.",
	),
}
