package cohort

import "pilot90/cohort/finding"

var ruleC302 = Rule{
	Code: "C302", Severity: finding.Error,
	Title: finding.Text{JA: "空のファイル", EN: "Empty file"},
	Long: finding.Text{
		JA: "ファイルに何も入っていません。コピーの途中で止まったか、まだ記入していないファイルです。不要なら台帳のフォルダーから外してください。",
		EN: "There is nothing in the file: a copy stopped, or nothing was entered yet. Move it out of the ledger folder " +
			"if it is not needed.",
	},
}
