package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC303 = Rule{
	Code: "C303", Severity: finding.Error,
	Title: lang.Say("Excel 95 以前の形式（.xls）", "Format of Excel 95 or before (.xls)"),
	Long: lang.Say(
		".xls は Excel 97 から 2003 の形式だけを読めます。それより古い .xls は、Excel で開き、「名前を付けて保存」で『Excelブック (*.xlsx)』を選んで保存し直してください。",
		"Of the files named .xls those of Excel 97 to 2003 are read. Open an older one in Excel and save it as “Excel "+
			"Workbook (*.xlsx)”.",
	),
}
