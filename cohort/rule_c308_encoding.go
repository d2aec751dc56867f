package cohort

import "pilot90/cohort/finding"

var ruleC308 = Rule{
	Code: "C308", Severity: finding.Error,
	Title: text("文字コードがわからない", "Unknown text encoding"),
	Long: text(
		"CSV の文字コードが UTF-8、UTF-16、Shift_JIS（CP932）のどれとしても読めません。Excel で開き、「CSV UTF-8」で保存し直してください。",
		"The CSV is neither UTF-8, UTF-16 nor CP932. Open it in Excel and save it as “CSV UTF-8”.",
	),
}
