package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC109 = Rule{
	Code: "C109", Severity: finding.Error,
	Title: lang.Say("時間として読めない", "Not a length of time"),
	Long: lang.Say(
		"時間の列に読めない値があります。1.5、1:30、1時間30分、90分、1.5h のどれでも読めます。「半日」「2時間ぐらい」「9:00〜12:00」は、時間数に直して書いてください。",
		"The cell holds no length of time. 1.5, 1:30, 1時間30分, 90分 and 1.5h can be read; “half a day”, “about 2 hours” "+
			"and “9:00–12:00” must be written as hours.",
	),
}
