package cohort

import "pilot90/cohort/finding"

var ruleC106 = Rule{
	Code: "C106", Severity: finding.Error,
	Title: text("計算結果が保存されていない式", "Formula without a stored result"),
	Long: text(
		"ほかのソフトで作られたファイルには、式だけがあって結果が入っていないことがあります。Excel で開き、一度「上書き保存」すると読めるようになります。",
		"Some programs store a formula without its result. Open the file in Excel and save it once.",
	),
}
