package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC115 = Rule{
	Code: "C115", Severity: finding.Error,
	Title: lang.Say("始め・終わり・休憩が合わない", "Start, end and rest do not agree"),
	Long: lang.Say(
		"終わりの時刻が始めより前になっている、休憩が働いた時間より長い、2つの時間帯が重なっているなど、時刻どうしが合わないため、"+
			"働いた時間が決まりません。記録を見て、どの時刻が正しいかを確かめて直してください。"+
			"日付をまたいで働いたときは、終わりを 25:30 または 翌1:30 と書いてください。",
		"The end lies before the start, the rest is longer than the work or two spans overlap, so the hours are not "+
			"known. Look up which time is right. Where the work went past midnight, write the end as 25:30 or 翌1:30.",
	),
}
