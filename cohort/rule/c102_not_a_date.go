package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC102 = Rule{
	Code: "C102", Severity: finding.Error,
	Title: lang.Say("日付として読めない", "Not a date"),
	Long: lang.Say(
		"日付の列に、日付でない文字や存在しない日（2月30日など）があります。2025-04-01、2025/4/1、令和7年4月1日、R7.4.1 のどの書き方でも読めます。「4月上旬」のような書き方は、"+
			"日を決めて書き直してください。",
		"The cell holds no date, or a day that does not exist. 2025-04-01, 2025/4/1, 令和7年4月1日 and R7.4.1 can all be "+
			"read. Replace words such as “early April” by a day.",
	),
}
