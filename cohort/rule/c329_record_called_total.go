package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC329 = Rule{
	Code: "C329", Severity: finding.Warning,
	Title: lang.Say("合計と書かれた行を記録として読んだ", "A row called a total was read as a record"),
	Long: lang.Say(
		"日付や番号がすべて入った行に「8月合計」「小計」などと書かれているとき、その数が上の行の合計と合えば、合計の行として読み飛ばします。合わないときは、「合計」という名前の作業かもしれないため、記録として数えます。"+
			"合計の行であれば、時間や報酬が二重に数えられます。日付と番号を消すか、数を確かめてください。記録であれば、「合計表の作成」のように書くと、この注意は出なくなります。",
		"A row that has its date and ids and says 8月合計 or 小計 is skipped as a total when its numbers are the sum of "+
			"the rows above. Otherwise it counts as a record, for a task may be called so. "+
			"If it is a total, hours and pay count twice: take its date and ids away, or check its numbers. If it is a "+
			"record, a longer name ends this warning.",
	),
}
