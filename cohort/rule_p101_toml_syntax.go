package cohort

import "pilot90/cohort/finding"

var ruleP101 = Rule{
	Code: "P101", Severity: finding.Error,
	Title: finding.Text{JA: "pilot.toml の書き方の誤り", EN: "pilot.toml: syntax"},
	Long: finding.Text{
		JA: "pilot.toml が TOML の書き方になっていません。メッセージの行と列のあたりで、\" の閉じ忘れ、全角の記号、= の抜けを確かめてください。",
		EN: "pilot.toml is not valid TOML. Near the line and column named, look for a missing quote, a full-width sign or " +
			"a missing =.",
	},
}
