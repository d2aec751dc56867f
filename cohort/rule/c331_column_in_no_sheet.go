package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC331 = Rule{
	Code: "C331", Severity: finding.Warning,
	Title: lang.Say("大事な列がなく、読んでいない見出しがある", "An important column is missing, and headings are not read"),
	Long: lang.Say(
		"作業ログの時間・報酬・案件ID・納品日・納期・支払日、案件の月額・契約額・終了日、参加者の研修修了日・離脱日の列がどのシートにもなく、"+
			"それにあたるかもしれない見出し（開始時刻、作業代、やめた日など）が読まれずに残っています。"+
			"このままでは、その列を使う指標がデータなしになったり、終わりや離脱がないものとして数えられたりします。"+
			"その列のことであれば、見出しを台帳の名前に直すか、読み取りの設定でそう決めてください。開始時刻と終了時刻だけのときは、かかった時間の列を足してください。",
		"No sheet has the hours, the pay, the contract id or the days of delivery, due and payment of the tasks, the "+
			"monthly fee, the amount or the end of the contracts, or the days on which participants completed the "+
			"training or left, while headings that may be meant for it are not read. Figures that need the column have no "+
			"data, or count as if nothing ended and nobody left. "+
			"Rename the heading, or say so in the settings of reading. Where there are only times of beginning and end, "+
			"add a column with the hours.",
	),
}
