package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC114 = Rule{
	Code: "C114", Severity: finding.Error,
	Title: lang.Say("時刻として読めない", "Not a time of day"),
	Long: lang.Say(
		"始めや終わりの時刻の列に読めない値があります。9:00、9時30分、午後1:30 のどれでも読めます。"+
			"日付をまたぐときは 25:30 または 翌1:30 と書いてください。「夕方」「9時ごろ」は、時刻に直して書いてください。",
		"The cell holds no time of day. 9:00, 9時30分 and 午後1:30 can be read; past midnight write 25:30 or 翌1:30. "+
			"“In the evening” and “about nine” must be written as times.",
	),
}
