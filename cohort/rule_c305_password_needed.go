package cohort

import "pilot90/cohort/finding"

var ruleC305 = Rule{
	Code: "C305", Severity: finding.Error,
	Title: finding.Text{JA: "パスワードの付いたファイル", EN: "Encrypted file"},
	Long: finding.Text{
		JA: "パスワードが付いているため開けません。パスワードを1行で書いたファイルを --password-file で渡すか、パスワードを外した写しを使ってください。",
		EN: "The file has a password. Put it on one line of a file and name that with --password-file, or use a copy " +
			"without a password.",
	},
}
