package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC301 = Rule{
	Code: "C301", Severity: finding.Error,
	Title: lang.Say("読めないファイル", "Unreadable file"),
	Long: lang.Say(
		"ファイルを開けないか（リンク切れ、権限、台帳のフォルダーの外へのリンク）、"+
			"中身が壊れているか、互いに食い違っています。Excel で開けるなら「名前を付けて保存」で保存し直してください。開けなければ、元のファイルをもう一度コピーします。"+
			"読めないファイルがある間は、結果を出しません。",
		"The file cannot be opened (a dead link, permissions, a link out of the ledger's folder), "+
			"is damaged, or contradicts itself. If Excel opens it, "+
			"save it under a new name; else copy the original again. No figures are printed while a file cannot be read.",
	),
}
