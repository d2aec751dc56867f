package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC328 = Rule{
	Code: "C328", Severity: finding.Error,
	Title: lang.Say("列の区切りが半角のコンマでないCSV", "CSV divided by something other than commas"),
	Long: lang.Say(
		"CSVの列は、半角のコンマ、タブ、セミコロンのどれかで区切ります。全角の「，」や「、」で区切られていると、1行が1つのセルになります。メモ帳などで半角のコンマに置きかえるか、Excelで列に分けて .xlsx "+
			"で保存してください。",
		"The columns of a CSV are divided by commas, tabs or semicolons. With full-width marks each row is one cell. "+
			"Replace the marks by commas, or split the text into columns in Excel and save it as .xlsx.",
	),
}
