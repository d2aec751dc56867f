package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC106 = Rule{
	Code: "C106", Severity: finding.Error,
	Title: lang.Say("計算結果が保存されていない式", "Formula without a stored result"),
	Long: lang.Say(
		"ほかのソフトで作られたファイルには、式だけがあって結果が入っていないことがあります。Excel で開き、一度「上書き保存」すると読めるようになります。",
		"Some programs store a formula without its result. Open the file in Excel and save it once.",
	),
}
