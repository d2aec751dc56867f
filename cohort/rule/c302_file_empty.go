package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC302 = Rule{
	Code: "C302", Severity: finding.Error,
	Title: lang.Say("空のファイル", "Empty file"),
	Long: lang.Say(
		"ファイルに何も入っていません。コピーの途中で止まったか、まだ記入していないファイルです。不要なら台帳のフォルダーから外してください。",
		"There is nothing in the file: a copy stopped, or nothing was entered yet. Move it out of the ledger folder "+
			"if it is not needed.",
	),
}
