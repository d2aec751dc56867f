package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP107 = Rule{
	Code: "P107", Severity: finding.Warning,
	Title: lang.Say("ロゴのファイルが読めない", "pilot.toml: the logo cannot be read"),
	Long: lang.Say(
		"pilot.toml の [program] logo に書いた名前のファイルがないか、台帳のフォルダーの外にあります。フォルダーの中に置いて、その名前を書いてください。報告書はロゴなしでつくられます。",
		"The file named as logo in [program] is not there, or lies outside the ledger's folder. Put it inside and "+
			"give its name. Reports are made without it.",
	),
}
