package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC117 = Rule{
	Code: "C117", Severity: finding.Warning,
	Title: lang.Say("曜日が表の年月と合わない", "Weekdays of another month"),
	Long: lang.Say(
		"1か月分の表に書かれた年月の日の曜日と、表の曜日の多くがちがいます。書かれている年月のとおりに読みました。"+
			"前の月の表を写して曜日を直していないときは曜日を、年月を直していないときは年月を書き直してください。",
		"Most weekdays in a sheet of one month are not those of the year and month that it states. The stated month was "+
			"read. If the form was copied from another month, mend the weekdays; if the month is old, mend the month.",
	),
}
