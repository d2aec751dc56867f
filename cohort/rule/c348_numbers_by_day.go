package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC348 = Rule{
	Code: "C348", Severity: finding.Warning,
	Title: lang.Say("人と日の一覧表の数が、時間かどうか分からない", "Nothing says whether the numbers by person and day are hours"),
	Long: lang.Say(
		"参加者と日の一覧表に 1、2、3 のような数だけがあり、シート名・ファイル名・表の上のどこにも「時間」「作業」「勤務」などの言葉がないときは、時間とも件数とも決められないため読みません。"+
			"作業時間であれば、表の上かシート名に「作業時間」と書いてください。",
		"A table of participants and days holds whole numbers, and neither the names of sheet and file nor the cells above "+
			"say that they are hours of work: they may as well be counts, and are not read. Write 作業時間 above the table or in "+
			"the name of the sheet if they are hours.",
	),
}
