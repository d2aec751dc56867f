package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC324 = Rule{
	Code: "C324", Severity: finding.Info,
	Title: lang.Say("表の上に1度だけ書かれた値を読んだ", "Value written once above the table"),
	Long: lang.Say(
		"1人1枚の作業ログのように、表に参加者IDの列がなく、表の上に「担当者：P03」「氏名：緑川 花」などと書かれているとき、参加者シートにある人ならその人の記録として全部の行を読みます。"+
			"書かれた人が参加者シートにいないときや、2人以上にあてはまるときは読まずに C312 でお知らせします。",
		"A table without a column of participant ids, such as a log kept by one worker, may say above it whose it is "+
			"(“担当者：P03”, “氏名：…”). "+
			"If the participants sheet has that person, all rows are read as that person's; if not, or if it may be two "+
			"people, C312 says so.",
	),
}
