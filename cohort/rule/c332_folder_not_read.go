package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC332 = Rule{
	Code: "C332", Severity: finding.Info,
	Title: lang.Say("フォルダーの中のフォルダーは読まない", "Spreadsheets in a folder within the folder"),
	Long: lang.Say(
		"pilot.toml に files の指定がないときは、台帳のフォルダーに直接置かれた表計算ファイルだけを読みます。その中のフォルダーに月ごとのログなどを置いている場合、それらは集計に入りません。"+
			"読ませたいときは、pilot.toml の [ledger] に files = [\"*.xlsx\", \"ログ/*.xlsx\"] のように書いてください。",
		"Without files in pilot.toml only the spreadsheets that lie directly in the ledger's folder are read. Logs "+
			"kept in a folder within it are not among the figures. "+
			"To have them read, write files = [\"*.xlsx\", \"logs/*.xlsx\"] under [ledger] in pilot.toml.",
	),
}
