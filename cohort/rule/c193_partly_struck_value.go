package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC193 = Rule{
	Code: "C193", Severity: finding.Error,
	Title: lang.Say("値の一部に取り消し線がある", "Part of a value is struck out"),
	Long: lang.Say(
		"古い値に取り消し線を引き、同じセルに新しい値を書きそえたものです。セルの中では両方が1つの文字になっているため、「3000」と「5000」が「30005000」になりかねません。取り消した文字を消して、"+
			"正しい値だけを残してください。",
		"An old value is struck out and a new one written beside it. In the cell both are one text: 3000 and 5000 "+
			"would be 30005000. Delete what is struck out and leave the right value alone.",
	),
}
