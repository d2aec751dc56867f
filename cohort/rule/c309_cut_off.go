package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC309 = Rule{
	Code: "C309", Severity: finding.Error,
	Title: lang.Say("途中で切れているファイル", "File cut off"),
	Long: lang.Say(
		"ファイルが途中で終わっています。残りの行が失われているため、読めた分だけで計算することはしません。元のファイルをもう一度コピーしてください。",
		"The file ends half-way. Rows are lost, so the part that is there is not used. Copy the original again.",
	),
}
