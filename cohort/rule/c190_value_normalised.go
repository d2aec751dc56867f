package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC190 = Rule{
	Code: "C190", Severity: finding.Info,
	Title: lang.Say("書き方を読みかえた値", "Value read from another notation"),
	Long: lang.Say(
		"全角数字、元号、単位付きの数などを、同じ意味の値に読みかえて使ったことのお知らせです。元のファイルは変えていません。読みかえた結果が正しければ、何もする必要はありません。",
		"Full-width digits, era dates, numbers with units and the like were read as the value they mean. The file is "+
			"unchanged; nothing needs to be done if the reading is right.",
	),
}
