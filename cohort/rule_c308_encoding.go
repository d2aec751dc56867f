package cohort

import "pilot90/cohort/finding"

var ruleC308 = Rule{
	Code: "C308", Severity: finding.Error,
	Title: finding.Text{JA: "文字コードがわからない", EN: "Unknown text encoding"},
	Long: finding.Text{
		JA: "CSV の文字コードが UTF-8、UTF-16、Shift_JIS（CP932）のどれとしても読めません。Excel で開き、「CSV UTF-8」で保存し直してください。",
		EN: "The CSV is neither UTF-8, UTF-16 nor CP932. Open it in Excel and save it as “CSV UTF-8”.",
	},
}
