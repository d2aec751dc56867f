package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC103 = Rule{
	Code: "C103", Severity: finding.Error,
	Title: lang.Say("数として読めない", "Not a number"),
	Long: lang.Say(
		"数の列に、数でない文字があります。1,234、１，２３４、1,234円、1.5万円、△300 は読めます。「約3000」「3000〜5000」「未定」は1つの数に決まらないため読めません。決まった値を書き、"+
			"説明は備考に移してください。",
		"The cell holds no number. 1,234, １，２３４, 1,234円, 1.5万円 and △300 can be read; “about 3000”, “3000–5000” and "+
			"“undecided” cannot. Write one value and move the explanation to a note.",
	),
}
