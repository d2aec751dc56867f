package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC346 = Rule{
	Code: "C346", Severity: finding.Info,
	Title: lang.Say("書かれていることばから、何の列かを決めた", "A column was known by the words that stand in it"),
	Long: lang.Say(
		"作業ログなどに案件や参加者の見出しがなくても、ある列のほとんどのセルが案件の一覧の名前（または参加者の氏名）と同じときは、その列を案件（参加者）の列として読みます。"+
			"当てはまる列が2つ以上あるときは読みません。"+
			"「区分」のような見出しは、書かれていることばが企業・団体などなら、種別ではなく発注者区分として読みます。",
		"Where a log has no known heading for the contract or the participant, and nearly all cells of one column are names "+
			"on the list of contracts or on the roster, that column is read as such. It is not where two "+
			"columns would do. A heading such as 区分 is "+
			"read as the client's sector, not as the kind of contract, where 企業, 団体 and the like stand below it.",
	),
}
