package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC342 = Rule{
	Code: "C342", Severity: finding.Info,
	Title: lang.Say("決めてあるとおりに読んだ", "Read as it is set"),
	Long: lang.Say(
		"読み取りの設定（reading.toml）で決めてあるとおりに、シートや列を読みました。同じ形の翌月のファイルやシートにも同じ設定が効きます。"+
			"pilot.toml に書いたことは、この設定より優先します。変えるときは「pilot90 read --set」、取り消すときは「pilot90 read --unset」を使います。",
		"The sheet was read as reading.toml sets it, and so are next month's file and sheet of the same form. What "+
			"pilot.toml says goes first. \"pilot90 read --set\" changes a setting, \"pilot90 read --unset\" takes it back.",
	),
}
