package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC113 = Rule{
	Code: "C113", Severity: finding.Error,
	Title: lang.Say("番号として使えない値", "Not an id"),
	Long: lang.Say(
		"番号の列に、長すぎる文章や番号として使えない値があります。参加者・発注者・案件を見分ける短い番号（0004、P-12 など）を書いてください。氏名や会社名を番号の代わりに使うと、表記ゆれで別人・別会社になります。",
		"The id column holds a long text or something else that cannot be an id. Write a short id such as 0004 or "+
			"P-12; names make poor ids, as they are written in several ways.",
	),
}
