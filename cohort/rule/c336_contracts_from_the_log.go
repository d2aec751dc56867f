package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC336 = Rule{
	Code: "C336", Severity: finding.Info,
	Title: lang.Say("案件と発注者を作業ログから数えた", "Contracts and clients were taken from the log"),
	Long: lang.Say(
		"「案件」のシートがなく、作業ログに案件名の列があるときは、発注者と案件名の組を1件の案件として数えます。"+
			"開始日は最初の作業日（遅くともこの日）とし、対象期間に作業のある案件を実施中とみなします。"+
			"契約の期間・金額・所在はわからないため、それがいる指標はデータなしになります。",
		"Where there is no sheet of contracts and the log has a column of their names, each client and title is one "+
			"contract. It starts with its first work, at the latest, and was active where it has work in the period. Its "+
			"term, price and place are unknown, and figures that need them have no data.",
	),
}
