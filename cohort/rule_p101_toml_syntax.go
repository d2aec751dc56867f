package cohort

import "pilot90/cohort/finding"

var ruleP101 = Rule{
	Code: "P101", Severity: finding.Error,
	Title: text("pilot.toml の書き方の誤り", "pilot.toml: syntax"),
	Long: text(
		"pilot.toml が TOML の書き方になっていません。メッセージの行と列のあたりで、\" の閉じ忘れ、全角の記号、= の抜けを確かめてください。",
		"pilot.toml is not valid TOML. Near the line and column named, look for a missing quote, a full-width sign or "+
			"a missing =.",
	),
}
