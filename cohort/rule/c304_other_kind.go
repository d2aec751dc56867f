package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC304 = Rule{
	Code: "C304", Severity: finding.Error,
	Title: lang.Say("表計算のファイルでない", "Not a spreadsheet"),
	Long: lang.Say(
		"画像・PDF・Word文書など、読める形式（.xlsx .xlsm .xls .ods .csv .tsv）でないファイルです。拡張子だけを変えたファイルもここに入ります。"+
			"元のソフトで .xlsx か .csv に保存し直してください。",
		"The file is an image, a PDF, a Word document or another kind; .xlsx, .xlsm, .xls, .ods, .csv and .tsv are "+
			"read. A file that was only renamed counts here too. Save it in one of these formats.",
	),
}
