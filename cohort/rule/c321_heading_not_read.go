package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC321 = Rule{
	Code: "C321", Severity: finding.Info,
	Title: lang.Say("読んでいない見出しが既知の見出しに似ている", "Unread heading resembles a known one"),
	Long: lang.Say(
		"書き間違いかもしれない見出しを示します。読ませたい列であれば見出しを直すか、読み取りの設定でそう決めてください。ちがう項目であれば、そのままで構いません。"+
			"「支援内容」のように、決められた言葉の列にも自由な文の列にも使われる見出しは、書かれている値の多くが決められた言葉のときだけ読みます。"+
			"「報酬（時給）」「支払日（予定）」「工数（人日）」や、「請求」「前年度」の下の見出しのように、かっこ書き・単位・上の見出しで意味が変わるものは、その項目としては読みません。",
		"The heading may be misspelt. If the column should be read, correct the heading or say so in the settings of "+
			"reading; "+
			"otherwise nothing need be done. "+
			"A heading such as 支援内容, which some use for a list of words and some for free text, is read only when most of "+
			"its values are among the words. "+
			"A note, a unit or a group that makes another thing of a heading (an hourly rate, a planned day, person-days, "+
			"what the client is billed, last year) keeps it from being read.",
	),
}
