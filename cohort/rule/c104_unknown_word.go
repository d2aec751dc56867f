package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC104 = Rule{
	Code: "C104", Severity: finding.Error,
	Title: lang.Say("決められた言葉でない", "Unknown word"),
	Long: lang.Say(
		"種別や区分の列には、決められた言葉とよく使う言いかえだけを書きます。近い言葉があれば、メッセージに示します。使える言葉の一覧は pilot90 explain columns で見られます。",
		"The column takes a list of words and their usual synonyms. The message names the nearest one. “pilot90 "+
			"explain columns” prints all of them.",
	),
}
