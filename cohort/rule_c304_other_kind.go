package cohort

import "pilot90/cohort/finding"

var ruleC304 = Rule{
	Code: "C304", Severity: finding.Error,
	Title: finding.Text{JA: "表計算のファイルでない", EN: "Not a spreadsheet"},
	Long: finding.Text{
		JA: "画像・PDF・.ods など、読める形式（.xlsx .xlsm .csv .tsv）でないファイルです。拡張子だけを変えたファイルもここに入ります。元のソフトで .xlsx か .csv に保存し直してください。",
		EN: "The file is an image, a PDF, an .ods or another kind; .xlsx, .xlsm, .csv and .tsv are read. A file that was " +
			"only renamed counts here too. Save it in one of these formats.",
	},
}
