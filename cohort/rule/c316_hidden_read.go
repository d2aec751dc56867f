package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC316 = Rule{
	Code: "C316", Severity: finding.Info,
	Title: lang.Say("非表示のシートや行も読んだ", "Hidden sheets and rows were read"),
	Long: lang.Say(
		"非表示のシート・行・列も、記録として読みました。集計に入れたくない行は、隠すのではなく別のファイルに移してください。",
		"Hidden sheets, rows and columns count too. Move what should not count to another file.",
	),
}
