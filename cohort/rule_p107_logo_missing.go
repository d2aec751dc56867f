package cohort

import "pilot90/cohort/finding"

var ruleP107 = Rule{
	Code: "P107", Severity: finding.Warning,
	Title: text("ロゴのファイルが読めない", "pilot.toml: the logo cannot be read"),
	Long: text(
		"pilot.toml の [program] logo に書いた名前のファイルがないか、台帳のフォルダーの外にあります。フォルダーの中に置いて、その名前を書いてください。報告書はロゴなしでつくられます。",
		"The file named as logo in [program] is not there, or lies outside the ledger's folder. Put it inside and "+
			"give its name. Reports are made without it.",
	),
}
