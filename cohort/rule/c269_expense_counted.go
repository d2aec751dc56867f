package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC269 = Rule{
	Code: "C269", Severity: finding.Warning,
	Title: lang.Say("「交通費」などとある金額を報酬に数えた", "An amount marked as an expense counts as pay"),
	Long: lang.Say(
		"支払や作業ログの、台帳が使わない列に「交通費」「立替金」「経費」などとだけ書かれた行の金額も、報酬として数えます。報酬に含めるかどうかは拠点によって違い、決められないためです。"+
			"報酬でなければ、その行を台帳の表ではない別のシートに移してください。",
		"A row of the payments or the log that says 交通費, 立替金, 経費 or the like, and nothing else, in a column that the "+
			"ledger does not use counts as pay: whether it should differs between hubs. If it is no pay, move the row to a "+
			"sheet that is no table of the ledger.",
	),
}
