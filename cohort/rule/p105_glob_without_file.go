package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP105 = Rule{
	Code: "P105", Severity: finding.Error,
	Title: lang.Say("pilot.toml のファイル指定に当てはまるものがない", "pilot.toml: no file matches"),
	Long: lang.Say(
		"files に書いた名前に当てはまるファイルがフォルダーにありません。ファイル名、拡張子、置き場所を確かめてください。",
		"No file in the folder matches what files says. Check name, extension and folder.",
	),
}
