package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC304 = Rule{
	Code: "C304", Severity: finding.Error,
	Title: lang.Say("表計算のファイルでない", "Not a spreadsheet"),
	Long: lang.Say(
		"画像・PDF・.ods など、読める形式（.xlsx .xlsm .xls .csv .tsv）でないファイルです。拡張子だけを変えたファイルもここに入ります。"+
			"元のソフトで .xlsx か .csv に保存し直してください。",
		"The file is an image, a PDF, an .ods or another kind; .xlsx, .xlsm, .xls, .csv and .tsv are read. A file "+
			"that was only renamed counts here too. Save it in one of these formats.",
	),
}
