package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP101 = Rule{
	Code: "P101", Severity: finding.Error,
	Title: lang.Say("pilot.toml の書き方の誤り", "pilot.toml: syntax"),
	Long: lang.Say(
		"pilot.toml が TOML の書き方になっていません。メッセージの行と列のあたりで、\" の閉じ忘れ、全角の記号、= の抜けを確かめてください。",
		"pilot.toml is not valid TOML. Near the line and column named, look for a missing quote, a full-width sign or "+
			"a missing =.",
	),
}
