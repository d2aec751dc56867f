package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC110 = Rule{
	Code: "C110", Severity: finding.Error,
	Title: lang.Say("はい・いいえとして読めない", "Neither yes nor no"),
	Long: lang.Say(
		"○・×・はい・いいえ・有・無・済・未・1・0 などで書く列です。空欄は「いいえ」と数えます。「一部」「確認中」などは、どちらかに決めて書いてください。",
		"Write ○ × はい いいえ 有 無 済 未 1 0 or the like; blank means no. Decide “partly” or “being checked” one way.",
	),
}
