package cohort

import "pilot90/cohort/finding"

var ruleP107 = Rule{
	Code: "P107", Severity: finding.Warning,
	Title: finding.Text{JA: "ロゴのファイルが読めない", EN: "pilot.toml: the logo cannot be read"},
	Long: finding.Text{
		JA: "pilot.toml の [program] logo に書いた名前のファイルがないか、台帳のフォルダーの外にあります。フォルダーの中に置いて、その名前を書いてください。報告書はロゴなしでつくられます。",
		EN: "The file named as logo in [program] is not there, or lies outside the ledger's folder. Put it inside and " +
			"give its name. Reports are made without it.",
	},
}
