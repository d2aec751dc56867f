package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC116 = Rule{
	Code: "C116", Severity: finding.Warning,
	Title: lang.Say("時間があるため時刻を使わなかった", "Clock times set aside for the hours beside them"),
	Long: lang.Say(
		"始めや終わりの時刻、休憩の列に読めない値や合わない値がありますが、同じ行の「時間」の列に値があるため、そちらを使いました。"+
			"時刻を使っていなければ、このままで構いません。時刻から時間を確かめたいときは、9:00 や 25:30 のように書き直してください。",
		"A start, an end or a rest cannot be read, or they do not agree, but the row has hours of its own, which were used. "+
			"Nothing need be done; to have the hours checked against the times, write them as 9:00 or 25:30.",
	),
}
