package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC325 = Rule{
	Code: "C325", Severity: finding.Warning,
	Title: lang.Say("読めない形式の表計算ファイルがある", "Spreadsheet of a format that is not read"),
	Long: lang.Say(
		"台帳のフォルダーに .xlsb、.xltx・.ots（ひな形）、.fods、.numbers のファイルがあります。この形式は読めないので、中の記録は集計に入りません。"+
			"台帳の一部なら .xlsx で保存し直し、そうでなければ別のフォルダーに移してください。pilot.toml の [ledger] に files を書いたときは、ほかのファイルについてはお知らせしません。",
		"The ledger's folder holds a file of the format .xlsb, .fods or .numbers, or a template (.xltx, .ots), which is "+
			"not read. Save it as .xlsx if it belongs to the ledger, or move it elsewhere. Nothing is said when pilot.toml "+
			"names the files.",
	),
}
