package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP191 = Rule{
	Code: "P191", Severity: finding.Info,
	Title: lang.Say("対象期間がまだ始まっていない", "Period that has not begun"),
	Long: lang.Say(
		"対象期間の始まりが基準日より後のため、期間に入る記録がまだありません。事業を始める前の準備であれば、このままで構いません。年度や基準日の書き間違いであれば直してください。",
		"The period begins after the as-of date, so that no record is in it yet. That is as it should be while a "+
			"pilot is set up; otherwise correct the period or the as-of date.",
	),
}
