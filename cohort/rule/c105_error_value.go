package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC105 = Rule{
	Code: "C105", Severity: finding.Error,
	Title: lang.Say("セルがエラー値になっている", "Error value in a cell"),
	Long: lang.Say(
		"#N/A や #REF! などのエラーが表示されています。参照先の削除や、VLOOKUP で番号が見つからないことが原因です。式を直すか、値を直接書いてください。エラーの行は0として数えず、集計から外します。",
		"The cell shows #N/A, #REF! or the like, because a reference was deleted or a lookup found nothing. Correct "+
			"the formula or type the value. The row is left out; it does not count as 0.",
	),
}
