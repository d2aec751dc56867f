package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC306 = Rule{
	Code: "C306", Severity: finding.Error,
	Title: lang.Say("パスワードが違う", "Wrong password"),
	Long: lang.Say(
		"渡されたパスワードでは開けません。大文字・小文字、全角・半角、行末の空白を確かめてください。",
		"The password does not open the file. Check capitals, full-width letters and a trailing space.",
	),
}
