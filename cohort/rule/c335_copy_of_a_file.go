package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC335 = Rule{
	Code: "C335", Severity: finding.Info,
	Title: lang.Say("ファイルの写しや前の状態を読まなかった", "A copy or an earlier state of a file was not read"),
	Long: lang.Say(
		"「台帳 - コピー.xlsx」「台帳_1130.xlsx」「バックアップ_台帳.xlsx」のように、名前が写しや控えを示し、どのシートの行もほとんどがもとのファイルにあるときは、"+
			"二重に数えないように読みません。中身が同じなら印のない名前の方を、ちがうなら行の多い方を読みます。"+
			"行のちがうファイル（日付の名前を付けた週ごとの記録など）は、どれも読みます。",
		"A file whose name says that it is a copy or a backup, such as “台帳 - コピー.xlsx” or “台帳_1130.xlsx”, and whose rows "+
			"stand in the other file, sheet by sheet and nearly all, is not read, so that nothing counts twice. Of two that "+
			"are the same the one without a mark is read, else the fuller one. Files with other rows, such as weekly logs "+
			"named by their day, are all read.",
	),
}
