package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC330 = Rule{
	Code: "C330", Severity: finding.Warning,
	Title: lang.Say("「キャンセル」などとある記録を数えた", "A record marked as cancelled or lost counts"),
	Long: lang.Say(
		"状況・状態・備考など、台帳が使わない列に「キャンセル」「取消」「中止」「失注」「見込み」「辞退」などとだけ書かれた行も、記録として数えます。どの言葉を数えないかは拠点によって違い、決められないためです。"+
			"数えない記録であれば、行を削除するか、別のシートに移してください。参加をやめた人であれば、行を残して離脱日を書いてください。",
		"A row that says キャンセル, 中止, 失注, 見込み, 辞退 or the like, and nothing else, in a column that the ledger does not "+
			"use counts all the same: which words should not count differs between hubs. "+
			"Delete the row, or move it to another sheet, if it should not count. For a person who left, keep the row and "+
			"enter the exit date.",
	),
}
