package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC308 = Rule{
	Code: "C308", Severity: finding.Error,
	Title: lang.Say("文字コードがわからない", "Unknown text encoding"),
	Long: lang.Say(
		"CSV の文字コードが UTF-8、UTF-16、Shift_JIS（CP932）のどれとしても読めません。Excel で開き、「CSV UTF-8」で保存し直してください。",
		"The CSV is neither UTF-8, UTF-16 nor CP932. Open it in Excel and save it as “CSV UTF-8”.",
	),
}
