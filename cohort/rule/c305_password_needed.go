package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC305 = Rule{
	Code: "C305", Severity: finding.Error,
	Title: lang.Say("パスワードの付いたファイル", "Encrypted file"),
	Long: lang.Say(
		"パスワードが付いているため開けません。パスワードを1行で書いたファイルを --password-file で渡すか、パスワードを外した写しを使ってください。"+
			".xls のパスワードには対応していないため、外して .xlsx で保存し直してください。",
		"The file has a password. Put it on one line of a file and name that with --password-file, or use a copy "+
			"without a password. The password of an .xls cannot be used: remove it and save the file as .xlsx.",
	),
}
