package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC303 = Rule{
	Code: "C303", Severity: finding.Error,
	Title: lang.Say("古い形式のファイル（.xls）", "Old Excel format (.xls)"),
	Long: lang.Say(
		".xls は読めません。Excel で開き、「名前を付けて保存」で『Excelブック (*.xlsx)』を選んで保存し直してください。",
		"Files of the old format .xls are not read. Open the file in Excel and save it as “Excel Workbook (*.xlsx)”.",
	),
}
