package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP102 = Rule{
	Code: "P102", Severity: finding.Error,
	Title: lang.Say("pilot.toml の知らない項目", "pilot.toml: unknown key"),
	Long: lang.Say(
		"書かれている項目名がありません。つづりが違うと設定が効かないままになるため、読み飛ばさず誤りとします。近い項目名をメッセージに示します。",
		"There is no such key. A misspelt setting would silently have no effect, so it is an error; the message names "+
			"the nearest key.",
	),
}
