package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC336 = Rule{
	Code: "C336", Severity: finding.Info,
	Title: lang.Say("案件・発注者・参加者を作業ログから数えた", "Contracts, clients or people were taken from the log"),
	Long: lang.Say(
		"「案件」のシートがなく、作業ログに案件名の列があるときは、発注者と案件名の組を1件の案件として数えます。"+
			"開始日は最初の作業日（遅くともこの日）とし、対象期間に作業のある案件を実施中とみなします。"+
			"契約の期間・金額・所在はわからないため、それがいる指標はデータなしになります。"+
			"「参加者」のシートがないときは、作業ログに名前（または番号）のある人を参加者として数えます。開始日がわからないため、サイクルの指標はデータなしになります。",
		"Where there is no sheet of contracts and the log has a column of their names, each client and title is one "+
			"contract. It starts with its first work, at the latest, and was active where it has work in the period. Its "+
			"term, price and place are unknown, and figures that need them have no data. Where there is no sheet of "+
			"participants, the "+
			"people that the log names, or gives ids of, are the participants; without a start they have no figures of the "+
			"cycle.",
	),
}
